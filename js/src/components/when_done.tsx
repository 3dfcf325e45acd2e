import { useContext } from "preact/hooks";
import { Lost } from "../connection";
import { Icon } from "./icons";

export interface WhenDoneProps {
  state: "waiting" | "working" | "done" | "failed";
  text: string;
}

/** One line: what became of the deck. */
export function WhenDone({ state: told, text: said }: WhenDoneProps) {
  const waits = told === "waiting" || told === "working";
  const inVain = useContext(Lost) && waits;
  const state = inVain ? "failed" : told;
  const text = inVain ? "The kernel was stopped before the deck was there. Run the notebook’s cells again." : said;
  return (
    <p class={`when-done ${state}`} role={state === "failed" ? "alert" : "status"}>
      <span class="when-done-mark">
        {state === "done" && <Icon name="check" />}
        {state === "failed" && <Icon name="alert" />}
      </span>
      <span>{text}</span>
    </p>
  );
}

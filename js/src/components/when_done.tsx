import { Icon } from "./icons";

export interface WhenDoneProps {
  state: "waiting" | "working" | "done" | "failed";
  text: string;
}

/** One line: what became of the deck. */
export function WhenDone({ state, text }: WhenDoneProps) {
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

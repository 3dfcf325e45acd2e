import { h } from "preact";
import { WhenDone, type WhenDoneProps } from "../components/when_done";
import { useTrait } from "../hooks";
import type { Model } from "../model";
import { widget } from "../mount";
import styles from "../style/form.css";

function View({ model }: { model: Model }) {
  const [state] = useTrait<WhenDoneProps["state"]>(model, "state");
  const [text] = useTrait<string>(model, "text");
  return h(WhenDone, { state, text });
}

export default widget(View, [styles], true);

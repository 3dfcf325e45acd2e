import { h } from "preact";
import { AudiencePicker } from "../components/audience_picker";
import { useTrait } from "../hooks";
import type { Model } from "../model";
import { widget } from "../mount";
import styles from "../style/pickers.css";
import type { Audience } from "../types";

function View({ model }: { model: Model }) {
  const [audiences] = useTrait<Audience[]>(model, "audiences");
  const [value, setValue] = useTrait<string>(model, "value");
  const [loading] = useTrait<boolean>(model, "loading");
  const [error] = useTrait<string>(model, "error");
  const onRetry = () => model.send({ kind: "retry" });
  return h(AudiencePicker, { audiences, value, loading, error, onChoose: setValue, onRetry });
}

export default widget(View, [styles]);

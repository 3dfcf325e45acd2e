import { h } from "preact";
import { ThemeGallery } from "../components/theme_gallery";
import { usePictures, useTrait } from "../hooks";
import type { Model } from "../model";
import { widget } from "../mount";
import styles from "../style/pickers.css";
import type { Theme } from "../types";

function View({ model }: { model: Model }) {
  const pictures = usePictures(model);
  const [themes] = useTrait<Theme[]>(model, "themes");
  const [value, setValue] = useTrait<string>(model, "value");
  const [loading] = useTrait<boolean>(model, "loading");
  const [error] = useTrait<string>(model, "error");
  const onRetry = () => model.send({ kind: "retry" });
  return h(ThemeGallery, { themes, pictures, value, loading, error, onChoose: setValue, onRetry });
}

export default widget(View, [styles]);

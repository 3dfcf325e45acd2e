import { useEffect, useState } from "preact/hooks";
import type { DeckViewProps } from "./components/deck_view";
import { useTrait } from "./hooks";
import type { Model } from "./model";
import { receiveDownloads } from "./transfers";
import type { DeckInfo, Pictures, Slide } from "./types";

/** The deck of a model with the traits `slides` and `result`, and its download. */
export function useDeck(model: Model, pictures: Pictures): Omit<DeckViewProps, "index" | "onIndex"> {
  const [slides] = useTrait<Slide[]>(model, "slides");
  const [result] = useTrait<Partial<DeckInfo>>(model, "result");
  const [downloading, setDownloading] = useState(false);
  useEffect(() => receiveDownloads(model, () => setDownloading(false)), [model]);
  const onDownload = () => {
    setDownloading(true);
    model.send({ kind: "download" });
  };
  return { slides, pictures, deck: result.name ? (result as DeckInfo) : null, downloading, onDownload };
}

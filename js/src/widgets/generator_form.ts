import { h } from "preact";
import { useEffect, useState } from "preact/hooks";
import { DeckView } from "../components/deck_view";
import { GeneratorForm } from "../components/generator_form";
import { JobProgress } from "../components/job_progress";
import { useDeck } from "../deck_binding";
import { useForm } from "../form_binding";
import { usePictures, useTrait } from "../hooks";
import type { Model } from "../model";
import { widget } from "../mount";
import deckStyles from "../style/deck.css";
import formStyles from "../style/form.css";
import progressStyles from "../style/progress.css";
import type { JobState } from "../types";

function View({ model }: { model: Model }) {
  const pictures = usePictures(model);
  const form = useForm(model);
  const deck = useDeck(model, pictures);
  const [job] = useTrait<JobState>(model, "progress");
  const [index, onIndex] = useState(0);
  // A new deck is looked at from its beginning.
  useEffect(() => onIndex(0), [job.started]);
  const onCancel = () => model.send({ kind: "cancel" });
  const onRetry = () => model.send({ kind: "generate", prompt: form.prompt });
  const slides = deck.deck ? [] : deck.slides;
  return h("div", { class: "below" }, [
    h(GeneratorForm, { key: "form", ...form }),
    job.status !== "idle" &&
      h(JobProgress, { key: "job", job, slides, pictures, onCancel, onRetry, retryLabel: "Generate again" }),
    deck.deck && h(DeckView, { key: "deck", ...deck, index, onIndex }),
  ]);
}

export default widget(View, [formStyles, progressStyles, deckStyles]);

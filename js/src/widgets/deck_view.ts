import { Fragment, h } from "preact";
import { DeckView } from "../components/deck_view";
import { JobProgress } from "../components/job_progress";
import { useDeck } from "../deck_binding";
import { usePictures, useTrait } from "../hooks";
import type { Model } from "../model";
import { widget } from "../mount";
import deckStyles from "../style/deck.css";
import progressStyles from "../style/progress.css";
import type { JobState } from "../types";

function View({ model }: { model: Model }) {
  const pictures = usePictures(model);
  const [job] = useTrait<JobState>(model, "progress");
  const [index, onIndex] = useTrait<number>(model, "index");
  const deck = useDeck(model, pictures);
  const onCancel = () => model.send({ kind: "cancel" });
  const onRetry = () => model.send({ kind: "follow" });
  const following = job.status !== "done" && !deck.deck;
  return h(
    Fragment,
    null,
    following && h(JobProgress, { job, slides: [], pictures, onCancel, onRetry, retryLabel: "Try again" }),
    h(DeckView, { ...deck, index, onIndex }),
  );
}

export default widget(View, [progressStyles, deckStyles]);

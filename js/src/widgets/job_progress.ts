import { h } from "preact";
import { JobProgress } from "../components/job_progress";
import { usePictures, useTrait } from "../hooks";
import type { Model } from "../model";
import { widget } from "../mount";
import styles from "../style/progress.css";
import type { JobState, Slide } from "../types";

function View({ model }: { model: Model }) {
  const pictures = usePictures(model);
  const [job] = useTrait<JobState>(model, "progress");
  const [slides] = useTrait<Slide[]>(model, "slides");
  const onCancel = () => model.send({ kind: "cancel" });
  const onRetry = () => model.send({ kind: "follow" });
  return h(JobProgress, { job, slides, pictures, onCancel, onRetry, retryLabel: "Follow again" });
}

export default widget(View, [styles]);

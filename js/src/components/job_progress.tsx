import { useContext, useEffect, useState } from "preact/hooks";
import { Lost } from "../connection";
import { useElapsed } from "../hooks";
import type { JobState, Pictures, Slide } from "../types";
import { Icon } from "./icons";
import { SlideGrid } from "./slide_grid";
import { clock, count } from "./words";

export interface JobProgressProps {
  job: JobState;
  slides: Slide[];
  pictures: Pictures;
  onCancel: () => void;
  /** Offered after a failure or a cancellation. */
  onRetry: () => void;
  retryLabel: string;
}

const TITLES: Record<JobState["status"], string> = {
  idle: "Not started",
  starting: "Starting",
  running: "Making the deck",
  cancelling: "Stopping",
  done: "The deck is ready",
  failed: "The deck could not be made",
  cancelled: "Stopped",
  unknown: "No longer followed",
};

export const isBusy = (job: JobState): boolean => ["starting", "running", "cancelling"].includes(job.status);

/** What the job is doing, really: its stages, its share of the work, and each slide as soon as it can be seen. */
export function JobProgress({ job: told, slides, pictures, onCancel, onRetry, retryLabel }: JobProgressProps) {
  const lost = useContext(Lost);
  const job = useLastKnown(told, lost);
  const elapsed = useElapsed(job.started, job.ended);
  const busy = isBusy(job);
  const ended = job.status === "failed" || job.status === "cancelled";
  return (
    <section class={`panel progress ${job.status}`} aria-label="Progress" aria-busy={busy}>
      <header class="bar">
        <h2 class="heading">{TITLES[job.status]}</h2>
        <p class="muted small number grow">
          {job.started !== null && clock(elapsed)}
          {slides.length > 0 && ` · ${count(slides.length, "slide")}`}
        </p>
        {busy && (
          <button type="button" class="button" onClick={onCancel} disabled={job.status === "cancelling"}>
            <Icon name="close" />
            Cancel
          </button>
        )}
        {ended && !lost && (
          <button type="button" class="button" onClick={onRetry}>
            <Icon name="again" />
            {retryLabel}
          </button>
        )}
      </header>
      <div
        class="track"
        role="progressbar"
        aria-label="Share of the work done"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={job.percentage}
      >
        <div class="track-fill" style={{ width: `${job.status === "done" ? 100 : job.percentage}%` }} />
      </div>
      <Stages job={job} />
      <p class="hidden-text" aria-live="polite">
        {announcement(job, slides)}
      </p>
      {(job.message || job.hint) && (
        <div class="notice" role="alert">
          <Icon name="alert" />
          <p>
            {job.message && <strong>{job.message} </strong>}
            {job.hint}
          </p>
        </div>
      )}
      {slides.length > 0 && <SlideGrid slides={slides} pictures={pictures} />}
    </section>
  );
}

/** Of a job whose kernel is gone nobody knows anything: it is shown as stopped where it was last seen. */
function useLastKnown(job: JobState, lost: boolean): JobState {
  const [since, setSince] = useState(0);
  useEffect(() => setSince(lost ? Date.now() / 1000 : 0), [lost]);
  if (!lost || !isBusy(job)) return job;
  return { ...job, status: "unknown", ended: since || Date.now() / 1000 };
}

function Stages({ job }: { job: JobState }) {
  const at = job.stages.findIndex((stage) => stage.id === job.stage);
  const state = (place: number) => {
    if (job.status === "done" || place < at) return "past";
    if (place > at || job.status === "idle") return "coming";
    return isBusy(job) ? "now" : "stopped";
  };
  return (
    <ol class="stages">
      {job.stages.map((stage, place) => {
        const now = state(place);
        return (
          <li key={stage.id} class={`stage ${now}`} aria-current={now === "now" ? "step" : undefined}>
            <span class="stage-mark">
              {now === "past" && <Icon name="check" />}
              {now === "stopped" && <Icon name="close" />}
            </span>
            {stage.label}
            {now === "past" && <span class="hidden-text"> (done)</span>}
          </li>
        );
      })}
    </ol>
  );
}

/** Said by screen readers: a stage at a time, not every percent. */
function announcement(job: JobState, slides: Slide[]): string {
  if (!isBusy(job)) return job.status === "done" ? `The deck is ready: ${count(slides.length, "slide")}.` : "";
  const stage = job.stages.find((each) => each.id === job.stage);
  return stage ? `${stage.label}.${slides.length ? ` ${count(slides.length, "slide")} so far.` : ""}` : "Starting.";
}

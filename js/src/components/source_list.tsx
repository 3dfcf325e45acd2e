import { useRef, useState } from "preact/hooks";
import type { Source } from "../types";
import { Icon } from "./icons";
import { Problem } from "./problem";
import { count } from "./words";

/** A file on its way to the kernel, or one that was refused. */
export interface Upload {
  id: number;
  name: string;
  /** 0 to 1. */
  share: number;
  problem: string;
}

export interface SourceListProps {
  sources: Source[];
  uploads: Upload[];
  /** Extensions that can be read, with their dots. */
  accept: string[];
  problem: string | undefined;
  onFiles: (files: File[]) => void;
  onRemove: (id: string) => void;
}

export function SourceList({ sources, uploads, accept, problem, onFiles, onRemove }: SourceListProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length) onFiles(files);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <section class="sources" aria-label="Sources">
      <div class="bar">
        <h3 class="label">Sources</h3>
        <p class="muted small grow">{sources.length ? count(sources.length, "source") : "Data and notes to draw on"}</p>
      </div>
      {sources.length + uploads.length > 0 && (
        <ul class="source-rows">
          {sources.map((source) => (
            <li key={source.id} class={source.problem ? "wrong" : ""}>
              <Icon name={source.kind === "table" ? "table" : "file"} />
              <span class="source-name" title={source.name}>
                {source.name}
              </span>
              <span class={source.problem ? "wrong-text small" : "muted small number"}>
                {source.problem || source.detail}
              </span>
              <button
                type="button"
                class="button plain icon-only"
                aria-label={`Remove ${source.name}`}
                title="Leave it out"
                onClick={() => onRemove(source.id)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
          {uploads.map((each) => (
            <li key={each.id} class={each.problem ? "wrong" : ""}>
              <Icon name={each.problem ? "alert" : "upload"} />
              {each.problem ? (
                <span class="wrong-text small" role="alert">
                  {each.problem}
                </span>
              ) : (
                <>
                  <span class="source-name">{each.name}</span>
                  <span class="muted small number">{Math.round(each.share * 100)} %</span>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first. */}
      <div class={`drop ${over ? "over" : ""}`} onDragOver={hover} onDragLeave={() => setOver(false)} onDrop={drop}>
        <button type="button" class="button" onClick={() => input.current?.click()}>
          <Icon name="upload" />
          Add files
        </button>
        <span class="muted small">or drop them here: {accept.map((each) => each.replace(".", "")).join(", ")}</span>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          aria-label="Add files"
          accept={accept.join(",")}
          onChange={(event) => {
            onFiles([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = "";
          }}
        />
      </div>
      <Problem id="sources-problem" text={problem} />
    </section>
  );
}

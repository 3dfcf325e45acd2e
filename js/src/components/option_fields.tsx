import type { Options } from "../types";
import { Problem } from "./problem";
import { range } from "./words";

export interface OptionFieldsProps {
  options: Options;
  /** What stands in the field for the number of slides. */
  slides: string;
  /** The audience's own range. */
  usual: [number, number] | null;
  problem: string | undefined;
  onOptions: (options: Options) => void;
  onSlides: (text: string) => void;
}

const SWITCHES: [keyof Omit<Options, "slides">, string, string][] = [
  ["speaker_notes", "Speaker notes", "What to say on each slide"],
  ["cite_footer", "Sources in the footer", "File names on each slide"],
  ["cite_notes", "Sources in the notes", "Where each figure comes from"],
];

export const slidesText = (slides: [number, number] | null): string => (slides ? range(slides) : "");

/** A range from "8" or "6-9"; null for nothing; undefined for what is neither. */
export function readSlides(text: string): [number, number] | null | undefined {
  if (!text.trim()) return null;
  const parts = text.match(/^\s*(\d{1,3})(?:\s*(?:[-–—]|to)\s*(\d{1,3}))?\s*$/);
  if (!parts) return undefined;
  const low = Number(parts[1]);
  const high = Number(parts[2] ?? parts[1]);
  return low >= 1 && low <= high && high <= 100 ? [low, high] : undefined;
}

export function OptionFields({ options, slides, usual, problem, onOptions, onSlides }: OptionFieldsProps) {
  return (
    <div class="options">
      <div class="slides-field">
        <label class="label" for="slides">
          Slides
        </label>
        <input
          id="slides"
          name="slides"
          class="field number"
          inputMode="numeric"
          autocomplete="off"
          placeholder={usual ? `${range(usual)}, as this audience needs` : "As the audience needs"}
          value={slides}
          aria-invalid={Boolean(problem)}
          aria-describedby="slides-problem"
          onInput={(event) => onSlides(event.currentTarget.value)}
        />
        <Problem id="slides-problem" text={problem} />
      </div>
      <fieldset class="switches">
        <legend class="label">Add</legend>
        {SWITCHES.map(([name, label, about]) => (
          <label key={name} class="switch" title={about}>
            <input
              type="checkbox"
              name={name}
              checked={options[name]}
              onChange={(event) => onOptions({ ...options, [name]: event.currentTarget.checked })}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}

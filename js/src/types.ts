/** What the Python widgets put into their traits. Field names are Python's. */

export interface Audience {
  id: string;
  name: string;
  description: string;
  slides: [number, number] | null;
  max_words: number | null;
  digits: number | null;
  order: string;
  ask: string;
  ask_first: boolean;
  aliases: string[];
}

export interface Theme {
  id: string;
  name: string;
  code: string;
  description: string;
  /** Slot name to "#RRGGBB", in the order of the theme part. */
  palette: Record<string, string>;
  fonts: string[];
  /** Keys of its pictures; the pictures themselves travel as messages. */
  pictures: string[];
}

export interface Source {
  id: string;
  name: string;
  detail: string;
  kind: "table" | "file";
  problem: string;
}

export type Status = "idle" | "starting" | "running" | "cancelling" | "done" | "failed" | "cancelled" | "unknown";

export interface Stage {
  id: string;
  label: string;
}

export interface JobState {
  status: Status;
  stage: string;
  stages: Stage[];
  /** 0 to 100. */
  percentage: number;
  message: string;
  hint: string;
  /** Seconds since the epoch; null before it started, or while it has not ended. */
  started: number | null;
  ended: number | null;
}

export interface Slide {
  index: number;
  title: string;
  notes: string;
  /** Key of its picture. */
  key: string;
}

export interface Finding {
  severity: "error" | "warning" | "note";
  message: string;
  slide: number | null;
}

export interface DeckInfo {
  name: string;
  /** Of its first slide; empty when that has none. */
  title: string;
  /** Bytes. */
  size: number;
  slides: number;
  score: number | null;
  figures: number;
  checks: number;
  findings: Finding[];
  unanswered: string[];
}

export interface Options {
  speaker_notes: boolean;
  cite_footer: boolean;
  cite_notes: boolean;
  slides: [number, number] | null;
}

/** Key to SVG text. */
export type Pictures = ReadonlyMap<string, string>;

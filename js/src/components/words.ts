/** How figures and rules are said to a person. */

const ORDERS: Record<string, string> = {
  "answer-first": "Answer first",
  "question-first": "Question first",
  chronological: "In order of time",
  "problem-solution": "Problem, then solution",
};

const ENDS: Record<string, string> = {
  decision: "a decision",
  risks: "risks and outlook",
  actions: "actions with owners",
  "next-experiments": "next experiments",
  recommendation: "a recommendation",
  checklist: "a checklist",
  motion: "a motion to adopt",
  call: "a call to remember",
  summary: "a summary",
};

export const orderWords = (order: string): string => ORDERS[order] ?? plain(order);

export const askWords = (ask: string, first: boolean): string =>
  !ask ? "" : `${first ? "Opens and ends" : "Ends"} with ${ENDS[ask] ?? plain(ask).toLowerCase()}`;

export const range = ([low, high]: [number, number]): string => (low === high ? String(low) : `${low}–${high}`);

export const count = (many: number, one: string, more = `${one}s`): string => `${many} ${many === 1 ? one : more}`;

export function bytes(size: number): string {
  if (size < 1000) return `${size} B`;
  if (size < 999_500) return `${Math.round(size / 1000)} kB`;
  return `${(size / 1e6).toFixed(1)} MB`;
}

export function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}

/** Case and accents do not matter when one searches. */
export const fold = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** Every word of the query is somewhere in the text. */
export function matches(query: string, ...texts: string[]): boolean {
  const text = fold(texts.join(" "));
  return fold(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function plain(text: string): string {
  const words = text.replace(/[-_]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

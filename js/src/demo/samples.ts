import type { Audience, DeckInfo, JobState, Slide, Source, Theme } from "../types";

/** Invented content, as long and as awkward as the real. */

export const audiences: Audience[] = [
  card(
    "executive",
    "Executive",
    "Decision makers with little time: the answer first, the ask on slide 2, one chart a slide.",
    [6, 9],
    60,
    2,
    "answer-first",
    "decision",
    true,
  ),
  card(
    "board",
    "Board / investor",
    "Owners and overseers: the answer first, change against last period, risks and outlook at the end.",
    [8, 12],
    80,
    3,
    "answer-first",
    "risks",
    false,
  ),
  card(
    "technical",
    "Technical",
    "Engineers and specialists: question, method, result, limits, with tables.",
    [8, 14],
    95,
    4,
    "question-first",
    "actions",
    false,
  ),
  card(
    "public",
    "General public",
    "People new to the subject: a story with three messages in big type.",
    [8, 13],
    45,
    1,
    "problem-solution",
    "call",
    false,
  ),
  { ...card("hosted", "Field sales EMEA", "", null, null, null, "", "", false) },
];

function card(
  id: string,
  name: string,
  description: string,
  slides: [number, number] | null,
  max_words: number | null,
  digits: number | null,
  order: string,
  ask: string,
  ask_first: boolean,
): Audience {
  return { id, name, description, slides, max_words, digits, order, ask, ask_first, aliases: [] };
}

export const themes: Theme[] = [
  {
    id: "harbor",
    name: "Harbor",
    code: "HARBOR",
    description: "Navy and teal on white, Arial throughout: calm, corporate, good for figures.",
    palette: {
      dk2: "#0C2B4B",
      accent1: "#0A7486",
      accent2: "#2A5C9E",
      accent3: "#BF4A26",
      accent4: "#8A6400",
      accent5: "#6D4C9F",
      accent6: "#566878",
    },
    fonts: ["Arial", "Arial"],
    pictures: ["harbor-0", "harbor-1", "harbor-2", "harbor-3"],
  },
  {
    id: "fieldnote",
    name: "Fieldnote",
    code: "FIELDNOTE",
    description: "Forest green on paper, Georgia headings over Calibri: an observant, editorial voice.",
    palette: {
      dk2: "#1E4331",
      accent1: "#2C7347",
      accent2: "#A34E1B",
      accent3: "#2A6580",
      accent4: "#7D5F08",
      accent5: "#774A74",
      accent6: "#5F6356",
    },
    fonts: ["Georgia", "Calibri"],
    pictures: ["fieldnote-0"],
  },
  {
    id: "bare",
    name: "A theme of another server",
    code: "T-0042",
    description: "",
    palette: {},
    fonts: [],
    pictures: [],
  },
];

export const sources: Source[] = [
  { id: "s1", name: "trips-2026.csv", detail: "1,204 rows × 6 columns", kind: "table", problem: "" },
  {
    id: "s2",
    name: "notes-of-the-operations-meeting-in-october-with-a-long-name.md",
    detail: "3 kB",
    kind: "file",
    problem: "",
  },
  { id: "s3", name: "lost.xlsx", detail: "", kind: "file", problem: "there is no such file" },
];

const TITLES = [
  "Ridership grew 18 % in a year, and two stations carry most of it",
  "Decide now: 40 more bikes at Harbour and Station before spring",
  "Weekday mornings drive the growth: 31 % more trips before nine",
  "Harbour runs empty on one morning in four",
  "Rebalancing at six would have served 2,300 more trips",
  "What it costs: 62,000 a year, paid back in 14 months",
  "Next steps",
];

export const slides: Slide[] = TITLES.map((title, index) => ({
  index,
  title,
  key: `demo-${index}`,
  notes: index % 2 ? "" : `Open with the figure.\nSay why it matters here: ${title.toLowerCase()}.`,
}));

export const stages = [
  { id: "reading", label: "Read the sources" },
  { id: "planning", label: "Plan the story" },
  { id: "designing", label: "Choose layouts" },
  { id: "building", label: "Write the slides" },
  { id: "rendering", label: "Draw the slides" },
  { id: "checking", label: "Check the deck" },
];

export const idle: JobState = {
  status: "idle",
  stage: "",
  stages,
  percentage: 0,
  message: "",
  hint: "",
  started: null,
  ended: null,
};

export const deck: DeckInfo = {
  name: "ridership-review.pptx",
  title: TITLES[0] as string,
  size: 184_000,
  slides: slides.length,
  score: 91,
  figures: 34,
  checks: 12,
  findings: [
    { severity: "warning", message: "The title is 15 words long.", slide: 3 },
    { severity: "note", message: "Two charts use the same data.", slide: 5 },
  ],
  unanswered: ["Why did trips fall in week 32?"],
};

/** A slide-like picture. */
export function picture(title: string, colour: string, seed: number): string {
  const bars = Array.from({ length: 7 }, (_, place) => {
    const height = 60 + ((seed * 37 + place * 53) % 210);
    return `<rect x="${80 + place * 62}" y="${430 - height}" width="40" height="${height}" fill="${place === seed % 7 ? colour : "#B8C2CC"}"/>`;
  }).join("");
  const words =
    title.length > 44 ? [title.slice(0, title.lastIndexOf(" ", 44)), title.slice(title.lastIndexOf(" ", 44))] : [title];
  const lines = words.map((line, place) => `<tspan x="60" dy="${place ? 42 : 0}">${line}</tspan>`).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 540"><rect width="960" height="540" fill="#fff"/>
<rect width="14" height="540" fill="${colour}"/><text x="60" y="80" font-family="Arial" font-weight="700" font-size="33" fill="#17222E">${lines}</text>
${bars}<rect x="560" y="190" width="340" height="14" fill="#566878"/><rect x="560" y="230" width="300" height="14" fill="#B8C2CC"/>
<rect x="560" y="270" width="320" height="14" fill="#B8C2CC"/><text x="60" y="510" font-family="Arial" font-size="15" fill="#566878">Source: trips-2026.csv</text></svg>`;
}

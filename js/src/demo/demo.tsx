/** Every component in a plain page, on models without a kernel: `?dark`, `?only=form`, `?fail`. */
import type { RenderArgs } from "../mount";
import audiencePicker from "../widgets/audience_picker";
import deckView from "../widgets/deck_view";
import generatorForm from "../widgets/generator_form";
import jobProgress from "../widgets/job_progress";
import themeGallery from "../widgets/theme_gallery";
import whenDone from "../widgets/when_done";
import { FakeModel } from "./fake_model";
import * as sample from "./samples";

const asked = new URLSearchParams(location.search);
const only = asked.get("only");
if (asked.has("dark")) document.body.classList.add("dark");

const page = document.getElementById("components") as HTMLElement;

function show(name: string, module: { render(args: RenderArgs): unknown }, model: FakeModel): void {
  if (only && only !== name) return;
  const el = page.appendChild(document.createElement("div"));
  el.id = name;
  module.render({ model, el });
}

function sendSlides(model: FakeModel, upTo = sample.slides.length): void {
  for (const slide of sample.slides.slice(0, upTo))
    model.receive({ kind: "picture", key: slide.key, svg: sample.picture(slide.title, "#0A7486", slide.index + 1) });
}

function sendThemes(model: FakeModel): void {
  for (const theme of sample.themes)
    theme.pictures.forEach((key, place) => {
      model.receive({ kind: "picture", key, svg: sample.picture(theme.name, theme.palette.dk2 ?? "#333", place + 2) });
    });
}

const list = { loading: false, error: "" };
show("audiences", audiencePicker, new FakeModel({ ...list, audiences: sample.audiences, value: "executive" }));
show(
  "themes",
  themeGallery,
  new FakeModel({ ...list, themes: sample.themes, value: "harbor" }, (message, model) => {
    if (message.kind === "ready") sendThemes(model);
  }),
);
show(
  "lost",
  audiencePicker,
  new FakeModel({
    loading: false,
    audiences: [],
    value: "",
    error: "The API could not be reached. Check the connection, then try again.",
  }),
);

const options = { speaker_notes: true, cite_footer: false, cite_notes: false, slides: null };
const form = {
  prompt: "",
  examples: [
    "Review the last quarter: what changed, why, and what to decide",
    "Make the case for the next step, with its cost and its risks",
  ],
  audiences: sample.audiences,
  audience: "executive",
  audience_linked: true,
  themes: sample.themes,
  theme: "harbor",
  theme_linked: asked.has("linked"),
  sources: sample.sources,
  options,
  errors: asked.has("fail") ? { sources: "lost.xlsx: there is no such file. Did you mean 'cost.xlsx'?" } : {},
  accept: [".csv", ".xlsx", ".docx", ".md"],
  upload_limit: 25_000_000,
  progress: sample.idle,
  slides: [],
  result: {},
};

/** Plays a generation: a step a tick. */
function generate(model: FakeModel): void {
  const started = Date.now() / 1000;
  let tick = 0;
  model.set("slides", []);
  model.set("result", {});
  const timer = setInterval(() => {
    const stage = sample.stages[Math.min(tick, 4)]?.id ?? "checking";
    const drawn = Math.max(0, tick - 4);
    model.set("progress", { ...sample.idle, status: "running", stage, percentage: Math.min(96, tick * 9), started });
    model.set("slides", sample.slides.slice(0, drawn));
    sendSlides(model, drawn);
    tick += 1;
    if (drawn < sample.slides.length) return;
    clearInterval(timer);
    model.set("progress", {
      ...sample.idle,
      status: "done",
      stage: "checking",
      percentage: 100,
      started,
      ended: Date.now() / 1000,
    });
    model.set("result", sample.deck);
  }, 500);
}

show(
  "form",
  generatorForm,
  new FakeModel(form, (message, model) => {
    if (message.kind === "generate") generate(model);
  }),
);
const started = Date.now() / 1000 - 4;
show(
  "progress",
  jobProgress,
  new FakeModel(
    {
      progress: { ...sample.idle, status: "running", stage: "rendering", percentage: 62, started },
      slides: sample.slides.slice(0, 4),
    },
    (message, model) => {
      if (message.kind === "ready") sendSlides(model, 3);
    },
  ),
);
show(
  "failed",
  jobProgress,
  new FakeModel({
    progress: {
      ...sample.idle,
      status: "failed",
      stage: "planning",
      percentage: 20,
      started,
      ended: started + 3,
      message: "The sources hold no table and no text.",
      hint: "Add a file with data.",
    },
    slides: [],
  }),
);
show(
  "deck",
  deckView,
  new FakeModel(
    { progress: { ...sample.idle, status: "done" }, slides: sample.slides, result: sample.deck, index: 2 },
    (message, model) => {
      if (message.kind === "ready") sendSlides(model);
    },
  ),
);
for (const [state, text] of [
  ["waiting", "The deck will be saved as first-deck.pptx as soon as it is made."],
  ["done", "Saved as first-deck.pptx (7 slides, 184 kB)."],
  ["failed", "The folder /reports cannot be written to. Choose another folder."],
])
  show(`when-${state}`, whenDone, new FakeModel({ state, text }));

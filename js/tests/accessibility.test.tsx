import axe from "axe-core";
import type { ComponentChild } from "preact";
import { describe, expect, it } from "vitest";
import { AudiencePicker } from "../src/components/audience_picker";
import { DeckView } from "../src/components/deck_view";
import { GeneratorForm } from "../src/components/generator_form";
import { JobProgress } from "../src/components/job_progress";
import { LostNotice } from "../src/components/lost_notice";
import { ThemeGallery } from "../src/components/theme_gallery";
import { WhenDone } from "../src/components/when_done";
import { Lost } from "../src/connection";
import { audiences, deck, idle, slides, sources, themes } from "../src/demo/samples";
import { show } from "./render";

const nothing = () => undefined;
const pictures = new Map(slides.map((slide) => [slide.key, "<svg/>"]));
const pick = { value: "", loading: false, error: "", onChoose: nothing, onRetry: nothing };
const form = {
  prompt: "",
  examples: ["Review the quarter"],
  audiences,
  audience: "",
  audienceLinked: false,
  themes,
  theme: "",
  themeLinked: true,
  sources,
  uploads: [],
  accept: [".csv"],
  options: { speaker_notes: true, cite_footer: false, cite_notes: false, slides: null },
  busy: false,
  onPrompt: nothing,
  onAudience: nothing,
  onTheme: nothing,
  onOptions: nothing,
  onFiles: nothing,
  onRemove: nothing,
  onGenerate: nothing,
};
const job = { slides, pictures, onCancel: nothing, onRetry: nothing, retryLabel: "Generate again" };
const view = { slides, pictures, index: 2, downloading: false, onIndex: nothing, onDownload: nothing };

const lost = (child: ComponentChild) => <Lost.Provider value={true}>{child}</Lost.Provider>;

const CASES: [string, ComponentChild][] = [
  ["audiences", <AudiencePicker {...pick} audiences={audiences} value={audiences[0]?.id ?? ""} />],
  ["audiences that could not be loaded", <AudiencePicker {...pick} audiences={[]} error="Lost." />],
  ["themes", <ThemeGallery {...pick} themes={themes} pictures={pictures} />],
  ["form", <GeneratorForm {...form} errors={{}} />],
  ["form with errors", <GeneratorForm {...form} errors={{ prompt: "Say more.", theme: "None.", sources: "Lost." }} />],
  ["progress", <JobProgress {...job} job={{ ...idle, status: "running", stage: "building", started: 1 }} />],
  ["failure", <JobProgress {...job} job={{ ...idle, status: "failed", stage: "reading", message: "No table." }} />],
  ["deck", <DeckView {...view} deck={deck} />],
  ["saved", <WhenDone state="done" text="Saved." />],
  ["saved in vain", lost(<WhenDone state="waiting" text="Waiting." />)],
  ["progress without a kernel", lost(<JobProgress {...job} job={{ ...idle, status: "running", started: 1 }} />)],
  ["lost kernel", <LostNotice />],
];

// Rules that need a whole page, or a drawn one, have nothing to look at here.
const rules = Object.fromEntries(
  ["color-contrast", "region", "page-has-heading-one", "landmark-one-main", "heading-order"].map((rule) => [
    rule,
    { enabled: false },
  ]),
);

describe("roles, names and states", () => {
  it.each(CASES)("of the %s are sound", async (_name, component) => {
    const { violations } = await axe.run(show(component), { rules });
    expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  });
});

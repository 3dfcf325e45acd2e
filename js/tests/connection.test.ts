import { describe, expect, it, vi } from "vitest";
import { LiveModel } from "../src/connection";
import { FakeModel } from "../src/demo/fake_model";
import { audiences, idle, slides } from "../src/demo/samples";
import generatorForm from "../src/widgets/generator_form";
import { all, button, one } from "./render";

/** A model whose kernel can be stopped. */
class Mortal extends FakeModel {
  dead = false;

  override send(content: unknown): void {
    if (this.dead) throw new Error("Cannot send");
    super.send(content);
  }

  stop(): void {
    this.dead = true;
    this.tell("comm_live_update");
  }
}

const state = {
  prompt: "How are we doing?",
  examples: [],
  audiences,
  audience: "",
  audience_linked: false,
  themes: [],
  theme: "",
  theme_linked: false,
  sources: [],
  options: { speaker_notes: false, cite_footer: false, cite_notes: false, slides: null },
  errors: {},
  accept: [".csv"],
  upload_limit: 100,
  progress: { ...idle, status: "running", stage: "building", percentage: 40, started: Date.now() / 1000 },
  slides: slides.slice(0, 2),
  result: {},
};

function mounted(model: FakeModel): ShadowRoot {
  document.body.replaceChildren();
  const el = document.body.appendChild(document.createElement("div"));
  generatorForm.render({ model, el });
  return el.firstElementChild?.shadowRoot as ShadowRoot;
}

describe("a widget whose kernel is stopped", () => {
  it("says so, and follows nothing any more", async () => {
    const model = new Mortal(state);
    const root = mounted(model);
    await vi.waitFor(() => expect(root.textContent).toContain("Making the deck"));
    expect(root.textContent).not.toContain("The kernel behind this");
    model.stop();
    await vi.waitFor(() => expect(one(root, '[role="alert"]').textContent).toContain("run the notebook’s cells again"));
    expect(one(root, ".progress").textContent).toContain("No longer followed");
    expect(one(root, ".progress").getAttribute("aria-busy")).toBe("false");
    expect(button(root, "Generate").disabled).toBe(true);
    expect(one<HTMLTextAreaElement>(root, "textarea").value).toBe("How are we doing?");
  });

  it("has no pictures to wait for when it is read from a saved notebook", async () => {
    const model = new Mortal(state);
    model.dead = true;
    const root = mounted(model);
    await vi.waitFor(() => expect(all(root, ".picture.missing")).toHaveLength(2));
    expect(all(root, ".waiting")).toHaveLength(0);
  });

  it("works again as soon as a message arrives", async () => {
    const model = new Mortal(state);
    const live = new LiveModel(model);
    const told = vi.fn();
    live.watch(told);
    model.stop();
    expect(live.lost).toBe(true);
    model.dead = false;
    live.send({ kind: "ready" });
    expect([live.lost, told.mock.calls.length]).toEqual([false, 2]);
    live.leave();
    model.stop();
    expect(told.mock.calls.length).toBe(2);
  });
});

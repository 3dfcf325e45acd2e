import { describe, expect, it, vi } from "vitest";
import { GeneratorForm, type GeneratorFormProps } from "../src/components/generator_form";
import { readSlides } from "../src/components/option_fields";
import { audiences, sources, themes } from "../src/demo/samples";
import { all, button, one, show, type } from "./render";

const options = { speaker_notes: false, cite_footer: false, cite_notes: false, slides: null };

function form(more: Partial<GeneratorFormProps> = {}) {
  const calls = {
    onPrompt: vi.fn(),
    onAudience: vi.fn(),
    onTheme: vi.fn(),
    onOptions: vi.fn(),
    onFiles: vi.fn(),
    onRemove: vi.fn(),
    onGenerate: vi.fn(),
  };
  const props: GeneratorFormProps = {
    prompt: "Review the year",
    examples: ["An example"],
    audiences,
    audience: "executive",
    audienceLinked: false,
    themes,
    theme: "harbor",
    themeLinked: false,
    sources,
    uploads: [],
    accept: [".csv", ".md"],
    options,
    errors: {},
    busy: false,
    ...calls,
    ...more,
  };
  return { root: show(<GeneratorForm {...props} />), ...calls };
}

describe("GeneratorForm", () => {
  it("generates with everything that stands in it", () => {
    const { root, onGenerate } = form();
    button(root, "Generate").click();
    expect(onGenerate).toHaveBeenCalledWith({
      prompt: "Review the year",
      audience: "executive",
      theme: "harbor",
      options,
    });
  });

  it("refuses an empty prompt beside the prompt, and goes there", async () => {
    const { root, onGenerate } = form({ prompt: "   " });
    button(root, "Generate").click();
    await vi.waitFor(() => expect(one(root, "#prompt-problem").textContent).toContain("what the deck is about"));
    expect(onGenerate).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(one(root, "textarea"));
    expect(one(root, "textarea").getAttribute("aria-invalid")).toBe("true");
  });

  it("offers examples for an empty prompt only", () => {
    const { root, onPrompt } = form({ prompt: "" });
    button(root, "An example").click();
    expect(onPrompt).toHaveBeenCalledWith("An example");
    expect(all(form().root, ".examples")).toHaveLength(0);
  });

  it("says Python's errors beside their fields", () => {
    const { root } = form({ errors: { sources: "lost.csv: there is no such file.", form: "Something else." } });
    expect(one(root, "#sources-problem").textContent).toContain("lost.csv");
    expect(one(root, "#form-problem").textContent).toContain("Something else.");
  });

  it("follows the pickers when it is linked to them", () => {
    const { root } = form({ audienceLinked: true, themeLinked: true, theme: "" });
    expect(all(root, "select")).toHaveLength(0);
    expect(one(root, 'output[aria-label="Audience"]').textContent).toBe("Executive");
    expect(one(root, 'output[aria-label="Theme"]').textContent).toContain("Choose one in the theme gallery");
  });

  it("takes a number of slides or a range, and refuses the rest", async () => {
    expect(["", " 8 ", "6-9", "6 – 9", "6 to 9"].map(readSlides)).toEqual([null, [8, 8], [6, 9], [6, 9], [6, 9]]);
    expect(["many", "9-6", "0", "6-", "101"].map(readSlides)).toEqual(Array(5).fill(undefined));
    const { root, onGenerate, onOptions } = form();
    type(one<HTMLInputElement>(root, "[name=slides]"), "6-9");
    expect(onOptions).toHaveBeenCalledWith({ ...options, slides: [6, 9] });
    type(one<HTMLInputElement>(root, "[name=slides]"), "lots");
    await vi.waitFor(() => expect(one<HTMLInputElement>(root, "[name=slides]").value).toBe("lots"));
    button(root, "Generate").click();
    await vi.waitFor(() => expect(one(root, "#slides-problem").textContent).toContain("range"));
    expect(onGenerate).not.toHaveBeenCalled();
  });

  it("lists sources with what is wrong, and leaves any of them out", () => {
    const { root, onRemove } = form();
    expect(root.textContent).toContain("there is no such file");
    expect(all(root, '[aria-label^="Remove"]')).toHaveLength(3);
    button(root, "Remove notes").click();
    expect(onRemove).toHaveBeenCalledWith("s2");
  });

  it("takes dropped files", () => {
    const { root, onFiles } = form();
    const file = new File(["a,b"], "a.csv");
    const event = new Event("drop", { bubbles: true, cancelable: true });
    Object.assign(event, { dataTransfer: { files: [file] } });
    one(root, ".drop").dispatchEvent(event);
    expect(onFiles).toHaveBeenCalledWith([file]);
    expect(event.defaultPrevented).toBe(true);
  });

  it("starts nothing while a job is under way", () => {
    const { root } = form({ busy: true });
    expect(button(root, "Generating").disabled).toBe(true);
  });
});

import { beforeEach, describe, expect, it, vi } from "vitest";
import { FakeModel } from "../src/demo/fake_model";
import { audiences, deck, idle, slides } from "../src/demo/samples";
import { schemeOf } from "../src/scheme";
import { CHUNK_BYTES, receiveDownloads, upload } from "../src/transfers";
import audiencePicker from "../src/widgets/audience_picker";
import generatorForm from "../src/widgets/generator_form";
import { all, button, one, type } from "./render";

function mounted(module: typeof audiencePicker, model: FakeModel) {
  const el = document.body.appendChild(document.createElement("div"));
  const leave = module.render({ model, el });
  const shadow = el.firstElementChild?.shadowRoot as ShadowRoot;
  return { el, leave, shadow };
}

const formState = {
  prompt: "",
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
  progress: idle,
  slides: [],
  result: {},
};

beforeEach(() => document.body.replaceChildren());

describe("a widget", () => {
  it("lives in a shadow root whose host keeps JupyterLab's shortcuts away", () => {
    const model = new FakeModel({ audiences, value: "", loading: false, error: "" });
    const { el, shadow, leave } = mounted(audiencePicker, model);
    expect(el.firstElementChild?.getAttribute("data-lm-suppress-shortcuts")).toBe("true");
    expect(all(shadow, '[role="option"]')).toHaveLength(audiences.length);
    leave();
    expect(el.childElementCount).toBe(0);
  });

  it("writes a choice into the model, and shows one that Python makes", async () => {
    const model = new FakeModel({ audiences, value: "", loading: false, error: "" });
    const { shadow } = mounted(audiencePicker, model);
    one(shadow, '[aria-label="Technical"]').click();
    expect(model.get("value")).toBe("technical");
    model.set("value", "board");
    await vi.waitFor(() => expect(one(shadow, '[aria-selected="true"]').getAttribute("aria-label")).toContain("Board"));
  });
});

describe("the form", () => {
  it("sends everything with the press: trait updates may arrive later", async () => {
    const model = new FakeModel(formState);
    const { shadow } = mounted(generatorForm, model);
    type(one<HTMLTextAreaElement>(shadow, "textarea"), "Review");
    await vi.waitFor(() => expect(one<HTMLTextAreaElement>(shadow, "textarea").value).toBe("Review"));
    button(shadow, "Generate").click();
    expect(model.sent.at(-1)).toMatchObject({ kind: "generate", prompt: "Review" });
  });

  it("asks for its pictures when it appears, and shows them when they come", async () => {
    const model = new FakeModel({ ...formState, progress: { ...idle, status: "running" }, slides });
    const { shadow } = mounted(generatorForm, model);
    await vi.waitFor(() => expect(model.sent).toContainEqual({ kind: "ready" }));
    expect(all(shadow, "img")).toHaveLength(0);
    model.receive({ kind: "picture", key: slides[0]?.key, svg: "<svg/>" });
    await vi.waitFor(() => expect(all(shadow, "img")).toHaveLength(1));
    model.set("progress", { ...idle, status: "done" });
    model.set("result", deck);
    await vi.waitFor(() => expect(button(shadow, "Download")).toBeTruthy());
  });

  it("refuses a file that is too large before sending any of it", async () => {
    const model = new FakeModel(formState);
    const { shadow } = mounted(generatorForm, model);
    const input = one<HTMLInputElement>(shadow, 'input[type="file"]');
    Object.defineProperty(input, "files", { value: [new File(["x".repeat(101)], "big.csv")] });
    input.dispatchEvent(new Event("change", { bubbles: true }));
    await vi.waitFor(() => expect(shadow.textContent).toContain("big.csv: is too large"));
    expect(model.sent.filter((each) => (each as { kind: string }).kind === "upload")).toEqual([]);
  });
});

describe("transfers", () => {
  it("uploads in pieces, each after the last was acknowledged", async () => {
    const seen: number[] = [];
    const model = new FakeModel({}, (message, self) => {
      seen.push(Number(message.seq));
      queueMicrotask(() => self.receive({ kind: "upload_ack", id: message.id, seq: message.seq }));
    });
    const file = new File([new Uint8Array(CHUNK_BYTES * 2 + 1)], "a.csv");
    expect(await upload(model, file)).toBe("");
    expect(seen).toEqual([0, 1, 2]);
  });

  it("stops at a refusal and says it", async () => {
    const model = new FakeModel({}, (message, self) =>
      queueMicrotask(() => self.receive({ kind: "upload_ack", id: message.id, seq: 0, problem: "No." })),
    );
    expect(await upload(model, new File([new Uint8Array(CHUNK_BYTES * 2)], "a.csv"))).toBe("No.");
    expect(model.sent).toHaveLength(1);
  });

  it("puts a download together from windows on larger buffers", () => {
    const model = new FakeModel({});
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
    const blobs: Blob[] = [];
    vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return "blob:deck";
    });
    const done = vi.fn();
    receiveDownloads(model, done);
    const buffer = new Uint8Array([9, 1, 2, 3, 9]).buffer;
    const head = { kind: "chunk", id: "t", count: 2, name: "q3.pptx" };
    model.receive({ ...head, seq: 0 }, [new DataView(buffer, 1, 2)]);
    expect(done).not.toHaveBeenCalled();
    model.receive({ ...head, seq: 1 }, [new DataView(buffer, 3, 1)]);
    expect(done).toHaveBeenCalledWith("q3.pptx");
    expect(blobs[0]?.size).toBe(3);
    expect(clicked).toHaveBeenCalledOnce();
    expect(model.sent).toEqual([0, 1].map((seq) => ({ kind: "chunk_ack", id: "t", seq })));
    vi.restoreAllMocks();
  });
});

describe("the colour scheme", () => {
  it.each([
    ["data-jp-theme-light", "false", "dark"],
    ["data-jp-theme-light", "true", "light"],
    ["data-theme", "dark", "dark"],
    ["class", "vscode-dark", "dark"],
    ["style", "background-color: rgb(20, 22, 28)", "dark"],
    ["style", "background-color: rgb(250, 250, 250)", "light"],
  ])("follows body %s=%s", (name, value, scheme) => {
    document.body.setAttribute(name, value);
    const el = document.body.appendChild(document.createElement("div"));
    expect(schemeOf(el)).toBe(scheme);
    document.body.removeAttribute(name);
  });
});

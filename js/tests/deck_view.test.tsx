import { describe, expect, it, vi } from "vitest";
import { DeckView, type DeckViewProps } from "../src/components/deck_view";
import { deck, slides } from "../src/demo/samples";
import { all, button, one, press, show } from "./render";

function view(more: Partial<DeckViewProps> = {}) {
  const onIndex = vi.fn();
  const onDownload = vi.fn();
  const root = show(
    <DeckView {...{ slides, pictures: new Map(), deck, index: 2, downloading: false, onIndex, onDownload, ...more }} />,
  );
  return { root, onIndex, onDownload };
}

describe("DeckView", () => {
  it.each([
    ["ArrowRight", 3],
    ["ArrowDown", 3],
    ["ArrowLeft", 1],
    ["Home", 0],
    ["End", 6],
  ])("%s leads to slide index %i", (key, to) => {
    const { root, onIndex } = view();
    press(one(root, ".slide-large"), key);
    expect(onIndex).toHaveBeenCalledWith(to);
  });

  it("stays within the deck", () => {
    const { root, onIndex } = view({ index: 6 });
    press(one(root, ".slide-large"), "ArrowRight");
    expect(onIndex).toHaveBeenCalledWith(6);
    expect(button(root, "Next slide").disabled).toBe(true);
  });

  it("leaves the browser's own shortcuts alone", () => {
    const { root, onIndex } = view();
    press(one(root, ".slide-large"), "ArrowRight", { altKey: true });
    expect(onIndex).not.toHaveBeenCalled();
  });

  it("fills the screen with F and leaves with Esc", async () => {
    const { root } = view();
    press(one(root, ".slide-large"), "f");
    await vi.waitFor(() => expect(one(root, ".deck").className).toContain("filled"));
    press(one(root, ".slide-large"), "Escape");
    await vi.waitFor(() => expect(one(root, ".deck").className).not.toContain("filled"));
  });

  it("shows the notes of the slide, and hides them when asked", async () => {
    const { root } = view();
    expect(all(one(root, '[aria-label="Speaker notes"]'), "p")).toHaveLength(2);
    button(root, "Notes").click();
    await vi.waitFor(() => expect(root.querySelector('[aria-label="Speaker notes"]')).toBeNull());
  });

  it("leads from a remark to its slide", () => {
    const { root, onIndex } = view();
    button(root, "Slide 5").click();
    expect(onIndex).toHaveBeenCalledWith(4);
    expect(root.textContent).toContain("Why did trips fall in week 32?");
  });

  it("offers no download before the deck is finished", () => {
    const { root, onDownload } = view();
    button(root, "Download").click();
    expect(onDownload).toHaveBeenCalled();
    expect(() => button(view({ deck: null }).root, "Download")).toThrow();
  });
});

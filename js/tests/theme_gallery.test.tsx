import { describe, expect, it, vi } from "vitest";
import { ThemeGallery } from "../src/components/theme_gallery";
import { picture, themes } from "../src/demo/samples";
import { all, one, show } from "./render";

const gallery = (pictures: Map<string, string>) =>
  show(
    <ThemeGallery
      {...{ themes, pictures, value: "harbor", loading: false, error: "", onChoose: vi.fn(), onRetry: vi.fn() }}
    />,
  );

describe("ThemeGallery", () => {
  it("keeps a place for each picture until it comes", async () => {
    const root = gallery(new Map([["harbor-0", picture("Harbor", "#0A7486", 1)]]));
    await vi.waitFor(() => expect(all(root, "img")).toHaveLength(1));
    expect(all(one(root, '[aria-label="Harbor"]'), ".waiting")).toHaveLength(3);
  });

  it("names colours and typefaces", () => {
    const root = gallery(new Map());
    const card = one(root, '[aria-label="Fieldnote"]');
    expect(one(card, ".palette").getAttribute("aria-label")).toContain("#2C7347");
    expect(card.textContent).toContain("Georgia + Calibri");
    // One typeface is said once.
    expect(one(one(root, '[aria-label="Harbor"]'), ".fonts").textContent).toBe("Arial");
  });

  it("shows a theme that comes without a picture", () => {
    expect(one(gallery(new Map()), '[aria-label="A theme of another server"] .swatch')).toBeTruthy();
  });
});

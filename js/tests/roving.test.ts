import { describe, expect, it } from "vitest";
import { neighbour } from "../src/components/roving";

/** Three columns, two rows, the last row half full. */
const GRID = [0, 1, 2, 3, 4].map((place) => new DOMRect((place % 3) * 100, Math.floor(place / 3) * 50, 90, 40));

describe("neighbour", () => {
  it.each([
    [0, "ArrowRight", 1],
    [4, "ArrowRight", 4],
    [0, "ArrowLeft", 0],
    [1, "ArrowDown", 4],
    [2, "ArrowDown", 4],
    [3, "ArrowDown", 3],
    [4, "ArrowUp", 1],
    [1, "ArrowUp", 1],
    [3, "Home", 0],
    [0, "End", 4],
    [0, "x", -1],
  ])("leads from %i with %s to %i", (from, key, to) => {
    expect(neighbour(GRID, from, key)).toBe(to);
  });

  it("goes along a single row with up and down", () => {
    expect(neighbour(GRID.slice(0, 3), 0, "ArrowDown")).toBe(1);
    expect(neighbour(GRID.slice(0, 3), 1, "ArrowUp")).toBe(0);
  });
});

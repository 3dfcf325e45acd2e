import { describe, expect, it, vi } from "vitest";
import { AudiencePicker, type AudiencePickerProps } from "../src/components/audience_picker";
import { audiences } from "../src/demo/samples";
import { all, button, one, press, show, type } from "./render";

function picker(more: Partial<AudiencePickerProps> = {}) {
  const onChoose = vi.fn();
  const onRetry = vi.fn();
  const root = show(
    <AudiencePicker {...{ audiences, value: "", loading: false, error: "", onChoose, onRetry, ...more }} />,
  );
  return { root, onChoose, onRetry };
}

const names = (root: HTMLElement) => all(root, '[role="option"]').map((each) => each.getAttribute("aria-label"));

describe("AudiencePicker", () => {
  it("says in numbers what each audience does to the deck", () => {
    const { root } = picker();
    const card = one(root, '[aria-label="Executive"]');
    expect(card.textContent).toContain("6–9");
    expect(card.textContent).toContain("≤ 60");
    expect(card.textContent).toContain("Opens and ends with a decision");
  });

  it("shows audiences of other servers, which have no rules", () => {
    const { root } = picker();
    expect(one(root, '[aria-label="Field sales EMEA"]').querySelector("dt")).toBeNull();
  });

  it("chooses by click, Enter and Space", () => {
    const { root, onChoose } = picker();
    const [first, second, third] = all(root, '[role="option"]') as [HTMLElement, HTMLElement, HTMLElement];
    first.click();
    press(second, "Enter");
    press(third, " ");
    expect(onChoose.mock.calls).toEqual([["executive"], ["board"], ["technical"]]);
  });

  it("is one tab stop, on the chosen card", () => {
    const { root } = picker({ value: "technical" });
    const stops = all(root, '[role="option"]').filter((each) => each.tabIndex === 0);
    expect(stops.map((each) => each.getAttribute("aria-label"))).toEqual(["Technical"]);
    expect(stops[0]?.getAttribute("aria-selected")).toBe("true");
  });

  it("moves with the arrow keys, Home and End", () => {
    const { root } = picker();
    const options = all(root, '[role="option"]');
    options[0]?.focus();
    press(options[0] as HTMLElement, "ArrowRight");
    expect(document.activeElement).toBe(options[1]);
    press(options[1] as HTMLElement, "End");
    expect(document.activeElement).toBe(options.at(-1));
    press(options.at(-1) as HTMLElement, "Home");
    expect(document.activeElement).toBe(options[0]);
  });

  it("finds whatever the case and the accents", async () => {
    const { root, onChoose } = picker();
    const field = one<HTMLInputElement>(root, 'input[type="search"]');
    type(field, "EXÉC");
    await vi.waitFor(() => expect(names(root)).toEqual(["Executive"]));
    press(field, "Enter");
    expect(onChoose).toHaveBeenCalledWith("executive");
    type(field, "nobody at all");
    await vi.waitFor(() => expect(root.textContent).toContain("No audience matches “nobody at all”."));
  });

  it("says what went wrong and offers another try", () => {
    const { root, onRetry } = picker({ audiences: [], error: "The API could not be reached." });
    expect(one(root, '[role="alert"]').textContent).toContain("The API could not be reached.");
    button(root, "Try again").click();
    expect(onRetry).toHaveBeenCalled();
  });
});

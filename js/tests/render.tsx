import { type ComponentChild, render } from "preact";

/** Renders into the page's body; what was there before goes. */
export function show(view: ComponentChild): HTMLElement {
  document.body.replaceChildren();
  const root = document.body.appendChild(document.createElement("div"));
  render(view, root);
  return root;
}

export function press(target: Element, key: string, more: KeyboardEventInit = {}): void {
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, composed: true, ...more }));
}

export function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

export const all = (root: ParentNode, selector: string): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(selector),
];

export function one<T extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

/** The button that says that. */
export function button(root: ParentNode, name: string): HTMLButtonElement {
  const found = all(root, "button").find((each) =>
    (each.getAttribute("aria-label") ?? each.textContent)?.includes(name),
  );
  if (!found) throw new Error(`no button ${name}`);
  return found as HTMLButtonElement;
}

// jsdom draws nothing, so it has no object URLs and no scrolling.
URL.createObjectURL = () => "blob:picture";
URL.revokeObjectURL = () => {};

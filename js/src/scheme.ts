/** Light or dark, as the page around us says: its own mark first, then the colour it is painted in, then the system. */

export type Scheme = "light" | "dark";

function marked(page: Document): Scheme | null {
  const body = page.body;
  const jupyter = body?.dataset.jpThemeLight;
  if (jupyter) return jupyter === "false" ? "dark" : "light";
  for (const element of [body, page.documentElement]) {
    if (!element) continue;
    const names = element.classList;
    const theme = element.dataset.theme ?? element.dataset.bsTheme ?? "";
    if (theme === "dark" || names.contains("dark") || names.contains("vscode-dark") || names.contains("theme-dark"))
      return "dark";
    if (theme === "light" || names.contains("light") || names.contains("vscode-light") || names.contains("theme-light"))
      return "light";
  }
  return null;
}

function painted(start: Element | null): Scheme | null {
  for (let element = start; element; element = element.parentElement) {
    const parts =
      getComputedStyle(element)
        .backgroundColor.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    const [red = 0, green = 0, blue = 0, alpha = 1] = parts;
    if (parts.length < 3 || alpha < 0.5) continue;
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110 ? "dark" : "light";
  }
  return null;
}

export function schemeOf(element: Element): Scheme {
  const system = globalThis.matchMedia?.("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const near = element.closest("[data-theme], .dark");
  if (near) return near.classList.contains("dark") || near.getAttribute("data-theme") === "dark" ? "dark" : "light";
  return marked(element.ownerDocument) ?? painted(element) ?? system;
}

/** Tells now and at every change; returns how to stop. */
export function watchScheme(element: Element, tell: (scheme: Scheme) => void): () => void {
  const update = () => tell(schemeOf(element));
  const observer = new MutationObserver(update);
  const page = element.ownerDocument;
  const filter = { attributes: true, attributeFilter: ["class", "data-theme", "data-bs-theme", "data-jp-theme-light"] };
  for (const target of [page.documentElement, page.body]) if (target) observer.observe(target, filter);
  const system = globalThis.matchMedia?.("(prefers-color-scheme: dark)");
  system?.addEventListener("change", update);
  update();
  // The element gets its place in the page only after the widget has been rendered.
  const frame = globalThis.requestAnimationFrame?.(update);
  return () => {
    observer.disconnect();
    system?.removeEventListener("change", update);
    if (frame !== undefined) cancelAnimationFrame(frame);
  };
}

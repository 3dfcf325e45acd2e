import { type FunctionComponent, h, render } from "preact";
import type { Model } from "./model";
import { watchScheme } from "./scheme";
import base from "./style/base.css";
import tokens from "./style/tokens.css";

export interface RenderArgs {
  model: Model;
  el: HTMLElement;
}

/** Makes an anywidget module of a view: shadow root, styles, colour scheme, clean-up. */
export function widget(View: FunctionComponent<{ model: Model }>, styles: string[] = []) {
  return {
    render({ model, el }: RenderArgs): () => void {
      // JupyterLab's shortcuts must not fire while somebody types in here: inside a shadow root it cannot see the text box.
      el.setAttribute("data-lm-suppress-shortcuts", "true");
      el.classList.add("prezent-widget");
      el.style.minWidth = "0";
      el.style.width = "100%";
      const host = el.appendChild(document.createElement("div"));
      const shadow = host.attachShadow({ mode: "open" });
      const style = document.createElement("style");
      style.textContent = [tokens, base, ...styles].join("\n");
      const root = document.createElement("div");
      root.className = "pw";
      shadow.append(style, root);
      const stop = watchScheme(host, (scheme) => {
        root.dataset.scheme = scheme;
      });
      render(h(View, { model }), root);
      return () => {
        stop();
        render(null, root);
        host.remove();
      };
    },
  };
}

import { type FunctionComponent, h, render } from "preact";
import { LiveModel } from "./connection";
import { Frame } from "./frame";
import type { Model } from "./model";
import { watchScheme } from "./scheme";
import base from "./style/base.css";
import tokens from "./style/tokens.css";

export interface RenderArgs {
  model: Model;
  el: HTMLElement;
}

/**
 * Makes an anywidget module of a view: shadow root, styles, colour scheme, clean-up. A quiet one says itself what the loss
 * of its kernel means.
 */
export function widget(View: FunctionComponent<{ model: Model }>, styles: string[] = [], quiet = false) {
  return {
    render({ model, el }: RenderArgs): () => void {
      el.classList.add("prezent-widget");
      const host = el.appendChild(document.createElement("div"));
      // JupyterLab's shortcuts ("d d" deletes a cell) must not fire while somebody presses keys in here. They look at the
      // element an event comes from, and from within a shadow root that is the host: the mark must be on the host itself.
      host.setAttribute("data-lm-suppress-shortcuts", "true");
      const shadow = host.attachShadow({ mode: "open" });
      const style = document.createElement("style");
      style.textContent = [tokens, base, ...styles].join("\n");
      const root = document.createElement("div");
      root.className = "pw";
      shadow.append(style, root);
      const stop = watchScheme(host, (scheme) => {
        root.dataset.scheme = scheme;
      });
      const live = new LiveModel(model);
      render(h(Frame, { View, model: live, quiet }), root);
      return () => {
        stop();
        render(null, root);
        live.leave();
        host.remove();
      };
    },
  };
}

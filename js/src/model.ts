/** The part of anywidget's model that the widgets use; the host page and the demo page bring their own. */

// biome-ignore lint/suspicious/noExplicitAny: the model calls back with whatever the event carries.
type Handler = (...args: any[]) => void;

export interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(event: string, handler: Handler): void;
  off(event: string, handler: Handler): void;
  send(content: unknown, callbacks?: unknown, buffers?: ArrayBuffer[]): void;
}

/** A message of ours: `kind` says which. */
export interface Message {
  kind: string;
  [field: string]: unknown;
}

/** Listens to our messages until the returned function is called. */
export function onMessage(model: Model, handle: (message: Message, buffers: DataView[]) => void): () => void {
  const handler = (message: Message, buffers?: DataView[]) => {
    if (message && typeof message.kind === "string") handle(message, buffers ?? []);
  };
  model.on("msg:custom", handler);
  return () => model.off("msg:custom", handler);
}

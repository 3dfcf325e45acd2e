import { createContext } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Model } from "./model";

/** Whether the kernel behind this widget is gone: then nothing can be asked of it. */
export const Lost = createContext(false);

/**
 * A model that notices when its kernel goes. The host's own throws where a message cannot be sent; it tells that a
 * connection changed, and not how, so this one then tries.
 */
export class LiveModel implements Model {
  lost = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly model: Model) {
    model.on("comm_live_update", this.look);
  }

  readonly look = (): void => this.send({ kind: "ping" });

  get(name: string): unknown {
    return this.model.get(name);
  }

  set(name: string, value: unknown): void {
    this.model.set(name, value);
  }

  save_changes(): void {
    this.attempt(() => this.model.save_changes());
  }

  on(event: string, handler: Parameters<Model["on"]>[1]): void {
    this.model.on(event, handler);
  }

  off(event: string, handler: Parameters<Model["off"]>[1]): void {
    this.model.off(event, handler);
  }

  send(content: unknown, callbacks?: unknown, buffers?: ArrayBuffer[]): void {
    this.attempt(() => this.model.send(content, callbacks, buffers));
  }

  /** Tells at every change of `lost`; returns how to stop. */
  watch(tell: () => void): () => void {
    this.listeners.add(tell);
    return () => this.listeners.delete(tell);
  }

  leave(): void {
    this.model.off("comm_live_update", this.look);
    this.listeners.clear();
  }

  private attempt(work: () => void): void {
    let lost = false;
    try {
      work();
    } catch {
      // Whatever the host says, it means that nobody is there: `lost` puts it before the reader.
      lost = true;
    }
    if (lost === this.lost) return;
    this.lost = lost;
    for (const tell of this.listeners) tell();
  }
}

export function useLost(model: LiveModel): boolean {
  const [lost, setLost] = useState(model.lost);
  useEffect(() => {
    const update = () => setLost(model.lost);
    update();
    return model.watch(update);
  }, [model]);
  return lost;
}

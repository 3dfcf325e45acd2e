import type { Model } from "../model";

type Handler = (...args: unknown[]) => void;

/** anywidget's model without a kernel; `onSend` plays the kernel. */
export class FakeModel implements Model {
  readonly sent: unknown[] = [];
  private readonly handlers = new Map<string, Set<Handler>>();

  constructor(
    private state: Record<string, unknown>,
    private readonly onSend: (content: Record<string, unknown>, model: FakeModel) => void = () => {},
  ) {}

  get(name: string): unknown {
    return this.state[name];
  }

  set(name: string, value: unknown): void {
    this.state = { ...this.state, [name]: value };
    this.emit(`change:${name}`);
  }

  save_changes(): void {}

  on(event: string, handler: Handler): void {
    const known = this.handlers.get(event) ?? new Set();
    this.handlers.set(event, known.add(handler));
  }

  off(event: string, handler: Handler): void {
    this.handlers.get(event)?.delete(handler);
  }

  send(content: unknown): void {
    this.sent.push(content);
    this.onSend(content as Record<string, unknown>, this);
  }

  /** A message from Python. */
  receive(content: Record<string, unknown>, buffers: DataView[] = []): void {
    this.emit("msg:custom", content, buffers);
  }

  /** What the host says: an event without a message. */
  tell(event: string): void {
    this.emit(event);
  }

  private emit(event: string, ...args: unknown[]): void {
    for (const handler of [...(this.handlers.get(event) ?? [])]) handler(...args);
  }
}

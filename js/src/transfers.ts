import { type Model, onMessage } from "./model";

/** Messages of at most this size, each acknowledged before the next: a notebook's socket drops larger ones. */
export const CHUNK_BYTES = 1_000_000;

let transfers = 0;

/** Sends a file to Python; resolves with what is wrong with it, empty when nothing is. */
export async function upload(model: Model, file: File, told: (share: number) => void = () => {}): Promise<string> {
  transfers += 1;
  const id = `${Date.now().toString(36)}-${transfers}`;
  const count = Math.max(1, Math.ceil(file.size / CHUNK_BYTES));
  for (let seq = 0; seq < count; seq += 1) {
    const piece = await file.slice(seq * CHUNK_BYTES, (seq + 1) * CHUNK_BYTES).arrayBuffer();
    const problem = await acknowledged(model, id, seq, () =>
      model.send({ kind: "upload", id, name: file.name, size: file.size, seq, count }, undefined, [piece]),
    );
    if (problem) return problem;
    told((seq + 1) / count);
  }
  return "";
}

function acknowledged(model: Model, id: string, seq: number, send: () => void): Promise<string> {
  return new Promise((resolve) => {
    const stop = onMessage(model, (message) => {
      if (message.kind !== "upload_ack" || message.id !== id || message.seq !== seq) return;
      stop();
      resolve(String(message.problem ?? ""));
    });
    send();
  });
}

/** Receives the files Python sends after "download", and hands each to the browser. Returns how to stop. */
export function receiveDownloads(model: Model, done: (name: string) => void): () => void {
  const arriving = new Map<string, ArrayBuffer[]>();
  return onMessage(model, (message, buffers) => {
    if (message.kind !== "chunk") return;
    const id = String(message.id);
    const seq = Number(message.seq);
    const pieces = arriving.get(id) ?? [];
    const view = buffers[0];
    if (view && seq === pieces.length) {
      // The view may be a window on a larger buffer: only what it shows is ours.
      pieces.push(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength) as ArrayBuffer);
    }
    arriving.set(id, pieces);
    model.send({ kind: "chunk_ack", id, seq });
    if (pieces.length < Number(message.count)) return;
    arriving.delete(id);
    const name = String(message.name);
    offer(
      new Blob(pieces, { type: "application/vnd.openxmlformats-officedocument.presentationml.presentation" }),
      name,
    );
    done(name);
  });
}

function offer(file: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

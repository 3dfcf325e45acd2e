import { useCallback, useEffect, useState } from "preact/hooks";
import { type Model, onMessage } from "./model";
import type { Pictures } from "./types";

/** A synced trait, and how to change it from this side. */
export function useTrait<T>(model: Model, name: string): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => model.get(name) as T);
  useEffect(() => {
    const update = () => setValue(() => model.get(name) as T);
    model.on(`change:${name}`, update);
    update();
    return () => model.off(`change:${name}`, update);
  }, [model, name]);
  const change = useCallback(
    (next: T) => {
      model.set(name, next);
      model.save_changes();
      setValue(() => next);
    },
    [model, name],
  );
  return [value, change];
}

/**
 * The pictures Python has sent. Asking with "ready" makes it send what this page does not have: also after a page reload,
 * when the traits come back by themselves and the pictures, being messages, do not.
 */
export function usePictures(model: Model): Pictures {
  const [pictures, setPictures] = useState<Pictures>(() => new Map());
  useEffect(() => {
    const stop = onMessage(model, (message) => {
      if (message.kind !== "picture") return;
      setPictures((known) => new Map(known).set(String(message.key), String(message.svg)));
    });
    model.send({ kind: "ready" });
    return stop;
  }, [model]);
  return pictures;
}

/** Seconds that a job has taken, counting while it runs. */
export function useElapsed(started: number | null, ended: number | null): number {
  const [now, setNow] = useState(() => Date.now() / 1000);
  const running = started !== null && ended === null;
  useEffect(() => {
    if (!running) return;
    setNow(Date.now() / 1000);
    const timer = setInterval(() => setNow(Date.now() / 1000), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return started === null ? 0 : Math.max(0, (ended ?? now) - started);
}

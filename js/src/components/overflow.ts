import { useEffect, useState } from "preact/hooks";

/** Whether something lies below what a scrolling box shows; `content` changes when its content does. */
export function useMore(ref: { current: HTMLElement | null }, content: unknown): boolean {
  const [more, setMore] = useState(false);
  // Other content is another height.
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const update = () => setMore(box.scrollHeight - box.clientHeight - box.scrollTop > 8);
    update();
    box.addEventListener("scroll", update, { passive: true });
    const sizes = globalThis.ResizeObserver && new ResizeObserver(update);
    sizes?.observe(box);
    return () => {
      box.removeEventListener("scroll", update);
      sizes?.disconnect();
    };
  }, [ref, content]);
  return more;
}

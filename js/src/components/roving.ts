import { useRef, useState } from "preact/hooks";

/** Where an arrow key leads from `from`, given each item's box; -1 when nowhere. Up and down follow what is seen. */
export function neighbour(boxes: DOMRect[], from: number, key: string): number {
  const last = boxes.length - 1;
  if (key === "Home") return last < 0 ? -1 : 0;
  if (key === "End") return last;
  if (key === "ArrowRight") return Math.min(from + 1, last);
  if (key === "ArrowLeft") return Math.max(from - 1, 0);
  const here = boxes[from];
  if (!here || (key !== "ArrowDown" && key !== "ArrowUp")) return -1;
  const down = key === "ArrowDown";
  const beyond = boxes
    .map((box, index) => ({ index, box }))
    .filter(({ box }) => (down ? box.top > here.top + 1 : box.top < here.top - 1));
  if (!beyond.length)
    return boxes.every((box) => box.top === here.top) ? Math.min(Math.max(from + (down ? 1 : -1), 0), last) : from;
  const rows = beyond.map(({ box }) => box.top);
  const row = down ? Math.min(...rows) : Math.max(...rows);
  const centre = here.left + here.width / 2;
  const distance = (box: DOMRect) => Math.abs(box.left + box.width / 2 - centre);
  return beyond
    .filter(({ box }) => Math.abs(box.top - row) < 2)
    .reduce((best, each) => (distance(each.box) < distance(best.box) ? each : best)).index;
}

/**
 * One tab stop for a list of options: arrows move within it, Enter and Space choose.
 * Spread `list` on the container; give option i `tabIndex={tabIndex(i)}` and `role="option"`.
 */
export function useRoving(count: number, chosen: number, choose: (index: number) => void) {
  const [current, setCurrent] = useState(-1);
  const ref = useRef<HTMLDivElement>(null);
  const stop = Math.min(current >= 0 ? current : Math.max(chosen, 0), Math.max(count - 1, 0));
  const options = () => [...(ref.current?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
  const focus = (index: number) => {
    const option = options()[index];
    if (!option) return;
    setCurrent(index);
    option.focus();
    option.scrollIntoView?.({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = options();
    const from = all.findIndex((option) => option.contains(event.target as Node));
    if (from < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose(from);
      return;
    }
    const to = neighbour(
      all.map((option) => option.getBoundingClientRect()),
      from,
      event.key,
    );
    if (to < 0) return;
    event.preventDefault();
    focus(to);
  };
  return { ref, focus, onKeyDown, tabIndex: (index: number) => (index === stop ? 0 : -1), visit: setCurrent };
}

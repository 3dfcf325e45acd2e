import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { useMore } from "./overflow";
import { LoadProblem } from "./problem";
import { useRoving } from "./roving";
import { SearchField } from "./search_field";
import { matches } from "./words";

/** What every chooser is told by its widget. */
export interface Choice {
  /** Id of the chosen item; empty when none is. */
  value: string;
  loading: boolean;
  error: string;
  onChoose: (id: string) => void;
  onRetry: () => void;
}

interface ChooserProps<Item> extends Choice {
  items: Item[];
  /** What one item is called, in lower case: "theme". */
  noun: string;
  heading: string;
  /** Said while nothing is chosen. */
  hint: string;
  /** The texts of an item that the search looks through. */
  texts: (item: Item) => string[];
  /** The inside of an item's card; `about` is the id for what describes it. */
  children: (item: Item, about: string) => ComponentChildren;
}

/** A searchable list of cards of which one is chosen, by pointer or keyboard. */
export function Chooser<Item extends { id: string; name: string }>(props: ChooserProps<Item>) {
  const { items, noun, heading, hint, texts, children, value, loading, error, onChoose, onRetry } = props;
  const [query, setQuery] = useState("");
  const shown = useMemo(() => items.filter((each) => matches(query, ...texts(each))), [items, query, texts]);
  const choose = (index: number) => {
    const item = shown[index];
    if (item) onChoose(item.id);
  };
  const place = shown.findIndex((each) => each.id === value);
  const roving = useRoving(shown.length, place, choose);
  const more = useMore(roving.ref, shown);
  const chosen = items.find((each) => each.id === value);
  const title = noun.charAt(0).toUpperCase() + noun.slice(1);

  return (
    <section class="picker" aria-label={title}>
      <header class="bar">
        <h2 class="heading">{heading}</h2>
        <p class="muted small grow" aria-live="polite">
          {chosen ? `Chosen: ${chosen.name}` : loading ? "" : hint}
        </p>
        <SearchField
          label={`Search ${noun}s`}
          value={query}
          onInput={setQuery}
          onDown={() => roving.focus(0)}
          onEnter={() => choose(0)}
        />
      </header>
      {error && <LoadProblem message={error} onRetry={onRetry} />}
      {loading && !items.length && <p class="muted empty">{`Loading ${noun}s…`}</p>}
      {!loading && !error && !shown.length && (
        <p class="muted empty">{query ? `No ${noun} matches “${query}”.` : `This server offers no ${noun}s.`}</p>
      )}
      <div
        class={`${noun}s ${more ? "more" : ""}`}
        role="listbox"
        aria-label={`${title}s`}
        ref={roving.ref}
        onKeyDown={roving.onKeyDown}
      >
        {shown.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it answers the keys.
          <div
            key={item.id}
            class={`card ${noun} ${item.id === value ? "chosen" : ""}`}
            role="option"
            aria-selected={item.id === value}
            aria-label={item.name}
            aria-describedby={`about-${item.id}`}
            tabIndex={roving.tabIndex(index)}
            onFocus={() => roving.visit(index)}
            onClick={() => choose(index)}
          >
            {children(item, `about-${item.id}`)}
          </div>
        ))}
      </div>
    </section>
  );
}

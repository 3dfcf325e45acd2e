import { useMemo, useState } from "preact/hooks";
import type { Audience } from "../types";
import { Icon } from "./icons";
import { useMore } from "./overflow";
import { LoadProblem } from "./problem";
import { useRoving } from "./roving";
import { SearchField } from "./search_field";
import { askWords, matches, orderWords, range } from "./words";

export interface AudiencePickerProps {
  audiences: Audience[];
  /** Id of the chosen audience; empty when none is. */
  value: string;
  loading: boolean;
  error: string;
  onChoose: (id: string) => void;
  onRetry: () => void;
}

/** Cards that say in numbers what choosing an audience does to the deck. */
export function AudiencePicker({ audiences, value, loading, error, onChoose, onRetry }: AudiencePickerProps) {
  const [query, setQuery] = useState("");
  const shown = useMemo(
    () =>
      audiences.filter((each) =>
        matches(query, each.name, each.description, each.aliases.join(" "), orderWords(each.order), each.ask),
      ),
    [audiences, query],
  );
  const choose = (index: number) => {
    const audience = shown[index];
    if (audience) onChoose(audience.id);
  };
  const roving = useRoving(
    shown.length,
    shown.findIndex((each) => each.id === value),
    choose,
  );
  const more = useMore(roving.ref, shown);
  const chosen = audiences.find((each) => each.id === value);

  return (
    <section class="picker" aria-label="Audience">
      <header class="bar">
        <h2 class="heading">Who is it for?</h2>
        <p class="muted small grow" aria-live="polite">
          {chosen ? `Chosen: ${chosen.name}` : loading ? "" : "The audience decides length, order and detail."}
        </p>
        <SearchField
          label="Search audiences"
          value={query}
          onInput={setQuery}
          onDown={() => roving.focus(0)}
          onEnter={() => choose(0)}
        />
      </header>
      {error && <LoadProblem message={error} onRetry={onRetry} />}
      {loading && !audiences.length && <p class="muted empty">Loading audiences…</p>}
      {!loading && !error && !shown.length && (
        <p class="muted empty">{query ? `No audience matches “${query}”.` : "This server offers no audiences."}</p>
      )}
      <div
        class={`audiences ${more ? "more" : ""}`}
        role="listbox"
        aria-label="Audiences"
        ref={roving.ref}
        onKeyDown={roving.onKeyDown}
      >
        {shown.map((audience, index) => (
          <Card
            key={audience.id}
            audience={audience}
            chosen={audience.id === value}
            tabIndex={roving.tabIndex(index)}
            onFocus={() => roving.visit(index)}
            onChoose={() => choose(index)}
          />
        ))}
      </div>
    </section>
  );
}

interface CardProps {
  audience: Audience;
  chosen: boolean;
  tabIndex: number;
  onFocus: () => void;
  onChoose: () => void;
}

function Card({ audience, chosen, tabIndex, onFocus, onChoose }: CardProps) {
  const about = `about-${audience.id}`;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it answers the keys.
    <div
      class={`card audience ${chosen ? "chosen" : ""}`}
      role="option"
      aria-selected={chosen}
      aria-label={audience.name}
      aria-describedby={about}
      tabIndex={tabIndex}
      onFocus={onFocus}
      onClick={onChoose}
    >
      <div class="card-head">
        <h3>{audience.name}</h3>
        <span class="tick">
          <Icon name="check" />
        </span>
      </div>
      <div id={about} class="card-body">
        <p class="muted small about">{audience.description}</p>
        <dl class="figures number">
          {audience.slides && <Figure label="slides" value={range(audience.slides)} />}
          {audience.max_words !== null && <Figure label="words a slide" value={`≤ ${audience.max_words}`} />}
          {audience.digits !== null && <Figure label="digits" value={String(audience.digits)} />}
        </dl>
        {audience.order && (
          <p class="muted small rules">
            {[orderWords(audience.order), askWords(audience.ask, audience.ask_first)].filter(Boolean).join(" · ")}
          </p>
        )}
      </div>
    </div>
  );
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dd>{value}</dd>
      <dt>{label}</dt>
    </div>
  );
}

import { useMemo, useState } from "preact/hooks";
import type { Pictures, Theme } from "../types";
import { Icon } from "./icons";
import { useMore } from "./overflow";
import { Picture } from "./picture";
import { LoadProblem } from "./problem";
import { useRoving } from "./roving";
import { SearchField } from "./search_field";
import { matches } from "./words";

export interface ThemeGalleryProps {
  themes: Theme[];
  pictures: Pictures;
  /** Id of the chosen theme; empty when none is. */
  value: string;
  loading: boolean;
  error: string;
  onChoose: (id: string) => void;
  onRetry: () => void;
}

/** Brands as they really look: pictures of their layouts, their colours, their typefaces. */
export function ThemeGallery({ themes, pictures, value, loading, error, onChoose, onRetry }: ThemeGalleryProps) {
  const [query, setQuery] = useState("");
  const shown = useMemo(
    () => themes.filter((each) => matches(query, each.name, each.code, each.description, each.fonts.join(" "))),
    [themes, query],
  );
  const choose = (index: number) => {
    const theme = shown[index];
    if (theme) onChoose(theme.id);
  };
  const roving = useRoving(
    shown.length,
    shown.findIndex((each) => each.id === value),
    choose,
  );
  const more = useMore(roving.ref, shown);
  const chosen = themes.find((each) => each.id === value);

  return (
    <section class="picker" aria-label="Theme">
      <header class="bar">
        <h2 class="heading">How should it look?</h2>
        <p class="muted small grow" aria-live="polite">
          {chosen ? `Chosen: ${chosen.name}` : loading ? "" : "Layouts, colours and typefaces of a brand."}
        </p>
        <SearchField
          label="Search themes"
          value={query}
          onInput={setQuery}
          onDown={() => roving.focus(0)}
          onEnter={() => choose(0)}
        />
      </header>
      {error && <LoadProblem message={error} onRetry={onRetry} />}
      {loading && !themes.length && <p class="muted empty">Loading themes…</p>}
      {!loading && !error && !shown.length && (
        <p class="muted empty">{query ? `No theme matches “${query}”.` : "This server offers no themes."}</p>
      )}
      <div
        class={`themes ${more ? "more" : ""}`}
        role="listbox"
        aria-label="Themes"
        ref={roving.ref}
        onKeyDown={roving.onKeyDown}
      >
        {shown.map((theme, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it answers the keys.
          <div
            key={theme.id}
            class={`card theme ${theme.id === value ? "chosen" : ""}`}
            role="option"
            aria-selected={theme.id === value}
            aria-label={theme.name}
            aria-describedby={`about-${theme.id}`}
            tabIndex={roving.tabIndex(index)}
            onFocus={() => roving.visit(index)}
            onClick={() => choose(index)}
          >
            <Layouts theme={theme} pictures={pictures} />
            <div class="theme-text" id={`about-${theme.id}`}>
              <div class="card-head">
                <h3>{theme.name}</h3>
                {theme.code && theme.code !== theme.name && <span class="muted small number">{theme.code}</span>}
                <span class="tick">
                  <Icon name="check" />
                </span>
              </div>
              {theme.description && <p class="muted small about">{theme.description}</p>}
              <div class="theme-foot">
                <Palette colours={theme.palette} />
                {theme.fonts.length > 0 && <p class="muted small fonts">{[...new Set(theme.fonts)].join(" + ")}</p>}
              </div>
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}

/** The cover large and other layouts small; the one under the pointer takes the large place. */
function Layouts({ theme, pictures }: { theme: Theme; pictures: Pictures }) {
  const [first, ...rest] = theme.pictures;
  const [near, setNear] = useState("");
  if (!first) return <Swatch colours={theme.palette} />;
  return (
    <div class="layouts">
      <Picture svg={pictures.get(near) ?? pictures.get(first)} alt={`${theme.name}: cover`} />
      {rest.length > 0 && (
        // biome-ignore lint/a11y/noStaticElementInteractions: all pictures are seen without a pointer too.
        <div class="layouts-more" onMouseLeave={() => setNear("")}>
          {rest.slice(0, 4).map((key, place) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: as above.
            <div key={key} onMouseEnter={() => setNear(key)}>
              <Picture svg={pictures.get(key)} alt={`${theme.name}: layout ${place + 1}`} />
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** For a brand that comes without a picture: its colours as a page. */
function Swatch({ colours }: { colours: Record<string, string> }) {
  const names = ["dk2", "accent1", "accent2", "accent3"].filter((name) => colours[name]);
  return (
    <div class="swatch" aria-hidden="true">
      {names.map((name) => (
        <span key={name} style={{ background: colours[name] as string }} />
      ))}
    </div>
  );
}

function Palette({ colours }: { colours: Record<string, string> }) {
  const slots = Object.entries(colours).filter(([name]) => /^(dk2|accent\d)$/.test(name));
  if (!slots.length) return null;
  return (
    <div class="palette" role="img" aria-label={`Colours ${slots.map(([, colour]) => colour).join(", ")}`}>
      {slots.map(([name, colour]) => (
        <span key={name} title={`${name} ${colour}`} style={{ background: colour }} />
      ))}
    </div>
  );
}

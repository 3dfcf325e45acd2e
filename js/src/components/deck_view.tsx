import { useContext, useEffect, useRef, useState } from "preact/hooks";
import { Lost } from "../connection";
import type { DeckInfo, Pictures, Slide } from "../types";
import { Icon } from "./icons";
import { Picture } from "./picture";
import { ReportSummary } from "./report_summary";
import { bytes, count } from "./words";

export interface DeckViewProps {
  slides: Slide[];
  pictures: Pictures;
  /** Empty (no name) while the deck is not finished: then there is nothing to download. */
  deck: DeckInfo | null;
  index: number;
  downloading: boolean;
  onIndex: (index: number) => void;
  onDownload: () => void;
}

/** A strip of slides and one of them large. Arrows, Home and End move; F fills the screen; Esc leaves it. */
export function DeckView({ slides, pictures, deck, index, downloading, onIndex, onDownload }: DeckViewProps) {
  const view = useRef<HTMLElement>(null);
  const strip = useRef<HTMLOListElement>(null);
  const [filled, fill] = useFullScreen(view);
  const [showNotes, setShowNotes] = useState(true);
  const lost = useContext(Lost);
  const heading = deck?.title || deck?.name || "Deck";
  const last = slides.length - 1;
  const at = Math.max(0, Math.min(index, last));
  const slide = slides[at];

  useEffect(() => {
    const thumb = strip.current?.querySelector<HTMLElement>('[aria-current="true"]');
    const box = strip.current;
    // Only the strip scrolls: scrollIntoView would move the notebook as well.
    if (thumb && box) box.scrollTo?.({ left: thumb.offsetLeft - (box.clientWidth - thumb.clientWidth) / 2 });
  }, [at, slides.length]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const steps: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      PageDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      PageUp: at - 1,
      Home: 0,
      End: last,
    };
    const to = steps[event.key];
    if (to !== undefined) onIndex(Math.max(0, Math.min(to, last)));
    else if (event.key === "f" || event.key === "F") fill(!filled);
    else if (event.key === "Escape" && filled) fill(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  if (!slide) return null;
  return (
    <section class={`panel deck ${filled ? "filled" : ""}`} aria-label="Deck" ref={view} onKeyDown={onKeyDown}>
      <header class="bar deck-bar">
        <div class="deck-titles">
          <h2 class="heading deck-name" title={heading}>
            {heading}
          </h2>
          <p class="muted small number deck-name">
            {[deck?.title && deck.name, count(slides.length, "slide"), deck && bytes(deck.size)]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </div>
        {slides.some((each) => each.notes) && (
          <button type="button" class="button plain" aria-pressed={showNotes} onClick={() => setShowNotes(!showNotes)}>
            <Icon name="notes" />
            Notes
          </button>
        )}
        <button
          type="button"
          class="button plain icon-only"
          aria-label={filled ? "Leave full screen (Esc)" : "Full screen (F)"}
          title={filled ? "Leave full screen (Esc)" : "Full screen (F)"}
          onClick={() => fill(!filled)}
        >
          <Icon name={filled ? "shrink" : "expand"} />
        </button>
        {deck && (
          <button type="button" class="button primary" onClick={onDownload} disabled={downloading || lost}>
            <Icon name="download" />
            {downloading ? "Preparing…" : "Download .pptx"}
          </button>
        )}
      </header>
      <div class="stage-box">
        <button
          type="button"
          class="button turn"
          aria-label="Previous slide"
          disabled={at === 0}
          onClick={() => onIndex(at - 1)}
        >
          <Icon name="left" />
        </button>

        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields. */}
        <div
          class="slide-large"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the large slide takes the arrow keys.
          tabIndex={0}
          role="group"
          aria-roledescription="slide"
          aria-label={`Slide ${at + 1} of ${slides.length}`}
        >
          <Picture svg={pictures.get(slide.key)} alt={slide.title || `Slide ${at + 1}`} />
        </div>
        <button
          type="button"
          class="button turn"
          aria-label="Next slide"
          disabled={at === last}
          onClick={() => onIndex(at + 1)}
        >
          <Icon name="right" />
        </button>
      </div>
      <p class="place small" aria-live="polite">
        <span class="muted number">
          {at + 1} / {slides.length}
        </span>{" "}
        {slide.title}
      </p>
      {showNotes && slide.notes && (
        <section class="notes" aria-label="Speaker notes">
          {slide.notes.split(/\n+/).map((line, place) => (
            <p key={place}>{line}</p>
          ))}
        </section>
      )}
      <ol class="strip" aria-label="Slides" ref={strip}>
        {slides.map((each, place) => (
          <li key={each.key}>
            <button
              type="button"
              class={`thumb ${place === at ? "chosen" : ""}`}
              aria-current={place === at}
              tabIndex={place === at ? 0 : -1}
              onClick={() => onIndex(place)}
            >
              <Picture svg={pictures.get(each.key)} alt={`Slide ${place + 1}: ${each.title}`} />
              <span class="thumb-number number" aria-hidden="true">
                {place + 1}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {deck && !filled && <ReportSummary deck={deck} onSlide={onIndex} />}
    </section>
  );
}

/** Full screen where the browser grants it, else filling the window. */
function useFullScreen(ref: { current: HTMLElement | null }): [boolean, (on: boolean) => void] {
  const [filled, setFilled] = useState(false);
  useEffect(() => {
    // Esc and the browser's own button leave full screen without asking us.
    const left = () => {
      if (!document.fullscreenElement) setFilled(false);
    };
    document.addEventListener("fullscreenchange", left);
    return () => document.removeEventListener("fullscreenchange", left);
  }, []);
  const fill = (on: boolean) => {
    setFilled(on);
    if (on) ref.current?.requestFullscreen?.().catch(() => undefined);
    else if (document.fullscreenElement) void document.exitFullscreen();
  };
  return [filled, fill];
}

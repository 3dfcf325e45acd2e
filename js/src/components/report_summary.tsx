import type { DeckInfo } from "../types";
import { Icon } from "./icons";
import { count } from "./words";

/** What was checked on the written deck, and what one should look at. */
export function ReportSummary({ deck, onSlide }: { deck: DeckInfo; onSlide: (index: number) => void }) {
  if (deck.score === null && !deck.findings.length && !deck.unanswered.length) return null;
  const facts = [
    deck.figures > 0 && `${count(deck.figures, "figure")} with an origin`,
    deck.checks > 0 && count(deck.checks, "check"),
  ].filter(Boolean);
  return (
    <section class="report" aria-label="Quality report">
      <header class="bar">
        {deck.score !== null && (
          <p class="score number" title="Quality score, 0 to 100">
            <strong>{deck.score}</strong>
            <span class="muted small"> / 100</span>
          </p>
        )}
        <p class="muted small grow">{facts.join(" · ")}</p>
      </header>
      {deck.findings.length > 0 && (
        <details open={deck.findings.some((each) => each.severity === "error")}>
          <summary>{count(deck.findings.length, "remark")}</summary>
          <ul class="findings">
            {deck.findings.map((finding) => (
              <li key={`${finding.slide}-${finding.message}`} class={finding.severity}>
                <span class="severity">{finding.severity}</span>
                <span>{finding.message}</span>
                {finding.slide !== null && (
                  <button type="button" class="chip" onClick={() => onSlide((finding.slide as number) - 1)}>
                    Slide {finding.slide}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {deck.unanswered.length > 0 && (
        <details open>
          <summary>Not answered from the sources</summary>
          <ul class="findings">
            {deck.unanswered.map((question) => (
              <li key={question}>
                <Icon name="alert" />
                <span>{question}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

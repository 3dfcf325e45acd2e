import type { Audience } from "../types";
import { type Choice, Chooser } from "./chooser";
import { Icon } from "./icons";
import { askWords, orderWords, range } from "./words";

export interface AudiencePickerProps extends Choice {
  audiences: Audience[];
}

const texts = (each: Audience) => [
  each.name,
  each.description,
  each.aliases.join(" "),
  orderWords(each.order),
  each.ask,
];

/** Cards that say in numbers what choosing an audience does to the deck. */
export function AudiencePicker({ audiences, ...choice }: AudiencePickerProps) {
  return (
    <Chooser
      {...choice}
      items={audiences}
      noun="audience"
      heading="Who is it for?"
      hint="The audience decides length, order and detail."
      texts={texts}
    >
      {(audience, about) => <Rules audience={audience} about={about} />}
    </Chooser>
  );
}

function Rules({ audience, about }: { audience: Audience; about: string }) {
  return (
    <>
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
    </>
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

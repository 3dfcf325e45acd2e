import { useState } from "preact/hooks";
import type { Pictures, Theme } from "../types";
import { type Choice, Chooser } from "./chooser";
import { Icon } from "./icons";
import { Picture } from "./picture";

export interface ThemeGalleryProps extends Choice {
  themes: Theme[];
  pictures: Pictures;
}

const texts = (each: Theme) => [each.name, each.code, each.description, each.fonts.join(" ")];

/** Brands as they really look: pictures of their layouts, their colours, their typefaces. */
export function ThemeGallery({ themes, pictures, ...choice }: ThemeGalleryProps) {
  return (
    <Chooser
      {...choice}
      items={themes}
      noun="theme"
      heading="How should it look?"
      hint="Layouts, colours and typefaces of a brand."
      texts={texts}
    >
      {(theme, about) => <Brand theme={theme} about={about} pictures={pictures} />}
    </Chooser>
  );
}

function Brand({ theme, about, pictures }: { theme: Theme; about: string; pictures: Pictures }) {
  return (
    <>
      <Layouts theme={theme} pictures={pictures} />
      <div class="theme-text" id={about}>
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
    </>
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

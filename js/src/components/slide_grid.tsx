import type { Pictures, Slide } from "../types";
import { Picture } from "./picture";

/** Slides as they arrive, in their order. */
export function SlideGrid({ slides, pictures }: { slides: Slide[]; pictures: Pictures }) {
  return (
    <ol class="slide-grid" aria-label="Slides">
      {slides.map((slide) => (
        <li key={slide.key}>
          <figure>
            <Picture svg={pictures.get(slide.key)} alt={`Slide ${slide.index + 1}: ${slide.title}`} />
            <figcaption class="small">
              <span class="muted number">{slide.index + 1}</span>
              <span class="slide-title">{slide.title}</span>
            </figcaption>
          </figure>
        </li>
      ))}
    </ol>
  );
}

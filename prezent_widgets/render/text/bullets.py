"""The mark before a paragraph: a bullet or an automatic number, with its own face, size and colour."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from prezent_widgets.ooxml.bullets import number_text
from prezent_widgets.ooxml.units import to_pt
from prezent_widgets.render.context import Context
from prezent_widgets.render.scene import Solid
from prezent_widgets.render.text.fragments import Paragraph, Style
from prezent_widgets.render.text.symbols import is_symbol_font, to_unicode


@dataclass(frozen=True, slots=True)
class Mark:
    """A bullet: its text and style, where it starts from the left edge of the text, and its width, in points."""

    text: str
    style: Style
    x: float
    width: float


@dataclass(slots=True)
class Counters:
    """Automatic numbers so far, by level: a paragraph of a lower level, or another scheme, starts them again."""

    counts: dict[int, tuple[str, int, int]] = field(default_factory=dict[int, tuple[str, int, int]])

    def next(self, level: int, scheme: str, start: int) -> int:
        """Count a numbered paragraph and return its number."""
        for deeper in [each for each in self.counts if each > level]:
            del self.counts[deeper]
        before = self.counts.get(level)
        number = before[2] + 1 if before is not None and before[:2] == (scheme, start) else start
        self.counts[level] = (scheme, start, number)
        return number

    def interrupt(self, level: int) -> None:
        """Note a paragraph without a number."""
        for deeper in [each for each in self.counts if each >= level]:
            del self.counts[deeper]


def read_mark(paragraph: Paragraph, counters: Counters, context: Context) -> Mark | None:
    """Return a paragraph's mark; None when it has none. A paragraph without text has none, and is not counted."""
    facts = paragraph.props
    bullet = facts.bullet
    if not any(fragment.text.strip() for fragment in paragraph.fragments):
        return None
    if bullet.kind == "none":
        counters.interrupt(facts.level)
        return None
    text, family = bullet.char, bullet.font or paragraph.first.family
    if bullet.kind == "number":
        text = number_text(bullet.scheme, counters.next(facts.level, bullet.scheme, bullet.start))
    else:
        counters.interrupt(facts.level)
    if bullet.kind == "picture":
        context.warn("picture bullet", "Picture bullets are drawn as round ones.")
        text = "•"
    text = to_unicode(text, family)
    if not text.strip():
        return None
    first = paragraph.first
    size = bullet.points if bullet.points is not None else first.line_size * bullet.fraction
    style = replace(
        first,
        family=first.family if is_symbol_font(family) else family,
        size=size,
        underline=False,
        strike=False,
        link="",
        spacing=0.0,
        rise=0.0,
        highlight=None,
        paint=first.paint if bullet.color is None else Solid(bullet.color.rgba),
        italic=first.italic and bullet.kind == "number",
        bold=first.bold and bullet.kind == "number",
    )
    return Mark(text, style, max(0.0, to_pt(facts.margin_left) + to_pt(facts.indent)), style.width(text))


__all__ = ["Counters", "Mark", "read_mark"]

"""What drawing one page needs: the page, the pictures met so far, and what could not be drawn."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256

from prezent_widgets.ooxml.package import Part
from prezent_widgets.ooxml.presentation import Page, Presentation
from prezent_widgets.ooxml.style import Painted
from prezent_widgets.ooxml.theme import Theme
from prezent_widgets.render.scene import Image, RenderWarning


@dataclass(frozen=True, slots=True)
class Rect:
    """A box in points: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    def inset(self, left: float, top: float, right: float, bottom: float) -> Rect:
        """Return the box without so much at each side; never negative."""
        width, height = max(0.0, self.width - left - right), max(0.0, self.height - top - bottom)
        return Rect(self.x + left, self.y + top, width, height)


@dataclass(slots=True)
class Ledger:
    """What one scene collects while it is drawn: pictures by key, and warnings, each said once."""

    images: dict[str, Image] = field(default_factory=dict[str, Image])
    warnings: dict[tuple[str, str], RenderWarning] = field(default_factory=dict[tuple[str, str], RenderWarning])

    def add_image(self, data: bytes, mime: str) -> str:
        """Keep a picture's bytes once and return its key."""
        key = sha256(data).hexdigest()[:16]
        self.images.setdefault(key, Image(data, mime))
        return key

    def warn(self, feature: str, message: str) -> None:
        """Record something that is not drawn as PowerPoint would."""
        self.warnings.setdefault((feature, message), RenderWarning(feature, message))


@dataclass(frozen=True, slots=True)
class Context:
    """Where a shape stands.

    Args:
        page: The page whose shapes are drawn: the slide, or the layout or master under it.
        slide: The page that is shown: fields such as the slide number are about it.
        part: The part relationship ids are looked up in (a SmartArt drawing has its own).
        ledger: Where pictures and warnings go.
        number: The slide's number as printed.
        group_fill: The fill that ``a:grpFill`` means, inside a group that has one.
    """

    page: Page
    slide: Page
    part: Part
    ledger: Ledger
    number: int = 1
    group_fill: Painted | None = None

    @property
    def deck(self) -> Presentation:
        """The presentation."""
        return self.page.deck

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self.page.theme

    def on(self, part: Part) -> Context:
        """Return the context with relationship ids looked up in another part."""
        return replace(self, part=part)

    def warn(self, feature: str, message: str) -> None:
        """Record something that is not drawn as PowerPoint would."""
        self.ledger.warn(feature, message)


__all__ = ["Context", "Ledger", "Rect"]

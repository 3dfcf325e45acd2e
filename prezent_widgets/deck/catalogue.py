"""What a template offers: its layouts, their placeholders, where they stand and how text looks in them.

Roles come from placeholder types first, then from what the text looks like, then from names, so that a template nobody
has seen before is read as well as our own.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from prezent_widgets.deck.office import Presentation, open_package
from prezent_widgets.deck.text.looks import Look, read_looks
from prezent_widgets.deck.xml import A, Element, P, identity, placeholder, points
from prezent_widgets.errors import PackageError

SlotKind = Literal[
    "title",
    "subtitle",
    "text",
    "object",
    "chart",
    "chart head",
    "table",
    "picture",
    "figure",
    "figure label",
    "card head",
    "card text",
    "point",
    "step when",
    "step head",
    "step text",
    "quote",
    "statement",
    "attribution",
    "takeaway",
    "source",
    "date",
    "footer",
    "number",
    "other",
]
LayoutRole = Literal["cover", "section", "agenda", "quote", "closing", "content", "blank"]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in points from the top left of the slide."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h


@dataclass(frozen=True, slots=True)
class Slot:
    """One placeholder of a layout. ``order`` pairs slots that belong together (figure 2 with figure label 2)."""

    idx: int
    type: str
    name: str
    kind: SlotKind
    order: int
    rect: Rect
    looks: tuple[Look, ...]
    insets: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    anchor: str = "t"

    @property
    def inner(self) -> tuple[float, float]:
        """Width and height that text has, in points."""
        left, top, right, bottom = self.insets
        return max(self.rect.w - left - right, 1.0), max(self.rect.h - top - bottom, 1.0)

    def look(self, level: int = 0) -> Look:
        """How text of an outline level (0 is the first) looks here."""
        return self.looks[min(level, len(self.looks) - 1)]


@dataclass(frozen=True, slots=True)
class LayoutInfo:
    """One layout: ``index`` in the template, its role, and its slots in reading order."""

    index: int
    name: str
    role: LayoutRole
    slots: tuple[Slot, ...]

    def of(self, *kinds: SlotKind) -> tuple[Slot, ...]:
        """The slots of these kinds, paired ones in their order."""
        return tuple(sorted((slot for slot in self.slots if slot.kind in kinds), key=lambda slot: slot.order))


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A template as the layout chooser sees it; ``size`` in points, ``body_font`` the theme's minor face."""

    layouts: tuple[LayoutInfo, ...]
    size: tuple[float, float]
    body_font: str

    def role(self, role: LayoutRole) -> tuple[LayoutInfo, ...]:
        """The layouts that play a role."""
        return tuple(layout for layout in self.layouts if layout.role == role)


@lru_cache(maxsize=16)
def read_catalogue(template: bytes) -> Catalogue:
    """The layouts of the first master of a .pptx.

    Raises:
        PackageError: the bytes are no presentation, or its master has no layouts.

    Example:
        >>> from prezent_widgets.themes import build_template, find_theme
        >>> catalogue = read_catalogue(build_template(find_theme("harbor")))
        >>> [layout.name for layout in catalogue.role("cover")]
        ['Title Slide']
    """
    presentation = open_presentation(template)
    layouts = list(presentation.slide_layouts)
    if not layouts:
        raise PackageError("The template's first master has no layouts.", hint="Choose a template with layouts.")
    infos = tuple(_read_layout(number, layout) for number, layout in enumerate(layouts))
    width, height = presentation.slide_width or 0, presentation.slide_height or 0
    family = next(
        (slot.look().family for info in infos for slot in info.slots if slot.kind in ("text", "object")), "Arial"
    )
    return Catalogue(infos, (width / 12700, height / 12700), family)


def open_presentation(data: bytes) -> Presentation:
    """A python-pptx presentation from bytes; PackageError when they are none."""
    try:
        return open_package(io.BytesIO(data))
    except (
        Exception
    ) as error:  # python-pptx raises KeyError, ValueError, BadZipFile, XMLSyntaxError … for a bad package
        raise PackageError(
            "The template is not a PowerPoint file that can be opened.", hint="Save it as .pptx and try again."
        ) from error


def _read_layout(index: int, layout: Element) -> LayoutInfo:
    element = layout._element
    master = layout.slide_master._element
    slots: list[Slot] = []
    for shape in element.iter(f"{P}sp", f"{P}pic", f"{P}graphicFrame"):
        ph = placeholder(shape)
        if ph is not None:
            slots.append(_read_slot(shape, ph, master, layout))
    slots = _number(slots)
    kind = str(element.get("type") or "")
    return LayoutInfo(index, layout.name, _layout_role(kind, layout.name, slots), tuple(slots))


def _read_slot(shape: Element, ph: Element, master: Element, layout: Element) -> Slot:
    kind_attribute = str(ph.get("type") or "obj")
    parent = _master_shape(master, kind_attribute)
    chain = [shape] if parent is None else [shape, parent]
    rect = next((found for found in map(_rect, chain) if found), Rect(0, 0, 0, 0))
    looks = read_looks(chain, kind_attribute, layout.slide_master)
    body = [found for found in (item.find(f"{P}txBody/{A}bodyPr") for item in chain) if found is not None]
    sides = [("lIns", 7.2), ("tIns", 3.6), ("rIns", 7.2), ("bIns", 3.6)]
    insets = [
        next((points(item.get(side)) for item in body if item.get(side) is not None), default)
        for side, default in sides
    ]
    anchor = next((str(item.get("anchor")) for item in body if item.get("anchor")), "t")
    name = str(identity(shape).get("name") or "")
    kind, order = _slot_kind(kind_attribute, name, rect, looks[0])
    left, top, right, bottom = insets
    return Slot(
        int(ph.get("idx") or 0), kind_attribute, name, kind, order, rect, looks, (left, top, right, bottom), anchor
    )


def _master_shape(master: Element, kind: str) -> Element | None:
    wanted = {"ctrTitle": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum", "title": "title"}.get(kind, "body")
    for shape in master.iter(f"{P}sp"):
        ph = placeholder(shape)
        if ph is not None and (ph.get("type") or "obj") == wanted:
            return shape
    return None


def _rect(shape: Element) -> Rect | None:
    xfrm = shape.find(f"{P}spPr/{A}xfrm")
    if xfrm is None or xfrm.find(f"{A}off") is None:
        return None
    off, ext = xfrm.find(f"{A}off"), xfrm.find(f"{A}ext")
    return Rect(points(off.get("x")), points(off.get("y")), points(ext.get("cx")), points(ext.get("cy")))


_BY_TYPE: dict[str, SlotKind] = {
    "title": "title",
    "ctrTitle": "title",
    "subTitle": "subtitle",
    "chart": "chart",
    "tbl": "table",
    "pic": "picture",
    "clipArt": "picture",
    "dt": "date",
    "ftr": "footer",
    "sldNum": "number",
    "media": "other",
    "dgm": "other",
}
_BY_NAME: tuple[tuple[str, SlotKind], ...] = (
    (r"^figure label", "figure label"),
    (r"^figure\b", "figure"),
    (r"^chart head", "chart head"),
    (r"^card head", "card head"),
    (r"^card text", "card text"),
    (r"^point\b", "point"),
    (r"^step when", "step when"),
    (r"^step head", "step head"),
    (r"^step text", "step text"),
    (r"^quote", "quote"),
    (r"^statement", "statement"),
    (r"^attribution", "attribution"),
    (r"^takeaway", "takeaway"),
    (r"^source\b", "source"),
)


def _slot_kind(kind: str, name: str, rect: Rect, look: Look) -> tuple[SlotKind, int]:
    """What a placeholder is for, and the number in its name (0 for none)."""
    trailing = re.search(r"(\d+)$", name)
    order = int(trailing.group(1)) if trailing else 0
    if kind in _BY_TYPE:
        return _BY_TYPE[kind], order
    folded = name.casefold()
    for pattern, found in _BY_NAME:
        if re.search(pattern, folded):
            return found, order
    if kind == "obj":
        return "object", order
    if look.size >= 32 and rect.h <= 130:
        return "figure", order
    if look.size <= 11:
        return "other", order
    if rect.h <= 44:
        return "card head", order
    return "text", order


def _number(slots: list[Slot]) -> list[Slot]:
    """Reading order by row, then column, for slots whose names carry no usable numbers."""
    by_kind: dict[SlotKind, list[Slot]] = {}
    for slot in slots:
        by_kind.setdefault(slot.kind, []).append(slot)
    numbered: list[Slot] = []
    for group in by_kind.values():
        orders = [slot.order for slot in group]
        usable = len(set(orders)) == len(group) and 0 not in orders and max(orders) == len(group)
        ranked = sorted(
            group, key=(lambda slot: slot.order) if usable else (lambda slot: (round(slot.rect.y / 40), slot.rect.x))
        )
        numbered += [_with_order(slot, order) for order, slot in enumerate(ranked, start=1)]
    return sorted(numbered, key=lambda slot: (round(slot.rect.y / 20), slot.rect.x))


def _with_order(slot: Slot, order: int) -> Slot:
    return Slot(slot.idx, slot.type, slot.name, slot.kind, order, slot.rect, slot.looks, slot.insets, slot.anchor)


def _layout_role(kind: str, name: str, slots: list[Slot]) -> LayoutRole:
    folded = name.casefold()
    kinds = {slot.kind for slot in slots}
    if kind.startswith("vert"):  # text that runs down the page is for scripts that do
        return "blank"
    if not kinds & {"title"}:
        return "blank"
    if kind == "title" or any(slot.type == "ctrTitle" for slot in slots):
        return "cover"
    if kind == "secHead" or re.search(r"section|divider|transition|abschnitt|kapitel|intercalaire", folded):
        return "section"
    if re.search(r"agenda|contents|outline|inhalt|sommaire", folded):
        return "agenda"
    if "quote" in kinds or re.search(r"quote|zitat|citation", folded):
        return "quote"
    if re.search(r"clos|thank|\bend\b|danke|schluss|merci", folded):
        return "closing"
    return "content"


__all__ = ["Catalogue", "LayoutInfo", "LayoutRole", "Rect", "Slot", "SlotKind", "open_presentation", "read_catalogue"]

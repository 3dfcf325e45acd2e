"""Which placeholder stands behind which: slide → layout → master (ECMA-376 part 1, 19.3.1.36, 19.7.10).

The standard leaves the matching to the program; this is what PowerPoint does. A title, date, footer or slide number
is found by its type; any other by its ``idx`` in the layout, and by its kind (title or body) in the master.

Example:
    >>> shapes = placeholder_chain(shape, slide)     # doctest: +SKIP
    >>> transform(shape, slide)                      # doctest: +SKIP
    Transform(x=457200, y=274638, width=8229600, height=1143000, ...)
"""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from prezent_widgets.ooxml.presentation import Page
from prezent_widgets.ooxml.units import ZERO, Emu, parse_bool, parse_degrees, parse_emu
from prezent_widgets.ooxml.xml import Element, attr, child, children, local, resolve_alternates

_BY_TYPE = frozenset({"title", "dt", "ftr", "sldNum", "hdr"})
_FRAMES = ("p:nvSpPr", "p:nvPicPr", "p:nvGraphicFramePr", "p:nvGrpSpPr", "p:nvCxnSpPr")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder's identity: ``kind`` is its type ("obj" when not said), ``idx`` its number in the layout."""

    kind: str
    idx: int

    @property
    def role(self) -> str:
        """Which of the master's placeholders it descends from: title, body, dt, ftr, sldNum or hdr."""
        kind = "title" if self.kind == "ctrTitle" else self.kind
        return kind if kind in _BY_TYPE else "body"


@dataclass(frozen=True, slots=True)
class Transform:
    """A shape's place: corner and size in EMU before rotation, rotation in degrees clockwise, and flips (20.1.7.6).

    For a group, ``child_x`` … ``child_height`` are the coordinates its children are written in; equal to the
    group's own box when the file does not say.
    """

    x: Emu
    y: Emu
    width: Emu
    height: Emu
    rotation: float = 0.0
    flip_h: bool = False
    flip_v: bool = False
    child_x: Emu = ZERO
    child_y: Emu = ZERO
    child_width: Emu = ZERO
    child_height: Emu = ZERO


def placeholder(shape: Element) -> Placeholder | None:
    """Return a shape's placeholder identity; None for a shape that is none."""
    element = child(_non_visual(shape), "p:nvPr", "p:ph")
    if element is None:
        return None
    idx = element.get("idx") or "0"
    return Placeholder(element.get("type") or "obj", int(idx) if idx.isdigit() else 0)


def placeholder_chain(shape: Element, page: Page) -> tuple[Element, ...]:
    """Return the shape and the placeholders it inherits from, nearest first; just the shape when it is none."""
    identity = placeholder(shape)
    found: list[Element] = [shape]
    for ancestor in page.ancestors if identity is not None else ():
        match = _matching(identity, ancestor)
        if match is not None:
            found.append(match)
            # The master knows only roles; a layout's own type is the better clue ("obj" may be a "pic" there).
            nearer = placeholder(match)
            identity = nearer if nearer is not None and identity is not None else identity
    return tuple(found)


def transform(shape: Element, page: Page) -> Transform | None:
    """Return where a shape is, looked up through its placeholders; None when nothing says."""
    for each in placeholder_chain(shape, page):
        found = own_transform(each)
        if found is not None:
            return found
    return None


def own_transform(shape: Element) -> Transform | None:
    """Return the transform written in the shape itself; None when it has none.

    Works for shapes, pictures, connectors, groups and graphic frames.
    """
    xfrm = child(shape, "p:xfrm")
    for properties in ("p:spPr", "p:grpSpPr"):
        xfrm = child(shape, properties, "a:xfrm") if xfrm is None else xfrm
    return None if xfrm is None else read_transform(xfrm)


def read_transform(xfrm: Element) -> Transform:
    """Read an ``a:xfrm`` or ``p:xfrm`` element."""
    off, ext = child(xfrm, "a:off"), child(xfrm, "a:ext")
    x, y = parse_emu(attr(off, "x")), parse_emu(attr(off, "y"))
    width, height = _size(ext, "cx"), _size(ext, "cy")
    inner, size = child(xfrm, "a:chOff"), child(xfrm, "a:chExt")
    return Transform(
        x, y, width, height,
        rotation=parse_degrees(xfrm.get("rot")) % 360,
        flip_h=parse_bool(xfrm.get("flipH")),
        flip_v=parse_bool(xfrm.get("flipV")),
        child_x=parse_emu(attr(inner, "x"), x),
        child_y=parse_emu(attr(inner, "y"), y),
        child_width=width if size is None else _size(size, "cx"),
        child_height=height if size is None else _size(size, "cy"),
    )  # fmt: skip


def shapes(page: Page) -> list[Element]:
    """Return a page's shapes in painter's order, alternate content resolved; groups are not opened."""
    tree = page.shape_tree
    return [] if tree is None else shape_children(tree)


def shape_children(tree: Element) -> list[Element]:
    """Return the shapes directly inside a shape tree or a group, in painter's order."""
    return [each for each in resolve_alternates(tree) if local(each) in _SHAPES]


def shape_identity(shape: Element) -> tuple[int, str, str, bool]:
    """Return a shape's id, name, alternative text and whether it is hidden (20.1.2.2.8)."""
    properties = child(_non_visual(shape), "p:cNvPr")
    number = attr(properties, "id", "0") or "0"
    return (
        int(number) if number.isdigit() else 0,
        attr(properties, "name", "") or "",
        attr(properties, "descr", "") or "",
        parse_bool(attr(properties, "hidden")),
    )


_SHAPES = frozenset({"sp", "pic", "graphicFrame", "grpSp", "cxnSp", "contentPart"})


def _non_visual(shape: Element) -> Element | None:
    return next(iter(children(shape, *_FRAMES)), None)


def _size(element: Element | None, name: str) -> Emu:
    return Emu(max(0, parse_emu(attr(element, name))))


def _matching(identity: Placeholder | None, page: Page) -> Element | None:
    if identity is None:
        return None
    candidates = [(each, known) for each, known in _placeholders(page) if known.role == identity.role]
    if page.kind == "layout" and identity.role not in _BY_TYPE:
        by_idx = [each for each, known in _placeholders(page) if known.idx == identity.idx and known.role == "body"]
        if by_idx:
            return by_idx[0]
        candidates = [(each, known) for each, known in candidates if known.kind == identity.kind]
        return candidates[0][0] if identity.kind != "obj" and candidates else None
    return candidates[0][0] if candidates else None


def _placeholders(page: Page) -> tuple[tuple[Element, Placeholder], ...]:
    """The placeholders of a layout or master, looked for once: every shape of every slide asks."""
    found = _KNOWN.get(page)
    if found is None:
        known = ((shape, placeholder(shape)) for shape in shapes(page))
        found = tuple((shape, identity) for shape, identity in known if identity is not None)
        _KNOWN[page] = found
    return found


_KNOWN: WeakKeyDictionary[Page, tuple[tuple[Element, Placeholder], ...]] = WeakKeyDictionary()


__all__ = [
    "Placeholder",
    "Transform",
    "own_transform",
    "placeholder",
    "placeholder_chain",
    "read_transform",
    "shape_children",
    "shape_identity",
    "shapes",
    "transform",
]

"""A deck as pages: slides in order, each with its layout, master, theme, colour map (ECMA-376 part 1, 13.3, 19.3).

A *page* is anything that holds shapes: a slide, a layout or a master. All three are read by the same class, so
that a layout can be drawn as well as a slide.

Example:
    >>> deck = Presentation.open(deck_bytes)                 # doctest: +SKIP
    >>> deck.size, len(deck.slides), deck.slides[0].layout.name  # doctest: +SKIP
    ((12192000, 6858000), 12, 'Title Slide')
"""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from prezent_widgets.errors import PackageError
from prezent_widgets.ooxml.color import DEFAULT_MAP, ColorContext
from prezent_widgets.ooxml.package import Package, Part
from prezent_widgets.ooxml.theme import Theme, read_theme
from prezent_widgets.ooxml.units import Emu, parse_bool, parse_emu
from prezent_widgets.ooxml.xml import Element, attr, child, children, local

Kind = Literal["slide", "layout", "master"]


class Page:
    """A slide, a layout or a master.

    Args:
        deck: The presentation it belongs to.
        part: Its part.
        kind: What it is.
    """

    def __init__(self, deck: Presentation, part: Part, kind: Kind) -> None:
        self.deck = deck
        self.part = part
        self.kind: Kind = kind

    def __repr__(self) -> str:
        return f"Page({self.kind} {self.part.name!r})"

    @property
    def xml(self) -> Element:
        """The page's root element."""
        return self.part.xml

    @property
    def shape_tree(self) -> Element | None:
        """The page's ``p:spTree``; None in a damaged file."""
        return child(self.xml, "p:cSld", "p:spTree")

    @property
    def name(self) -> str:
        """The page's own name; "" for most slides."""
        return attr(child(self.xml, "p:cSld"), "name", "") or ""

    @cached_property
    def layout(self) -> Page | None:
        """A slide's layout; None for layouts and masters."""
        return self._parent("slideLayout", "layout") if self.kind == "slide" else None

    @cached_property
    def master(self) -> Page | None:
        """The master behind a slide or a layout; a master's is itself."""
        if self.kind == "master":
            return self
        if self.kind == "layout":
            return self._parent("slideMaster", "master")
        return self.layout.master if self.layout is not None else None

    @property
    def ancestors(self) -> tuple[Page, ...]:
        """The pages this one inherits from, nearest first."""
        parent = self.layout if self.kind == "slide" else self.master if self.kind == "layout" else None
        return () if parent is None else (parent, *parent.ancestors)

    @cached_property
    def theme(self) -> Theme:
        """The theme in force: the master's; the Office theme when there is none."""
        themes = [] if self.master is None else self.master.part.related_by_type("theme")
        return self.deck.theme(themes[0] if themes else None)

    @cached_property
    def color_map(self) -> dict[str, str]:
        """What bg1, tx1 … mean here: the nearest override, else the master's map (19.3.1.6, 20.1.6.8)."""
        for page in (self, *self.ancestors):
            override = child(page.xml, "p:clrMapOvr", "a:overrideClrMapping")
            if override is not None:
                return dict(override.attrib)
        master_map = child(self.master.xml, "p:clrMap") if self.master is not None else None
        return dict(DEFAULT_MAP) if master_map is None else dict(master_map.attrib)

    @cached_property
    def colors(self) -> ColorContext:
        """The meaning of scheme colours on this page."""
        return self.theme.context(self.color_map)

    @property
    def hidden(self) -> bool:
        """Whether a slide is left out of the show."""
        return not parse_bool(attr(self.xml, "show"), True)

    @property
    def shows_master_shapes(self) -> bool:
        """Whether the shapes of the pages below are drawn under this one (19.3.1.38)."""
        return parse_bool(attr(self.xml, "showMasterSp"), True)

    @cached_property
    def notes(self) -> str:
        """A slide's speaker notes as plain text, one line a paragraph; "" when there are none."""
        for part in self.part.related_by_type("notesSlide"):
            for shape in part.xml.iter(_SP):
                if attr(child(shape, "p:nvSpPr", "p:nvPr", "p:ph"), "type") == "body":
                    return plain_text(child(shape, "p:txBody"))
        return ""

    def _parent(self, relationship: str, kind: Kind) -> Page | None:
        parts = self.part.related_by_type(relationship)
        return self.deck.page(parts[0], kind) if parts else None


class Presentation:
    """A deck, opened from bytes and read lazily.

    Example:
        >>> Presentation.open(b"")
        Traceback (most recent call last):
        ...
        prezent_widgets.errors.PackageError: The deck is empty (0 bytes). Choose another file.
    """

    def __init__(self, package: Package) -> None:
        self.package = package
        self._pages: dict[str, Page] = {}
        self._themes: dict[str, Theme] = {}

    @classmethod
    def open(cls, data: bytes) -> Presentation:
        """Open a deck from its bytes.

        Raises:
            PackageError: the bytes are not a readable presentation.
        """
        package = Package.open(data)
        if local(package.main.xml) != "presentation":
            raise PackageError("The file is an Office file, but not a presentation.", hint="Choose a .pptx file.")
        return cls(package)

    @property
    def xml(self) -> Element:
        """The root element of the presentation part."""
        return self.package.main.xml

    @property
    def size(self) -> tuple[Emu, Emu]:
        """Width and height of a slide in EMU; 10 by 7.5 inches when the file does not say (19.2.1.39)."""
        element = child(self.xml, "p:sldSz")
        width, height = parse_emu(attr(element, "cx"), 9_144_000), parse_emu(attr(element, "cy"), 6_858_000)
        return (width if width > 0 else Emu(9_144_000), height if height > 0 else Emu(6_858_000))

    @cached_property
    def slides(self) -> tuple[Page, ...]:
        """The slides in the order they are shown, hidden ones among them."""
        return self._listed(self.package.main, self.xml, ("p:sldIdLst", "p:sldId"), "slide")

    @cached_property
    def masters(self) -> tuple[Page, ...]:
        """The slide masters, in order."""
        return self._listed(self.package.main, self.xml, ("p:sldMasterIdLst", "p:sldMasterId"), "master")

    @cached_property
    def layouts(self) -> tuple[Page, ...]:
        """The layouts of all masters, in order."""
        found: list[Page] = []
        for master in self.masters:
            found += self._listed(master.part, master.xml, ("p:sldLayoutIdLst", "p:sldLayoutId"), "layout")
        return tuple(found)

    @cached_property
    def table_styles(self) -> Element | None:
        """The root of ``ppt/tableStyles.xml`` (20.1.4.2.27); None when the deck has none."""
        parts = self.package.main.related_by_type("tableStyles")
        return parts[0].xml if parts else None

    def page(self, part: Part, kind: Kind) -> Page:
        """Return the page of a part, always the same object for the same part."""
        if part.name not in self._pages:
            self._pages[part.name] = Page(self, part, kind)
        return self._pages[part.name]

    def theme(self, part: Part | None) -> Theme:
        """Return the theme of a part, read once."""
        key = "" if part is None else part.name
        if key not in self._themes:
            self._themes[key] = read_theme(part)
        return self._themes[key]

    def _listed(self, part: Part, root: Element, path: tuple[str, str], kind: Kind) -> tuple[Page, ...]:
        entries = children(child(root, path[0]), path[1])
        parts = [part.related(attr(entry, "r:id")) for entry in entries]
        return tuple(self.page(each, kind) for each in parts if each is not None)


def plain_text(body: Element | None) -> str:
    """Return the text of a text body, one line a paragraph; breaks become spaces' nearest kin, line feeds.

    Example:
        >>> plain_text(None)
        ''
    """
    lines: list[str] = []
    for paragraph in children(body, "a:p"):
        pieces = [_piece(each) for each in children(paragraph, "a:r", "a:br", "a:fld")]
        lines.append("".join(pieces))
    return "\n".join(lines)


def _piece(run: Element) -> str:
    if local(run) == "br":
        return "\n"
    text = child(run, "a:t")
    return (text.text or "") if text is not None else ""


_SP = "{http://schemas.openxmlformats.org/presentationml/2006/main}sp"

__all__ = ["Kind", "Page", "Presentation", "plain_text"]

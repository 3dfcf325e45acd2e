"""A written deck as the checks see it: texts with the room they need and have, tables, boxes, what is empty."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from prezent_widgets.deck.catalogue import (
    Catalogue,
    LayoutInfo,
    LayoutRole,
    Rect,
    Slot,
    open_presentation,
    read_catalogue,
)
from prezent_widgets.deck.office import Slide
from prezent_widgets.deck.text import Paragraph, extent
from prezent_widgets.deck.text.metrics import Run
from prezent_widgets.deck.xml import A, Element, P, identity, placeholder, points
from prezent_widgets.generate.quality.frames import FrameText, frame_texts

_UNCOUNTED = ("title", "source", "number", "footer", "date", "chart head")
_FURNITURE = ("dt", "ftr", "sldNum")


@dataclass(frozen=True, slots=True)
class WrittenText:
    """One text placeholder: the height it needs and has, and its smallest size, in points."""

    name: str
    kind: str
    text: str
    need: float
    room: float
    lines: int
    smallest: float


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """One table: where its last row ends, in points from the top of the slide."""

    name: str
    bottom: float


@dataclass(frozen=True, slots=True)
class WrittenSlide:
    """One slide of the file; ``boxes`` are (name, left, top, right, bottom) of what must not overlap.

    ``lowest`` is where the content ends, in points from the top: text where its last line ends, unless it stands on a
    sheet that goes on. ``cells`` are the texts of tables, ``frames`` sizes and contrasts of charts and tables.
    """

    number: int
    layout: str
    role: LayoutRole
    title: str
    title_lines: int
    texts: tuple[WrittenText, ...]
    tables: tuple[WrittenTable, ...]
    boxes: tuple[tuple[str, float, float, float, float], ...]
    empty: tuple[str, ...]
    undescribed: tuple[str, ...]
    all_text: tuple[str, ...]
    height: float
    lowest: float
    cells: tuple[str, ...] = ()
    frames: tuple[FrameText, ...] = ()
    notes: str = ""

    @property
    def words(self) -> int:
        """Words that a viewer reads, tables and charts aside."""
        return sum(len(text.split()) for text in self.all_text)

    @property
    def plain_title(self) -> str:
        """The title without "(2/3)", to find the slide's spec."""
        return re.sub(r"( \(\d+/\d+\))+$", "", self.title)

    @property
    def claims(self) -> tuple[str, ...]:
        """Texts whose figures need a fact: everything but source lines."""
        return tuple(
            text.text for text in self.texts if text.kind not in ("source", "number", "footer", "date", "step when")
        )


@lru_cache(maxsize=4)
def read_slides(data: bytes) -> tuple[WrittenSlide, ...]:
    """The slides of a .pptx; PackageError when it cannot be opened."""
    presentation = open_presentation(data)
    catalogue = read_catalogue(data)
    names = [layout.part.partname for layout in presentation.slide_layouts]
    layouts = dict(zip(names, catalogue.layouts, strict=True))
    return tuple(
        _slide(number, slide, layouts[slide.slide_layout.part.partname], catalogue)
        for number, slide in enumerate(presentation.slides, start=1)
    )


def _slide(number: int, slide: Slide, layout: LayoutInfo, catalogue: Catalogue) -> WrittenSlide:
    slots = {slot.idx: slot for slot in layout.slots}
    texts: list[WrittenText] = []
    tables: list[WrittenTable] = []
    boxes: list[tuple[str, float, float, float, float]] = []
    empty: list[str] = []
    undescribed: list[str] = []
    loose: list[str] = []
    ends: list[float] = []
    cells: list[str] = []
    for shape in slide.shapes._spTree:
        if shape.tag not in (f"{P}sp", f"{P}graphicFrame", f"{P}pic"):
            continue
        ph = placeholder(shape)
        name = str(identity(shape).get("name") or "")
        slot = slots.get(int(ph.get("idx") or 0)) if ph is not None else None
        if ph is not None and ph.get("type") in _FURNITURE:
            continue
        if shape.tag == f"{P}sp":
            paragraphs, sizes = _paragraphs(shape, slot)
            text = "\n".join(paragraph.text for paragraph in paragraphs).strip()
            if ph is not None and not text:
                empty.append(name)
            elif slot is not None:
                slot = _placed(shape, slot)
                texts.append(_text(name, slot, paragraphs, sizes))
                if slot.kind not in _UNCOUNTED:
                    ends.append(_end(slot, texts[-1]))
                boxes.append((name, slot.rect.x, slot.rect.y, slot.rect.right, slot.rect.bottom))
            elif text:
                loose.append(text)
            continue
        if not str(identity(shape).get("descr") or "").strip():
            undescribed.append(name)
        box = _box(shape)
        boxes.append((name, *box))
        ends.append(box[3])
        cells += ["".join(cell.itertext()).strip() for cell in shape.iter(f"{A}tc")]
        if shape.find(f".//{A}tbl") is not None:
            tables.append(WrittenTable(name, box[3]))
    titles = [text for text in texts if text.kind == "title"]
    return WrittenSlide(
        number=number,
        layout=layout.name,
        role=layout.role,
        title=titles[0].text if titles else "",
        title_lines=titles[0].lines if titles else 0,
        texts=tuple(texts),
        tables=tuple(tables),
        boxes=tuple(boxes),
        empty=tuple(empty),
        undescribed=tuple(undescribed),
        all_text=(*(text.text for text in texts), *loose),
        height=catalogue.size[1],
        lowest=max(ends, default=0.0),
        cells=tuple(cells),
        frames=frame_texts(slide),
        notes=slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "",
    )


def _paragraphs(shape: Element, slot: Slot | None) -> tuple[list[Paragraph], tuple[float, ...]]:
    paragraphs: list[Paragraph] = []
    sizes = [look.size for look in slot.looks] if slot is not None else [18.0] * 5
    for item in shape.iter(f"{A}p"):
        properties = item.find(f"{A}pPr")
        level = int(properties.get("lvl") or 0) if properties is not None else 0
        flat = properties is not None and properties.find(f"{A}buNone") is not None
        runs: list[Run] = []
        for part in item:
            if part.tag == f"{A}br":
                runs.append(Run("\n"))
            elif part.tag == f"{A}r":
                own = part.find(f"{A}rPr")
                runs.append(
                    Run((part.findtext(f"{A}t") or "").replace("\u00a0", " "), own is not None and own.get("b") == "1")
                )
                if own is not None and own.get("sz") and level < len(sizes):
                    sizes[level] = int(own.get("sz")) / 100
        paragraphs.append(Paragraph(tuple(runs), level, False if flat else None))
    return paragraphs, tuple(sizes)


def _placed(shape: Element, slot: Slot) -> Slot:
    """The slot where the slide has it: its own place wins over the layout's."""
    if shape.find(f"{P}spPr/{A}xfrm") is None:
        return slot
    left, top, right, bottom = _box(shape)
    return replace(slot, rect=Rect(left, top, right - left, bottom - top))


def _text(name: str, slot: Slot, paragraphs: list[Paragraph], sizes: tuple[float, ...]) -> WrittenText:
    width, height = slot.inner
    found = extent(paragraphs, slot.looks, sizes, width)
    used = [sizes[min(paragraph.level, len(sizes) - 1)] for paragraph in paragraphs if paragraph.text.strip()]
    text = "\n".join(paragraph.text for paragraph in paragraphs).strip()
    return WrittenText(name, slot.kind, text, found.height, height, found.lines, min(used or [slot.look().size]))


def _end(slot: Slot, text: WrittenText) -> float:
    """Where a text ends to the eye: its last line, or the lower edge of the card it stands on."""
    spare = max(0.0, text.room - text.need)
    hanging = slot.kind in ("text", "object")
    return slot.rect.bottom - (0.0 if not hanging else spare / 2 if slot.anchor == "ctr" else spare)


def _box(shape: Element) -> tuple[float, float, float, float]:
    xfrm = shape.find(f"{P}xfrm")
    if xfrm is None:
        xfrm = shape.find(f"{P}spPr/{A}xfrm")
    if xfrm is None:
        return 0.0, 0.0, 0.0, 0.0
    off, ext = xfrm.find(f"{A}off"), xfrm.find(f"{A}ext")
    x, y = points(off.get("x")), points(off.get("y"))
    return x, y, x + points(ext.get("cx")), y + points(ext.get("cy"))


__all__ = ["WrittenSlide", "WrittenTable", "WrittenText", "read_slides"]

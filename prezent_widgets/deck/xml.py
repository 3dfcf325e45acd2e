"""Names and small readers of PresentationML and DrawingML, shared by the modules of this folder."""

from __future__ import annotations

from typing import Any

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
EMU_PER_PT = 12700

Element = Any  # lxml ships no types; elements are narrowed where they enter


def points(value: str | None, default: float = 0.0) -> float:
    """EMU as written in an attribute, in points."""
    return int(value) / EMU_PER_PT if value is not None else default


def emu(value: float) -> int:
    """Points as whole EMU."""
    return round(value * EMU_PER_PT)


def placeholder(shape: Element) -> Element | None:
    """The ``p:ph`` element of a shape, None for a shape that is no placeholder."""
    return shape.find(f"./*/{P}nvPr/{P}ph")


def identity(shape: Element) -> Element:
    """The ``p:cNvPr`` element: id, name, alternative text."""
    found = shape.find(f"./*/{P}cNvPr")
    if found is None:
        raise ValueError("a shape without p:cNvPr")
    return found


__all__ = ["EMU_PER_PT", "A", "C", "Element", "P", "R", "emu", "identity", "placeholder", "points"]

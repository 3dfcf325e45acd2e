"""The box text stands in: insets, anchor, wrapping, columns, autofit (ECMA-376 part 1, 21.1.2.1.1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from prezent_widgets.ooxml.placeholders import placeholder_chain
from prezent_widgets.ooxml.presentation import Page
from prezent_widgets.ooxml.units import ZERO, Emu, parse_bool, parse_degrees, parse_emu, parse_fraction, parse_number
from prezent_widgets.ooxml.xml import Element, attr, child, children, local

_SIDE, _TOP = Emu(91_440), Emu(45_720)


@dataclass(frozen=True, slots=True)
class BodyProps:
    """A text body's effective properties: insets in EMU, rotation in degrees.

    ``font_scale`` and ``line_reduction`` are the stored result of PowerPoint's own shrinking; use them as they
    are and never fit again. ``autofit`` "shape" means that the shape grows, not that the text shrinks.
    """

    left: Emu = _SIDE
    top: Emu = _TOP
    right: Emu = _SIDE
    bottom: Emu = _TOP
    anchor: Literal["t", "ctr", "b", "just", "dist"] = "t"
    anchor_center: bool = False
    wrap: bool = True
    vertical: str = "horz"
    rotation: float = 0.0
    upright: bool = False
    columns: int = 1
    column_gap: Emu = ZERO
    autofit: Literal["none", "text", "shape"] = "none"
    font_scale: float = 1.0
    line_reduction: float = 0.0
    warp: str = ""


def body_properties(shape: Element, page: Page) -> BodyProps:
    """Return the effective properties of a shape's text body, through its placeholders."""
    bodies = (child(each, "p:txBody", "a:bodyPr") for each in placeholder_chain(shape, page))
    return read_body([each for each in bodies if each is not None])


def read_body(chain: list[Element]) -> BodyProps:
    """Read effective properties from ``a:bodyPr`` elements, nearest first."""

    def first(name: str) -> str | None:
        return next((found for found in (each.get(name) for each in chain) if found is not None), None)

    fits = (fit for each in chain for fit in children(each, "a:noAutofit", "a:normAutofit", "a:spAutoFit"))
    fit = next(fits, None)
    kind = "" if fit is None else local(fit)
    anchor = first("anchor")
    return BodyProps(
        left=parse_emu(first("lIns"), 91_440),
        top=parse_emu(first("tIns"), 45_720),
        right=parse_emu(first("rIns"), 91_440),
        bottom=parse_emu(first("bIns"), 45_720),
        anchor=anchor if anchor in ("ctr", "b", "just", "dist") else "t",
        anchor_center=parse_bool(first("anchorCtr")),
        wrap=first("wrap") != "none",
        vertical=first("vert") or "horz",
        rotation=parse_degrees(first("rot")),
        upright=parse_bool(first("upright")),
        columns=max(1, min(16, int(parse_number(first("numCol"), 1)))),
        column_gap=parse_emu(first("spcCol")),
        autofit="text" if kind == "normAutofit" else "shape" if kind == "spAutoFit" else "none",
        font_scale=_scale(fit),
        line_reduction=max(0.0, min(0.9, parse_fraction(attr(fit, "lnSpcReduction")))),
        warp=_warp(chain),
    )


def _scale(fit: Element | None) -> float:
    scale = parse_fraction(attr(fit, "fontScale"), 1.0)
    return min(1.0, scale) if scale > 0.01 else 1.0


def _warp(chain: list[Element]) -> str:
    warp = next((found for found in (child(each, "a:prstTxWarp") for each in chain) if found is not None), None)
    name = attr(warp, "prst", "") or ""
    return "" if name == "textNoShape" else name


__all__ = ["BodyProps", "body_properties", "read_body"]

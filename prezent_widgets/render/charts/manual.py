"""Places fixed by hand inside a chart (ECMA-376 part 1, 21.2.2.95)."""

from __future__ import annotations

from prezent_widgets.ooxml.units import parse_number
from prezent_widgets.ooxml.xml import Element, child, value
from prezent_widgets.render.context import Rect


def manual_box(element: Element | None, whole: Rect) -> Rect | None:
    """Return the box an element's ``c:layout`` fixes as fractions of the chart; None when it is automatic.

    A width or height the file leaves out is 0.
    """
    layout = child(element, "c:layout", "c:manualLayout")
    if layout is None or value(layout, "c:x") is None or value(layout, "c:y") is None:
        return None
    x, y, width, height = (_fraction(value(layout, f"c:{name}")) for name in ("x", "y", "w", "h"))
    if value(layout, "c:xMode") != "edge" or value(layout, "c:yMode") != "edge":
        # "factor" moves a thing from where it would be; only plot areas and legends with edges are placed outright.
        return None
    if value(layout, "c:wMode") == "edge":
        width -= x
    if value(layout, "c:hMode") == "edge":
        height -= y
    return Rect(
        whole.x + x * whole.width,
        whole.y + y * whole.height,
        max(0.0, width) * whole.width,
        max(0.0, height) * whole.height,
    )


def inner_target(element: Element | None) -> bool:
    """Whether a plot area's layout means the area inside the axis labels."""
    return value(child(element, "c:layout", "c:manualLayout"), "c:layoutTarget") == "inner"


def _fraction(text: str | None) -> float:
    return max(-1.0, min(2.0, parse_number(text)))


__all__ = ["inner_target", "manual_box"]

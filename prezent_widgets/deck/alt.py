"""Alternative text: what a screen reader says of a chart, a table or a drawing."""

from __future__ import annotations

from prezent_widgets.deck.office import etree
from prezent_widgets.deck.xml import A, Element, identity

_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


def set_alt(shape: Element, text: str) -> None:
    """Describe a shape (``p:sp``, ``p:graphicFrame`` …)."""
    identity(shape).set("descr", " ".join(text.split()))


def mark_decorative(shape: Element) -> None:
    """Tell screen readers to pass over a shape (Office 2019 and later; others see an empty description)."""
    name = identity(shape)
    name.set("descr", "")
    extensions = name.find(f"{A}extLst")
    if extensions is None:
        extensions = etree.SubElement(name, f"{A}extLst")
    extension = etree.SubElement(extensions, f"{A}ext", uri=_URI)
    etree.SubElement(extension, f"{{{_DECORATIVE}}}decorative", nsmap={"adec": _DECORATIVE}, val="1")


__all__ = ["mark_decorative", "set_alt"]

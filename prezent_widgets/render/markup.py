"""Numbers, colours and text as SVG writes them."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from prezent_widgets.render.scene import IDENTITY, Matrix, Rgba


def transform(matrix: Matrix) -> str:
    """A ``transform`` attribute, with a space before it; empty for the identity."""
    if matrix == IDENTITY:
        return ""
    a, b, c, d, e, f = matrix
    if (a, b, c, d) == (1.0, 0.0, 0.0, 1.0):
        return f' transform="translate({number(e)} {number(f)})"'
    return f' transform="matrix({" ".join(fine(each) for each in (a, b, c, d))} {number(e)} {number(f)})"'


def color_hex(color: Rgba) -> str:
    """A colour without its alpha."""
    return f"#{color[0]:02x}{color[1]:02x}{color[2]:02x}"


def number(value: float) -> str:
    """A length in points, to hundredths."""
    text = f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"
    return "0" if text in ("-0", "") else text


def fine(value: float) -> str:
    """A factor, to hundred-thousandths."""
    return f"{value:.5f}".rstrip("0").rstrip(".") or "0"


def clean(text: str) -> str:
    """Text without what XML cannot hold."""
    return "".join(each for each in text if each in "\t\n" or (ord(each) >= 32 and not 0xD800 <= ord(each) <= 0xDFFF))


def quoted(text: str) -> str:
    """Text as a quoted attribute value."""
    return quoteattr(clean(text))


__all__ = ["clean", "color_hex", "fine", "number", "quoted", "transform"]

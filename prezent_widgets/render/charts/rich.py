"""Titles of charts and axes: rich text, references, or the automatic one (ECMA-376 part 1, 21.2.2.210)."""

from __future__ import annotations

from dataclasses import dataclass

from prezent_widgets.ooxml.xml import Element, child, children, value
from prezent_widgets.render.charts.style import ChartStyle, body_rotation, text_properties
from prezent_widgets.render.charts.write import Block, Look, wrapped
from prezent_widgets.render.scene import Node


@dataclass(frozen=True, slots=True)
class TitleText:
    """A title ready to be drawn around its middle: blocks under each other, turned by ``degrees``."""

    blocks: tuple[Block, ...]
    degrees: float

    @property
    def height(self) -> float:
        """The height of its lines in points."""
        return sum(block.height for block in self.blocks)

    @property
    def width(self) -> float:
        """The width of its longest line in points."""
        return max((block.width for block in self.blocks), default=0.0)

    @property
    def thickness(self) -> float:
        """The room it takes beside an axis, in points."""
        return self.height if abs(self.degrees) in (0.0, 90.0) else max(self.height, self.width / 2)

    def draw(self, x: float, y: float) -> tuple[Node, ...]:
        """Return the title with its middle at (x, y)."""
        nodes: list[Node] = []
        top = -self.height / 2
        for block in self.blocks:
            middle = top + block.height / 2
            if not self.degrees:
                nodes += block.draw(x, y + top, "middle")
            elif self.degrees < 0:
                nodes += block.turned(x + middle, y, self.degrees)
            else:
                nodes += block.turned(x - middle, y, self.degrees)
            top += block.height
        return tuple(nodes)


def read_title(
    element: Element | None,
    style: ChartStyle,
    *,
    automatic: str = "",
    turned: bool = False,
    scale: float = 1.0,
    width: float = 1e6,
) -> TitleText | None:
    """Return a title, broken to a width; None when there is nothing to show.

    Args:
        element: The ``c:title``; with None only ``automatic`` can give a title.
        style: The chart's style.
        automatic: The text of a title that has none of its own.
        turned: Whether it stands upright when the file does not say.
        scale: Its size relative to the chart's text when the file does not say.
        width: The width it is broken at, in points.
    """
    paragraphs = rich_lines(child(element, "c:tx", "c:rich"), style, scale=scale, bold=True)
    if not paragraphs:
        text = _reference(element) or automatic
        look = style.look(text_properties(element), bold=True, scale=scale)
        paragraphs = [(text, look)] if text.strip() else []
    if not paragraphs:
        return None
    rotation = body_rotation(element)
    degrees = rotation if rotation is not None else (-90.0 if turned else 0.0)
    return TitleText(tuple(wrapped(text, look, width) for text, look in paragraphs), degrees)


def placeholder_title(space: Element) -> str:
    """Return what stands for a title nobody has written, in the chart's language (``c:lang``)."""
    language = (value(space, "c:lang") or "").lower()
    return _UNTITLED.get(language) or _UNTITLED.get(language.partition("-")[0]) or "Chart Title"


_UNTITLED = {
    "da": "Diagramtitel", "de": "Diagrammtitel", "es": "Título del gráfico", "fi": "Kaavion otsikko",
    "fr": "Titre du graphique", "it": "Titolo del grafico", "ja": "グラフ タイトル", "ko": "차트 제목",
    "nb": "Diagramtittel", "nl": "Grafiektitel", "pl": "Tytuł wykresu", "pt": "Título do Gráfico",
    "ru": "Название диаграммы", "sv": "Diagramrubrik", "tr": "Grafik Başlığı", "zh": "图表标题", "zh-tw": "圖表標題",
}  # fmt: skip


def rich_lines(
    body: Element | None, style: ChartStyle, *, scale: float = 1.0, bold: bool = False
) -> list[tuple[str, Look]]:
    """Return the paragraphs of a ``c:rich``, each with the look of its first run; empty ones are left out."""
    found: list[tuple[str, Look]] = []
    for paragraph in children(body, "a:p"):
        runs = children(paragraph, "a:r", "a:fld")
        text = "".join(_text(run) for run in children(paragraph, "a:r", "a:fld", "a:br"))
        default = child(paragraph, "a:pPr", "a:defRPr")
        first = child(runs[0], "a:rPr") if runs else None
        if text.strip():
            found.append((text, style.look(first, default, bold=bold, scale=scale)))
    return found


def _text(run: Element) -> str:
    if run.tag.endswith("}br"):
        return "\n"
    text = child(run, "a:t")
    return "" if text is None else text.text or ""


def _reference(element: Element | None) -> str:
    points = children(child(element, "c:tx", "c:strRef", "c:strCache"), "c:pt")
    values = (child(point, "c:v") for point in points)
    return " ".join(each.text or "" for each in values if each is not None)


__all__ = ["TitleText", "placeholder_title", "read_title", "rich_lines"]

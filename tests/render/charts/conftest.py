"""Charts made with python-pptx and drawn alone."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pytest
from pptx import Presentation as Writer
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from prezent_widgets.ooxml.package import Part
from prezent_widgets.ooxml.presentation import Presentation
from prezent_widgets.render.charts import draw_chart
from prezent_widgets.render.context import Context, Ledger, Rect
from prezent_widgets.render.scene import GroupNode, Node, PathNode, TextNode

BOX = Rect(0, 0, 480, 300)


class Drawing:
    """What a chart was drawn as, flattened."""

    def __init__(self, nodes: tuple[Node, ...], ledger: Ledger) -> None:
        self.nodes = tuple(flat(nodes))
        self.warnings = [warning.feature for warning in ledger.warnings.values()]

    @property
    def texts(self) -> list[str]:
        return [node.text for node in self.nodes if isinstance(node, TextNode)]

    @property
    def paths(self) -> list[PathNode]:
        return [node for node in self.nodes if isinstance(node, PathNode)]

    def text(self, words: str) -> TextNode:
        return next(node for node in self.nodes if isinstance(node, TextNode) and node.text == words)

    def filled(self) -> list[PathNode]:
        return [node for node in self.paths if node.fill is not None]


def flat(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, GroupNode):
            yield from flat(node.nodes)
        else:
            yield node


def chart_deck(kind: XL_CHART_TYPE, data: object, change: Callable[..., None] | None = None) -> bytes:
    writer = Writer()
    slide = writer.slides.add_slide(writer.slide_layouts[6])
    frame = slide.shapes.add_chart(kind, 0, 0, Inches(6), Inches(4), data)  # type: ignore[arg-type]
    if change is not None:
        change(frame.chart)
    buffer = io.BytesIO()
    writer.save(buffer)
    Writer(io.BytesIO(buffer.getvalue()))
    return buffer.getvalue()


def draw(kind: XL_CHART_TYPE, data: object, change: Callable[..., None] | None = None, box: Rect = BOX) -> Drawing:
    page = Presentation.open(chart_deck(kind, data, change)).slides[0]
    part: Part = page.part.related_by_type("chart")[0]
    ledger = Ledger()
    return Drawing(draw_chart(part, box, Context(page, page, page.part, ledger)), ledger)


@pytest.fixture
def sales() -> CategoryChartData:
    data = CategoryChartData(number_format="#,##0")
    data.categories = ["North", "South", "East"]
    data.add_series("2025", (1200, 2400, 900))
    data.add_series("2026", (1500, 2100, 1100))
    return data


@pytest.fixture
def one() -> CategoryChartData:
    data = CategoryChartData(number_format="0.0")
    data.categories = ["A", "B", "C", "D"]
    data.add_series("Rate", (10.0, 20.0, 30.0, 40.0))
    return data


@pytest.fixture(scope="session")
def drawn() -> Callable[..., Drawing]:
    return draw


@pytest.fixture(scope="session")
def deck_of() -> Callable[..., bytes]:
    return chart_deck

"""Tables made with python-pptx and drawn alone."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pytest
from pptx import Presentation as Writer
from pptx.util import Inches

from prezent_widgets.ooxml.placeholders import shapes
from prezent_widgets.ooxml.presentation import Page, Presentation
from prezent_widgets.ooxml.xml import Element
from prezent_widgets.render.context import Context, Ledger, Rect
from prezent_widgets.render.scene import GroupNode, Node, PathNode, TextNode
from prezent_widgets.render.tables import draw_table

GUID = "{http://schemas.openxmlformats.org/drawingml/2006/main}tableStyleId"


class Drawing:
    """What a table was drawn as, flattened."""

    def __init__(self, nodes: tuple[Node, ...], ledger: Ledger) -> None:
        self.nodes = tuple(flat(nodes))
        self.warnings = list(ledger.warnings.values())

    @property
    def fills(self) -> list[PathNode]:
        return [node for node in self.nodes if isinstance(node, PathNode) and node.fill is not None]

    @property
    def lines(self) -> list[PathNode]:
        return [node for node in self.nodes if isinstance(node, PathNode) and node.stroke is not None]

    @property
    def texts(self) -> list[TextNode]:
        return [node for node in self.nodes if isinstance(node, TextNode)]

    def text(self, words: str) -> TextNode:
        return next(node for node in self.texts if node.text == words)


def flat(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, GroupNode):
            yield from flat(node.nodes)
        else:
            yield node


def table_page(rows: int, columns: int, change: Callable[..., None] | None = None, style: str = "") -> Page:
    writer = Writer()
    slide = writer.slides.add_slide(writer.slide_layouts[6])
    frame = slide.shapes.add_table(rows, columns, 0, 0, Inches(columns), Inches(rows / 2))
    for row in range(rows):
        for column in range(columns):
            frame.table.cell(row, column).text = f"{row}{column}"
    if style:
        frame._element.graphic.graphicData.tbl.tblPr.find(GUID).text = style
    if change is not None:
        change(frame.table)
    buffer = io.BytesIO()
    writer.save(buffer)
    Writer(io.BytesIO(buffer.getvalue()))
    return Presentation.open(buffer.getvalue()).slides[0]


def draw(rows: int, columns: int, change: Callable[..., None] | None = None, style: str = "") -> Drawing:
    page = table_page(rows, columns, change, style)
    ledger = Ledger()
    frame: Element = shapes(page)[0]
    context = Context(page, page, page.part, ledger)
    return Drawing(draw_table(frame, Rect(0, 0, 72.0 * columns, 36.0 * rows), context), ledger)


@pytest.fixture(scope="session")
def drawn() -> Callable[..., Drawing]:
    return draw


@pytest.fixture(scope="session")
def page_of() -> Callable[..., Page]:
    return table_page

import io
import struct
import zlib
from collections.abc import Callable

import pytest
from pptx import Presentation as new_deck
from pptx.presentation import Presentation

from prezent_widgets.deck.package import problems
from prezent_widgets.render.scene import GroupNode, Node, Scene, TextNode

Saver = Callable[[Presentation], bytes]


@pytest.fixture
def blank() -> Presentation:
    """A deck of 960 by 540 points with one empty slide."""
    deck = new_deck()
    deck.slide_width, deck.slide_height = 12192000, 6858000
    deck.slides.add_slide(deck.slide_layouts[6])
    return deck


@pytest.fixture
def save() -> Saver:
    """Saves a deck, opens it again and checks the package."""

    def saved(deck: Presentation) -> bytes:
        stream = io.BytesIO()
        deck.save(stream)
        data = stream.getvalue()
        new_deck(io.BytesIO(data))
        assert problems(data) == ()
        return data

    return saved


@pytest.fixture
def texts() -> Callable[[Scene], list[TextNode]]:
    """All text nodes of a scene, however deep."""

    def found(scene: Scene) -> list[TextNode]:
        nodes: list[TextNode] = []

        def visit(each: Node) -> None:
            if isinstance(each, TextNode):
                nodes.append(each)
            elif isinstance(each, GroupNode):
                for inner in each.nodes:
                    visit(inner)

        for node in scene.nodes:
            visit(node)
        return nodes

    return found


@pytest.fixture
def red_png() -> bytes:
    """A picture of 4 by 2 red pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = b"".join(b"\x00" + b"\xff\x00\x00" * 4 for _ in range(2))
    header = struct.pack(">IIBBBBB", 4, 2, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")

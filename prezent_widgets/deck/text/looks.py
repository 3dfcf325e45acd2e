"""How text looks in a placeholder: size, face, weight and spacing, resolved layout → master → theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from prezent_widgets.deck.office import etree
from prezent_widgets.deck.xml import A, Element, P, points

_LEVELS = 5


@dataclass(frozen=True, slots=True)
class Look:
    """One outline level: sizes and distances in points; ``spacing`` is a multiple of the line pitch."""

    size: float
    family: str
    bold: bool = False
    italic: bool = False
    margin: float = 0.0
    indent: float = 0.0
    before: float = 0.0
    spacing: float = 1.0
    bulleted: bool = False


def read_looks(chain: Sequence[Element], kind: str, master: Element) -> tuple[Look, ...]:
    """The first five levels of a placeholder whose shapes are ``chain``, nearest first; ``kind`` is its type."""
    fonts = _theme_fonts(master)
    style = {"title": "titleStyle", "ctrTitle": "titleStyle"}.get(
        kind, "otherStyle" if kind in ("dt", "ftr", "sldNum") else "bodyStyle"
    )
    lists = [item for item in (shape.find(f"{P}txBody/{A}lstStyle") for shape in chain) if item is not None]
    found = master._element.find(f"{P}txStyles/{P}{style}")
    if found is not None:
        lists.append(found)
    return tuple(_look([item.find(f"{A}lvl{level}pPr") for item in lists], fonts) for level in range(1, _LEVELS + 1))


def _look(levels: Sequence[Element | None], fonts: dict[str, str]) -> Look:
    paragraphs = [level for level in levels if level is not None]
    runs = [run for run in (level.find(f"{A}defRPr") for level in paragraphs) if run is not None]
    size = next((int(run.get("sz")) / 100 for run in runs if run.get("sz")), 18.0)
    latin = next(
        (str(run.find(f"{A}latin").get("typeface")) for run in runs if run.find(f"{A}latin") is not None), "+mn-lt"
    )
    return Look(
        size=size,
        family=fonts.get(latin, latin),
        bold=next((run.get("b") in ("1", "true") for run in runs if run.get("b")), False),
        italic=next((run.get("i") in ("1", "true") for run in runs if run.get("i")), False),
        margin=next((points(level.get("marL")) for level in paragraphs if level.get("marL")), 0.0),
        indent=next((points(level.get("indent")) for level in paragraphs if level.get("indent")), 0.0),
        before=_distance(paragraphs, size),
        spacing=_spacing(paragraphs),
        bulleted=_bulleted(paragraphs),
    )


def _distance(paragraphs: Sequence[Element], size: float) -> float:
    for level in paragraphs:
        exact, share = level.find(f"{A}spcBef/{A}spcPts"), level.find(f"{A}spcBef/{A}spcPct")
        if exact is not None:
            return int(exact.get("val")) / 100
        if share is not None:
            return _percent(share.get("val")) * size * 1.2
    return 0.0


def _spacing(paragraphs: Sequence[Element]) -> float:
    for level in paragraphs:
        share = level.find(f"{A}lnSpc/{A}spcPct")
        if share is not None:
            return _percent(share.get("val"))
    return 1.0


def _percent(value: str) -> float:
    return float(value[:-1]) / 100 if value.endswith("%") else int(value) / 100000


def _bulleted(paragraphs: Sequence[Element]) -> bool:
    for level in paragraphs:
        if level.find(f"{A}buNone") is not None:
            return False
        if level.find(f"{A}buChar") is not None or level.find(f"{A}buAutoNum") is not None:
            return True
    return False


def _theme_fonts(master: Element) -> dict[str, str]:
    """``+mj-lt`` and ``+mn-lt`` as real faces."""
    for relationship in master.part.rels.values():
        if relationship.reltype.endswith("/theme"):
            return _faces(relationship.target_part.blob)
    return {}


@lru_cache(maxsize=16)  # asked for every placeholder of every layout
def _faces(theme: bytes) -> dict[str, str]:
    fonts = etree.fromstring(theme)
    faces = {"+mj-lt": "majorFont", "+mn-lt": "minorFont"}
    found = {name: fonts.find(f".//{A}{tag}/{A}latin") for name, tag in faces.items()}
    return {name: str(latin.get("typeface")) for name, latin in found.items() if latin is not None}


__all__ = ["Look", "read_looks"]

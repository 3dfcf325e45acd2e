"""Fragments broken into lines: at spaces, after hyphens, between ideographs, and inside a word only when it must be."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from prezent_widgets.render.text.fragments import Fragment, Style

_CJK = (
    "\u1100-\u11ff\u2e80-\u303f\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    "\uff01-\uffef"
)
_DASHES = "\u2010\u2013\u2014-"
_ATOMS = re.compile(rf"\n|\t|[ \u3000]+|[{_CJK}]|[^\s{_CJK}{_DASHES}]*[{_DASHES}]+|[^\s{_CJK}{_DASHES}]+|\s")
_IDEOGRAPH = re.compile(rf"[{_CJK}]")
_NO_START = frozenset("、。，．・：；？！）」』】〕〉》〗ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々％,.:;?!)]}%”’…")
_NO_END = frozenset("（「『【〔〈《〖([{“‘$¥￥")
_TOLERANCE = 0.02


@dataclass(slots=True)
class Atom:
    """The least piece of text: ``glued`` means that no line may start with it."""

    text: str
    style: Style
    width: float
    glued: bool
    x: float = 0.0

    @property
    def is_space(self) -> bool:
        """Whether it is white space (it may hang over the end of a line)."""
        return self.text.isspace()


@dataclass(slots=True)
class Line:
    """A line: atoms with their places, the width without hanging space, and whether a paragraph or break ends it."""

    atoms: list[Atom] = field(default_factory=list[Atom])
    width: float = 0.0
    last: bool = False


def to_atoms(fragments: Sequence[Fragment]) -> list[Atom]:
    """Cut fragments into atoms; words that go on in the next fragment stay together."""
    atoms: list[Atom] = []
    for fragment in fragments:
        for text in _ATOMS.findall(fragment.text):
            glued = bool(atoms) and _glued(atoms[-1].text, text)
            atoms.append(Atom(text, fragment.style, 0.0 if text in "\n\t" else fragment.style.width(text), glued))
    return atoms


def _glued(before: str, text: str) -> bool:
    last, first = before[-1], text[0]
    if last in "\n\t " or first in "\n\t ":
        return False
    if first in _NO_START or last in _NO_END or "\u00a0" in (first, last):
        return True
    if _IDEOGRAPH.match(first) or _IDEOGRAPH.match(last):
        return False
    return not (last in "-\u2010\u2013\u2014" and len(before) > 1 and first.isalpha())


def break_lines(
    atoms: Sequence[Atom],
    width: Callable[[int], float],
    start: Callable[[int], float],
    tab: Callable[[float], tuple[float, str]],
) -> list[Line]:
    """Fill lines greedily.

    Args:
        atoms: The paragraph.
        width: How far line number n may reach, from the left edge of the text (a very large number: no wrapping).
        start: Where line number n starts.
        tab: The stop after a place, and how text stands at it: "l", "ctr", "r" or "dec" (20.1.10.66).

    Returns:
        At least one line. Atoms have their ``x`` from the left edge of the text.
    """
    lines = [Line()]
    x = start(0)
    open_tab: tuple[Atom, float, str] | None = None

    def settle() -> None:
        """Push what follows a centred, right or decimal stop back over the tab before it."""
        nonlocal open_tab, x
        if open_tab is None:
            return
        (before, stop, kind), open_tab = open_tab, None
        line = lines[-1].atoms
        after = line[line.index(before) + 1 :] if before in line else []
        room = _room_before(after, kind)
        before.width = max(0.0, stop - before.x - room)
        place = before.x + before.width
        for atom in after:
            atom.x, place = place, place + atom.width
        x = place

    def new_line(ended: bool) -> None:
        nonlocal x
        settle()
        lines[-1].last = ended
        lines.append(Line())
        x = start(len(lines) - 1)

    def put(atom: Atom) -> None:
        nonlocal x
        atom.x = x
        lines[-1].atoms.append(atom)
        x += atom.width

    for cluster in _clusters(atoms):
        first = cluster[0]
        if first.text == "\n":
            put(first)
            new_line(True)
            continue
        if first.text == "\t":
            settle()
            stop, kind = tab(x)
            if kind in ("ctr", "r", "dec"):
                first.width = 0.0
                open_tab = (first, stop, kind)
            else:
                first.width = max(0.0, stop - x)
            put(first)
            continue
        total = sum(atom.width for atom in cluster)
        limit = width(len(lines) - 1)
        if first.is_space or x + total <= limit + _TOLERANCE:
            for atom in cluster:
                put(atom)
            continue
        if any(not atom.is_space for atom in lines[-1].atoms):
            new_line(False)
        limit = width(len(lines) - 1)
        if x + total <= limit + _TOLERANCE:
            for atom in cluster:
                put(atom)
            continue
        for atom in _characters(cluster):
            if x + atom.width > width(len(lines) - 1) + _TOLERANCE and lines[-1].atoms:
                new_line(False)
            put(atom)
    settle()
    lines[-1].last = True
    for line in lines:
        inked = [atom for atom in line.atoms if not atom.is_space]
        line.width = inked[-1].x + inked[-1].width if inked else 0.0
    return lines


def _room_before(atoms: Sequence[Atom], kind: str) -> float:
    """How much of a text stands before its tab stop."""
    whole = sum(atom.width for atom in atoms)
    if kind == "ctr":
        return whole / 2
    if kind == "dec":
        before = 0.0
        for atom in atoms:
            point = re.search(r"[.,]\d*$", atom.text)
            if point is not None and any(each.isdigit() for each in atom.text):
                return before + atom.style.width(atom.text[: point.start()])
            before += atom.width
    return whole


def _clusters(atoms: Sequence[Atom]) -> list[list[Atom]]:
    clusters: list[list[Atom]] = []
    for atom in atoms:
        if atom.glued and clusters:
            clusters[-1].append(atom)
        else:
            clusters.append([atom])
    return clusters


def _characters(cluster: Sequence[Atom]) -> list[Atom]:
    """A word wider than its line, character by character."""
    return [Atom(each, atom.style, atom.style.width(each), False) for atom in cluster for each in atom.text]


__all__ = ["Atom", "Line", "break_lines", "to_atoms"]

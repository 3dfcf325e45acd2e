"""Right-to-left text in lines: atoms put into visual order (a small part of UAX #9, enough for slides).

Levels are resolved per atom, not per character: runs of Hebrew or Arabic are reversed, numbers and Latin words
inside them keep their own order, and spaces go with what stands on both sides of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from prezent_widgets.render.text.breaking import Atom

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def is_rtl(text: str) -> bool:
    """Return whether text holds right-to-left letters.

    Example:
        >>> is_rtl("שלום"), is_rtl("hello")
        (True, False)
    """
    return _RTL.search(text) is not None


def in_visual_order(atoms: Sequence[Atom], base_rtl: bool) -> list[Atom]:
    """Return a line's atoms from left to right, their places computed anew; unchanged when nothing runs leftwards."""
    if not base_rtl and not any(is_rtl(atom.text) for atom in atoms):
        return list(atoms)
    kept = [atom for atom in atoms if atom.text != "\n"]
    while kept and kept[-1].is_space:
        kept.pop()
    if not kept:
        return []
    levels = _levels(kept, base_rtl)
    ordered = _reordered(kept, levels)
    x = min(atom.x for atom in kept)
    for atom in ordered:
        atom.x = x
        x += atom.width
    return ordered


def _levels(atoms: Sequence[Atom], base_rtl: bool) -> list[int]:
    base = 1 if base_rtl else 0
    levels: list[int | None] = []
    for atom in atoms:
        if is_rtl(atom.text):
            levels.append(1)
        elif any(each.isalnum() for each in atom.text):
            levels.append(2 if base_rtl else 0)
        else:
            levels.append(None)
    for index, level in enumerate(levels):
        if level is None:
            before = next((each for each in reversed(levels[:index]) if each is not None), base)
            after = next((each for each in levels[index + 1 :] if each is not None), base)
            levels[index] = before if before == after else base
    return [base if each is None else each for each in levels]


def _reordered(atoms: list[Atom], levels: list[int]) -> list[Atom]:
    """Reverse every run of a level and above, from the highest level down (UAX #9, rule L2)."""
    order = list(range(len(atoms)))
    for level in range(max(levels), 0, -1):
        index = 0
        while index < len(order):
            end = index
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[index:end] = reversed(order[index:end])
            index = max(end, index + 1)
    return [atoms[each] for each in order]


__all__ = ["in_visual_order", "is_rtl"]

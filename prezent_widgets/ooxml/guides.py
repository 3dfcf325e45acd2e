"""The formulas of shape guides (ECMA-376 part 1, 20.1.9.11), evaluated.

Lengths are in the shape's own unit (EMU); angles in 60,000ths of a degree, as the formulas expect them.
A division by zero gives zero, an unknown name zero: a damaged shape is drawn a little wrong, not left out.

Example:
    >>> evaluate([("x", "*/ w 1 4"), ("y", "+- x 10 0")], 200, 100)["y"]
    60.0
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

from prezent_widgets.ooxml.units import parse_number

Guides = dict[str, float]
_DEGREE = math.pi / (180 * 60_000)
_HUGE = 1e12


def evaluate(formulas: Iterable[tuple[str, str]], width: float, height: float) -> Guides:
    """Evaluate formulas in order on top of the built-in guides (20.1.10.56) of a shape of that size.

    Args:
        formulas: (name, formula) pairs; a formula may use only names before it.
        width: The shape's width.
        height: The shape's height.
    """
    guides = built_in(width, height)
    for name, formula in formulas:
        guides[name] = _calculate(formula.split(), guides)
    return guides


def lookup(name: str, guides: Guides) -> float:
    """Return the value of a guide's name or of a literal number."""
    known = guides.get(name)
    return parse_number(name) if known is None else known


def built_in(width: float, height: float) -> Guides:
    """Return the guides every shape has: its sides, centres, fractions and angles."""
    short = min(width, height)
    guides: Guides = {
        "l": 0.0, "t": 0.0, "r": width, "b": height, "w": width, "h": height, "hc": width / 2, "vc": height / 2,
        "ls": max(width, height), "ss": short, "cd2": 10_800_000.0, "cd4": 5_400_000.0, "cd8": 2_700_000.0,
        "3cd4": 16_200_000.0, "3cd8": 8_100_000.0, "5cd8": 13_500_000.0, "7cd8": 18_900_000.0,
    }  # fmt: skip
    for part in (2, 3, 4, 5, 6, 8, 10, 12, 16, 32):
        guides |= {f"wd{part}": width / part, f"hd{part}": height / part, f"ssd{part}": short / part}
    return guides


def _calculate(words: list[str], guides: Guides) -> float:
    operation = _OPERATIONS.get(words[0]) if words else None
    if operation is None:
        return lookup(words[0], guides) if len(words) == 1 else 0.0
    x, y, z = ([lookup(word, guides) for word in words[1:4]] + [0.0, 0.0, 0.0])[:3]
    try:
        result = operation(x, y, z)
    except (ArithmeticError, ValueError):
        return 0.0
    return max(-_HUGE, min(_HUGE, result)) if math.isfinite(result) else 0.0


def _divide(above: float, below: float) -> float:
    return above / below if below else 0.0


_OPERATIONS: dict[str, Callable[[float, float, float], float]] = {
    "val": lambda x, y, z: x,
    "*/": lambda x, y, z: _divide(x * y, z),
    "+-": lambda x, y, z: x + y - z,
    "+/": lambda x, y, z: _divide(x + y, z),
    "?:": lambda x, y, z: y if x > 0 else z,
    "abs": lambda x, y, z: abs(x),
    "sqrt": lambda x, y, z: math.sqrt(max(0.0, x)),
    "min": lambda x, y, z: min(x, y),
    "max": lambda x, y, z: max(x, y),
    "pin": lambda x, y, z: x if y < x else z if y > z else y,
    "mod": lambda x, y, z: math.sqrt(x * x + y * y + z * z),
    "sin": lambda x, y, z: x * math.sin(y * _DEGREE),
    "cos": lambda x, y, z: x * math.cos(y * _DEGREE),
    "tan": lambda x, y, z: x * math.tan(y * _DEGREE),
    "at2": lambda x, y, z: math.atan2(y, x) / _DEGREE,
    "cat2": lambda x, y, z: x * math.cos(math.atan2(z, y)),
    "sat2": lambda x, y, z: x * math.sin(math.atan2(z, y)),
}

__all__ = ["Guides", "built_in", "evaluate", "lookup"]

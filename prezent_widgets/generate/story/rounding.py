"""Figures in running text to the audience's digits; charts and notes stay exact, tables too from three digits on."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from prezent_widgets.generate.model import Block, Line, NumbersBlock, SlideSpec, TableBlock, TextBlock

_GROUPED = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\d,.]*\d)")
_PERCENT = re.compile(r"(?<![\w.,])\d{2,3}\.\d(?=\s?%)")
_SCALED = re.compile(r"(?<![\w.,])\d{1,3}\.\d+(?=\s(?:thousand|million|billion|trillion)\b|x\b)")


def rounded(text: str, digits: int) -> str:
    """The figures of a text to ``digits`` significant digits, whole numbers from 10,000 to three at least.

    Shares keep a decimal from three digits on. Years, small numbers and codes stay as they are.

    Example:
        >>> rounded("38.8% of 56,476 GWh in 2017, 15.3x", 2)
        '39% of 56,500 GWh in 2017, 15x'
        >>> rounded("38.8% of 56,476 GWh", 3), rounded("38.8% of 56,476 GWh", 4)
        ('38.8% of 56,500 GWh', '38.8% of 56,476 GWh')
    """
    if digits >= 5:
        return text
    whole = max(3, digits)
    text = _GROUPED.sub(lambda m: f"{_significant(float(m[0].replace(',', '')), whole):,.0f}", text)
    if digits <= 2:
        text = _PERCENT.sub(lambda m: _half_up(m[0]), text)
        text = _SCALED.sub(lambda m: _half_up(m[0]) if float(m[0]) >= 10 else f"{float(m[0]):.1f}", text)
    return text


def _significant(value: float, digits: int) -> float:
    size = 10.0 ** max(0, math.floor(math.log10(value)) + 1 - digits) if value > 0 else 1.0
    return math.floor(value / size + 0.5) * size if size >= 100 else value


def _half_up(text: str) -> str:
    return f"{math.floor(float(text) + 0.5)}"


def to_digits(slide: SlideSpec, digits: int) -> SlideSpec:
    """A slide with its title, lines, takeaway and large figures rounded for the audience."""
    return replace(
        slide,
        title=rounded(slide.title, digits),
        takeaway=_line(slide.takeaway, digits) if slide.takeaway else None,
        blocks=tuple(
            _cells(block, digits)
            if isinstance(block, TableBlock) and (digits <= 2 or slide.role == "ask")
            else _block(block, digits)
            for block in slide.blocks
        ),
    )


def _line(line: Line, digits: int) -> Line:
    return replace(line, spans=tuple(replace(span, text=rounded(span.text, digits)) for span in line.spans))


def _cells(block: TableBlock, digits: int) -> TableBlock:
    return replace(block, rows=tuple(tuple(rounded(cell, digits) for cell in row) for row in block.rows))


def _block(block: Block, digits: int) -> Block:
    if isinstance(block, TextBlock):
        lines = tuple(_line(line, digits) for line in block.lines)
        return replace(block, lines=lines, heading=rounded(block.heading, digits))
    if isinstance(block, NumbersBlock):
        numbers = (
            replace(n, figure=rounded(n.figure, digits), detail=rounded(n.detail, digits)) for n in block.numbers
        )
        return replace(block, numbers=tuple(numbers))
    return block


__all__ = ["rounded", "to_digits"]

"""The values that pass between the stages: brief → facts → story → slide specs → designs → report.

Each is plain frozen data that can be pickled, saved, shown and tested.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from prezent_widgets.audiences.model import Audience
from prezent_widgets.sources.model import Source

# ---------------------------------------------------------------- brief


@dataclass(frozen=True, slots=True)
class Settings:
    """What the caller asked for beside the prompt. ``slides`` overrides the audience's range when given."""

    speaker_notes: bool = False
    cite_footer: bool = False
    cite_notes: bool = False
    slides: tuple[int, int] | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything a deck is planned from."""

    prompt: str
    audience: Audience
    sources: tuple[Source, ...] = ()
    settings: Settings = field(default_factory=Settings)


# ---------------------------------------------------------------- facts


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from. ``cells`` are A1-style ranges of the file, or passage ids."""

    source: str
    cells: tuple[str, ...]
    computation: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One checkable statement.

    ``value`` is None for a claim taken from prose; ``shown`` is the value as written on slides (rounded by the
    audience's digits, with its unit); ``score`` orders candidates: surprise times relevance to the prompt.
    """

    id: str
    kind: str
    statement: str
    value: float | None
    shown: str
    origin: Origin
    subject: str = ""
    measure: str = ""
    score: float = 0.0


# ---------------------------------------------------------------- what stands on a slide


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text; ``strong`` leads the eye (bold)."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or bullet, with the facts its figures stand on."""

    spans: tuple[Span, ...]
    facts: tuple[str, ...] = ()
    level: int = 0

    @property
    def text(self) -> str:
        """The plain text."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A list or a few paragraphs, with an optional head (a card's or column's heading)."""

    lines: tuple[Line, ...]
    heading: str = ""
    bulleted: bool = True


ChartKind = Literal["column", "bar", "line", "stacked_column", "stacked_bar", "share_column", "doughnut", "scatter"]


@dataclass(frozen=True, slots=True)
class Series:
    """One row of a chart; a gap is None. ``scatter`` has its x values, as text, in ``ChartBlock.categories``."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A native chart. ``highlight`` is (series index, point index or None for the whole series).

    ``axis_titles`` name the category (or x) and the value axis, where the chart's title does not.
    """

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    number_format: str = "#,##0"
    unit: str = ""
    highlight: tuple[int, int | None] | None = None
    data_labels: bool = False
    reference: tuple[str, float] | None = None
    alt: str = ""
    facts: tuple[str, ...] = ()
    axis_titles: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A native table: cells as shown. ``numeric`` says which columns are right-aligned."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]
    alt: str = ""
    strong_rows: tuple[int, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BigNumber:
    """One large figure with its label and a line that sets it in context."""

    figure: str
    label: str
    detail: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NumbersBlock:
    """Two to four large figures side by side."""

    numbers: tuple[BigNumber, ...]


@dataclass(frozen=True, slots=True)
class StepsBlock:
    """A process or timeline of 3 to 5 steps: (when or number, heading, detail)."""

    steps: tuple[tuple[str, str, str], ...]
    facts: tuple[str, ...] = ()


Block = TextBlock | ChartBlock | TableBlock | NumbersBlock | StepsBlock

Role = Literal[
    "cover",  # title, subtitle
    "agenda",  # one TextBlock
    "section",  # a divider: title, one line
    "summary",  # the answer: numbers and/or text
    "numbers",  # NumbersBlock (+ takeaway)
    "chart",  # one ChartBlock (+ one TextBlock of takeaways)
    "charts",  # two ChartBlocks side by side
    "table",  # one TableBlock (+ TextBlock)
    "text",  # one TextBlock
    "columns",  # two or three TextBlocks, as cards
    "comparison",  # two TextBlocks with headings, against each other
    "steps",  # StepsBlock
    "quote",  # one statement
    "ask",  # what is asked for: TextBlock or columns or TableBlock
    "closing",  # title, one line
    "appendix",  # method or data: TextBlock or TableBlock
]


@dataclass(frozen=True, slots=True)
class SlideSpec:
    """One slide before it has a layout: the message, its evidence, what to say, where it comes from.

    ``title`` is the finding (8 to 14 words, with its figure); ``takeaway`` the so-what line;
    ``sources`` the file names for the source line; ``facts`` every fact id used on the slide.
    """

    id: str
    role: Role
    title: str
    blocks: tuple[Block, ...] = ()
    subtitle: str = ""
    takeaway: Line | None = None
    notes: str = ""
    sources: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The whole deck as specs, with the facts they stand on, and what could not be answered (said, not hidden)."""

    title: str
    slides: tuple[SlideSpec, ...]
    facts: tuple[Fact, ...]
    unanswered: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


# ---------------------------------------------------------------- the quality report


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check found; ``slide`` is 1-based, None for the deck."""

    check: str
    severity: Literal["error", "warning", "note"]
    message: str
    slide: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What the engine checked on the written deck, and what it could not do."""

    score: int
    findings: tuple[Finding, ...]
    checks: tuple[str, ...]
    slides: int
    facts: tuple[Fact, ...] = ()
    unanswered: tuple[str, ...] = ()


__all__ = [
    "BigNumber",
    "Block",
    "Brief",
    "ChartBlock",
    "ChartKind",
    "Fact",
    "Finding",
    "Line",
    "NumbersBlock",
    "Origin",
    "Report",
    "Role",
    "Series",
    "Settings",
    "SlideSpec",
    "Span",
    "StepsBlock",
    "Story",
    "TableBlock",
    "TextBlock",
]

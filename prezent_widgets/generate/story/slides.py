"""Topics → slide specs, within the audience's words; and the slides around them: cover, answer, ask, method, end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from prezent_widgets.audiences.model import Audience
from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.model import Block, ChartBlock, Line, NumbersBlock, SlideSpec, TextBlock
from prezent_widgets.generate.story.analyse import Analysis
from prezent_widgets.generate.story.pieces import FURNITURE, within, words_in
from prezent_widgets.generate.wording.phrases import capital, join_and, lower_first, plural, shorten, soften
from prezent_widgets.sources import Table, cell_ranges

_LONELY = 12  # words of a single line that is too little for a list
_MOST_NAMED = 2
_LONGEST_NAMES = 40  # characters of file names that a cover carries on one line


def _rounded(block: Block) -> Block:
    """Chart values without the dust of floating-point sums: nine significant digits."""
    if not isinstance(block, ChartBlock):
        return block
    series = tuple(
        replace(s, values=tuple(v if v is None else float(f"{v:.9g}") for v in s.values)) for s in block.series
    )
    return replace(block, series=series)


def topic_slide(topic: Topic, audience: Audience, number: int) -> SlideSpec:
    """One message on one slide, trimmed to the audience's words."""
    budget = int(audience.max_words * (0.85 if topic.role != "text" else 1.0)) - words_in(topic.title) - FURNITURE
    meaning = topic.takeaway
    if meaning is not None and topic.lines and words_in(meaning.text, topic.lines[0].text) > budget:
        meaning = None
    told, notes = topic.lines, list(topic.notes)
    if topic.blocks and len(told) == 1 and words_in(told[0].text) <= _LONELY:
        # One short line beside a chart is no list: it becomes what the slide says, or stays in the notes.
        notes, meaning, told = [*notes, *([f"{told[0].text}."] if meaning else [])], meaning or told[0], ()
    lines = within(told, budget - (words_in(meaning.text) if meaning else 0), min(audience.max_bullets, 4))
    blocks: tuple[Block, ...] = tuple(_rounded(block) for block in topic.blocks)
    if lines:
        blocks = (*blocks, TextBlock(lines, bulleted=len(lines) > 1))
    return SlideSpec(
        id=f"s{number}",
        role=topic.role,
        title=topic.title,
        blocks=blocks,
        takeaway=meaning,
        notes="\n".join([*notes, *([f"What it means: {soften(meaning.text, topic.entities)}."] if meaning else [])]),
        sources=topic.sources,
        facts=tuple(dict.fromkeys([*topic.facts, *(meaning.facts if meaning else ())])),
    )


def cover(analysis: Analysis, audience: Audience, names: Sequence[str]) -> SlideSpec:
    """Title from the prompt; whom it is for and what it stands on."""
    reader = analysis.request.reader
    parts = [f"For the {reader}"] if reader else []
    if names:
        named = join_and(list(names))
        short = len(names) <= _MOST_NAMED and len(named) <= _LONGEST_NAMES
        parts.append(f"From {named}" if short or len(names) == 1 else f"From {len(names)} sources")
    notes = (
        f"Welcome. This deck answers: {' '.join(analysis.request.questions) or analysis.request.title}\nEvery "
        f"figure comes from {join_and(list(names)) or 'the prompt'}; each slide names its source."
    )
    return SlideSpec(
        "s1",
        "cover",
        analysis.request.title,
        subtitle=" · ".join(parts) or f"For {lower_first(audience.name)} readers",
        notes=notes,
        sources=tuple(names),
    )


def summary(chosen: Sequence[Topic], audience: Audience, number: int, lead: Sequence[Topic] = ()) -> SlideSpec | None:
    """The answer in one title, with three or four large figures below it."""
    late = [topic for topic in chosen if topic.group in ("target", "actions")]
    order = [*sorted((t for t in chosen if t not in late), key=lambda topic: -topic.score), *late]
    order = order[:2] + late + order[2:] if len(order) > 3 else order
    numbered: list[Topic] = []
    for topic in [*lead, *order]:
        if (
            topic.number is not None
            and topic not in numbered
            and all(topic.number.figure != other.number.figure for other in numbered if other.number)
        ):
            numbered.append(topic)
    briefs = [topic for topic in [*lead, *order] if topic.brief is not None]
    if not briefs:
        return None
    title = briefs[0].brief.text if briefs[0].brief else ""
    for other in briefs[1:]:
        if (
            other.brief is not None
            and words_in(title, other.brief.text) <= 15
            and len(title) + len(other.brief.text) <= 95
            and other.group != briefs[0].group
        ):
            title = f"{title}; {soften(other.brief.text, other.entities)}"
            break
    if title in {topic.title for topic in chosen}:
        title = f"In short: {soften(title, briefs[0].entities)}"
    most = 4 if audience.max_words >= 70 else 3
    numbers = tuple(topic.number for topic in numbered[:most] if topic.number is not None)
    facts = tuple(dict.fromkeys(fact for topic in numbered[:most] + briefs[:3] for fact in topic.facts))
    blocks: list[Block] = []
    used = words_in(title) + FURNITURE
    if len(numbers) >= 2:
        blocks.append(NumbersBlock(numbers))
        used += sum(words_in(n.figure, n.label, n.detail) for n in numbers)
    rest = [topic.brief for topic in briefs if topic not in numbered[:most] and topic.brief is not None]
    takeaway = next((line for line in rest if used + words_in(line.text) <= audience.max_words * 0.9), None)
    if len(numbers) < 2:
        blocks.append(TextBlock(tuple(topic.brief for topic in briefs[:4] if topic.brief is not None)))
        takeaway = None
    notes = ["The answer first.", *(f"{topic.title}." for topic in (numbered[:most] or briefs[:3]))]
    return SlideSpec(
        f"s{number}",
        "summary",
        title,
        tuple(blocks),
        takeaway=takeaway,
        notes="\n".join(notes),
        sources=tuple(dict.fromkeys(s for t in chosen for s in t.sources)),
        facts=facts,
    )


def _rows_fact(analysis: Analysis, table: Table) -> str:
    """The number of rows read, as a fact."""
    count = table.n_rows
    return analysis.book.add(
        "count",
        f"{table.title}: {plural(count, 'row')} read",
        float(count),
        f"{count:,}",
        source=table.source,
        cells=cell_ranges(table, table.columns[0].name),
        computation="count of rows",
    )


def method_slide(analysis: Analysis, audience: Audience, number: int, open_questions: Sequence[str]) -> SlideSpec:
    """What the figures stand on and where they end."""
    lines: list[Line] = []
    data = [p for p in analysis.profiles if p.shape != "empty" and not (p.shape == "list" and p.table.section)]
    facts: list[str] = []
    for profile in data:
        name = PurePath(profile.table.source).name
        blanks = sum(value is None for measure in profile.measures if not measure.melted for value in measure.values)
        axis = profile.time
        span = f", {axis.distinct[0].label} to {axis.distinct[-1].label}" if axis and axis.distinct else ""
        sheet = f" ({profile.table.sheet})" if profile.table.sheet else ""
        facts.append(_rows_fact(analysis, profile.table))
        lines.append(
            rich(
                f"**{name}**{sheet}: "
                f"{plural(profile.table.n_rows, 'row')}{span}{f', {blanks} blanks' if blanks else ''}"
            )
        )
    texts = dict.fromkeys(section.source for section in analysis.sections)
    lines += [rich(f"**{name}**: targets, causes and asks as written there") for name in texts]
    how = [
        rich(
            "Sums, means, shares and changes of the rows" if data else "Nothing: figures stand as the text gives them"
        ),
        rich("No figure is estimated or filled in"),
    ]
    opened = [rich(shorten(question, 16)) for question in open_questions[:2]]
    rows = sum(profile.table.n_rows for profile in data)
    if len(data) > 1:
        cells = tuple(cell for profile in data for cell in cell_ranges(profile.table, profile.table.columns[0].name))
        book, says = analysis.book, f"{plural(rows, 'row')} read in all"
        summed = "sum of the tables' rows"
        origin = data[0].table.source
        facts.append(book.add("count", says, float(rows), f"{rows:,}", source=origin, cells=cells, computation=summed))
    read = f"{plural(rows, 'row')} in {plural(len(data), 'table')}" if data else ""
    parts = [part for part in (read, plural(len(texts), "text") if texts else "") if part]
    title = f"The figures stand on {join_and(parts)}, nothing else"
    kept = within(lines, audience.max_words - words_in(title) - FURNITURE - 24, max(audience.max_bullets, 4))
    blocks = [TextBlock(kept, heading="What was read"), TextBlock(tuple(how), heading="What was computed")]
    if opened:
        blocks.append(TextBlock(tuple(opened), heading="Not answered by the sources"))
    names = tuple(dict.fromkeys([*(p.table.source for p in data), *texts]))
    return SlideSpec(
        f"s{number}",
        "columns",
        title,
        tuple(blocks),
        notes=f"{title}.\nThe notes of each slide name the cells. What the sources do not hold is said, not guessed.",
        sources=names,
        facts=tuple(facts),
    )


_BRIDGES = ("Next:", "That leads to the next point:", "From here we go on:", "And now:")


def with_transitions(slides: Sequence[SlideSpec], script: bool) -> tuple[SlideSpec, ...]:
    """Notes that read as a script: what the slide says, then the bridge to the next one."""
    out: list[SlideSpec] = []
    for index, slide in enumerate(slides):
        lines = [capital(line.strip()) for line in slide.notes.split("\n") if line.strip()]
        following = slides[index + 1].title if index + 1 < len(slides) else ""
        if words_in(*lines) < 25:
            lines += [
                f"{line.text}." for block in slide.blocks if isinstance(block, TextBlock) for line in block.lines[:4]
            ]
        if following:
            lines.append(f"{_BRIDGES[index % len(_BRIDGES)]} {following.rstrip('.')}.")
        if not script:
            lines = [f"- {line}" for line in lines]
        out.append(replace(slide, notes="\n".join(lines)))
    return tuple(out)


__all__ = ["cover", "method_slide", "summary", "topic_slide", "with_transitions"]

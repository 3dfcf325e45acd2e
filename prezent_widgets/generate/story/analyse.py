"""All findings of all sources: each table by its shape, then the prose held against them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from prezent_widgets.generate.facts.book import Book, Topic
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.facts.pairs import pair_topics, without_twin
from prezent_widgets.generate.facts.panels.panel import panel_topics
from prezent_widgets.generate.facts.panels.paths import path_topics
from prezent_widgets.generate.facts.panels.ratio import ratio_topics
from prezent_widgets.generate.facts.parts import part_topics
from prezent_widgets.generate.facts.prose.sections import Section, sections_of
from prezent_widgets.generate.facts.prose.targets import find_targets, target_topics
from prezent_widgets.generate.facts.prose.topics import prose_topics, recommendations
from prezent_widgets.generate.facts.records.events import event_topics
from prezent_widgets.generate.facts.records.kinds import kind_topics
from prezent_widgets.generate.facts.records.shape import shape_topics
from prezent_widgets.generate.facts.records.spread import link_topics, plain_table, range_topic
from prezent_widgets.generate.facts.seasons.topics import season_topics
from prezent_widgets.generate.facts.snapshot import snapshot_topics
from prezent_widgets.generate.facts.wide.topics import wide_topics
from prezent_widgets.generate.model import Brief, ChartBlock, Line
from prezent_widgets.generate.profile import Profile, profile_table
from prezent_widgets.generate.prompt import Request, parse_prompt, units_in
from prezent_widgets.generate.wording.phrases import shorten


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the sources hold for this prompt."""

    request: Request
    topics: tuple[Topic, ...]
    advice: tuple[Line, ...]
    book: Book
    profiles: tuple[Profile, ...]
    sections: tuple[Section, ...]
    warnings: tuple[str, ...]


def analyse(brief: Brief) -> Analysis:
    """Profile every table, find what it shows, and tie the prose to it."""
    request = parse_prompt(brief.prompt)
    if not request.title:
        request = replace(request, title=_title_from(brief))
    book = Book()
    units = list(request.units)
    for source in brief.sources:
        units += [unit for passage in source.passages for unit in units_in(passage.text)]
    sections = sections_of(brief.sources)
    in_prose = {table.id for section in sections for table in section.tables}
    told = " ".join([request.text, *(p.text for source in brief.sources for p in source.passages)])
    profiles = [profile_table(table, units) for source in brief.sources for table in source.tables]
    topics: list[Topic] = []
    beside = any(profile.table.id not in in_prose for profile in profiles)
    for profile in profiles:
        if profile.table.id in in_prose and (profile.shape in ("list", "empty") or profile.table.n_rows < 2):
            continue
        topics += topics_of(Cube(profile, request, book, 3, brief.audience.max_points, told))
    targets = target_topics(find_targets(sections, book), _course_chart(topics), book)
    topics += targets
    topics += prose_topics(sections, book, _moves(topics, book), alone=not (beside and topics))
    warnings = [warning for source in brief.sources for warning in source.warnings]
    warnings += [
        f"{p.table.source}: {p.table.title} holds no values to work with." for p in profiles if p.shape == "empty"
    ]
    advice = tuple(recommendations(sections, book))
    return Analysis(request, tuple(topics), advice, book, tuple(profiles), tuple(sections), tuple(warnings))


def _title_from(brief: Brief) -> str:
    """A title for a prompt that names no topic: the first heading of a text source, else the first file's name."""
    for source in brief.sources:
        for passage in source.passages:
            if passage.kind == "heading":
                return shorten(passage.text, 14)
    names = [table.title for source in brief.sources for table in source.tables]
    return names[0] if names else "Outline"


def topics_of(cube: Cube) -> list[Topic]:
    """The findings of one table, by what one of its rows stands for; the table itself when nothing can be computed."""
    profile = cube.profile
    found: list[Topic] = []
    if profile.shape == "series":
        found = season_topics(cube)
        found += [] if found else wide_topics(cube) if len(profile.measures) >= 2 else panel_topics(cube)
        found += kind_topics(cube) if found else []
    elif profile.shape == "panel":
        found = path_topics(cube) or panel_topics(cube) + ratio_topics(cube)
    elif profile.shape == "events" and (profile.categories or profile.time or len(profile.measures) < 2):
        found = event_topics(cube) + ratio_topics(cube) + link_topics(cube)
        found += shape_topics(cube) if profile.time is None else []
    elif profile.shape == "events":
        found = range_topic(cube) + link_topics(cube) + shape_topics(cube)
    elif profile.shape == "snapshot":
        found = snapshot_topics(cube) + ratio_topics(cube) + link_topics(cube)
    elif profile.shape == "list" and any(2 <= len(c.distinct) < profile.table.n_rows for c in profile.categories):
        found = event_topics(cube)
    twins, parts = pair_topics(cube), part_topics(cube)
    found = [*twins, *parts, *(without_twin(found, cube) if twins else found)]
    found = [topic for topic in found if topic.blocks or topic.lines]
    return found or range_topic(cube) or plain_table(cube)


def _moves(topics: list[Topic], book: Book) -> dict[str, str]:
    """Group → change as shown, from the growth findings; the level where there is no change."""
    facts = {fact.id: fact for fact in book.facts}
    moves: dict[str, str] = {}
    for wanted in ("change", "count", "level"):
        for topic in topics:
            for id in topic.facts:
                fact = facts[id]
                if fact.kind == wanted and fact.subject and fact.subject not in ("Total", "All"):
                    moves.setdefault(fact.subject, fact.shown)
    return moves


def _course_chart(topics: list[Topic]) -> ChartBlock | None:
    """The course of the leading total, on which a target can be marked."""
    for topic in topics:
        if topic.group == "overall" and topic.blocks and isinstance(topic.blocks[0], ChartBlock):
            return replace(topic.blocks[0], title=topic.blocks[0].title)
    return None


__all__ = ["Analysis", "analyse", "topics_of"]

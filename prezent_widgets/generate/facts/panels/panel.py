"""Groups over time: totals, shares, risers and fallers between two periods, and what happened on the way."""

from __future__ import annotations

from prezent_widgets.generate.facts.book import Topic
from prezent_widgets.generate.facts.compare import choose_pair
from prezent_widgets.generate.facts.cube import Cube
from prezent_widgets.generate.facts.panels.groups import compare_groups
from prezent_widgets.generate.facts.panels.growth import growth_topic, table_topic
from prezent_widgets.generate.facts.panels.overall import overall_topic
from prezent_widgets.generate.facts.panels.shifts import faller_topic, riser_topic, share_topic


def panel_topics(cube: Cube) -> list[Topic]:
    """Messages of a table with time; one block of messages for each of up to two measures and two categories."""
    axis = cube.profile.time
    pair = choose_pair(axis, cube.request) if axis is not None else None
    if pair is None:
        return []
    topics: list[Topic] = []
    measures = cube.measures()[:2]
    for rank, measure in enumerate(measures):
        overall = overall_topic(cube, measure, pair, rank)
        if overall is not None:
            topics.append(overall)
        for place, category in enumerate(cube.categories()[: 2 if rank == 0 else 0]):
            groups = compare_groups(cube, measure, category, pair)
            if len(groups) < 2:
                continue
            makers = (share_topic, riser_topic, faller_topic) if not pair.seasonal else ()
            topics += [topic for maker in makers if (topic := maker(cube, measure, category, pair, groups)) is not None]
            if pair.seasonal or not any(topic.group in ("share", "riser", "faller") for topic in topics):
                topics.append(growth_topic(cube, measure, category, pair, groups))
            table = table_topic(cube, measure, category, pair, groups)
            if table is not None and place == 0:
                topics.append(table)
    return topics


__all__ = ["panel_topics"]

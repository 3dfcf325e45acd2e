"""Many measures over one time column: the fall and recovery of the headline, and its parts at those dates."""

from __future__ import annotations

from prezent_widgets.generate.facts.book import Topic, rich
from prezent_widgets.generate.facts.compare import choose_pair
from prezent_widgets.generate.facts.cube import Cube, change
from prezent_widgets.generate.facts.wide.falls import swing_topics
from prezent_widgets.generate.facts.wide.pieces import change_topic, line_chart
from prezent_widgets.generate.facts.wide.swings import drawdown, headline, leaves, level_at, mid, swings, tops
from prezent_widgets.generate.model import BigNumber
from prezent_widgets.generate.profile import Measure
from prezent_widgets.generate.wording.figures import number, percent, signed_percent
from prezent_widgets.generate.wording.periods import Period
from prezent_widgets.generate.wording.phrases import stems

_FALL = stems("peak trough fell fall falls fallen recovered recover recovery crash slump drop recession rebound")


def wide_topics(cube: Cube) -> list[Topic]:
    """Fall and recovery when the headline has one (3 % or more), else first against last for every measure."""
    axis = cube.profile.time
    pair = choose_pair(axis, cube.request) if axis is not None else None
    measures = [m for m in cube.profile.measures if sum(v is not None for v in m.values) >= 2]
    if axis is None or pair is None or len(measures) < 2:
        return []
    head = headline(cube, measures)
    measures = [head, *leaves(cube, [m for m in measures if m is not head])]
    course = [
        (p, v)
        for p in axis.distinct
        if pair.base <= p <= pair.focus and (v := cube.value(head, cube.rows(period=p))) is not None
    ]
    swing = drawdown([v for _, v in course])
    contains = len(measures) >= 4 and tops(cube, head, measures)
    if swing is not None and len(course) >= 6 and (contains or cube.request.words & _FALL):
        peak, trough = course[swing[0]][0], course[swing[1]][0]
        if (change(course[swing[0]][1], course[swing[1]][1]) or 0) <= -2.0:
            return swing_topics(cube, head, measures, course, peak, trough, pair.focus)
    return _ends_topics(cube, head, measures, pair.base, pair.focus)


def _ends_topics(cube: Cube, head: Measure, measures: list[Measure], base: Period, focus: Period) -> list[Topic]:
    found = swings(cube, measures[:40], base, focus, focus)
    if len(found) < 2:
        return []
    found.sort(key=lambda s: -s.left)
    best, worst = found[0], found[-1]
    verb = "rose" if best.left > 0 else "fell"
    title = (
        f"{best.measure.label} {verb} {percent(best.left)} since {base.label}; "
        f"{mid(worst.measure)} moved {signed_percent(worst.left)}"
    )
    topics = [
        change_topic(
            cube,
            "growth",
            title,
            found,
            "left",
            f"Changes from {base.label} to {focus.label}.",
            "change grew rose fell growth",
            5.0,
            (base, focus),
        )
    ]
    same = [m for m in measures if m.unit == head.unit][:5]
    level = level_at(cube, head, focus)
    if level is not None:
        mine = next((s for s in found if s.measure is head), None)
        head_title = f"{head.label} stood at {level[1]} {focus.when_long}" + (
            f", {signed_percent(mine.left)} since {base.long}" if mine else ""
        )
        topics.insert(
            0,
            Topic(
                f"head:{head.name}",
                "overall",
                head_title,
                "chart",
                (
                    line_chart(
                        cube,
                        [
                            head,
                            *[
                                m
                                for m in same
                                if m is not head and 0.1 < (m.values[-1] or 0) / (head.values[-1] or 1) < 10
                            ],
                        ][:4],
                        list(cube.profile.time.distinct) if cube.profile.time else [],
                        head.label,
                    ),
                ),
                tuple(rich(f"**{s.measure.label}**: {number(s.peak)} to {number(s.end)}", s.facts) for s in found[:4]),
                (f"{head_title}.",),
                (level[2],),
                (cube.source,),
                stems(f"{head.label} trend"),
                6.0,
                number=BigNumber(
                    level[1],
                    f"{mid(head)} {focus.when}",
                    signed_percent(mine.left) if mine else "",
                    (level[2],),
                ),
                brief=rich(f"**{head_title}**", (level[2],)),
            ),
        )
    return topics


__all__ = ["wide_topics"]

"""Targets written in prose, held against what the data measures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from prezent_widgets.generate.facts.book import Book, Topic, rich
from prezent_widgets.generate.facts.prose.sections import Section, claim
from prezent_widgets.generate.model import BigNumber, ChartBlock, Fact, Line, TableBlock
from prezent_widgets.generate.wording.figures import compact, number, percent, signed_percent
from prezent_widgets.generate.wording.phrases import capital, lower_first, shorten, stem, stems, tokens

_NUMBER = re.compile(
    r"(?<![\w.,-])(?P<cur>[$€£])?(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(?P<scale>million|billion|thousand|mn|bn|m|k)?\b\s?(?P<unit>%|percent\b|[A-Z]{3}\b|(?:minutes|hours|days|weeks|months|years|seconds|euros|dollars|points|kg|km|tonnes|tons|kWh|MWh|GWh)\b)?"
)
_SCALES = {"million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "thousand": 1e3, "k": 1e3}
_MOST = re.compile(
    r"\b(under|below|less than|at most|no more than|not more "
    r"than|maximum|max|within|up to|unter|höchstens|moins de|menos de)\b",
    re.I,
)
_TARGET = re.compile(r"\b(targets?|goals?|objective|aim|budget(?:ed)? at|ziel|objectif|objetivo)\b", re.I)
_MEASURED = re.compile(r"\b(measured|actual(?:ly)?|reached|achieved|was|were|ist-wert|gemessen)\b", re.I)


@dataclass(frozen=True, slots=True)
class Target:
    """A target with what was measured: ``met`` is None when nothing measures it."""

    text: str
    goal: float
    goal_shown: str
    measured: float | None
    measured_shown: str
    met: bool | None
    subject: str
    facts: tuple[str, ...]
    source: str
    percent: bool
    measure: str = ""


def find_targets(sections: list[Section], book: Book) -> list[Target]:
    """Every target with a number, from sections about targets and from sentences that name one."""
    out: list[Target] = []
    for section in sections:
        for text, passage in section.lines:
            if section.kind == "target" or (_TARGET.search(text) and section.kind in ("other", "summary")):
                out += _targets_in(text, passage, section.source, book)
    return out


def _targets_in(text: str, passage: str, source: str, book: Book) -> list[Target]:
    spoken = claim(book, text, passage, source, "target")
    found = [match for match in _NUMBER.finditer(text) if not _is_period(text, match)]
    out: list[Target] = []
    skip = -1
    for index, match in enumerate(found):
        if index == skip:
            continue
        goal = float(match["n"].replace(",", "")) * _SCALES.get(match["scale"] or "", 1.0)
        is_percent = match["unit"] in ("%", "percent")
        most = bool(_MOST.search(text[max(0, match.start() - 24) : match.start()]))
        context = text[max(0, match.start() - 40) : match.end() + 40]
        measured: tuple[float, str, tuple[str, ...]] | None = None
        measure = ""
        if index + 1 < len(found) and _MEASURED.search(text[match.end() : found[index + 1].start()]):
            skip = index + 1
            other = found[skip]
            measured = (
                float(other["n"].replace(",", "")) * _SCALES.get(other["scale"] or "", 1.0),
                other[0].strip().replace(" %", "%"),
                (spoken,),
            )
        else:
            place = (match.start() - max(0, match.start() - 40), match.end() - max(0, match.start() - 40))
            fact = _measured_by(
                context if len(found) > 1 else text, place if len(found) > 1 else None, is_percent, book.facts
            )
            if fact is not None and fact.value is not None:
                measured, measure = (fact.value, fact.shown, (fact.id,)), fact.measure
        shown = match[0].strip().replace(" %", "%").replace(" percent", "%")
        met = None if measured is None else measured[0] <= goal if most else measured[0] >= goal
        subject = _subject(text, match, most)
        out.append(
            Target(
                text,
                goal,
                shown,
                measured[0] if measured else None,
                measured[1] if measured else "",
                met,
                subject,
                (spoken, *(measured[2] if measured else ())),
                source,
                is_percent,
                measure,
            )
        )
    return out


def _is_period(text: str, match: re.Match[str]) -> bool:
    """A year, a quarter or a date is no target."""
    value = match["n"]
    before = text[max(0, match.start() - 12) : match.start()]
    if re.fullmatch(r"(19|20)\d{2}", value) and not match["scale"] and match["unit"] not in ("%", "percent"):
        return True
    return bool(re.search(r"(quarter|Q|since|until|by|FY)\s*$", before, re.I)) and len(value) <= 2


def _measured_by(text: str, place: tuple[int, int] | None, is_percent: bool, facts: list[Fact]) -> Fact | None:
    """The fact that measures a target: by shared words, for levels of the whole and for numbered groups."""
    words, plain = stems(text), set(tokens(text))
    best: tuple[float, Fact] | None = None
    for fact in facts:
        if (
            fact.value is None
            or (is_percent and fact.kind != "ratio")
            or (not is_percent and fact.kind not in ("level", "count"))
        ):
            continue
        subject = set(tokens(fact.subject))
        digits = {token for token in subject if token.isdigit()}
        if fact.kind == "count":
            if not digits or not subject <= plain:
                continue
            score = 5.0
        else:
            if fact.kind == "level" and fact.subject not in ("All", "Total"):
                continue
            if fact.kind == "ratio" and not re.match(r"[A-Z].* is ", fact.statement):
                continue
            score = float(len(words & stems(fact.measure)))
            if place is not None and score:
                score += 10.0 / (1.0 + _distance(text, place, stems(fact.measure)))
        if score >= 1 and (best is None or score >= best[0]):
            best = (score, fact)
    return best[1] if best else None


def _distance(text: str, place: tuple[int, int], words: frozenset[str]) -> float:
    """Characters between the number at ``place`` and the nearest of ``words``."""
    best = 1000.0
    for match in re.finditer(r"[^\W_]+", text):
        if stem(match[0].casefold()) in words:
            gap = place[0] - match.end() if match.end() <= place[0] else match.start() - place[1]
            best = min(best, float(max(0, gap)))
    return best


def _subject(text: str, match: re.Match[str], most: bool) -> str:
    """What the target is on, without its number."""
    head = text.split(";")[0]
    bare = head.replace(match[0].strip(), "", 1).strip()
    bare = re.sub(
        r"\b(no more than|not more than|at most|at "
        r"least|under|below|above|over|of|is|should be|must be)\s*(?=$|[.,]|\s{2}|for\b)",
        " ",
        bare,
        flags=re.I,
    )
    bare = re.sub(r"^(no more than|at most|at least|not more than|under|below)\s+", "", bare, flags=re.I)
    return capital(re.sub(r"\s+", " ", bare).strip(" .,;:"))


def target_topics(targets: list[Target], chart: ChartBlock | None, book: Book) -> list[Topic]:
    """One message on all targets: met, missed, by how much; ``chart`` is the course a lone target is marked on."""
    if not targets:
        return []
    measured = [t for t in targets if t.met is not None]
    texts = {t.text for t in targets}
    if len(texts) == 1 and measured:
        return [_gap_topic(targets, measured, chart, book)]
    missed = [t for t in measured if not t.met]
    rows = tuple(
        (
            shorten(t.subject, 9),
            ("≤ " if _MOST.search(t.text) else "≥ ") + t.goal_shown,
            t.measured_shown or "not measured",
            "–" if t.met is None else "Met" if t.met else "Missed",
        )
        for t in targets[:8]
    )
    facts = tuple(fact for t in targets for fact in t.facts)
    if not measured:
        title = f"{len(targets)} targets are set; the sources hold no measured value for them"
    elif missed:
        first = missed[0]
        title = (
            f"{len(missed)} of {len(targets)} targets were missed: "
            f"{lower_first(shorten(first.subject, 6))} is {_plain(first)} against {first.goal_shown}"
        )
    else:
        title = (
            f"All {len(measured)} measured targets were met, "
            f"{lower_first(shorten(measured[0].subject, 6))} at {_plain(measured[0])}"
        )
    brief = rich(
        f"**{len(missed)} of {len(targets)} targets** missed" if missed else f"**{len(measured)} targets** met", facts
    )
    advice = (
        rich(
            f"**Close the gap on {lower_first(shorten(missed[0].subject, 6))}**: "
            f"{_plain(missed[0])} against {missed[0].goal_shown}",
            missed[0].facts,
        )
        if missed
        else None
    )
    block = TableBlock(
        ("Target", "Goal", "Measured", "Status"),
        rows,
        (False, True, True, False),
        alt="Targets, measured values and whether they were met.",
        facts=facts,
    )
    lines = tuple(rich(f"**{shorten(t.subject, 6)}**: {_plain(t)} against {t.goal_shown}", t.facts) for t in missed[:3])
    return [
        Topic(
            "targets",
            "target",
            title,
            "table",
            (block,),
            lines[:0],
            (f"{title}.", *(f"{t.text.rstrip('.')}." for t in targets[:4])),
            facts,
            tuple(dict.fromkeys(t.source for t in targets)),
            stems("target against goal met missed hit " + " ".join(t.text for t in targets)),
            7.0,
            number=BigNumber(
                f"{len(missed)} of {len(targets)}",
                "targets missed",
                shorten(missed[0].subject, 5) if missed else "",
                facts,
            )
            if measured
            else None,
            brief=brief,
            advice=advice,
            takeaway=_furthest(missed, book),
        )
    ]


def _furthest(missed: list[Target], book: Book) -> Line | None:
    """The missed target furthest off, in percent of its goal, when there are several."""
    off = [
        (100.0 * abs(t.measured - t.goal) / t.goal, t)
        for t in missed
        if t.measured is not None and t.goal and not t.percent
    ]
    if not off:
        return None
    share, worst = max(off, key=lambda item: item[0])
    says = f"{worst.subject}: {percent(share)} off its goal"
    fact = book.add(
        "gap",
        says,
        share,
        percent(share),
        source=worst.source,
        cells=worst.facts[:1],
        computation="distance of the measured from the goal, in percent",
        subject=worst.subject,
    )
    name = shorten(worst.subject, 6)
    return rich(
        f"Furthest from its goal of {worst.goal_shown}: {lower_first(name)}, by **{percent(share)}**",
        (fact, *worst.facts),
    )


def _plain(target: Target) -> str:
    """The measured value without a unit that the goal repeats."""
    return target.measured_shown


def _gap_topic(targets: list[Target], measured: list[Target], chart: ChartBlock | None, book: Book) -> Topic:
    main = next((t for t in measured if not t.percent), measured[0])
    assert main.measured is not None
    gap = main.goal - main.measured
    unit = re.sub(r"^[\d.,\s]*(million|billion|thousand)?\s*", "", main.goal_shown)
    unit = unit if re.fullmatch(r"[A-Z]{3}|%", unit) else ""
    share = 100.0 * gap / main.measured if main.measured else 0.0
    fact = book.add(
        "gap",
        f"Gap to the target: {number(gap)}",
        gap,
        number(gap),
        source=main.source,
        cells=(main.facts[0],),
        computation="target less measured",
        subject="target",
    )
    grow = book.add(
        "gap",
        f"Growth needed to reach the target: {percent(share)}",
        share,
        percent(share),
        source=main.source,
        cells=(main.facts[0],),
        computation="change still needed from the measured to the target, in percent",
        subject="target",
    )
    facts = tuple(dict.fromkeys((*(f for t in targets for f in t.facts), fact, grow)))
    subject = re.search(
        r"\b(?:first|second|third|fourth) quarter(?: of \d{4})?|Q[1-4](?: \d{4})?|\b20\d\d\b", main.text
    )
    label = f"{_short_quarter(subject[0])} target" if subject else "target"
    last = f" than {chart.categories[-1]}" if chart is not None else " than now"
    if gap > 0:
        title = (
            f"The {label} of {main.goal_shown} needs {percent(share)} more{last}: {number(round(gap))} {unit}".rstrip()
        )
    else:
        title = f"The {label} of {main.goal_shown} is already passed by {percent(share)}"
    lines: list[Line] = [
        rich(f"**Target**: {main.goal_shown}", main.facts),
        rich(f"**Now**: {main.measured_shown}", main.facts),
        rich(f"**{'Gap' if gap > 0 else 'Ahead by'}**: {compact(abs(round(gap)))} {unit}".rstrip(), (fact,)),
    ]
    for other in measured:
        if other is not main:
            lines.append(
                rich(
                    f"**{other.measure or 'Second'} goal** {other.goal_shown}: "
                    f"now {other.measured_shown}, {'met' if other.met else 'missed'}",
                    other.facts,
                )
            )
    blocks = ()
    if chart is not None and main.goal <= 3 * max((v or 0.0) for v in chart.series[0].values):
        from dataclasses import replace

        blocks = (
            replace(
                chart,
                reference=(capital(label), main.goal),
                alt=f"{chart.alt} Target {main.goal_shown}.",
                kind="column",
            ),
        )
    advice = (
        rich(
            f"**Find {compact(abs(round(gap)))} {unit}** ".rstrip()
            + f" more to reach the {label} of {main.goal_shown} (+{percent(share)})",
            (fact, grow),
        )
        if gap > 0
        else None
    )
    return Topic(
        "targets",
        "target",
        title,
        "chart" if blocks else "text",
        blocks,
        tuple(lines),
        (f"{title}.", f"{main.text.rstrip('.')}."),
        facts,
        tuple(dict.fromkeys(t.source for t in targets)),
        stems(f"target goal hit reach {main.text}"),
        8.0,
        number=BigNumber(
            main.goal_shown.removesuffix(f" {unit}") if unit else main.goal_shown,
            f"{unit} {label}".strip() if unit != "%" else label,
            f"{percent(share)} above now" if gap > 0 else "passed",
            facts,
        ),
        brief=rich(
            f"**{capital(label)}** of {main.goal_shown} needs {percent(share)} more"
            if gap > 0
            else f"**{capital(label)}** of {main.goal_shown} is passed",
            facts,
        ),
        advice=advice,
        takeaway=_last_step(chart, main, gap, share, book) if gap > 0 else None,
    )


def _last_step(chart: ChartBlock | None, main: Target, gap: float, share: float, book: Book) -> Line | None:
    """Whether one more step like the last one would reach the goal."""
    if chart is None or len(chart.categories) < 2:
        return None
    last, before = (sum(s.values[i] or 0.0 for s in chart.series) for i in (-1, -2))
    if before <= 0 or main.measured is None or abs(last - main.measured) > 0.01 * abs(last):
        return None
    step = 100.0 * (last - before) / before
    says = f"Last step: {signed_percent(step)} from {chart.categories[-2]} to {chart.categories[-1]}"
    fact = book.add(
        "change",
        says,
        step,
        signed_percent(step),
        source=main.source,
        cells=main.facts[:1],
        computation="change from the one before to the last, in percent",
        subject="last step",
    )
    enough = "would do" if step >= share else "falls short of"
    tail = f"the {percent(share)} needed" if step < share else f": {percent(share)} is needed"
    text = f"One more step like the last, **{signed_percent(step)}**, {enough} {tail}".replace(" :", ":")
    return rich(text, (fact,))


def _short_quarter(text: str) -> str:
    for index, word in enumerate(("first", "second", "third", "fourth"), start=1):
        text = re.sub(rf"\b{word} quarter(?: of)?", f"Q{index}", text)
    return text


__all__ = ["Target", "find_targets", "target_topics"]

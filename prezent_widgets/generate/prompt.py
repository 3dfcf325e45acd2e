"""The prompt taken apart: its title, its questions, the parts it wants, the periods and units it names."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from prezent_widgets.generate.wording.periods import Period, periods_in
from prezent_widgets.generate.wording.phrases import capital, sentences, shorten, stems

_QUESTION = re.compile(r"^(how|what|which|who|where|when|why|whether|are|is|do|does|did|has|have|can|should)\b", re.I)
_LEAD = re.compile(
    r"^(?:please\s+)?(?:(?:show|explain|summari[sz]e|present|describe|say|tell "
    r"(?:us|me|them)|cover|prepare|make|create|write|build|"
    r"give(?: us| me)?|turn .{1,40}? "
    r"into)\s+)(?:(?:a|an|the)\s+)?(?:(?:short|brief)\s+)?(?:(?:deck|presentation|talk|slides?)\s+(?:about|on|of|for)\s+)?",
    re.I,
)
_DECK_PREFIX = re.compile(r"\b(deck|presentation|slides|talk|slideshow|briefing)\b", re.I)
_FOR = re.compile(r"\s+for (?:the |our |my |an? )?[\w' -]{3,40}$", re.I)
_UNIT_IN = re.compile(
    r"\b((?:[A-Z]|[a-z])[\w' -]{1,40}?)\s+(?:is|are)\s+(?:given |measured "
    r"|reported |shown |stated |recorded )?in\s+([\w$€£%/ -]{1,40}?)(?=[.,;)]|$)"
)
_ALL_IN = re.compile(
    r"\b(?:figures|values|numbers|amounts|everything|all) (?:are |is )?in "
    r"((?:thousand |million )?[A-Za-z€$£%/]{1,6})(?=[.,;)]|$)",
    re.I,
)

_THOUSANDS_OF = re.compile(r"\bin (thousands|millions|billions) of ([a-z][\w-]*(?: [a-z][\w-]*)?)", re.I)


_ASKS = re.compile(
    r"(wie|was|welche[rsn]?|wo|wann|warum|wer|comment|"
    r"quels?|quelles?|où|pourquoi|qué|cómo|cuáles?|dónde|por qué|come|quale)\b",
    re.I,
)


_AUXILIARY = re.compile(
    r"(do|does|did|is|are|was|were|can|should|will|has|have|how (much|many)|what|which|who|where|"
    r"(how|why|when) (do|does|did|is|are|was|were|has|have|had|can|could|should|will|would|much|many))\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Request:
    """What a prompt asks for.

    ``title`` is '' when the prompt names no topic. ``questions`` and ``periods`` are in the order of the text;
    ``versus`` is the period to compare with when the prompt says one; ``units`` are (stems of the column's words,
    unit); ``tables`` are the stems of what is wanted as a table; ``words`` the stems of the whole prompt; ``reader``
    whom the prompt names.
    """

    text: str
    title: str
    questions: tuple[str, ...]
    periods: tuple[Period, ...]
    versus: Period | None
    units: tuple[tuple[frozenset[str], str], ...]
    tables: tuple[frozenset[str], ...]
    words: frozenset[str]
    answer_first: bool
    wants_ask: bool
    wants_advice: bool
    reader: str


def parse_prompt(text: str) -> Request:
    """Take a prompt apart.

    Example:
        >>> parse_prompt("Board deck: how has the mix changed between 2001 and 2017?").title
        'How the mix changed between 2001 and 2017'
    """
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()
    periods = tuple(periods_in(text))
    lowered = text.casefold()
    return Request(
        text=text,
        title=_title(text),
        questions=_questions(text),
        periods=periods,
        versus=_versus(text),
        units=units_in(text),
        tables=tuple(stems(match[1]) for match in re.finditer(r"([\w' -]{3,40}) (?:as|in) a table", text, re.I)),
        words=stems(text),
        answer_first=bool(re.search(r"lead with|answer first|start with the (answer|conclusion)|bottom line", lowered)),
        wants_ask=bool(re.search(r"\b(ask for|we ask|request|budget|funding|approve|decide)", lowered)),
        wants_advice=bool(
            re.search(
                r"\b(should|must|recommend|next (step|season|year|quarter)|take "
                r"from|implication|do about|decide|hit|reach)",
                lowered,
            )
        ),
        reader=_reader(text),
    )


def units_in(text: str) -> tuple[tuple[frozenset[str], str], ...]:
    """Units a text states: ("Net generation is in thousand MWh") and ("in thousands of jobs", for any column)."""
    found: list[tuple[frozenset[str], str]] = []
    for match in _UNIT_IN.finditer(text):
        if len(match[2].split()) <= 4 and not re.search(r"\b(the|a|this|that|order|line)\b|\d", match[2]):
            found.append((stems(match[1]), match[2].strip()))
    found += [(frozenset[str](), match[1]) for match in _ALL_IN.finditer(text)]
    for match in _THOUSANDS_OF.finditer(text):
        noun = re.split(r"\b(?:and|with|from|by|per|seasonally)\b", match[2])[0].strip()
        found.append((frozenset(), f"{match[1].lower().rstrip('s')} {noun}"))
    return tuple(found)


def _versus(text: str) -> Period | None:
    match = re.search(
        r"\b(?:against|versus|vs\.?|compared (?:with|to)|relative to|on|over|than)\s+(.{4,30})", text, re.I
    )
    found = periods_in(match[1]) if match else []
    return found[0] if found else None


def _reader(text: str) -> str:
    """Whom the prompt names: "for engineering leads" → "engineering leads"."""
    named = re.match(r"([A-Z][a-z]+(?: [a-z]+)?) (?:deck|briefing|slides|presentation)\b", text)
    if named and named[1].casefold() not in ("short", "a short", "brief", "make", "create"):
        return named[1].casefold()
    match = re.search(r"\bfor (?:the |our |my |an? )?([a-z][\w' -]{3,40}?)(?=[.:,;?]|$)", text, re.I)
    if not match or re.search(r"\d", match[1]) or len(match[1].split()) > 4:
        return ""
    return match[1].strip()


def _questions(text: str) -> tuple[str, ...]:
    """The things asked, one each: question clauses, and the parts of "say what …, why, whether …"."""
    out: list[str] = []
    for sentence in sentences(text):
        body = re.sub(r"^[^:?]{1,60}:\s*", "", sentence) if re.match(r"^[^:?,]{1,60}:", sentence) else sentence
        asked = body.endswith("?") or re.match(r"^(say|show|explain|tell|describe)\b", body, re.I)
        if not asked and not _QUESTION.match(body):
            continue
        body = re.sub(r"^(say|show|explain|tell (us|me)|describe)\s+", "", body.rstrip("?."), flags=re.I)
        for part in re.split(r",\s*(?:and\s+)?|\s+and\s+(?=(?:what|which|how|where|why|whether|who)\b)", body):
            part = part.strip()
            if not part:
                continue
            if _QUESTION.match(part) or not out:
                out.append(capital(part) + "?")
            else:
                out[-1] = f"{out[-1][:-1]}, {part}?"
    return tuple(out)


def _title(text: str) -> str:
    """A cover title from the prompt's first sentence: the topic without greeting, order or addressee."""
    first = next(iter(sentences(text)), text)
    prefix, colon, rest = first.partition(":")
    if colon and rest.strip():
        if _DECK_PREFIX.search(prefix) or prefix.lower().startswith("for "):
            first = rest.strip()
        elif len(prefix.split()) >= 3:
            first = prefix
    first = _LEAD.sub("", first.strip().rstrip(".?!"))
    first = re.split(r",\s*(?:and\s+)?(?=(?:what|which|how|where|why|whether|who)\b)|\?", first)[0]
    first = re.sub(
        r"^how (?:has|have|had|did|does|do)\s+(.+?)\s+(changed?|develop(?:ed)?|evolved?|grown?|fallen|performed?)\b",
        lambda match: f"how {match[1]} {_past(match[2])}",
        first,
        flags=re.I,
    )
    if _ASKS.match(first):
        return capital(re.split(r",\s*(?:und|et|y|e|en)\s+", first)[0]) + "?"
    without = _FOR.sub("", first)
    first = without if len(without.split()) >= 2 else first
    bare = "".join(c for c in first if unicodedata.category(c) not in ("So", "Sk", "Cs", "Cf", "Mn"))
    bare = re.sub(r"\s+", " ", bare).strip(" -–:")
    if not stems(bare) or re.match(r"(this|these|the (?:attached|following)|attached)\b", bare, re.I):
        return ""
    asked = _AUXILIARY.match(bare)
    return capital(shorten(bare, 14)) + ("?" if asked else "")


def _past(verb: str) -> str:
    return {
        "change": "changed",
        "develop": "developed",
        "grow": "grew",
        "grown": "grew",
        "fallen": "fell",
        "perform": "performed",
    }.get(verb.lower(), verb)


__all__ = ["Request", "parse_prompt", "units_in"]

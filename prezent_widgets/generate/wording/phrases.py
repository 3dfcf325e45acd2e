"""Small tools for words: stems for matching, lists, plurals, first letters, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_STOP = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "how",
        "what",
        "which",
        "who",
        "where",
        "when",
        "why",
        "we",
        "our",
        "us",
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "do",
        "does",
        "did",
        "should",
        "must",
        "can",
        "will",
        "would",
        "into",
        "than",
        "then",
        "between",
        "against",
        "about",
        "over",
        "under",
        "not",
        "no",
        "year",
        "years",
        "quarter",
        "month",
        "say",
        "show",
        "tell",
        "each",
        "per",
        "all",
        "more",
        "most",
        "their",
        "them",
        "they",
        "there",
        "deck",
        "slides",
        "presentation",
        "review",
        "report",
        "include",
        "table",
        "number",
        "numbers",
    ]
)
_ENDINGS = ("ation", "ingly", "ing", "edly", "ied", "ie", "ment", "ed", "e", "y")


def tokens(text: str) -> list[str]:
    """Lower-case words of letters and digits, in order."""
    return re.findall(r"[^\W_]+", text.casefold())


def stem(word: str) -> str:
    """A crude stem, enough to match "restoring" with "restore" and "sectors" with "sector".

    Example:
        >>> stem("restoring") == stem("restore"), stem("deploys") == stem("deploy")
        (True, True)
    """
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        word = word[:-1]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def stems(text: str) -> frozenset[str]:
    """Stems of the telling words of ``text``."""
    return frozenset(stem(word) for word in tokens(text) if word not in _STOP and len(word) > 1)


def overlap(left: Iterable[str], right: Iterable[str]) -> int:
    """How many stems two sets share."""
    return len(frozenset(left) & frozenset(right))


def join_and(items: Sequence[str], word: str = "and") -> str:
    """``["a", "b", "c"]`` → ``"a, b and c"``."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {word} {items[-1]}" if items else ""


def capital(text: str) -> str:
    """The first letter raised, the rest as it is."""
    return text[:1].upper() + text[1:]


_GERMAN = re.compile(
    r"[äöüß]|(?:ung|heit|keit|schaft|satz|zahl|preis|kosten|gruppe|menge|betrag|wert|zeit|stunden?|kunden|filialen?|"
    r"gewinn|ertrag|umsätze|abteilung|mitarbeiter|verbrauch|anteil|monat|jahr|stadt|werk|laden|lager|bestand|dauer|"
    r"auftrag|aufträge|artikel|gewicht|strom|besucher|einwohner|schüler|stück|marge)$",
    re.I,
)


def lower_first(text: str) -> str:
    """The first letter lowered, unless the word is an abbreviation or holds a capital or digit further on.

    Example:
        >>> lower_first("Net generation"), lower_first("USD revenue")
        ('net generation', 'USD revenue')
    """
    first = text.split(" ", 1)[0]
    if _GERMAN.search(first):
        return text
    return text if any(c.isupper() or c.isdigit() for c in first[1:]) else text[:1].lower() + text[1:]


def soften(text: str, names: Iterable[str] = ()) -> str:
    """``lower_first`` for the middle of a sentence, except before a name that is written so in the data.

    Example:
        >>> soften("Spain rose", ["Spain"]), soften("Revenue grew", ["Spain"])
        ('Spain rose', 'revenue grew')
    """
    return text if any(name and text.startswith(name) for name in names) else lower_first(text)


def plural(count: float, one: str, many: str = "") -> str:
    """``"1 deal"``, ``"3 deals"``; the count is written with separators."""
    return f"{count:,.0f} {one if count == 1 else many or one + 's'}"


_TURNS = re.compile(
    r"(if|unless|but|except|not|without|because|although|provided|when|wenn|falls|aber|außer|nicht|weil|obwohl|"
    r"si|mais|sauf|sans|pero|salvo|sin)\b",
    re.I,
)


def shorten(text: str, words: int) -> str:
    """At most ``words`` words where that leaves the meaning whole.

    Cut at the end of a sentence or clause, never so that a condition loses its consequence or a statement its
    "not", "if" or "but". A text without such a place is cut at a word and marked with "…".

    Example:
        >>> shorten("The council votes in May; if it says no, we stop and sell the site", 10)
        'The council votes in May'
        >>> shorten("Harbour has room for 24 docks, not for 40 of them", 7)
        'Harbour has room for 24 docks, not for 40 of them'
    """
    parts = text.split()
    if len(parts) <= words * 1.25:
        return text.strip()
    stops = [index for index in range(2, len(parts)) if parts[index - 1][-1] in ".;:,!?" and _whole(parts, index)]
    inside = [index for index in stops if max(3, words // 2 - 1) <= index <= words]
    if inside:
        return " ".join(parts[: inside[-1]]).rstrip(".;:,")
    if len(parts) <= words * 1.7 + 2:
        return text.strip()
    later = [index for index in stops if words < index <= words * 1.7 + 2]
    if later:
        return " ".join(parts[: later[0]]).rstrip(".;:,")
    cut = parts[:words]
    while len(cut) > 3 and cut[-1].casefold().strip(".,;:") in _STOP:
        cut.pop()
    return " ".join(cut).rstrip(".;:,") + "…"


def _whole(parts: Sequence[str], index: int) -> bool:
    """Whether what stands before ``index`` says the same without the rest: no clause left open, none that turns it."""
    start = next((i for i in range(index - 1, 0, -1) if parts[i - 1][-1] in ".;:,!?"), 0)
    ends = parts[index - 1][-1]
    opened = bool(_TURNS.match(parts[start])) and start > 0 and ends == ","
    turned = bool(_TURNS.match(parts[index])) and ends == ","
    listed = (
        ends == ","
        and len(parts) > index + 1
        and any(part in ("and", "or", "und", "et", "y") for part in parts[index : index + 5])
    )
    return (
        not opened
        and not turned
        and not listed
        and parts[0].casefold().strip(",") not in ("if", "when", "wenn", "unless")
    )


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; dots in numbers and short forms do not end one."""
    parts = re.split(r"(?<=[.!?。！？])\s+(?=[A-Z\d\"'(À-Þ])", text.strip())
    out: list[str] = []
    for part in parts:
        if out and (
            re.search(r"\b(e\.g|i\.e|approx|vs|dr|mr|mrs|st)\.$", out[-1], re.I)
            or (re.search(r"\b(no|nr)\.$", out[-1], re.I) and part[:1].isdigit())
        ):
            out[-1] += " " + part
        elif part:
            out.append(part)
    return out


__all__ = [
    "capital",
    "join_and",
    "lower_first",
    "overlap",
    "plural",
    "sentences",
    "shorten",
    "soften",
    "stem",
    "stems",
    "tokens",
]

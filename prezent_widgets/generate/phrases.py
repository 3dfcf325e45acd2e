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


def lower_first(text: str) -> str:
    """The first letter lowered, unless the word is an abbreviation or holds a capital or digit further on.

    Example:
        >>> lower_first("Net generation"), lower_first("USD revenue")
        ('net generation', 'USD revenue')
    """
    first = text.split(" ", 1)[0]
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


def shorten(text: str, words: int) -> str:
    """At most ``words`` words, cut at a clause if one ends in time, never in the middle of a word."""
    parts = text.split()
    if len(parts) <= words:
        return text.strip()
    for index in range(words, max(2, words // 2 - 1), -1):
        if parts[index - 1][-1] in ".;:,":
            return " ".join(parts[:index]).rstrip(".;:,")
    cut = parts[:words]
    while len(cut) > 3 and cut[-1].casefold() in _STOP:
        cut.pop()
    return " ".join(cut).rstrip(".;:,")


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; dots in numbers and short forms do not end one."""
    parts = re.split(r"(?<=[.!?。！？])\s+(?=[A-Z\d\"'(À-Þ])", text.strip())
    out: list[str] = []
    for part in parts:
        if out and re.search(r"\b(e\.g|i\.e|approx|vs|no|nr|dr|mr|mrs|st)\.$", out[-1], re.I):
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

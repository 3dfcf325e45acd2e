"""The few words that the builder itself writes on slides and in notes, by language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Labels of one language; ``tag`` is its BCP 47 tag for spell checkers."""

    tag: str
    source: str
    also: str


_WORDS: dict[str, Words] = {
    "de": Words("de-DE", "Quelle", "Außerdem"),
    "en": Words("en-US", "Source", "Also"),
    "es": Words("es-ES", "Fuente", "Además"),
    "fr": Words("fr-FR", "Source", "Aussi"),
    "it": Words("it-IT", "Fonte", "Inoltre"),
    "nl": Words("nl-NL", "Bron", "Ook"),
    "pt": Words("pt-PT", "Fonte", "Também"),
}


def words(language: str) -> Words:
    """The labels of a language (``"de"``, ``"de-AT"`` …); English when it is not known."""
    return _WORDS.get(language.split("-")[0].casefold(), _WORDS["en"])


def language_tag(language: str) -> str:
    """A full language tag: the one given when it has a region, else the usual one.

    Example:
        >>> language_tag("de"), language_tag("en-GB")
        ('de-DE', 'en-GB')
    """
    return language if "-" in language else words(language).tag


__all__ = ["Words", "language_tag", "words"]

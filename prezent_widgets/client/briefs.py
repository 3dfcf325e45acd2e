"""A generation request from what a person gives; every mistake is found before anything is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Protocol, TypeVar, cast

from pydantic import ValidationError

from prezent_widgets.contract.autogenerations import AutogenerationRequest, AutogenerationSettings
from prezent_widgets.errors import InputError, UnknownNameError

Cite = Literal["footer", "notes", "both"]
SlideCount = int | tuple[int, int]

_CITES: Mapping[str | None, tuple[bool, bool]] = {
    None: (False, False),
    "footer": (True, False),
    "notes": (False, True),
    "both": (True, True),
}
_MOST_SLIDES = 100


class Named(Protocol):
    """A theme or an audience as the API lists it."""

    id: str
    name: str

    @property
    def model_extra(self) -> dict[str, Any] | None:
        """Keys beyond the documented ones."""
        ...


N = TypeVar("N", bound=Named)


def checked_prompt(prompt: str) -> str:
    """The prompt without surrounding blanks.

    Raises:
        InputError: it is blank, or not text that can be sent.
    """
    text = prompt.strip()
    if not text:
        raise InputError("The prompt is empty.", hint="Say in a sentence what the deck is about.", field="prompt")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"The prompt holds half a character at position {error.start + 1}.",
            hint="Type that part again.",
            field="prompt",
        ) from None
    return text


def checked_slides(slides: SlideCount | None) -> list[int] | None:
    """The fewest and the most slides, from a number or a pair."""
    if slides is None:
        return None
    low, high = (slides, slides) if isinstance(slides, int) else slides
    if not 1 <= low <= high <= _MOST_SLIDES:
        raise InputError(
            f"A deck cannot have {low} to {high} slides.",
            hint=f"Give a number from 1 to {_MOST_SLIDES}, or (fewest, most).",
            field="slides",
        )
    return [low, high]


def checked_settings(
    *,
    speaker_notes: bool,
    cite: Cite | None,
    slides: SlideCount | None,
    more: Mapping[str, Any] | None,
) -> AutogenerationSettings:
    """The settings of a request; ``more`` are further keys of the API's own, which win."""
    if cite not in _CITES:
        raise InputError(f"cite={cite!r} is not known.", hint="Use 'footer', 'notes', 'both' or None.", field="cite")
    footer, notes = _CITES[cite]
    values: dict[str, Any] = {
        "generate_speaker_notes": speaker_notes,
        "add_sources_to_footer": footer,
        "add_sources_to_slides_note": notes,
        "slides": checked_slides(slides),
        **(more or {}),
    }
    try:
        return AutogenerationSettings.model_validate(values)
    except ValidationError as error:
        wrong = error.errors(include_url=False)[0]
        raise InputError(
            f"The setting {'.'.join(map(str, wrong['loc']))} cannot be used: {wrong['msg']}.", field="settings"
        ) from None


def find_named(noun: str, name: str, listed: Sequence[N]) -> N:
    """The theme or audience called ``name``: by id, name, code or alias, whatever the case.

    Raises:
        UnknownNameError: there is none; the nearest names are suggested.
    """
    wanted = name.strip().casefold()
    for item in listed:
        more = item.model_extra or {}
        names = [item.id, item.name, getattr(item, "code", ""), *_aliases(more.get("aliases"))]
        if wanted in {str(known).casefold() for known in names if known}:
            return item
    raise UnknownNameError(noun, name, [item.name or item.id for item in listed])


def _aliases(value: object) -> list[str]:
    return [str(alias) for alias in cast("list[object]", value)] if isinstance(value, list) else []


def request_for(
    prompt: str,
    *,
    files: Sequence[str],
    audience: str | None,
    theme: str | None,
    settings: AutogenerationSettings,
) -> AutogenerationRequest:
    """The request body."""
    return AutogenerationRequest(
        prompt=prompt, files=list(files) or None, audience=audience, template_id=theme, settings=settings
    )


__all__ = [
    "Cite",
    "Named",
    "SlideCount",
    "checked_prompt",
    "checked_settings",
    "checked_slides",
    "find_named",
    "request_for",
]

"""From data to a branded, editable PowerPoint deck, in a notebook.

Example:
    >>> import prezent_widgets as pw
    >>> client = pw.connect()                                                     # doctest: +SKIP
    >>> deck = await client.generate("Q3 review", sources=["sales.csv"])          # doctest: +SKIP
    >>> deck.save("q3.pptx")                                                      # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from prezent_widgets.client import Client, Deck, Job
    from prezent_widgets.errors import ApiError, InputError, JobFailedError, PrezentError
    from prezent_widgets.local import connect
    from prezent_widgets.widgets import AudiencePicker, DeckView, GeneratorForm, JobProgress, ThemeGallery

__version__ = "0.1.0"

# Name -> module. Imported when first asked for, so that `import prezent_widgets` stays under 0.2 s (DESIGN, section 6).
_HOME = {
    "ApiError": "prezent_widgets.errors",
    "AudiencePicker": "prezent_widgets.widgets",
    "Client": "prezent_widgets.client",
    "Deck": "prezent_widgets.client",
    "DeckView": "prezent_widgets.widgets",
    "GeneratorForm": "prezent_widgets.widgets",
    "InputError": "prezent_widgets.errors",
    "Job": "prezent_widgets.client",
    "JobFailedError": "prezent_widgets.errors",
    "JobProgress": "prezent_widgets.widgets",
    "PrezentError": "prezent_widgets.errors",
    "ThemeGallery": "prezent_widgets.widgets",
    "connect": "prezent_widgets.local",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})


__all__ = [
    "ApiError",
    "AudiencePicker",
    "Client",
    "Deck",
    "DeckView",
    "GeneratorForm",
    "InputError",
    "Job",
    "JobFailedError",
    "JobProgress",
    "PrezentError",
    "ThemeGallery",
    "__version__",
    "connect",
]

"""Notebook components: pick an audience and a theme, ask for a deck, watch it being made, look at it.

They know a client and nothing of HTTP or of .pptx files.
"""

from prezent_widgets.widgets.audience_picker import AudiencePicker
from prezent_widgets.widgets.deck_view import DeckView
from prezent_widgets.widgets.generator_form import GeneratorForm
from prezent_widgets.widgets.job_progress import JobProgress
from prezent_widgets.widgets.theme_gallery import ThemeGallery
from prezent_widgets.widgets.when_done import WhenDone

__all__ = ["AudiencePicker", "DeckView", "GeneratorForm", "JobProgress", "ThemeGallery", "WhenDone"]

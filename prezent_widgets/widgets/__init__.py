"""Notebook components: pick an audience and a theme, ask for a deck, watch it being made, look at it.

They know a client and nothing of HTTP or of .pptx files.
"""

from prezent_widgets.widgets.audience_picker import AudiencePicker
from prezent_widgets.widgets.theme_gallery import ThemeGallery

__all__ = ["AudiencePicker", "ThemeGallery"]

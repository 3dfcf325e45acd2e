"""Text widths for whatever draws: `prezent_widgets.ooxml.fonts` under the name the renderer's rooms use."""

from prezent_widgets.ooxml.fonts import LINE_PITCH, ascent, measure

__all__ = ["LINE_PITCH", "ascent", "measure"]

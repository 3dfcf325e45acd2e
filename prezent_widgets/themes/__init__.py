"""Brands: palettes, fonts and style as data, built into real PowerPoint templates."""

from prezent_widgets.themes.build import build_template
from prezent_widgets.themes.library import THEMES, find_theme
from prezent_widgets.themes.model import Fonts, Palette, Style, Theme

__all__ = ["THEMES", "Fonts", "Palette", "Style", "Theme", "build_template", "find_theme"]

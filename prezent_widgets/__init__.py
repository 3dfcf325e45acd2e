"""prezent_widgets: from data to a branded, editable PowerPoint deck, in a notebook."""

__version__ = "0.1.0"

"""Text in placeholders: how it looks there, the room it needs, and writing it so that it keeps what it inherits."""

from prezent_widgets.deck.text.paragraphs import Paragraph, extent, paragraph_xml, write_text

__all__ = ["Paragraph", "extent", "paragraph_xml", "write_text"]

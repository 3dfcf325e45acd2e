"""Text bodies laid out: styled fragments, lines, bullets, and their place in the box."""

from prezent_widgets.render.text.layout import Block, layout_block, layout_body

__all__ = ["Block", "layout_block", "layout_body"]

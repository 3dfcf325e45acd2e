"""Tables drawn as PowerPoint draws them: ``draw_table(frame, rect, context) -> nodes``.

::

    grid        which cells are shown, widths, heights grown by content
    style       what a table style says about a cell
    catalogue   the styles PowerPoint has built in
    draw        fills, borders, text
"""

from prezent_widgets.render.tables.draw import draw_table

__all__ = ["draw_table"]

"""Charts drawn from their parts, as PowerPoint draws them: ``draw_chart(part, rect, context) -> nodes``.

::

    read → model           the file as plain values
    views, scale           axes with everything automatic decided
    style, look, write     what pieces look like, and text
    draw                   background, title, legend; cartesian, pies, radar inside
"""

from prezent_widgets.render.charts.draw import draw_chart

__all__ = ["draw_chart"]

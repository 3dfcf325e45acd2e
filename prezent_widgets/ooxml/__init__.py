"""Reading a deck exactly, from bytes: parts, pages, colours, inheritance, geometry.

::

    units          Emu, Pt, angles, tolerant numbers
    xml            names (qn), hardened parsing, alternate content
    package        Package, Part, Relationship
    presentation   Presentation, Page (a slide, a layout or a master)
    theme, color   Theme, ColorContext, Color
    placeholders   shapes(page), transform(shape, page), placeholder(shape), placeholder_chain(shape, page)
    text           text_styles(shape, page) → .paragraph(pPr), .run(rPr, level);  body → body_properties(shape, page)
    style          shape_fill, shape_line, shape_effects, background → Painted(element, colors, part)
    geometry       shape_paths(spPr, width, height), text_rectangle(spPr, width, height)
    fonts          which font file stands in for a face, and how wide text is in it

Nothing here draws, nothing touches a disk, a network or the environment. Values that a file may get wrong are read
with a default; only a package that cannot be opened at all raises `PackageError`.

Example::

    from prezent_widgets.ooxml.presentation import Presentation
    from prezent_widgets.ooxml.placeholders import shapes, transform
    from prezent_widgets.ooxml.style import background, shape_fill
    from prezent_widgets.ooxml.text import runs, text_styles
    from prezent_widgets.ooxml.xml import child, children

    deck = Presentation.open(data)
    page = deck.slides[0]
    paper = background(page)                                  # Painted or None
    for shape in shapes(page):
        where = transform(shape, page)                        # EMU, rotation in degrees; through the placeholders
        fill = shape_fill(shape, page)
        if fill is not None:
            color = fill.colors.color(fill.element)           # Color(r, g, b, alpha) or None
        styles = text_styles(shape, page)
        for paragraph in children(child(shape, "p:txBody"), "a:p"):
            look = styles.paragraph(child(paragraph, "a:pPr"))
            for run in runs(paragraph):
                font = styles.run(child(run, "a:rPr"), look.level)     # size in points, faces, colour, bold …
"""

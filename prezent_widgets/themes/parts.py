"""The parts of a template that are not layouts: theme, master, notes master, table styles."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from prezent_widgets.themes.grid import (
    BODY_BOTTOM,
    BODY_TOP,
    FOOT_HEIGHT,
    FOOT_TOP,
    MARGIN,
    TITLE_HEIGHT,
    TITLE_TOP,
    WIDTH,
    Rect,
    columns,
)
from prezent_widgets.themes.markup import DECLARATION, NAMESPACES, Art, Hole, Level, emu, solid, tree
from prezent_widgets.themes.model import Theme

_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_NONE = (0.0, 0.0, 0.0, 0.0)
BODY_SIZES = (18, 16, 14, 14)
COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)


def theme_xml(theme: Theme) -> str:
    """The theme part: twelve colours, two fonts, and exactly three of each format (fewer makes PowerPoint repair)."""
    colours = "".join(f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>' for slot, value in theme.palette.items())
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(
        f'<a:ln w="{emu(width)}" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
        for width in (0.75, 1.0, 1.5)
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    name = quoteattr(theme.name)
    return (
        f"{DECLARATION}<a:theme {_A} name={name}><a:themeElements><a:clrScheme name={name}>{colours}</a:clrScheme>"
        f"<a:fontScheme name={name}><a:majorFont>{_font(theme.fonts.heading)}</a:majorFont>"
        f"<a:minorFont>{_font(theme.fonts.body)}</a:minorFont></a:fontScheme>"
        f"<a:fmtScheme name={name}><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _font(typeface: str) -> str:
    return f'<a:latin typeface={quoteattr(typeface)}/><a:ea typeface=""/><a:cs typeface=""/>'


def background(spec: str) -> str:
    """A solid background of a theme colour."""
    return f"<p:bg><p:bgPr>{solid(spec)}<a:effectLst/></p:bgPr></p:bg>"


def footers(colour: str = "accent6") -> tuple[Hole, ...]:
    """Date, footer and slide number, on the foot line of the page."""
    size = 10.0
    date = columns(1, 2, FOOT_TOP, FOOT_TOP + FOOT_HEIGHT)
    footer = columns(3, 9, FOOT_TOP, FOOT_TOP + FOOT_HEIGHT)
    number = columns(12, 1, FOOT_TOP, FOOT_TOP + FOOT_HEIGHT)
    return (
        Hole("dt", 10, "Date Placeholder", "", date, (Level(size, colour, align="l"),), "ctr", _NONE),
        Hole("ftr", 11, "Footer Placeholder", "", footer, (Level(size, colour, align="r"),), "ctr", _NONE),
        Hole(
            "sldNum", 12, "Slide Number Placeholder", "", number, (Level(size, colour, True, align="r"),), "ctr", _NONE
        ),
    )


def master_xml(theme: Theme, layout_ids: Sequence[tuple[int, str]], marks: Sequence[Art]) -> str:
    """The slide master; ``layout_ids`` are (id, relationship id), ``marks`` the artwork of every content slide."""
    title = Rect(MARGIN, TITLE_TOP, WIDTH - 2 * MARGIN, TITLE_HEIGHT)
    body = columns(1, 12, BODY_TOP, BODY_BOTTOM)
    shapes: tuple[Art | Hole, ...] = (
        *marks,
        Hole("title", 0, "Title Placeholder", "Click to edit the title", title, (), "t", _NONE),
        Hole("body", 1, "Text Placeholder", "Click to edit the text", body, (), "t", _NONE),
        *footers(),
    )
    ids = "".join(f'<p:sldLayoutId id="{number}" r:id="{rid}"/>' for number, rid in layout_ids)
    return (
        f"{DECLARATION}<p:sldMaster {NAMESPACES}><p:cSld>{background('bg1')}{tree(shapes)}</p:cSld>{COLOUR_MAP}"
        f'<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/>{_text_styles(theme)}</p:sldMaster>'
    )


def _text_styles(theme: Theme) -> str:
    style = theme.style
    run = (
        f'<a:defRPr sz="{style.title_pt * 100}" b="{int(style.title_bold)}" kern="1200">{solid("tx2")}'
        '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:defRPr>'
    )
    title = (
        '<a:lvl1pPr algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc>'
        '<a:spcPct val="95000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>' + run + "</a:lvl1pPr>"
    )
    body = "".join(_body_level(number) for number in range(1, 10))
    other = "".join(_other_level(number) for number in range(1, 10))
    return (
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles>"
    )


def _run(size: float, colour: str = "tx1") -> str:
    return (
        f'<a:defRPr sz="{round(size * 100)}" kern="1200">{solid(colour)}<a:latin typeface="+mn-lt"/>'
        '<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>'
    )


def _body_level(number: int) -> str:
    size = BODY_SIZES[min(number, len(BODY_SIZES)) - 1]
    mark = "•" if number % 2 else "–"
    return (
        f'<a:lvl{number}pPr marL="{emu(16 * number)}" indent="{-emu(16)}" algn="l" defTabSz="914400" '
        'rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{900 if number == 1 else 400}"/></a:spcBef>'
        '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/>'
        f'<a:buChar char="{mark}"/>{_run(size)}</a:lvl{number}pPr>'
    )


def _other_level(number: int) -> str:
    return (
        f'<a:lvl{number}pPr marL="{emu(36 * (number - 1))}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" '
        f'latinLnBrk="0" hangingPunct="1">{_run(18)}</a:lvl{number}pPr>'
    )


def default_text_xml() -> str:
    """``p:defaultTextStyle`` of the presentation: what text boxes start from."""
    return "<p:defaultTextStyle>" + "".join(_other_level(number) for number in range(1, 10)) + "</p:defaultTextStyle>"


def notes_master_xml() -> str:
    """The notes master: slide picture above, notes below, page number."""
    page_w, page_h = 540.0, 720.0
    picture = Rect(54, 54, page_w - 108, (page_w - 108) * 9 / 16)
    text = Rect(54, picture.y + picture.h + 24, page_w - 108, page_h - picture.h - 150)
    holes = (
        Hole("body", 3, "Notes Placeholder", "Click to edit the notes", text, (), "", None),
        Hole("sldNum", 5, "Slide Number Placeholder", "", Rect(page_w - 126, page_h - 50, 72, 24), (), "ctr", None),
    )
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image Placeholder"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{emu(picture.x)}" y="{emu(picture.y)}"/>'
        f'<a:ext cx="{emu(picture.w)}" cy="{emu(picture.h)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="9525">'
        '<a:solidFill><a:schemeClr val="accent6"/></a:solidFill></a:ln></p:spPr></p:sp>'
    )
    shapes = tree(holes).replace("<p:sp>", image + "<p:sp>", 1).replace('id="2" name="Notes', 'id="4" name="Notes')
    levels = "".join(
        f'<a:lvl{number}pPr marL="{emu(18 * (number - 1))}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" '
        f'latinLnBrk="0" hangingPunct="1">{_run(12)}</a:lvl{number}pPr>'
        for number in range(1, 10)
    )
    return (
        f"{DECLARATION}<p:notesMaster {NAMESPACES}><p:cSld>{background('bg1')}{shapes}</p:cSld>{COLOUR_MAP}"
        f"<p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    )


def table_styles_xml(theme: Theme) -> str:
    """The brand's own table style, and the default for new tables."""
    rule = "accent6 lumMod=40 lumOff=60"
    whole = (
        f"<a:wholeTbl>{_cell_text('tx1')}<a:tcStyle><a:tcBdr>{_edge('insideH', rule, 0.75)}"
        f"{_edge('bottom', rule, 0.75)}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
    )
    band = f"<a:band2H><a:tcStyle><a:tcBdr/><a:fill>{solid('bg2')}</a:fill></a:tcStyle></a:band2H>"
    first = "<a:firstCol>" + _cell_text("tx1", bold=True) + "<a:tcStyle><a:tcBdr/></a:tcStyle></a:firstCol>"
    last = _row("lastRow", "tx2", f"<a:tcBdr>{_edge('top', 'tx2', 1.5)}</a:tcBdr>")
    head = {
        "line": _row(
            "firstRow", "tx2", f"<a:tcBdr>{_edge('bottom', 'accent1', 2.0)}</a:tcBdr><a:fill><a:noFill/></a:fill>"
        ),
        "band": _row("firstRow", "bg1", f"<a:tcBdr/><a:fill>{solid('tx2')}</a:fill>"),
    }[theme.style.table]
    guid = theme.table_style
    return (
        f'{DECLARATION}<a:tblStyleLst {_A} def="{guid}"><a:tblStyle styleId="{guid}" styleName={quoteattr(theme.name)}>'
        f"{whole}{band}{last}{first}{head}</a:tblStyle></a:tblStyleLst>"
    )


def _row(tag: str, ink: str, style: str) -> str:
    """The bold text and the style of a head or total row."""
    return f"<a:{tag}>{_cell_text(ink, bold=True)}<a:tcStyle>{style}</a:tcStyle></a:{tag}>"


def _cell_text(colour: str, *, bold: bool = False) -> str:
    weight = ' b="on"' if bold else ""
    return (
        f'<a:tcTxStyle{weight}><a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>'
        f'<a:schemeClr val="{colour}"/></a:tcTxStyle>'
    )


def _edge(side: str, colour: str, width: float) -> str:
    return f'<a:{side}><a:ln w="{emu(width)}" cmpd="sng">{solid(colour)}</a:ln></a:{side}>'


__all__ = [
    "BODY_SIZES",
    "COLOUR_MAP",
    "background",
    "default_text_xml",
    "footers",
    "master_xml",
    "notes_master_xml",
    "table_styles_xml",
    "theme_xml",
]

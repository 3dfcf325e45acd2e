"""Shapes and placeholders as PresentationML, written from points and theme colours only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from prezent_widgets.themes.grid import EMU_PER_PT, Rect

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TREE_HEAD = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def emu(points: float) -> int:
    """Points as English Metric Units, whole (ECMA-376 part 1, 20.1.10.16)."""
    return round(points * EMU_PER_PT)


def colour(spec: str) -> str:
    """A theme colour, with modifiers in per cent: ``"accent1"``, ``"accent1 lumMod=60 lumOff=40"``."""
    slot, *modifiers = spec.split()
    inner = "".join(
        f'<a:{name} val="{round(float(value) * 1000)}"/>' for name, value in (part.split("=") for part in modifiers)
    )
    return f'<a:schemeClr val="{slot}">{inner}</a:schemeClr>' if inner else f'<a:schemeClr val="{slot}"/>'


def solid(spec: str) -> str:
    """A solid fill of a theme colour, or no fill for an empty ``spec``."""
    return f"<a:solidFill>{colour(spec)}</a:solidFill>" if spec else "<a:noFill/>"


def outline(spec: str, width: float) -> str:
    """A line ``width`` points wide, or none for an empty ``spec``."""
    return f'<a:ln w="{emu(width)}">{solid(spec)}</a:ln>' if spec else "<a:ln><a:noFill/></a:ln>"


def place(rect: Rect, *, rotation: float = 0.0, flip: bool = False) -> str:
    """The place of a shape; ``rotation`` in degrees clockwise."""
    attributes = (f' rot="{round(rotation * 60000)}"' if rotation else "") + (' flipH="1"' if flip else "")
    return (
        f'<a:xfrm{attributes}><a:off x="{emu(rect.x)}" y="{emu(rect.y)}"/>'
        f'<a:ext cx="{emu(rect.w)}" cy="{emu(rect.h)}"/></a:xfrm>'
    )


_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)  # artwork says nothing: screen readers pass over it


@dataclass(frozen=True, slots=True)
class Art:
    """A decorative shape of a master or layout: a preset, or a path of ``(command, points…)`` in shares of its box."""

    name: str
    rect: Rect
    fill: str = ""
    line: str = ""
    line_width: float = 1.0
    preset: str = "rect"
    adjust: tuple[tuple[str, int], ...] = ()
    path: tuple[tuple[str | float, ...], ...] = ()
    rotation: float = 0.0
    flip: bool = False

    def geometry(self) -> str:
        """Preset or custom geometry (ECMA-376 part 1, 20.1.9.18 and 20.1.9.8)."""
        if self.path:
            return _path(self)
        guides = "".join(f'<a:gd name="{name}" fmla="val {value}"/>' for name, value in self.adjust)
        return f'<a:prstGeom prst="{self.preset}"><a:avLst>{guides}</a:avLst></a:prstGeom>'

    def xml(self, number: int) -> str:
        """The ``p:sp`` element with shape id ``number``."""
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(self.name)}>{_DECORATIVE}</p:cNvPr>'
            '<p:cNvSpPr/><p:nvPr userDrawn="1"/>'
            f"</p:nvSpPr><p:spPr>{place(self.rect, rotation=self.rotation, flip=self.flip)}{self.geometry()}"
            f"{solid(self.fill)}{outline(self.line, self.line_width)}</p:spPr>"
            '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p>'
            '<a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
        )


def _path(art: Art) -> str:
    """A custom path; its own coordinates run to 100000 on the longer side so that rounding never shows."""
    width, height = emu(art.rect.w), emu(art.rect.h)
    commands: list[str] = []
    for command, *numbers in art.path:
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        points = "".join(f'<a:pt x="{round(float(x) * width)}" y="{round(float(y) * height)}"/>' for x, y in pairs)
        tag = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Z": "close"}[str(command)]
        commands.append(f"<a:{tag}>{points}</a:{tag}>" if points else f"<a:{tag}/>")
    fill = "" if art.fill else ' fill="none"'
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{width}" h="{height}"{fill}>{"".join(commands)}</a:path></a:pathLst></a:custGeom>'
    )


@dataclass(frozen=True, slots=True)
class Level:
    """How one outline level of a placeholder differs from its master; None keeps what is inherited."""

    size: float | None = None
    colour: str = ""
    bold: bool | None = None
    italic: bool | None = None
    heading_font: bool = False
    align: str = ""
    bullet: bool | None = None
    before: float | None = None
    spacing: float | None = None
    numbered: bool = False

    def xml(self, level: int) -> str:
        """The ``a:lvlNpPr`` element for outline level ``level`` (1 to 9)."""
        attributes = f' algn="{self.align}"' if self.align else ""
        inner = ""
        if self.spacing is not None:
            inner += f'<a:lnSpc><a:spcPct val="{round(self.spacing * 1000)}"/></a:lnSpc>'
        if self.before is not None:
            inner += f'<a:spcBef><a:spcPts val="{round(self.before * 100)}"/></a:spcBef>'
        if self.bullet is False:
            attributes = ' marL="0" indent="0"' + attributes
            inner += "<a:buNone/>"
        if self.numbered:
            attributes = f' marL="{emu(44)}" indent="{-emu(44)}"' + attributes
            inner += '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPlain"/>'
        return f"<a:lvl{level}pPr{attributes}>{inner}{self._run()}</a:lvl{level}pPr>"

    def _run(self) -> str:
        attributes = f' sz="{round(self.size * 100)}"' if self.size else ""
        attributes += "" if self.bold is None else f' b="{int(self.bold)}"'
        attributes += "" if self.italic is None else f' i="{int(self.italic)}"'
        inner = solid(self.colour) if self.colour else ""
        if self.heading_font:
            inner += '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/>'
        return f"<a:defRPr{attributes}>{inner}</a:defRPr>" if attributes or inner else ""


@dataclass(frozen=True, slots=True)
class Hole:
    """A placeholder. ``type`` as in ECMA-376 part 1, 19.7.10 (``"obj"`` for one that takes anything)."""

    type: str
    idx: int
    name: str
    prompt: str = ""
    rect: Rect | None = None
    levels: tuple[Level, ...] = ()
    anchor: str = ""
    insets: tuple[float, float, float, float] | None = None
    fill: str = ""
    preset: str = ""
    adjust: tuple[tuple[str, int], ...] = ()

    def xml(self, number: int) -> str:
        """The ``p:sp`` element with shape id ``number``."""
        kind = f' type="{self.type}"' if self.type != "obj" else ""
        size = {"dt": ' sz="half"', "ftr": ' sz="quarter"', "sldNum": ' sz="quarter"'}.get(self.type, "")
        idx = f' idx="{self.idx}"' if self.idx else ""
        custom = ' hasCustomPrompt="1"' if self.prompt and self.type not in _FOOT else ""
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(self.name)}/>'
            '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr><p:ph{kind}{size}{idx}{custom}/></p:nvPr></p:nvSpPr><p:spPr>{self._shape()}</p:spPr>"
            f"<p:txBody>{self._body()}<a:lstStyle>{self._levels()}</a:lstStyle>{self._text()}</p:txBody></p:sp>"
        )

    def _shape(self) -> str:
        inner = place(self.rect) if self.rect else ""
        if self.preset:
            guides = "".join(f'<a:gd name="{name}" fmla="val {value}"/>' for name, value in self.adjust)
            inner += f'<a:prstGeom prst="{self.preset}"><a:avLst>{guides}</a:avLst></a:prstGeom>'
        return inner + (solid(self.fill) if self.fill else "")

    def _body(self) -> str:
        attributes = f' anchor="{self.anchor}"' if self.anchor else ""
        if self.insets is not None:
            sides = zip(("lIns", "tIns", "rIns", "bIns"), self.insets, strict=True)
            attributes = "".join(f' {side}="{emu(value)}"' for side, value in sides) + attributes
        return f"<a:bodyPr{attributes}><a:normAutofit/></a:bodyPr>"

    def _levels(self) -> str:
        return "".join(level.xml(number) for number, level in enumerate(self.levels, start=1))

    def _text(self) -> str:
        if self.type == "sldNum":
            return (
                '<a:p><a:fld id="{7D5B3A90-2C41-4F08-9E6A-51B7C0D4E8F2}" type="slidenum"><a:rPr lang="en-US"/>'
                '<a:t>‹#›</a:t></a:fld><a:endParaRPr lang="en-US"/></a:p>'
            )
        if not self.prompt:
            return '<a:p><a:endParaRPr lang="en-US"/></a:p>'
        return (
            f'<a:p><a:r><a:rPr lang="en-US"/><a:t>{escape(self.prompt)}</a:t></a:r><a:endParaRPr lang="en-US"/></a:p>'
        )


_FOOT = frozenset({"dt", "ftr", "sldNum"})


def tree(shapes: Sequence[Art | Hole]) -> str:
    """A ``p:spTree`` with the shapes in order, numbered from 2."""
    return f"<p:spTree>{TREE_HEAD}{_numbered(shapes)}</p:spTree>"


def _numbered(shapes: Iterable[Art | Hole]) -> str:
    return "".join(shape.xml(number) for number, shape in enumerate(shapes, start=2))


__all__ = [
    "DECLARATION",
    "NAMESPACES",
    "Art",
    "Hole",
    "Level",
    "colour",
    "emu",
    "outline",
    "place",
    "solid",
    "tree",
]

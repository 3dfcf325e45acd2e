"""The table styles PowerPoint has built in: a file names them by GUID and holds none (ECMA-376 part 1, 20.1.4.2).

Each family is one rule over an accent (none means the dark text colour), written as the ``a:tblStyle`` a file
would hold, so that one reader does for both.

Example:
    >>> built_in("{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}").get("styleName")
    'Medium Style 2 - Accent 1'
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from prezent_widgets.ooxml.xml import NAMESPACES, Element, parse_xml

_GUIDS = {
    "Light Style 1": """9D7B26C5-4107-4FEC-AEDC-1716B250A1EF 3B4B98B0-60AC-42C2-AFA5-B58CD77FA1E5
        0E3FDE45-AF77-4B5C-9715-49D594BDF05E C083E6E3-FA7D-4D7B-A595-EF9225AFEA82 D27102A9-8310-4765-A935-A1911B00CA55
        5FD0F851-EC5A-4D38-B0AD-8093EC10F338 68D230F3-CF80-4859-8CE7-A43EE81993B5""",
    "Light Style 2": """7E9639D4-E3E2-4D34-9284-5A2195B3D0D7 69012ECD-51FC-41F1-AA8D-1B2483CD663E
        72833802-FEF1-4C79-8D5D-14CF1EAF98D9 F2DE63D5-997A-4646-A377-4702673A728D 17292A2E-F333-43FB-9621-5CBBE7FDCDCB
        5A111915-BE36-4E01-A7E5-04B1672EAD32 912C8C85-51F0-491E-9774-3900AFEF0FD7""",
    "Light Style 3": """616DA210-FB5B-4158-B5E0-FEB733F419BA BC89EF96-8CEA-46FF-86C4-4CE0E7609802
        5DA37D80-6434-44D0-A028-1B22A696006F 8799B23B-EC83-4686-B30A-512413B5E67A ED083AE6-46FA-4A59-8FB0-9F97EB10719F
        BDBED569-4797-4DF1-A0F4-6AAB3CD982D8 E8B1032C-EA38-4F05-BA0D-38AFFFC7BED3""",
    "Medium Style 1": """793D81CF-94F2-401A-BA57-92F5A7B2D0C5 B301B821-A1FF-4177-AEE7-76D212191A09
        9DCAF9ED-07DC-4A11-8D7F-57B35C25682E 1FECB4D8-DB02-4DC6-A0A2-4F2EBAE1DC90 1E171933-4619-4E11-9A3F-F7608DF75F80
        FABFCF23-3B69-468F-B69F-88F6DE6A72F2 10A1B5D5-9B99-4C35-A422-299274C87663""",
    "Medium Style 2": """073A0DAA-6AF3-43AB-8588-CEC1D06C72B9 5C22544A-7EE6-4342-B048-85BDC9FD1C3A
        21E4AEA4-8DFA-4A89-87EB-49C32662AFE0 F5AB1C69-6EDB-4FF4-983F-18BD219EF322 00A15C55-8517-42AA-B614-E9B94910E393
        7DF18680-E054-41AD-8BC1-D1AEF772440D 93296810-A885-4BE3-A3E7-6D5BEEA58F35""",
    "Medium Style 3": """8EC20E35-A176-4012-BC5E-935CFFF8708E 6E25E649-3F16-4E02-A733-19D2CDBF48F0
        85BE263C-DBD7-4A20-BB59-AAB30ACAA65A EB344D84-9AFB-497E-A393-DC336BA19D2E EB9631B5-78F2-41C9-869B-9F39066F8104
        74C1A8A3-306A-4EB7-A6B1-4F7E0EB9C5D6 2A488322-F2BA-4B5B-9748-0D474271808F""",
    "Medium Style 4": """D7AC3CCA-C797-4891-BE02-D94E43425B78 69CF1AB2-1976-4502-BF36-3FF5EA218861
        8A107856-5554-42FB-B03E-39F5DBC370BA 0505E3EF-67EA-436B-97B2-0124C06EBD24 C4B1156A-380E-4F78-BDF5-A606A8083BF9
        22838BEF-8BB2-4498-84A7-C5851F593DF1 16D9F66E-5EB9-4882-86FB-DCBF35E3C3E4""",
    "Dark Style 1": """E8034E78-7F5D-4C2E-B375-FC64B27BC917 125E5076-3810-47DD-B79F-674D7AD40C01
        37CE84F3-28C3-443E-9E96-99CF82512B78 D03447BB-5D67-496B-8E87-E561075AD55C E929F9F4-4A8F-4326-A1B4-22849713DDAB
        8FD4443E-F989-4FC4-A0C8-D5A2AF1F390B AF606853-7671-496A-8E4F-DF71F8EC918B""",
    "Dark Style 2": """5202B0CA-FC54-4496-8BCA-5EF66A818D29 0660B408-B3CF-4A94-85FC-2B1E0A45F4A2 -
        91EBBBCC-DAD2-459C-BE2E-F6DE35CF9A28 - 46F890A9-2807-4EBB-B81D-B2AA78EC7F39""",
    "Themed Style 1": """2D5ABB26-0587-4C30-8999-92F81FD0307C 3C2FFA5D-87B4-456A-9821-1D502468CF0F
        284E427A-3D55-4303-BF80-6455036E1DE7 69C7853C-536D-4A76-A0AE-DD22124D55A5 775DCB02-9BB8-47FD-8907-85C794F793BA
        35758FB7-9AC5-4552-8A53-C91805E547FA 08FB837D-C827-4EFA-A057-4D05807E0F7C""",
    "Themed Style 2": """5940675A-B579-460E-94D1-54222C63F5DA D113A9D2-9D6B-4929-AA2D-F23B5EE8CBE7
        18603FDC-E32A-4AB5-989C-0864C3EAD2B8 306799F8-075E-4A3A-A7F6-7FBC6576F1A4 E269D01E-BC32-4049-B463-5C60D7B0CCD2
        327F97BB-C833-4FB7-BDE5-3F7075034690 638B1855-1B75-4FBE-930C-398BA8C253C6""",
}
_NAMES = {
    f"{{{guid}}}": (family, number)
    for family, guids in _GUIDS.items()
    for number, guid in enumerate(guids.split())
    if guid != "-"
}
_BOX = ("left", "right", "top", "bottom", "insideH", "insideV")


@lru_cache(maxsize=128)
def built_in(guid: str) -> Element | None:
    """Return the definition of a built-in style; None for a GUID that is none."""
    known = _NAMES.get(guid.upper())
    if known is None:
        return None
    family, number = known
    accent = f"accent{number}" if number else "dk1"
    parts = _FAMILIES[family](accent, number)
    name = f"{family} - Accent {number}" if number else family
    return parse_xml(f'<a:tblStyle xmlns:a="{NAMESPACES["a"]}" styleName="{name}">{parts}</a:tblStyle>'.encode())


def _color(color: str) -> str:
    """Write "accent1", "accent1 tint 20" or "lt1 alpha 40" as a colour element."""
    slot, *change = color.split()
    inside = f'<a:{change[0]} val="{int(change[1]) * 1000}"/>' if change else ""
    return f'<a:schemeClr val="{slot}">{inside}</a:schemeClr>'


def _line(side: str, color: str, width: int, kind: str = "sng") -> str:
    if not width:
        return f"<a:{side}><a:ln><a:noFill/></a:ln></a:{side}>"
    fill = f"<a:solidFill>{_color(color)}</a:solidFill>"
    return f'<a:{side}><a:ln w="{width}" cmpd="{kind}">{fill}</a:ln></a:{side}>'


def _part(name: str, text: str = "", bold: bool = False, fill: str = "", lines: str = "") -> str:
    weight = ' b="on"' if bold else ""
    style = f"<a:tcTxStyle{weight}>{_color(text) if text else ''}</a:tcTxStyle>"
    paint = f"<a:fill><a:solidFill>{_color(fill)}</a:solidFill></a:fill>" if fill else ""
    return f"<a:{name}>{style}<a:tcStyle><a:tcBdr>{lines}</a:tcBdr>{paint}</a:tcStyle></a:{name}>"


def _box(color: str, width: int = 12_700, sides: tuple[str, ...] = _BOX) -> str:
    return "".join(_line(side, color, width) for side in sides)


def _bands(fill: str) -> str:
    return _part("band1H", fill=fill) + _part("band1V", fill=fill)


def _columns(text: str = "", fill: str = "", lines: str = "") -> str:
    return _part("lastCol", text, True, fill, lines) + _part("firstCol", text, True, fill, lines)


def _light1(accent: str, _: int) -> str:
    return (
        _part("wholeTbl", "tx1", lines=_box(accent, sides=("top", "bottom")))
        + _bands(f"{accent} alpha 20") + _columns("tx1")
        + _part("lastRow", "tx1", True, lines=_line("top", accent, 12_700))
        + _part("firstRow", "tx1", True, lines=_line("bottom", accent, 12_700))
    )  # fmt: skip


def _light2(accent: str, _: int) -> str:
    return (
        _part("wholeTbl", "tx1", lines=_box(accent, sides=("left", "right", "top", "bottom")))
        + _part("band1H", lines=_box(accent, sides=("top", "bottom")))
        + _part("band1V", lines=_box(accent, sides=("left", "right")))
        + _columns() + _part("lastRow", "", True, lines=_line("top", accent, 50_800, "dbl"))
        + _part("firstRow", "bg1", True, accent)
    )  # fmt: skip


def _light3(accent: str, _: int) -> str:
    return (
        _part("wholeTbl", "tx1", lines=_box(accent)) + _bands(f"{accent} alpha 20") + _columns()
        + _part("lastRow", "", True, lines=_line("top", accent, 50_800, "dbl"))
        + _part("firstRow", accent, True, lines=_line("bottom", accent, 25_400))
    )  # fmt: skip


def _medium1(accent: str, _: int) -> str:
    lines = _box(accent, sides=("left", "right", "top", "bottom", "insideH"))
    return (
        _part("wholeTbl", "dk1", fill="lt1", lines=lines) + _bands(f"{accent} tint 20") + _columns()
        + _part("lastRow", "", True, "lt1", _line("top", accent, 50_800, "dbl"))
        + _part("firstRow", "lt1", True, accent)
    )  # fmt: skip


def _medium2(accent: str, _: int) -> str:
    return (
        _part("wholeTbl", "dk1", fill=f"{accent} tint 20", lines=_box("lt1")) + _bands(f"{accent} tint 40")
        + _columns("lt1", accent)
        + _part("lastRow", "lt1", True, accent, _line("top", "lt1", 38_100))
        + _part("firstRow", "lt1", True, accent, _line("bottom", "lt1", 38_100))
    )  # fmt: skip


def _medium3(accent: str, _: int) -> str:
    return (
        _part("wholeTbl", "dk1", fill="lt1", lines=_box("dk1", 25_400, ("top", "bottom"))) + _bands("dk1 tint 20")
        + _columns("lt1", accent)
        + _part("lastRow", "", True, "lt1", _line("top", "dk1", 50_800, "dbl"))
        + _part("firstRow", "lt1", True, accent, _line("bottom", "dk1", 25_400))
    )  # fmt: skip


def _medium4(accent: str, _: int) -> str:
    pale = f"{accent} tint 20"
    return (
        _part("wholeTbl", "dk1", fill=pale, lines=_box(accent)) + _bands(f"{accent} tint 40") + _columns()
        + _part("lastRow", "", True, pale, _line("top", accent, 25_400)) + _part("firstRow", accent, True, pale)
    )  # fmt: skip


def _dark1(accent: str, number: int) -> str:
    whole, band, last = (
        (accent, f"{accent} shade 60", f"{accent} shade 40")
        if number
        else ("dk1 tint 20", "dk1 tint 40", "dk1 tint 60")
    )
    return (
        _part("wholeTbl", "lt1" if number else "dk1", fill=whole) + _bands(band)
        + _part("lastCol", "", True, band, _line("left", "lt1", 25_400))
        + _part("firstCol", "", True, band, _line("right", "lt1", 25_400))
        + _part("lastRow", "", True, last, _line("top", "lt1", 25_400))
        + _part("firstRow", "lt1", True, "dk1", _line("bottom", "lt1", 25_400))
    )  # fmt: skip


def _dark2(accent: str, number: int) -> str:
    head, pale = (f"accent{number + 1}" if number else "dk1"), f"{accent} tint 20"
    return (
        _part("wholeTbl", "dk1", fill=pale) + _bands(f"{accent} tint 40") + _columns()
        + _part("lastRow", "", True, pale, _line("top", "dk1", 50_800, "dbl")) + _part("firstRow", "lt1", True, head)
    )  # fmt: skip


def _themed1(accent: str, number: int) -> str:
    if not number:
        return _part("wholeTbl", "tx1")
    return (
        _part("wholeTbl", "dk1", lines=_box(accent)) + _bands(f"{accent} alpha 40") + _columns()
        + _part("lastRow", "", True, lines=_line("top", accent, 25_400)) + _part("firstRow", "lt1", True, accent)
    )  # fmt: skip


def _themed2(accent: str, number: int) -> str:
    if not number:
        return _part("wholeTbl", "tx1", lines=_box("tx1"))
    outside = _box(f"{accent} tint 50", sides=("left", "right", "top", "bottom"))
    return (
        f"<a:tblBg><a:fill><a:solidFill>{_color(accent)}</a:solidFill></a:fill></a:tblBg>"
        + _part("wholeTbl", "lt1", lines=outside) + _bands("lt1 alpha 20")
        + _part("lastCol", "", True, lines=_line("left", "lt1", 12_700))
        + _part("firstCol", "", True, lines=_line("right", "lt1", 12_700))
        + _part("lastRow", "", True, lines=_line("top", "lt1", 12_700))
        + _part("firstRow", "", True, lines=_line("bottom", "lt1", 12_700))
    )  # fmt: skip


_FAMILIES: dict[str, Callable[[str, int], str]] = {
    "Light Style 1": _light1, "Light Style 2": _light2, "Light Style 3": _light3, "Medium Style 1": _medium1,
    "Medium Style 2": _medium2, "Medium Style 3": _medium3, "Medium Style 4": _medium4, "Dark Style 1": _dark1,
    "Dark Style 2": _dark2, "Themed Style 1": _themed1, "Themed Style 2": _themed2,
}  # fmt: skip

__all__ = ["built_in"]

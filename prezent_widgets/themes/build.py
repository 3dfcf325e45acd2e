"""From a theme to a real .pptx template: master, layouts, notes master, table style. Same theme, same bytes."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from xml.sax.saxutils import escape, quoteattr

from prezent_widgets.themes.artwork import master_marks
from prezent_widgets.themes.grid import HEIGHT, WIDTH
from prezent_widgets.themes.layouts import layouts
from prezent_widgets.themes.markup import DECLARATION, NAMESPACES, emu
from prezent_widgets.themes.model import Theme
from prezent_widgets.themes.parts import (
    default_text_xml,
    master_xml,
    notes_master_xml,
    table_styles_xml,
    theme_xml,
)

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_REL = f"{_OFFICE}/relationships"
_KIND = "application/vnd.openxmlformats-officedocument"
_PML = f"{_KIND}.presentationml"
_FIRST_ID = 2147483648


@cache
def build_template(theme: Theme) -> bytes:
    """The brand as a .pptx with a master, its layouts and no slides.

    Example:
        >>> from prezent_widgets.themes import build_template, find_theme
        >>> build_template(find_theme("harbor"))[:2]
        b'PK'
    """
    parts = _parts(theme)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode())
    return buffer.getvalue()


def _parts(theme: Theme) -> dict[str, str]:
    sheets = layouts(theme)
    ids = [(_FIRST_ID + 1 + number, f"rId{number}") for number in range(1, len(sheets) + 1)]
    parts = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": _relationships(
            ("rId1", f"{_REL}/officeDocument", "ppt/presentation.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{_REL}/extended-properties", "docProps/app.xml"),
        ),
        "docProps/core.xml": _core(theme),
        "docProps/app.xml": _app(),
        "ppt/presentation.xml": _presentation(),
        "ppt/_rels/presentation.xml.rels": _relationships(
            ("rId1", f"{_REL}/slideMaster", "slideMasters/slideMaster1.xml"),
            ("rId2", f"{_REL}/notesMaster", "notesMasters/notesMaster1.xml"),
            ("rId3", f"{_REL}/presProps", "presProps.xml"),
            ("rId4", f"{_REL}/viewProps", "viewProps.xml"),
            ("rId5", f"{_REL}/theme", "theme/theme1.xml"),
            ("rId6", f"{_REL}/tableStyles", "tableStyles.xml"),
        ),
        "ppt/presProps.xml": f"{DECLARATION}<p:presentationPr {NAMESPACES}/>",
        "ppt/viewProps.xml": f"{DECLARATION}<p:viewPr {NAMESPACES}/>",
        "ppt/tableStyles.xml": table_styles_xml(theme),
        "ppt/theme/theme1.xml": theme_xml(theme),
        "ppt/theme/theme2.xml": theme_xml(theme),
        "ppt/slideMasters/slideMaster1.xml": master_xml(theme, ids, master_marks(theme)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relationships(
            *((rid, f"{_REL}/slideLayout", f"../slideLayouts/slideLayout{rid[3:]}.xml") for _, rid in ids),
            (f"rId{len(sheets) + 1}", f"{_REL}/theme", "../theme/theme1.xml"),
        ),
        "ppt/notesMasters/notesMaster1.xml": notes_master_xml(),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _relationships(
            ("rId1", f"{_REL}/theme", "../theme/theme2.xml")
        ),
    }
    for number, sheet in enumerate(sheets, start=1):
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = sheet.xml()
        parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = _relationships(
            ("rId1", f"{_REL}/slideMaster", "../slideMasters/slideMaster1.xml")
        )
    return parts


def _relationships(*rows: tuple[str, str, str]) -> str:
    inner = "".join(
        f"<Relationship Id={quoteattr(rid)} Type={quoteattr(kind)} Target={quoteattr(target)}/>"
        for rid, kind, target in rows
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _content_types(count: int) -> str:
    overrides = {
        "/ppt/presentation.xml": f"{_PML}.presentation.main+xml",
        "/ppt/slideMasters/slideMaster1.xml": f"{_PML}.slideMaster+xml",
        "/ppt/notesMasters/notesMaster1.xml": f"{_PML}.notesMaster+xml",
        "/ppt/theme/theme1.xml": f"{_KIND}.theme+xml",
        "/ppt/theme/theme2.xml": f"{_KIND}.theme+xml",
        "/ppt/presProps.xml": f"{_PML}.presProps+xml",
        "/ppt/viewProps.xml": f"{_PML}.viewProps+xml",
        "/ppt/tableStyles.xml": f"{_PML}.tableStyles+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": f"{_KIND}.extended-properties+xml",
    }
    for number in range(1, count + 1):
        overrides[f"/ppt/slideLayouts/slideLayout{number}.xml"] = f"{_PML}.slideLayout+xml"
    inner = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inner}</Types>'
    )


def _presentation() -> str:
    return (
        f'{DECLARATION}<p:presentation {NAMESPACES} saveSubsetFonts="1">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{_FIRST_ID}" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{emu(WIDTH)}" cy="{emu(HEIGHT)}"/><p:notesSz cx="{emu(540)}" cy="{emu(720)}"/>'
        f"{default_text_xml()}</p:presentation>"
    )


def _core(theme: Theme) -> str:
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(theme.name)} template</dc:title>"
        f"<dc:description>{escape(theme.description)}</dc:description>"
        "</cp:coreProperties>"
    )


def _app() -> str:
    return (
        f'{DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties">'
        "<Application>Microsoft Office PowerPoint</Application>"
        "<PresentationFormat>Widescreen</PresentationFormat></Properties>"
    )


__all__ = ["build_template"]

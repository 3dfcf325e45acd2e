"""The "no repair prompt" check: would PowerPoint open these bytes without offering to mend them?"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping

from prezent_widgets.deck.office import etree
from prezent_widgets.deck.xml import A, Element, P, R

_TYPES = "[Content_Types].xml"
_LIMIT = 60
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def problems(data: bytes) -> tuple[str, ...]:
    """What is wrong with a .pptx package, in words; nothing for a sound one. Reads only.

    Checked are the parts of ECMA-376 part 2 that Office insists on (content types, relationships, unique part names,
    well-formed XML) and those of part 1 whose breach makes PowerPoint repair (ids, placeholders, lists of three).

    Example:
        >>> from prezent_widgets.themes import build_template, find_theme
        >>> problems(build_template(find_theme("harbor")))
        ()
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            damaged = archive.testzip()
            names = archive.namelist()
            parts = {name: archive.read(name) for name in names if not name.endswith("/")}
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        return (f"not a zip package: {error}",)
    found = [f"damaged part: {damaged}"] if damaged else []
    found += _duplicates(names)
    trees, broken = _parse(parts)
    found += broken
    found += _presentation(trees)  # before the many that may follow from it
    found += _content_types(parts, trees)
    found += _relationships(parts, trees)
    for name, root in sorted(trees.items()):
        found += (f"{name}: {problem}" for problem in _part(name, root))
    return tuple(found[:_LIMIT])


def _duplicates(names: list[str]) -> list[str]:
    counted = Counter(name.casefold() for name in names)
    return [f"duplicate part: {name}" for name, count in counted.items() if count > 1]


def _parse(parts: Mapping[str, bytes]) -> tuple[dict[str, Element], list[str]]:
    trees: dict[str, Element] = {}
    broken: list[str] = []
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    for name, blob in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                trees[name] = etree.fromstring(blob, parser)
            except etree.XMLSyntaxError as error:
                broken.append(f"not well-formed: {name}: {error}")
    return trees, broken


# ---------------------------------------------------------------- package


def _content_types(parts: Mapping[str, bytes], trees: Mapping[str, Element]) -> Iterator[str]:
    root = trees.get(_TYPES)
    if root is None:
        yield f"no {_TYPES}"
        return
    defaults = {str(item.get("Extension")).casefold() for item in root if item.tag.endswith("}Default")}
    overrides = Counter(str(item.get("PartName")).lstrip("/") for item in root if item.tag.endswith("}Override"))
    for name, count in overrides.items():
        if name not in parts:
            yield f"content type for a part that is not there: {name}"
        if count > 1:
            yield f"content type given twice: {name}"
    for name in parts:
        if name != _TYPES and name not in overrides and name.rpartition(".")[2].casefold() not in defaults:
            yield f"no content type: {name}"
    for name in parts:
        if name.startswith("ppt/slides/slide") and name.endswith(".xml") and name not in overrides:
            yield f"slide without its own content type: {name}"


def _relationships(parts: Mapping[str, bytes], trees: Mapping[str, Element]) -> Iterator[str]:
    if "_rels/.rels" not in trees:
        yield "no _rels/.rels"
        return
    reached: set[str] = set()
    waiting = ["_rels/.rels"]
    while waiting:
        name = waiting.pop()
        reached.add(name)
        source = _source_of(name)
        ids: Counter[str] = Counter()
        for item in trees[name]:
            ids[str(item.get("Id"))] += 1
            if item.get("TargetMode") == "External":
                continue
            target = _resolve(source, str(item.get("Target") or ""))
            if target not in parts:
                yield f"dangling relationship: {name} → {item.get('Target')}"
            elif target not in reached:
                reached.add(target)
                below = _rels_of(target)
                if below in trees:
                    waiting.append(below)
        yield from (f"relationship id twice in {name}: {key}" for key, count in ids.items() if count > 1)
        if source in trees:
            used = {
                value for item in trees[source].iter() for key, value in item.attrib.items() if str(key).startswith(R)
            }
            yield from (
                f"{source} uses a relationship that is not there: {key}" for key in sorted(used - set(ids)) if key
            )
    for name in sorted(set(parts) - reached - {_TYPES}):
        if not name.endswith(".rels"):
            yield f"part that nothing refers to: {name}"


def _source_of(rels: str) -> str:
    folder, _, name = rels.rpartition("/")
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels")) if rels != "_rels/.rels" else ""


def _rels_of(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _resolve(source: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), target))


# ---------------------------------------------------------------- presentation


def _presentation(trees: Mapping[str, Element]) -> Iterator[str]:
    root = trees.get("ppt/presentation.xml")
    if root is None:
        yield "no ppt/presentation.xml"
        return
    slides = Counter(str(item.get("id")) for item in root.iter(f"{P}sldId"))
    for key, count in slides.items():
        if count > 1:
            yield f"slide id twice: {key}"
        if not key.isdigit() or not 256 <= int(key) < 2147483648:
            yield f"slide id out of range: {key}"
    ids = Counter(str(item.get("id")) for item in root.iter(f"{P}sldMasterId"))
    for name, tree in trees.items():
        if name.startswith("ppt/slideMasters/") and name.endswith(".xml"):
            ids.update(str(item.get("id")) for item in tree.iter(f"{P}sldLayoutId"))
    for key, count in ids.items():
        if count > 1:
            yield f"master or layout id twice: {key}"
        if not key.isdigit() or int(key) < 2147483648:
            yield f"master or layout id out of range: {key}"
    order = [etree.QName(item).localname for item in root if isinstance(item.tag, str)]
    wanted = ["sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz"]
    ranks = [wanted.index(name) for name in order if name in wanted]
    if ranks != sorted(ranks):
        yield "presentation.xml: children out of order"


# ---------------------------------------------------------------- parts


def _part(name: str, root: Element) -> Iterator[str]:
    if re.match(r"ppt/(slides|slideLayouts|slideMasters|notesSlides|notesMasters)/[^/]+\.xml$", name):
        yield from _shapes(root)
    if re.match(r"ppt/slides/[^/]+\.xml$", name):
        yield from _placeholders(root)
    if re.match(r"ppt/theme/[^/]+\.xml$", name):
        yield from _theme(root)
    if re.match(r"ppt/charts/chart[^/]*\.xml$", name):
        yield from _chart(root)
    yield from _tables(root)


def _shapes(root: Element) -> Iterator[str]:
    # the fallback of mc:AlternateContent is the same shape drawn plainer, with the same id
    ids = Counter(str(item.get("id")) for item in root.iter(f"{P}cNvPr") if not _is_fallback(item))
    yield from (f"shape id twice: {key}" for key, count in ids.items() if count > 1)
    for item in root.iter(f"{P}cNvPr"):
        if not str(item.get("id") or "").isdigit():
            yield f"shape without a whole number as id: {item.get('name')}"
    for body in root.iter(f"{P}txBody"):
        if body.find(f"{A}bodyPr") is None:
            yield "text body without a:bodyPr"
        if body.find(f"{A}p") is None:
            yield "text body without a paragraph"
    for ext in root.iter(f"{A}ext"):
        if any(int(ext.get(side) or 0) < 0 for side in ("cx", "cy")):
            yield "shape of negative size"


def _is_fallback(item: Element) -> bool:
    return next(item.iterancestors(_FALLBACK), None) is not None


def _placeholders(root: Element) -> Iterator[str]:
    keys = Counter(
        (str(item.get("type") or "obj"), str(item.get("idx") or "0"))
        for item in root.iter(f"{P}ph")
        if not _is_fallback(item)
    )
    yield from (f"placeholder twice: {kind} {idx}" for (kind, idx), count in keys.items() if count > 1)


def _theme(root: Element) -> Iterator[str]:
    for tag in ("fillStyleLst", "lnStyleLst", "effectStyleLst", "bgFillStyleLst"):
        found = root.find(f".//{A}{tag}")
        if found is None or len(found) < 3:
            yield f"fewer than three entries in a:{tag}"
    colours = root.find(f".//{A}clrScheme")
    if colours is None or len(colours) != 12:
        yield "not twelve theme colours"


def _tables(root: Element) -> Iterator[str]:
    for table in root.iter(f"{A}tbl"):
        columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
        for row in table.findall(f"{A}tr"):
            if len(row.findall(f"{A}tc")) != columns:
                yield f"table row with {len(row.findall(f'{A}tc'))} cells for {columns} columns"
        for cell in table.iter(f"{A}tc"):
            if cell.find(f"{A}txBody/{A}p") is None:
                yield "table cell without a paragraph"


_SERIES_ORDER = [
    "idx",
    "order",
    "tx",
    "spPr",
    "invertIfNegative",
    "pictureOptions",
    "marker",
    "explosion",
    "dPt",
    "dLbls",
    "trendline",
    "errBars",
    "cat",
    "xVal",
    "val",
    "yVal",
    "smooth",
    "shape",
    "bubbleSize",
    "bubble3D",
    "extLst",
]
_AXIS_ORDER = [
    "axId",
    "scaling",
    "delete",
    "axPos",
    "majorGridlines",
    "minorGridlines",
    "title",
    "numFmt",
    "majorTickMark",
    "minorTickMark",
    "tickLblPos",
    "spPr",
    "txPr",
    "crossAx",
    "crosses",
    "crossesAt",
    "crossBetween",
    "auto",
    "lblAlgn",
    "lblOffset",
    "majorUnit",
    "minorUnit",
    "dispUnits",
    "tickLblSkip",
    "tickMarkSkip",
    "noMultiLvlLbl",
    "baseTimeUnit",
    "extLst",
]
_LABEL_ORDER = [
    "dLbl",
    "idx",
    "delete",
    "layout",
    "tx",
    "numFmt",
    "spPr",
    "txPr",
    "dLblPos",
    "showLegendKey",
    "showVal",
    "showCatName",
    "showSerName",
    "showPercent",
    "showBubbleSize",
    "separator",
    "showLeaderLines",
    "leaderLines",
    "extLst",
]


def _chart(root: Element) -> Iterator[str]:
    for item in root.iter():
        if not isinstance(item.tag, str):
            continue
        name = etree.QName(item).localname
        order = (
            _SERIES_ORDER
            if name == "ser"
            else _AXIS_ORDER
            if name in ("catAx", "valAx", "dateAx", "serAx")
            else _LABEL_ORDER
            if name in ("dLbls", "dLbl")
            else None
        )
        if order is None:
            continue
        ranks = [order.index(tag) for tag in (etree.QName(sub).localname for sub in item) if tag in order]
        if ranks != sorted(ranks):
            yield f"children of c:{name} out of order"
    defined = {str(axis.find("./{*}axId").get("val")) for axis in root.iter() if _is_axis(axis)}
    used = {str(item.get("val")) for group in root.iter() if _is_group(group) for item in group.findall("./{*}axId")}
    if used - defined:
        yield f"chart uses axes that are not there: {sorted(used - defined)}"


def _is_axis(item: Element) -> bool:
    return isinstance(item.tag, str) and etree.QName(item).localname in ("catAx", "valAx", "dateAx", "serAx")


def _is_group(item: Element) -> bool:
    return isinstance(item.tag, str) and etree.QName(item).localname.endswith("Chart") and len(item) > 0


__all__ = ["problems"]

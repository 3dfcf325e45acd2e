"""Names, hardened parsing and alternate content of the XML inside a deck (ECMA-376 part 1, annex A; part 3).

Strict files (ISO/IEC 29500 strict) use other namespace addresses for the same words: they are rewritten to the
transitional ones while parsing, so that the rest of the code knows one set of names.

Example:
    >>> root = parse_xml(b'<a:p xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:r/></a:p>')
    >>> child(root, "a:r") is not None, local(root)
    (True, 'p')
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree as _lxml  # pyright: ignore

from prezent_widgets.errors import PackageError

etree: Any = _lxml  # pyright: ignore
Element = Any
"""An lxml element; lxml ships no types."""

NAMESPACES: dict[str, str] = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "a14": "http://schemas.microsoft.com/office/drawing/2010/main",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "c14": "http://schemas.microsoft.com/office/drawing/2007/8/2/chart",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "cx": "http://schemas.microsoft.com/office/drawing/2014/chartex",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "dsp": "http://schemas.microsoft.com/office/drawing/2008/diagram",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "v": "urn:schemas-microsoft-com:vml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}

_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_TO_TRANSITIONAL = (
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/presentationml/", b"http://schemas.openxmlformats.org/presentationml/2006/"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)

UNDERSTOOD = frozenset({"a14", "asvg", "c14", "c15", "cx1", "p14", "p15", "v2", "wps", "wpg"})
"""Prefixes an ``mc:Choice`` may require and still be chosen; charts of the 2014 kind are not among them."""


@lru_cache(maxsize=4096)
def qn(name: str) -> str:
    """Return a prefixed name in lxml's form; a name without a prefix stays as it is.

    Raises:
        KeyError: the prefix is not one of `NAMESPACES`.

    Example:
        >>> qn("r:id")
        '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'
    """
    prefix, colon, rest = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{rest}" if colon else name


def parse_xml(data: bytes, name: str = "part") -> Element:
    """Parse one part, without entities, DTDs or any network.

    Args:
        data: The part's bytes.
        name: What to call the part if it cannot be read.

    Raises:
        PackageError: the bytes are not well-formed XML.
    """
    if _STRICT in data:
        for strict, transitional in _STRICT_TO_TRANSITIONAL:
            data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise PackageError(
            f"{name} is not well-formed XML: {problem}.",
            hint="Open the deck in PowerPoint, let it repair the file, and save it again.",
        ) from problem
    if root is None:
        raise PackageError(f"{name} is empty.", hint="Save the deck again from PowerPoint.")
    return root


def make(name: str, *inside: Element, **attributes: str) -> Element:
    """Make an element of a prefixed name, with children and attributes without a namespace.

    Example:
        >>> make("a:srgbClr", val="FF0000").get("val")
        'FF0000'
    """
    element = etree.Element(qn(name), attributes)
    element.extend(inside)
    return element


def local(element: Element) -> str:
    """Return an element's name without its namespace; "" for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """Follow a path of prefixed child names; None as soon as one is missing.

    Example:
        >>> root = parse_xml(b'<a:p xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>')
        >>> child(root, "a:pPr", "a:lnSpc") is None
        True
    """
    for name in path:
        if element is None:
            return None
        element = element.find(qn(name))
    return element


def children(element: Element | None, *names: str) -> list[Element]:
    """Return the element children, in order; only those of the prefixed names, when names are given."""
    if element is None:
        return []
    wanted = {qn(name) for name in names}
    return [each for each in element if isinstance(each.tag, str) and (not wanted or each.tag in wanted)]


def attr(element: Element | None, name: str, default: str | None = None) -> str | None:
    """Return an attribute by prefixed name, ``default`` when the element or the attribute is missing."""
    return default if element is None else element.get(qn(name), default)


def value(element: Element | None, *path: str, default: str | None = None) -> str | None:
    """Return the ``val`` attribute at a path: how charts write nearly everything.

    Example:
        >>> root = parse_xml(b'<c:x xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" val="7"/>')
        >>> value(root)
        '7'
    """
    return attr(child(element, *path), "val", default)


def resolve_alternates(element: Element) -> Iterator[Element]:
    """Yield the element's children with every ``mc:AlternateContent`` replaced by its chosen branch (part 3, 7.6).

    The first choice whose required namespaces are all understood wins; else the fallback, which may be empty.
    """
    for each in element:
        if not isinstance(each.tag, str):
            continue
        if each.tag != qn("mc:AlternateContent"):
            yield each
            continue
        branch = _chosen_branch(each)
        if branch is not None:
            yield from resolve_alternates(branch)


def _chosen_branch(alternate: Element) -> Element | None:
    fallback = child(alternate, "mc:Fallback")
    for choice in children(alternate, "mc:Choice"):
        required = (choice.get("Requires") or "").split()
        if required and all(prefix in UNDERSTOOD for prefix in required):
            return choice
    return fallback


__all__ = [
    "NAMESPACES",
    "UNDERSTOOD",
    "Element",
    "attr",
    "child",
    "children",
    "local",
    "make",
    "parse_xml",
    "qn",
    "resolve_alternates",
    "value",
]

"""Turn names and attributes into Office Open XML elements, and lengths into its units.

Attributes of `w:` elements take the `w:` prefix, those of others none: `el("w:jc", val="right")`,
`el("wp:extent", cx=1, cy=2)`; an attribute with a prefix of its own is passed as `**{"r:id": …}`.
"""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree
from lxml.etree import _Element

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wpi": "http://schemas.microsoft.com/office/word/2010/wordprocessingInk",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "xml": "http://www.w3.org/XML/1998/namespace",
}

Element: TypeAlias = _Element
Child: TypeAlias = Element | str | None
Value: TypeAlias = str | int | float

_TAGS = {prefix: f"{{{uri}}}" for prefix, uri in NAMESPACES.items()}
_MAPS = {prefix: {prefix: uri} for prefix, uri in NAMESPACES.items()}


def tag(name: str) -> str:
    """Return the full tag of a prefixed name: "w:p" → "{http://…}p"."""
    prefix, local = name.split(":")
    return _TAGS[prefix] + local


def el(name: str, /, *children: Child, **attributes: Value | None) -> Element:
    """Return an element with its children and attributes; those that are None are left out."""
    prefix, local = name.split(":")
    element = etree.Element(_TAGS[prefix] + local, nsmap=_MAPS[prefix])
    for key, value in attributes.items():
        if value is not None:
            element.set(_attribute(key, prefix), str(value))
    for child in children:
        if isinstance(child, str):
            element.text = (element.text or "") + child
        elif child is not None:
            element.append(child)
    return element


def _attribute(key: str, prefix: str) -> str:
    if ":" in key:
        return tag(key)
    return _TAGS["w"] + key if prefix == "w" else key


def root(name: str, prefixes: str, /, *children: Child, **attributes: Value | None) -> Element:
    """Return the root of a part with the namespaces of `prefixes` ("w r wp") declared on it."""
    spaces = {prefix: NAMESPACES[prefix] for prefix in prefixes.split()}
    element = etree.Element(tag(name), nsmap=spaces)
    for key, value in attributes.items():
        if value is not None:
            element.set(_attribute(key, name.split(":")[0]), str(value))
    for child in children:
        if not isinstance(child, str) and child is not None:
            element.append(child)
    return element


def serialise(element: Element) -> bytes:
    """Return the bytes of a part."""
    declared = [prefix for prefix in element.nsmap if prefix]
    etree.cleanup_namespaces(element, keep_ns_prefixes=declared)
    data: bytes = etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def parse(data: bytes) -> Element:
    """Return the root of a part, with no entity resolved and nothing fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(data, parser)


def twips(points: float) -> int:
    """Return points in twentieths of a point."""
    return round(points * 20)


def mm_twips(millimetres: float) -> int:
    """Return millimetres in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def emu(millimetres: float) -> int:
    """Return millimetres in English Metric Units, which drawings use."""
    return round(millimetres * 36000)


def hex_colour(colour: str) -> str:
    """Return "#12436D" as Word writes it: "12436D"."""
    return colour.lstrip("#").upper()

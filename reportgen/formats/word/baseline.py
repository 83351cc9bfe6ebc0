"""Turn what a draft said when it was built into a part that travels inside it.

When the draft comes back, what a person changed is the difference between the page and this.
Numbers keep their names here: measure, period, area and group, and the cells they came from.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from lxml import etree

from reportgen.document import Inlines, Link, Number, Reference, Strong, Text
from reportgen.facts import Derived, Observation
from reportgen.formats.word.package import Package, read_package
from reportgen.formats.word.xml import Element, parse, serialise

NAMESPACE = "urn:reportgen:baseline:1"
_PART = "customXml/item{}.xml"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_STORE_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_STORE_ID = "{6E1B7A52-3C0D-4F5E-9A41-52B1C0DE0001}"
_FROM_MAIN = "word/document.xml"

Said = tuple[str, str, Inlines]
"""A bookmark, the id of the block it stands around, and what the block said."""


def add_baseline(package: Package, build_id: str, said: Iterable[Said]) -> None:
    """Put the baseline of a build into a Word file."""
    number = next(n for n in range(1, 1000) if _PART.format(n) not in package.parts)
    part, properties = _PART.format(number), f"customXml/itemProps{number}.xml"
    package.add(part, baseline(build_id, said))
    store = etree.Element(f"{{{_STORE}}}datastoreItem", nsmap={"ds": _STORE})
    store.set(f"{{{_STORE}}}itemID", _STORE_ID)
    references = etree.SubElement(store, f"{{{_STORE}}}schemaRefs")
    etree.SubElement(references, f"{{{_STORE}}}schemaRef").set(f"{{{_STORE}}}uri", NAMESPACE)
    package.add(properties, serialise(store), _STORE_TYPE)
    package.relate(part, "customXmlProps", properties)
    package.relate(_FROM_MAIN, "customXml", part)


def read_baseline(docx: bytes) -> bytes | None:
    """Return the baseline that a Word file carries; None if it carries none."""
    for name, data in read_package(docx).parts.items():
        if name.startswith("customXml/item") and NAMESPACE.encode("ascii") in data:
            root = parse(data)
            if root.tag == f"{{{NAMESPACE}}}baseline":
                return data
    return None


def read_build(said: bytes) -> str:
    """Return the id of the build that a baseline is of."""
    return str(parse(said).get("build", ""))


def baseline(build_id: str, said: Iterable[Said]) -> bytes:
    """Return the baseline as XML: a block for each bookmark, its words with named numbers."""
    root = etree.Element(_tag("baseline"), {"build": build_id}, nsmap={None: NAMESPACE})
    for mark, id, inlines in said:
        block = etree.SubElement(root, _tag("block"), {"mark": mark, "id": id})
        _write(block, inlines)
    return serialise(root)


def _write(parent: Element, inlines: Inlines) -> None:
    for inline in inlines:
        match inline:
            case Text(text):
                etree.SubElement(parent, _tag("text")).text = _printable(text)
            case Number():
                _write_number(parent, inline)
            case Strong(inner):
                _write(etree.SubElement(parent, _tag("strong")), inner)
            case Link(inner, url):
                _write(etree.SubElement(parent, _tag("link"), {"to": url}), inner)
            case Reference(target, label):
                etree.SubElement(parent, _tag("reference"), {"to": target}).text = label
            case _:
                assert_never(inline)


def _write_number(parent: Element, number: Number) -> None:
    fact = number.fact
    names: dict[str, str] = {"style": number.style}
    if number.places is not None:
        names["places"] = str(number.places)
    match fact:
        case Observation():
            names |= {
                "measure": fact.measure.id,
                "period": fact.period.label,
                "area": fact.area.code,
            }
            if fact.group.pairs:
                names["group"] = " ".join(f"{dim}={member}" for dim, member in fact.group.pairs)
        case Derived():
            names["rule"] = fact.rule
        case _:
            assert_never(fact)
    names["cells"] = "; ".join(str(cell) for cell in fact.cells)
    etree.SubElement(parent, _tag("number"), names).text = number.text


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _printable(words: str) -> str:
    return "".join(c for c in words if c >= " " or c in "\t\n")

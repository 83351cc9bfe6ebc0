"""Turn what a document says of itself into the properties of the file.

No name of a person or machine gets in, and the dates are the document's own.
"""

from __future__ import annotations

from lxml import etree

from reportgen.document import Document
from reportgen.formats.word.package import Package
from reportgen.formats.word.xml import serialise

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CORE_LINK = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
BUILD = "reportgen build"
"""The property that holds the id of the build a draft comes from."""
_PREFIX = "application/vnd.openxmlformats-"


def add_properties(package: Package, document: Document) -> None:
    """Put title, subject, author, language and dates into the file."""
    package.add("docProps/core.xml", _core(document), f"{_PREFIX}package.core-properties+xml")
    package.relate("", _CORE_LINK, "docProps/core.xml")
    kind = f"{_PREFIX}officedocument.extended-properties+xml"
    package.add("docProps/app.xml", _app(document), kind)
    package.relate("", "extended-properties", "docProps/app.xml")


def add_build(package: Package, build_id: str) -> None:
    """Put the id of a build into the file's own properties."""
    part = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={None: _CUSTOM, "vt": _TYPES})
    attributes = {"fmtid": _FORMAT, "pid": "2", "name": BUILD}
    property = etree.SubElement(part, f"{{{_CUSTOM}}}property", attributes)
    etree.SubElement(property, f"{{{_TYPES}}}lpwstr").text = build_id
    kind = f"{_PREFIX}officedocument.custom-properties+xml"
    package.add("docProps/custom.xml", serialise(part), kind)
    package.relate("", "custom-properties", "docProps/custom.xml")


def _core(document: Document) -> bytes:
    spaces = {"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}
    part = etree.Element(f"{{{_CORE}}}coreProperties", nsmap=spaces)
    moment = f"{document.date.isoformat()}T00:00:00Z"
    for name, words in (
        (f"{{{_DC}}}title", document.title),
        (f"{{{_DC}}}subject", document.subject or document.subtitle),
        (f"{{{_DC}}}creator", document.organisation),
        (f"{{{_CORE}}}lastModifiedBy", document.organisation),
        (f"{{{_CORE}}}revision", "1"),
        (f"{{{_TERMS}}}created", moment),
        (f"{{{_TERMS}}}modified", moment),
        (f"{{{_DC}}}language", document.language),
    ):
        child = etree.SubElement(part, name)
        child.text = words
        if name.startswith(f"{{{_TERMS}}}"):
            child.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    return serialise(part)


def _app(document: Document) -> bytes:
    part = etree.Element(f"{{{_APP}}}Properties", nsmap={None: _APP})
    etree.SubElement(part, f"{{{_APP}}}Application").text = "Microsoft Office Word"
    etree.SubElement(part, f"{{{_APP}}}Company").text = document.organisation
    etree.SubElement(part, f"{{{_APP}}}AppVersion").text = "16.0000"
    return serialise(part)

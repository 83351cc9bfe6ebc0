"""Turn a document's name and organisation into the headers and footers of its pages."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.document import Document
from reportgen.formats.word.fields import field, run
from reportgen.formats.word.package import Package
from reportgen.formats.word.pen import MAIN
from reportgen.formats.word.prose import paragraph
from reportgen.formats.word.sections import Furniture
from reportgen.formats.word.xml import Element, root, serialise

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def add_furniture(package: Package, document: Document, build_id: str = "") -> Furniture:
    """Return the links to headers and footers put into the package.

    A first page with a cover has neither words above nor below.
    """

    def header(name: str, style: str) -> str:
        return _add(package, "header", name, [paragraph(style, _header(document))])

    def footer(name: str, style: str) -> str:
        return _add(package, "footer", name, [paragraph(style, _footer(document, build_id))])

    return Furniture(
        header=header("header1", "Header"),
        footer=footer("footer1", "Footer"),
        wide_header=header("header2", "HeaderWide"),
        wide_footer=footer("footer2", "FooterWide"),
        first_header=_add(package, "header", "header3", [paragraph("Header", [])]),
        first_footer=_add(package, "footer", "footer3", [paragraph("Footer", [])]),
    )


def _header(document: Document) -> list[Element]:
    return [run(f"{document.head_title}\t{document.organisation}")]


def _footer(document: Document, build_id: str) -> list[Element]:
    said = ["Draft"] if document.draft else []
    if build_id:
        said.append(f"build {build_id}")
    left = ", ".join(said)
    return [
        run(f"{left}\tPage "),
        *field("PAGE", [run("1")]),
        run(" of "),
        *field("NUMPAGES", [run("1")]),
    ]


def _add(package: Package, kind: str, name: str, content: Iterable[Element]) -> str:
    part = f"word/{name}.xml"
    element = root("w:hdr" if kind == "header" else "w:ftr", "w r", *content)
    package.add(part, serialise(element), f"{_TYPE}{kind}+xml")
    return package.relate(MAIN, kind, part)

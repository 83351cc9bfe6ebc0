"""Turn a document into a Word file, in the order it happens."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

from lxml.etree import XMLSyntaxError

from reportgen.document import Document, FrontSheet
from reportgen.errors import Place, Problem, RenderError
from reportgen.formats.word import blocks
from reportgen.formats.word.baseline import add_baseline
from reportgen.formats.word.boxes import Box, Boxes, resolve
from reportgen.formats.word.contents import number_entries
from reportgen.formats.word.furniture import add_furniture
from reportgen.formats.word.package import Package, read_package
from reportgen.formats.word.pages import known_pages
from reportgen.formats.word.pen import MAIN, Charts, Pen
from reportgen.formats.word.properties import add_build, add_properties
from reportgen.formats.word.sections import close_section, section_properties, stretches
from reportgen.formats.word.style import text_height, text_width
from reportgen.formats.word.styles import styles
from reportgen.formats.word.styles_part import styles_part
from reportgen.formats.word.template import PREFIXES, put, settings
from reportgen.formats.word.theme_part import theme_part
from reportgen.formats.word.xml import Element, el, root, serialise
from reportgen.theme import Theme


@dataclass(frozen=True, slots=True)
class Draft:
    """What a draft carries so that the changes people make in it can be read back."""

    build_id: str


def write_word(
    document: Document,
    theme: Theme,
    assets: Path,
    charts: Charts = "native",
    draft: Draft | None = None,
) -> bytes:
    """Return the document as a Word file: the same bytes for the same document.

    `charts` are Word's own, which people can edit, or pictures of them. With a `draft`, changes are
    tracked and the file carries its build id and what it said when it was built; without, it is fit
    for publication. Raises `RenderError` if the template in `assets` cannot be used.
    """
    package = _template(assets / "template.docx")
    pen = Pen(document, theme, assets, package, charts)
    body = el("w:body", *_body(pen, draft.build_id if draft else ""))
    package.add(MAIN, serialise(root("w:document", PREFIXES, body)))
    put(package, "styles", styles_part(styles(theme, document.body_size), theme, document.language))
    put(package, "numbering", pen.lists.part())
    put(package, "settings", settings(theme, document.language, track=draft is not None))
    package.add("word/theme/theme1.xml", serialise(theme_part(theme)))
    add_properties(package, document)
    if draft:
        add_build(package, draft.build_id)
        add_baseline(package, draft.build_id, ((m, *said) for m, said in pen.said.items()))
    return package.to_bytes()


def _body(pen: Pen, build_id: str) -> list[Element]:
    furniture = add_furniture(pen.package, pen.document, build_id)
    lying = stretches(pen.document.blocks)
    made: list[Element] = []
    boxes: list[Box] = []
    measured = Boxes(resolve(styles(pen.theme, pen.document.body_size)), pen.lists)
    for place, stretch in enumerate(lying):
        elements = blocks.body(pen, stretch.blocks)
        covered = place == 0 and any(isinstance(b, FrontSheet) for b in stretch.blocks)
        properties = section_properties(pen.theme, furniture, stretch.wide, first=covered)
        if place < len(lying) - 1:
            close_section(elements, properties)
        boxes += measured.of(elements, text_width(pen.theme, stretch.wide))
        made += elements if place < len(lying) - 1 else [*elements, properties]
    heights = (text_height(pen.theme), text_height(pen.theme, landscape=True))
    number_entries(made, known_pages(boxes, *heights))
    return made


def _template(path: Path) -> Package:
    try:
        return read_package(path.read_bytes())
    except OSError as error:
        problem = Problem("the Word template cannot be read", Place(str(path)))
        raise RenderError(problem) from error
    except (BadZipFile, KeyError, XMLSyntaxError) as error:
        problem = Problem("the Word template is not a Word file", Place(str(path)))
        raise RenderError(problem) from error

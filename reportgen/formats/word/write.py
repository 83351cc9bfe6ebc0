"""Turn a document into a Word file, in the order it happens."""

from __future__ import annotations

from pathlib import Path

from reportgen.document import Document, FrontSheet
from reportgen.errors import Place, Problem, RenderError
from reportgen.formats.word.blocks import body
from reportgen.formats.word.furniture import add_furniture
from reportgen.formats.word.package import Package, read_package
from reportgen.formats.word.pen import MAIN, Charts, Pen
from reportgen.formats.word.properties import add_properties
from reportgen.formats.word.sections import close_section, section_properties, stretches
from reportgen.formats.word.styles import styles
from reportgen.formats.word.styles_part import styles_part
from reportgen.formats.word.template import PREFIXES, put, settings
from reportgen.formats.word.theme_part import theme_part
from reportgen.formats.word.xml import Element, el, root, serialise
from reportgen.theme import Theme


def write_word(document: Document, theme: Theme, assets: Path, charts: Charts = "native") -> bytes:
    """Return the document as a Word file: the same bytes for the same document.

    `charts` are Word's own, which people can edit, or pictures of them.
    Raises `RenderError` if the template in `assets` cannot be used.
    """
    package = _template(assets / "template.docx")
    pen = Pen(document, theme, assets, package, charts)
    sections = _body(pen)
    package.add(MAIN, serialise(root("w:document", PREFIXES, el("w:body", *sections))))
    put(package, "styles", styles_part(styles(theme, document.body_size), theme, document.language))
    put(package, "numbering", pen.lists.part())
    put(package, "settings", settings(theme, document.language))
    package.add("word/theme/theme1.xml", serialise(theme_part(theme)))
    add_properties(package, document)
    return package.to_bytes()


def _body(pen: Pen) -> list[Element]:
    furniture = add_furniture(pen.package, pen.document)
    runs = stretches(pen.document.blocks)
    made: list[Element] = []
    for place, stretch in enumerate(runs):
        elements = body(pen, stretch.blocks)
        covered = place == 0 and any(isinstance(b, FrontSheet) for b in stretch.blocks)
        properties = section_properties(pen.theme, furniture, stretch.wide, first=covered)
        if place < len(runs) - 1:
            close_section(elements, properties)
        else:
            elements.append(properties)
        made += elements
    return made


def _template(path: Path) -> Package:
    try:
        return read_package(path.read_bytes())
    except OSError as error:
        problem = Problem("the Word template cannot be read", Place(str(path)))
        raise RenderError(problem) from error
    except Exception as error:
        problem = Problem("the Word template is not a Word file", Place(str(path)))
        raise RenderError(problem) from error

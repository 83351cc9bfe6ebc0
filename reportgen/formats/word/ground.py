"""Turn a template into the ground a report is written on: our own, or a council's.

A ground lends its theme and its sections while the body is written, and its styles, lists and
settings when that is done.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol
from zipfile import BadZipFile

from lxml.etree import XMLSyntaxError

from reportgen.document import Document
from reportgen.errors import Place, Problem, RenderError
from reportgen.formats.word.adopt import (
    adopt_lists,
    adopt_styles,
    heading_is_numbered,
    list_shift,
    rename,
    settle_chart_colours,
)
from reportgen.formats.word.council import (
    Template,
    adopt_settings,
    drawings_of,
    open_template,
    pages_of,
)
from reportgen.formats.word.furniture import add_furniture
from reportgen.formats.word.numbering import Lists
from reportgen.formats.word.package import Package, read_package
from reportgen.formats.word.sections import section_properties
from reportgen.formats.word.style import Style
from reportgen.formats.word.styles_part import styles_part
from reportgen.formats.word.template import put, settings
from reportgen.formats.word.theme_part import SLOTS, theme_part
from reportgen.formats.word.xml import Element, serialise
from reportgen.theme import Theme


class Ground(Protocol):
    """What every ground can do."""

    package: Package
    theme: Theme
    own: bool
    drawings: int
    headings_numbered: bool

    def section(self, wide: bool, first: bool) -> Element:
        """Return the properties of a section."""

    def finish(self, body: Element, styles: tuple[Style, ...], lists: Lists, track: bool) -> None:
        """Put styles, lists and settings under a body."""


class OwnGround:
    """The template in assets/: the look is the theme's alone."""

    own = True
    drawings = 0
    headings_numbered = False

    def __init__(self, path: Path, document: Document, theme: Theme, build_id: str) -> None:
        self.package = _read(path)
        self.theme = theme
        self._language = document.language
        self._furniture = add_furniture(self.package, document, build_id)

    def section(self, wide: bool, first: bool) -> Element:
        """Return the properties of a section, with our headers and footers."""
        return section_properties(self.theme, self._furniture, wide, first)

    def finish(self, body: Element, styles: tuple[Style, ...], lists: Lists, track: bool) -> None:
        """Put the styles of the theme, the lists and the settings under a body."""
        del body
        put(self.package, "styles", styles_part(styles, self.theme, self._language))
        put(self.package, "numbering", lists.part())
        put(self.package, "settings", settings(self._language, track))
        self.package.add("word/theme/theme1.xml", serialise(theme_part(self.theme)))


class CouncilGround:
    """A council's template: its look, with what it lacks from ours."""

    own = False

    def __init__(self, template: Template, document: Document, theme: Theme) -> None:
        self.package = open_template(template.path)
        self._template = template
        self._language = document.language
        self._pages = pages_of(self.package, template.path)
        self.drawings = drawings_of(self.package)
        self.theme = self._pages.page(theme)
        self.headings_numbered = heading_is_numbered(self.package, template)

    def section(self, wide: bool, first: bool) -> Element:
        """Return the properties of a section, with the template's headers and footers."""
        return self._pages.properties(wide, first)

    def finish(self, body: Element, styles: tuple[Style, ...], lists: Lists, track: bool) -> None:
        """Let the body use the template's styles, and add to them what it lacks."""
        shift = list_shift(self.package)
        ids = adopt_styles(self.package, self._template, styles, self.theme, self._language, shift)
        rename([body], ids, shift)
        adopt_lists(self.package, lists.part(), ids, shift)
        colours = {slot: self.theme.colour[name] for slot, name in SLOTS.items()}
        settle_chart_colours(self.package, colours)
        adopt_settings(self.package, track)


def _read(path: Path) -> Package:
    try:
        return read_package(path.read_bytes())
    except OSError as error:
        problem = Problem("the Word template cannot be read", Place(str(path)))
        raise RenderError(problem) from error
    except (BadZipFile, KeyError, XMLSyntaxError) as error:
        problem = Problem("the Word template is not a Word file", Place(str(path)))
        raise RenderError(problem) from error

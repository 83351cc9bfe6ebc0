"""Turn a council's own template into the ground a report is written on.

Its styles, headers, footers, logo, margins and theme stay as they are. A style of ours that the
template has under the same name, or under a name it is given, is the template's; the others are
added.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path
from zipfile import BadZipFile

from lxml.etree import XMLSyntaxError

from reportgen.errors import Place, Problem, RenderError, did_you_mean
from reportgen.formats.word.package import Package, read_package, resolve
from reportgen.formats.word.pen import MAIN
from reportgen.formats.word.style import Style
from reportgen.formats.word.xml import Element, el, parse, serialise, tag
from reportgen.theme import Theme

_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OLD_STYLES = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
"""Word 2007's copy of the styles, which no later Word reads."""
_HINT = "make it in Word as a .docx or .dotx, with the styles that report.toml names"


@dataclass(frozen=True, slots=True)
class Template:
    """A council's template, and which of its styles play which roles.

    `styles` are pairs of a style of ours ("Heading 1", "Strength") and the template's name for it.
    """

    path: Path
    styles: Mapping[str, str] = field(default_factory=dict)


def open_template(path: Path) -> Package:
    """Return the parts of a template, its main part under the usual name.

    Raises `RenderError` if it cannot be read, is no Word file, or holds macros.
    """
    place = Place(str(path))
    try:
        package = read_package(path.read_bytes())
        found = package.related("", "officeDocument")
        root = parse(package.parts[found[0]])
    except OSError as error:
        raise RenderError(Problem("the Word template cannot be read", place)) from error
    except (BadZipFile, KeyError, IndexError, XMLSyntaxError) as error:
        raise RenderError(Problem("the Word template is not a Word file", place, _HINT)) from error
    if root.tag != tag("w:document"):
        raise RenderError(Problem("the Word template is not a Word file", place, _HINT))
    if any(name.endswith("vbaProject.bin") for name in package.parts):
        raise RenderError(Problem("the Word template holds macros", place, _HINT))
    if found[0] != MAIN:
        _rename(package, found[0])
    package.types[MAIN] = _MAIN_TYPE
    for link in list(package.relations.get(MAIN, ())):
        if link.kind == _OLD_STYLES:
            package.remove(resolve(MAIN, link.target))
    return package


def drawings_of(package: Package) -> int:
    """Return the highest id of a drawing in a template's headers and footers."""
    ids = [
        int(found)
        for name, part in package.parts.items()
        if name.startswith(("word/header", "word/footer"))
        for found in re.findall(rb'docPr[^>]*? id="(\d+)"', part)
    ]
    return max(ids, default=0)


def _rename(package: Package, old: str) -> None:
    """Give the main part its usual name; its links stay, for it stays in its folder."""
    package.parts[MAIN] = package.parts.pop(old)
    package.types.pop(old, None)
    package.relations[MAIN] = package.relations.pop(old, [])
    package.relations[""] = [
        replace(link, target=MAIN) if resolve("", link.target) == old else link
        for link in package.relations[""]
    ]


@dataclass(frozen=True, slots=True)
class Pages:
    """What a template lends: the properties of its last section."""

    section: Element

    def page(self, theme: Theme) -> Theme:
        """Return the theme with the size and margins of the template's pages, in millimetres."""
        size, margins = self.section.find(tag("w:pgSz")), self.section.find(tag("w:pgMar"))
        page = dict(theme.page)
        if size is not None:
            page |= {"width": _mm(size, "w"), "height": _mm(size, "h")}
        if margins is not None:
            page |= {side: _mm(margins, side) for side in ("left", "right", "top", "bottom")}
        return replace(theme, page=page)

    def properties(self, wide: bool, first: bool) -> Element:
        """Return `w:sectPr` with the template's headers and footers; `wide` turns the page."""
        made = deepcopy(self.section)
        for element in made.findall(tag("w:type")):
            made.remove(element)
        if not first:
            for element in made.findall(tag("w:titlePg")):
                made.remove(element)
        after = [child for child in made if child.tag in _BEFORE_TYPE]
        made.insert(len(after), el("w:type", val="nextPage"))
        if wide:
            _turn(made)
        return made


_BEFORE_TYPE = tuple(
    tag(name) for name in ("w:headerReference", "w:footerReference", "w:footnotePr", "w:endnotePr")
)


def pages_of(package: Package, path: Path) -> Pages:
    """Return what a template lends. Raises `RenderError` if it has no pages."""
    body = parse(package.parts[MAIN]).find(tag("w:body"))
    section = body.find(tag("w:sectPr")) if body is not None else None
    if section is None or section.find(tag("w:pgSz")) is None:
        what = "the Word template says nothing of its pages"
        raise RenderError(Problem(what, Place(str(path)), _HINT))
    return Pages(section)


def _turn(section: Element) -> None:
    size, margins = section.find(tag("w:pgSz")), section.find(tag("w:pgMar"))
    width, height = size.get(tag("w:w")), size.get(tag("w:h"))
    size.set(tag("w:w"), height)
    size.set(tag("w:h"), width)
    size.set(tag("w:orient"), "landscape")
    if margins is not None:
        old = {side: margins.get(tag(f"w:{side}")) for side in ("top", "left", "right", "bottom")}
        turned = {"top": "left", "bottom": "right", "left": "top", "right": "bottom"}
        for side, other in turned.items():
            margins.set(tag(f"w:{side}"), old[other])


def _mm(element: Element, name: str) -> float:
    return abs(int(element.get(tag(f"w:{name}"), "0"))) / 1440 * 25.4


def adopt_settings(package: Package, track: bool) -> None:
    """Keep the template's settings, but for where it lies on someone's disk and old Word's ways."""
    name = "word/settings.xml"
    root = parse(package.parts[name])
    for old in ("w:attachedTemplate", "w:updateFields", "w:trackRevisions"):
        for element in root.findall(tag(old)):
            root.remove(element)
    package.relations[name] = [
        link for link in package.relations.get(name, []) if not link.external
    ]
    if track:
        _insert_tracking(root)
    package.add(name, serialise(root))


_BEFORE_TRACKING = tuple(
    tag(f"w:{name}")
    for name in (
        *("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime"),
        *("doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText"),
        *("printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts"),
        *("embedSystemFonts", "saveSubsetFonts", "saveFormsData", "mirrorMargins"),
        *("alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter"),
        *("gutterAtTop", "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle"),
        *("proofState", "formsDesign", "linkStyles", "stylePaneFormatFilter"),
        *("stylePaneSortMethod", "documentType", "mailMerge", "revisionView"),
    )
)


def _insert_tracking(root: Element) -> None:
    place = sum(child.tag in _BEFORE_TRACKING for child in root)
    root.insert(place, el("w:trackRevisions"))


def missing_roles(ours: Iterable[Style], template: Template, names: Iterable[str]) -> list[Problem]:
    """Return what is wrong with the roles of a template: styles of ours or theirs not there."""
    known = {style.name.casefold(): style.name for style in ours}
    there = {name.casefold(): name for name in names}
    place = Place(str(template.path))
    problems = []
    for role, name in template.styles.items():
        if role.casefold() not in known:
            hint = did_you_mean(role, known.values(), "see [word.styles] in report.toml")
            problems.append(Problem(f"“{role}” is no style of a report", place, hint))
        if name.casefold() not in there:
            what = f"the template has no style “{name}” for “{role}”"
            problems.append(Problem(what, place, did_you_mean(name, there.values())))
    return problems

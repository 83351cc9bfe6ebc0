"""Put our styles and lists beside those of a council's template, which come first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reportgen.errors import RenderError
from reportgen.formats.word.council import Template, missing_roles
from reportgen.formats.word.package import Package
from reportgen.formats.word.style import Style
from reportgen.formats.word.styles_part import style_element, table_styles
from reportgen.formats.word.template import put
from reportgen.formats.word.xml import Element, hex_colour, parse, root, serialise, tag
from reportgen.theme import Theme

_USES = tuple(tag(name) for name in ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"))


def adopt_styles(
    package: Package,
    template: Template,
    ours: Sequence[Style],
    theme: Theme,
    language: str,
    shift: int,
) -> Mapping[str, str]:
    """Return the template's id for each style of ours, after adding those it lacks.

    `shift` is added to the ids of our lists. Raises `RenderError` naming every role that the
    template cannot play.
    """
    part = parse(package.parts["word/styles.xml"])
    named = {
        style.find(tag("w:name")).get(tag("w:val"), ""): style.get(tag("w:styleId"), "")
        for style in part.iterfind(tag("w:style"))
    }
    theirs = {name.casefold(): id for name, id in named.items()}
    problems = missing_roles(ours, template, named)
    if problems:
        raise RenderError(problems)
    given = {role.casefold(): name.casefold() for role, name in template.styles.items()}
    ids: dict[str, str] = {}
    added: list[Element] = []
    for style in ours:
        name = given.get(style.name.casefold(), style.name.casefold())
        ids[style.id] = theirs.get(name, f"RG{style.id}")
        if name not in theirs:
            added.append(style_element(style))
    for element in table_styles(theme)[1:]:
        name = element.find(tag("w:name")).get(tag("w:val"), "").casefold()
        id = element.get(tag("w:styleId"), "")
        ids[id] = theirs.get(name, f"RG{id}")
        added += [] if name in theirs else [element]
    for element in added:
        element.set(tag("w:styleId"), ids[element.get(tag("w:styleId"), "")])
    ids.setdefault("TableNormal", theirs.get("normal table", "TableNormal"))
    rename(added, ids, shift)
    part.extend(added)
    for spoken in part.iterfind(f"{tag('w:docDefaults')}//{tag('w:lang')}"):
        spoken.set(tag("w:val"), language)
    package.add("word/styles.xml", serialise(part))
    return ids


def rename(elements: Iterable[Element], ids: Mapping[str, str], shift: int) -> None:
    """Let elements use the template's styles, and our lists under their shifted ids.

    A paragraph in our Normal names no style; where the template's body text has another name, it
    is given it.
    """
    body = ids["Normal"]
    for top in elements:
        for element in top.iter(*_USES):
            value = element.get(tag("w:val"), "")
            element.set(tag("w:val"), ids.get(value, value))
        for element in top.iter(tag("w:numId")):
            number = int(element.get(tag("w:val"), "0"))
            element.set(tag("w:val"), str(number + shift))
        if body != "Normal":
            _name_body(top, body)


def _name_body(top: Element, body: str) -> None:
    for paragraph in top.iter(tag("w:p")):
        properties = paragraph.find(tag("w:pPr"))
        if properties is None:
            properties = paragraph.makeelement(tag("w:pPr"))
            paragraph.insert(0, properties)
        if properties.find(tag("w:pStyle")) is None:
            style = properties.makeelement(tag("w:pStyle"))
            style.set(tag("w:val"), body)
            properties.insert(0, style)


def heading_is_numbered(package: Package, template: Template) -> bool:
    """Return whether the template numbers its chapters by a list of its own."""
    part = parse(package.parts["word/styles.xml"])
    given = {role.casefold(): name.casefold() for role, name in template.styles.items()}
    wanted = given.get("heading 1", "heading 1")
    for style in part.iterfind(tag("w:style")):
        if style.find(tag("w:name")).get(tag("w:val"), "").casefold() == wanted:
            number = style.find(f"{tag('w:pPr')}/{tag('w:numPr')}/{tag('w:numId')}")
            return number is not None and number.get(tag("w:val")) != "0"
    return False


def list_shift(package: Package) -> int:
    """Return what to add to the ids of our lists so that they meet none of the template's."""
    if "word/numbering.xml" not in package.parts:
        return 0
    part = parse(package.parts["word/numbering.xml"])
    used = [int(e.get(tag("w:numId"), "0")) for e in part.iterfind(tag("w:num"))]
    used += [int(e.get(tag("w:abstractNumId"), "0")) for e in part.iterfind(tag("w:abstractNum"))]
    return max(used, default=0)


def adopt_lists(package: Package, ours: Element, ids: Mapping[str, str], shift: int) -> None:
    """Put our lists beside the template's: kinds of list first, then the lists."""
    for element in ours.iter(tag("w:pStyle")):
        element.set(tag("w:val"), ids.get(element.get(tag("w:val"), ""), ""))
    for element in ours.iter(tag("w:abstractNum")):
        element.set(tag("w:abstractNumId"), str(int(element.get(tag("w:abstractNumId"))) + shift))
    for element in ours.iter(tag("w:num")):
        element.set(tag("w:numId"), str(int(element.get(tag("w:numId"))) + shift))
        kind = element.find(tag("w:abstractNumId"))
        kind.set(tag("w:val"), str(int(kind.get(tag("w:val"))) + shift))
    part = root("w:numbering", "w")
    if "word/numbering.xml" in package.parts:
        part = parse(package.parts["word/numbering.xml"])
    kinds = ours.findall(tag("w:abstractNum"))
    place = len(part.findall(tag("w:numPicBullet"))) + len(part.findall(tag("w:abstractNum")))
    for offset, element in enumerate(kinds):
        part.insert(place + offset, element)
    lists = ours.findall(tag("w:num"))
    place = len(part) - len(part.findall(tag("w:numIdMacAtCleanup")))
    for offset, element in enumerate(lists):
        part.insert(place + offset, element)
    put(package, "numbering", part)


def settle_chart_colours(package: Package, colours: Mapping[str, str]) -> None:
    """Give charts the report's own colours; `colours` are those of the slots they name.

    The slots of a council's theme mean something else.
    """
    for name in [name for name in package.parts if name.startswith("word/charts/chart")]:
        part = parse(package.parts[name])
        for element in list(part.iter(tag("a:schemeClr"))):
            element.tag = tag("a:srgbClr")
            element.set("val", hex_colour(colours[element.get("val", "")]))
        package.add(name, serialise(part))

"""Turn a theme into the empty Word file that every report starts from.

It is clean: Word 2013 and later without compatibility mode, one language, no text, no person.
`assets/make_template.py` writes it to `assets/template.docx`.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.formats.word.numbering import Lists
from reportgen.formats.word.package import Package
from reportgen.formats.word.pen import MAIN
from reportgen.formats.word.prose import plain_paragraph
from reportgen.formats.word.sections import plain_section
from reportgen.formats.word.styles import styles
from reportgen.formats.word.styles_part import styles_part
from reportgen.formats.word.theme_part import theme_part
from reportgen.formats.word.xml import Element, el, root, serialise
from reportgen.theme import Theme

PREFIXES = "w r wp a pic c mc wps wpg wpi asvg adec"
_TYPE = "application/vnd.openxmlformats-officedocument."
_WORD = f"{_TYPE}wordprocessingml."
LANGUAGE = "en-GB"


def make_template(theme: Theme) -> bytes:
    """Return the file: every style shown once by a line of its own name."""
    package = Package()
    shown = styles(theme, theme.size["body"])
    samples = [
        plain_paragraph(style.id, style.name)
        for style in shown
        if style.kind == "paragraph" and style.id != "SectionEnd"
    ]
    body = el("w:body", *samples, plain_section(theme))
    package.add(MAIN, serialise(root("w:document", PREFIXES, body)), f"{_WORD}document.main+xml")
    package.relate("", "officeDocument", MAIN)
    parts: Mapping[str, Element] = {
        "styles": styles_part(shown, theme, LANGUAGE),
        "numbering": Lists().part(),
        "settings": settings(),
        "fontTable": _font_table(theme),
    }
    for name, part in parts.items():
        put(package, name, part)
    package.add("word/theme/theme1.xml", serialise(theme_part(theme)), f"{_TYPE}theme+xml")
    package.relate(MAIN, "theme", "word/theme/theme1.xml")
    return package.to_bytes()


def put(package: Package, name: str, part: Element) -> None:
    """Put one of Word's own parts into a package, in place of the one it has."""
    package.add(f"word/{name}.xml", serialise(part), f"{_WORD}{name}+xml")
    package.relate(MAIN, name, f"word/{name}.xml")


def settings(language: str = LANGUAGE, track: bool = False) -> Element:
    """Return the settings of a document; `track` records every change that a person makes."""
    modern = "http://schemas.microsoft.com/office/word"
    flags = (
        ("compatibilityMode", "15"),
        ("overrideTableStyleFontSizeAndJustification", "1"),
        ("enableOpenTypeFeatures", "1"),
        ("doNotFlipMirrorIndents", "1"),
        ("differentiateMultirowTableHeaders", "1"),
    )
    return root(
        "w:settings",
        "w r",
        el("w:zoom", percent=100),
        el("w:trackRevisions") if track else None,
        el("w:defaultTabStop", val=720),
        el("w:characterSpacingControl", val="doNotCompress"),
        el(
            "w:compat",
            *(el("w:compatSetting", name=name, uri=modern, val=value) for name, value in flags),
        ),
        el("w:themeFontLang", val=language),
        el(
            "w:clrSchemeMapping",
            bg1="light1",
            t1="dark1",
            bg2="light2",
            t2="dark2",
            **{f"accent{n}": f"accent{n}" for n in range(1, 7)},
            hyperlink="hyperlink",
            followedHyperlink="followedHyperlink",
        ),
        el("w:decimalSymbol", val="."),
        el("w:listSeparator", val=","),
    )


def _font_table(theme: Theme) -> Element:
    font = el(
        "w:font",
        el("w:family", val="swiss"),
        el("w:pitch", val="variable"),
        name=theme.face["word"],
    )
    return root("w:fonts", "w r", font)

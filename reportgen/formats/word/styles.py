"""Turn a theme into the named styles of a Word document: the only home of how a page looks.

Everything on the page has one of these styles. Where a council's template has a style of the same
name, its own is kept and ours is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportgen.formats.word.block_styles import block_styles
from reportgen.formats.word.metrics import LINE
from reportgen.formats.word.numbering import LEGAL
from reportgen.formats.word.style import Style, Tab, text_width
from reportgen.theme import Theme


def styles(
    theme: Theme, body_size: float, covered: bool = True, numbered: bool = False
) -> tuple[Style, ...]:
    """Return every style of a report, Normal first, each after the one it is based on.

    `covered` is for a report with a cover page, `numbered` for one with numbered paragraphs.
    """
    return (
        *_text(theme, body_size),
        *_headings(theme, numbered),
        *(_cover(theme) if covered else _front_sheet(theme)),
        *_contents(theme, covered),
        *_captions(theme),
        *block_styles(theme, body_size),
        *_characters(theme),
    )


def _text(theme: Theme, body_size: float) -> Iterator[Style]:
    colour, size = theme.colour, theme.size
    leading = theme.leading["body"] / (size["body"] * LINE)
    yield Style(
        "Normal",
        "Normal",
        None,
        size=body_size,
        colour=colour["text"],
        after=7,
        leading=leading,
    )
    yield Style("Lead", "Lead Paragraph", size=body_size + 2, after=10)
    yield Style("Note", "Note", size=size["small"], colour=colour["muted"], after=3, leading=1.1)
    width = text_width(theme)
    line = Style(
        "Header",
        "header",
        size=8.5,
        colour=colour["muted"],
        after=0,
        leading=1.0,
        tabs=(Tab("right", width),),
    )
    yield line
    yield replace(line, id="Footer", name="footer")
    wide = (Tab("right", text_width(theme, landscape=True)),)
    yield replace(line, id="HeaderWide", name="Header Wide", tabs=wide)
    yield replace(line, id="FooterWide", name="Footer Wide", tabs=wide)
    yield Style("SectionEnd", "Section End", size=1, after=0, leading=1.0)


def _headings(theme: Theme, numbered: bool = False) -> Iterator[Style]:
    brand, size = theme.colour["brand"], theme.size
    heading = Style(
        "Heading1",
        "heading 1",
        next="Normal",
        size=size["chapter"],
        bold=True,
        colour=brand,
        before=0,
        after=10,
        leading=1.05,
        keep_next=True,
        keep_lines=True,
        outline=0,
        numbering=(LEGAL, 0) if numbered else None,
    )
    yield heading
    heading = replace(heading, numbering=None)
    section = replace(heading, size=size["section"], before=15, after=5, leading=1.1)
    yield replace(section, id="Heading2", name="heading 2", outline=1)
    below = replace(
        section, size=size["subsection"], before=12, after=4, colour=theme.colour["text"]
    )
    yield replace(below, id="Heading3", name="heading 3", outline=2)
    if numbered:
        yield Style("NumberedParagraph", "Numbered Paragraph", numbering=(LEGAL, 1))
        yield Style("NumberedSubparagraph", "Numbered Subparagraph", numbering=(LEGAL, 2))


def _cover(theme: Theme) -> Iterator[Style]:
    colour, size = theme.colour, theme.size
    ground, brand = colour["ground"], colour["brand"]
    yield Style(
        "CoverOrganisation",
        "Cover Organisation",
        next="Title",
        size=14,
        bold=True,
        colour=ground,
        after=0,
        leading=1.0,
        shade=brand,
    )
    yield Style(
        "Title",
        "Title",
        next="Subtitle",
        size=size["title"],
        bold=True,
        colour=ground,
        before=96,
        after=0,
        leading=1.05,
        shade=brand,
        keep_lines=True,
    )
    yield Style(
        "Subtitle",
        "Subtitle",
        size=size["subtitle"],
        colour=ground,
        before=30,
        after=0,
        leading=1.1,
        shade=brand,
    )
    yield FIELD


FIELD = Style(
    "CoverField",
    "Cover Field",
    after=5,
    leading=1.1,
    left=118,
    hanging=118,
    tabs=(Tab("left", 118),),
)
"""The style of a field of the front sheet: its name, then its words in line with the others."""


def _front_sheet(theme: Theme) -> Iterator[Style]:
    """Yield the styles of a cover for the top of a committee paper: dark words, no ground."""
    brand = theme.colour["brand"]
    looks = {
        "CoverOrganisation": {"before": 0.0, "after": 6.0, "size": 12.0},
        "Title": {"before": 0.0, "after": 4.0, "size": theme.size["chapter"]},
        "Subtitle": {"before": 0.0, "after": 14.0, "size": theme.size["section"]},
    }
    for style in _cover(theme):
        if style.id not in looks:
            yield style
            continue
        look = looks[style.id]
        yield replace(
            style,
            before=look["before"],
            after=look["after"],
            size=look["size"],
            colour=brand,
            shade=None,
        )


def _contents(theme: Theme, covered: bool) -> Iterator[Style]:
    width, size = text_width(theme), theme.size["table"]
    yield replace(
        next(_headings(theme)),
        id="TOCHeading",
        name="TOC Heading",
        outline=None,
        before=0 if covered else 24,
    )
    entry = Style("TOC1", "toc 1", next="Normal", size=size, after=1, leading=1.05)
    tabs = (Tab("right", width, dotted=True),)
    brand = theme.colour["brand"]
    yield replace(entry, bold=True, before=5, colour=brand, tabs=tabs)
    yield replace(entry, id="TOC2", name="toc 2", left=14, tabs=tabs)
    yield replace(entry, id="TOC3", name="toc 3", left=28, tabs=tabs)
    yield replace(
        entry,
        id="TableofFigures",
        name="table of figures",
        left=14,
        hanging=14,
        tabs=tabs,
    )


def _captions(theme: Theme) -> Iterator[Style]:
    size = theme.size
    caption = Style(
        "Caption",
        "caption",
        next="Normal",
        size=size["caption"],
        bold=True,
        before=14,
        after=2,
        leading=1.1,
        keep_next=True,
        keep_lines=True,
    )
    yield caption
    yield Style("TableCaption", "Table Caption", "Caption", "Normal", after=4)
    yield Style(
        "CaptionNote",
        "Caption Note",
        size=size["small"],
        colour=theme.colour["muted"],
        after=5,
        leading=1.1,
        keep_next=True,
        keep_lines=True,
    )
    yield Style("Figure", "Figure", before=0, after=3, leading=1.0, keep_next=True)
    yield Style(
        "Source", "Source", "Note", "Normal", before=4, after=10, close=True, keep_lines=True
    )


def _characters(theme: Theme) -> Iterator[Style]:
    yield Style("Strong", "Strong", None, kind="character", bold=True)
    yield Style(
        "Hyperlink",
        "Hyperlink",
        None,
        kind="character",
        underline=True,
        colour=theme.colour["link"],
    )
    yield Style("CoverLabel", "Cover Label", None, kind="character", colour=theme.colour["muted"])

"""Turn a theme into the styles of lists, callouts, tables and key figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from reportgen.formats.word.metrics import LINE
from reportgen.formats.word.style import Border, Style
from reportgen.theme import Theme

BAR = 3.0
"""The width of a callout's bar."""
INSET = 12.0
"""How far the words of a callout stand from the margin."""
CALLOUT_LEADING = 1.32
"""The height of a line in a callout, in the size of its words."""
GUTTER = 14.0
"""The white between the tiles of key figures."""


def block_styles(theme: Theme, body_size: float) -> Iterator[Style]:
    """Yield the styles of the blocks that are more than running text."""
    yield from _lists()
    yield from _callouts(theme, body_size)
    yield from _tables(theme)
    yield from _tiles(theme)


def _lists() -> Iterator[Style]:
    for kind, name, list_id in (("ListBullet", "List Bullet", 1), ("ListNumber", "List Number", 2)):
        for level in range(3):
            ending = str(level + 1) if level else ""
            yield Style(
                kind + ending,
                f"{name} {ending}".strip(),
                after=3,
                numbering=(list_id, level),
            )


def _callouts(theme: Theme, body_size: float) -> Iterator[Style]:
    for kind in ("strength", "development"):
        colour = theme.colour[kind]
        bar = callout_bar(colour)
        name = kind.capitalize()
        yield Style(
            f"{name}Label",
            f"{name} Label",
            next=name,
            size=theme.size["small"],
            bold=True,
            colour=colour,
            before=12,
            after=0,
            leading=1.15,
            left=INSET,
            keep_next=True,
            borders=(bar,),
        )
        # Lines of a least height, not of more than single spacing: some readers leave a gap in the
        # bar above the first line of the latter.
        yield Style(
            name,
            name,
            after=6,
            at_least=body_size * CALLOUT_LEADING,
            left=INSET,
            keep_lines=True,
            borders=(bar,),
        )
        yield Style(f"{name}List", f"{name} List", name, numbering=(3, 0))
    panel = theme.colour["panel"]
    sides: tuple[Literal["top", "left", "bottom", "right"], ...] = (
        "top",
        "left",
        "bottom",
        "right",
    )
    frame = tuple(Border(side, 0.5, 8, panel) for side in sides)
    yield Style(
        "Notice",
        "Notice",
        before=6,
        after=6,
        left=9,
        right=9,
        keep_lines=True,
        borders=frame,
        shade=panel,
    )
    yield Style("NoticeList", "Notice List", "Notice", numbering=(4, 0))


def callout_bar(colour: str, thicker: float = 0) -> Border:
    """Return the bar at the left of a callout."""
    return Border("left", BAR + thicker, INSET - BAR, colour)


def _tables(theme: Theme) -> Iterator[Style]:
    size = theme.size["table"]
    leading = theme.leading["table"] / (size * LINE)
    brand = theme.colour["brand"]
    yield Style("TableText", "Table Text", size=size, after=0, leading=leading)
    yield Style("TableNumber", "Table Number", "TableText", align="right")
    yield Style("TableHeading", "Table Heading", "TableText", bold=True, colour=brand)
    yield Style("TableHeadingNumber", "Table Heading Number", "TableHeading", align="right")
    yield Style("TableTotal", "Table Total", "TableText", bold=True)
    yield Style("TableTotalNumber", "Table Total Number", "TableTotal", align="right")
    yield Style("TableBullet", "Table Bullet", "TableText", numbering=(5, 0))
    yield Style("TableListNumber", "Table List Number", "TableText", numbering=(6, 0))


def _tiles(theme: Theme) -> Iterator[Style]:
    size, colour = theme.size, theme.colour
    rule = Border("top", 1.5, 5, colour["brand"])
    yield Style(
        "KeyFigure",
        "Key Figure",
        next="KeyFigureWords",
        size=size["key_figure"],
        bold=True,
        colour=colour["brand"],
        before=6,
        after=2,
        leading=1.0,
        right=GUTTER,
        keep_next=True,
        borders=(rule,),
    )
    words = Style(
        "KeyFigureWords",
        "Key Figure Words",
        size=size["table"],
        after=1,
        leading=1.1,
        right=GUTTER,
    )
    yield words
    yield replace(
        words,
        id="KeyFigureBeside",
        name="Key Figure Beside",
        size=8.5,
        colour=colour["muted"],
        after=0,
    )

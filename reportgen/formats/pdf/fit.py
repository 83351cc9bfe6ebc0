"""Turn a table into tables that a page can hold without cutting a word or a number.

A table too wide is set smaller, but never below what can be read; then on a page that lies on its
side; and last in parts under one another, each with the columns that name its rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.document import Row, Table, Text
from reportgen.formats.pdf.columns import GAP, Need, column_texts, hold, needs
from reportgen.formats.pdf.setting import Setting
from reportgen.formats.pdf.styles import Style, Styles

SMALLEST = 8.5
"""Points; nothing in a table is set smaller."""
_STEP = 0.5
_NAMES = 0.5
"""The share of the width that the columns which name the rows may take in every part."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a table is set: its parts, each with what its columns need, in which styles.

    `wide` says that they stand on a page that lies on its side.
    """

    parts: tuple[tuple[Table, tuple[Need, ...]], ...]
    setting: Setting
    wide: bool


def fit(block: Table, setting: Setting) -> Fit:
    """Return how a table is set so that no word in it is cut."""
    upright, lying = setting.styles.frame, setting.styles.frame.turned()
    texts = column_texts(block)
    for frame in (lying,) if block.wide else (upright, lying):
        for smaller in _smaller(setting):
            found = needs(texts, smaller)
            if hold(found, frame.inner_width):
                return Fit(((block, found),), smaller, frame == lying)
    parts = _parts(block, found, lying.inner_width)
    return Fit(tuple((part, needs(column_texts(part), smaller)) for part in parts), smaller, True)


def _smaller(setting: Setting) -> Iterator[Setting]:
    """Yield the setting with tables in their own size, then in smaller ones."""
    yield setting
    less = _STEP
    while setting.styles.cell.size - less > SMALLEST - _STEP:
        yield replace(setting, styles=_reduced(setting.styles, less))
        less += _STEP


def _reduced(styles: Styles, less: float) -> Styles:
    def reduced(style: Style) -> Style:
        size = max(style.size - less, SMALLEST)
        return replace(style, size=size, leading=style.leading * size / style.size)

    return replace(
        styles,
        cell=reduced(styles.cell),
        cell_header=reduced(styles.cell_header),
        cell_bold=reduced(styles.cell_bold),
    )


def _parts(block: Table, found: Sequence[Need], width: float) -> Iterator[Table]:
    """Yield tables of some of the columns each; the notes and the source are under the last."""
    names = _naming(block, found, width)
    groups: list[list[int]] = [[]]
    for place in range(names, len(found)):
        wanted = [*range(names), *groups[-1], place]
        if groups[-1] and not hold([found[at] for at in wanted], width):
            groups.append([])
        groups[-1].append(place)
    for number, group in enumerate(groups):
        part = _taken(block, [*range(names), *group])
        if number:
            title = (*block.caption.title, Text(", continued"))
            part = replace(part, caption=replace(block.caption, title=title))
        last = number == len(groups) - 1
        yield part if last else replace(part, notes=(), source=())


def _naming(block: Table, found: Sequence[Need], width: float) -> int:
    """Return how many columns name the rows: those of words at the left, the first at least."""
    count, used = 0, 0.0
    for column, need in zip(block.columns[:-1], found, strict=False):
        used += need.word + GAP
        if column.align == "right" or (count and used > width * _NAMES):
            break
        count += 1
    return count or min(1, len(found) - 1)


def _taken(block: Table, places: Sequence[int]) -> Table:
    rows = [Row(tuple(row.cells[at] for at in places), row.total) for row in block.rows]
    return replace(block, columns=tuple(block.columns[at] for at in places), rows=tuple(rows))

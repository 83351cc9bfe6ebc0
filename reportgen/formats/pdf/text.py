"""Turn the words of a paragraph into lines that fit a width.

Lines are ragged on the right and never hyphenated. A number keeps its unit beside it, and the word
that it goes with: key stage 4. A word that is longer than the line is cut where a reader would
pause, a number never, and a space stays at the end of a line so that the words do not run together
for those who listen to the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from reportgen.formats.pdf.fonts import Font, Fonts
from reportgen.formats.pdf.measured import BREAKS, MAY_BREAK, Measured, measured, with_numbers
from reportgen.formats.pdf.passages import Piece
from reportgen.formats.pdf.strips import Run
from reportgen.formats.pdf.styles import Style

_R = TypeVar("_R")
_STEP = 6.0
"""By so many points the lines of a title are made longer at a time, not to part a word."""
_PAUSES = re.compile(r"(?<=[/_?&=@:-])|(?<=[.,])(?!\d)")
_NUMBER = re.compile(r"\W{0,2}\d[\d,.]{,14}\D{0,2}")


class _Fragment(NamedTuple):
    """A word, or a part of one, of one piece in one face."""

    text: str
    font: Font
    piece: Piece
    width: float


class _Word(NamedTuple):
    """Fragments that stay together, and the space that follows (of no width if none does)."""

    fragments: tuple[_Fragment, ...]
    width: float
    space: float


class Line(NamedTuple):
    """A line of text: its runs, on a baseline at 0, and the width they take."""

    runs: tuple[Run, ...]
    width: float


def set_lines(pieces: tuple[Piece, ...], style: Style, fonts: Fonts, width: float) -> list[Line]:
    """Return the lines of some pieces in a style, each at most `width` points wide."""
    if len(pieces) == 1 and (line := short(pieces[0], style, fonts, width)):
        return [line]
    if (plain := measured(pieces, fonts)) and (rows := plain.rows(_room(width, style))):
        return _lines(plain, rows, pieces[0], style)
    return [_line(row, style) for row in _filled(_words(pieces, style, fonts), style, width)]


def short(piece: Piece, style: Style, fonts: Fonts, width: float) -> Line | None:
    """Return the line of a few plain words, as most cells of a table hold, or None if they wrap."""
    text = piece.text
    if not text or not text.isascii() or "  " in text or text != text.strip(" "):
        return None
    font = fonts.face(piece.bold)
    extent = font.width(text, style.size)
    if extent > width:
        return None
    return Line((Run(0, 0, text, font, style.size, piece.colour, piece.leaf),), extent)


def balanced(pieces: tuple[Piece, ...], style: Style, fonts: Fonts, width: float) -> list[Line]:
    """Return lines of nearly equal length: as few as `width` allows. For headings."""
    plain = measured(pieces, fonts)
    if plain and (rows := plain.rows(_room(width, style))):
        rows = _evened(rows, lambda room: plain.rows(_room(room, style)), width, plain.parts_a_word)
        return _lines(plain, rows, pieces[0], style)
    words = tuple(_words(pieces, style, fonts))
    filled = _filled(words, style, width)
    even = _evened(filled, lambda room: _filled(words, style, room), width, _parts_a_word)
    return [_line(row, style) for row in even]


def _evened(
    rows: list[_R],
    fill: Callable[[float], list[_R] | None],
    width: float,
    parted: Callable[[list[_R]], bool],
) -> list[_R]:
    """Return the rows of the least width that makes no more of them than `rows`.

    If that parts a word at its hyphen, they are those of the least width that does not, if any.
    """
    narrow, wide = width / 2, width
    for _ in range(8 if len(rows) > 1 else 0):
        middle = (narrow + wide) / 2
        tried = fill(middle)
        if tried is None or len(tried) > len(rows):
            narrow = middle
        else:
            wide, rows = middle, tried
    least = rows
    while parted(rows) and wide < width:
        wide = min(wide + _STEP, width)
        rows = fill(wide) or rows
    return least if parted(rows) else rows


def _parts_a_word(rows: list[list[_Word]]) -> bool:
    """Return whether a row but the last ends inside a word."""
    return any(not row[-1].space for row in rows[:-1])


def _room(width: float, style: Style) -> float:
    """Return points in thousandths of the size of the type."""
    return (width + 0.01) * 1000 / style.size


def _lines(plain: Measured, rows: list[tuple[int, int]], look: Piece, style: Style) -> list[Line]:
    """Return a text of one look in rows of its words."""
    lines = []
    for first, end in rows:
        text = plain.text[plain.places[first] : plain.places[end]]
        extent = (plain.rights[end - 1] - plain.lefts[first]) * style.size / 1000
        run = Run(0, 0, text, plain.font, style.size, look.colour, look.leaf)
        lines.append(Line((run,), extent))
    return lines


def _filled(words: Iterable[_Word], style: Style, width: float) -> list[list[_Word]]:
    """Return words in rows, each as full as `width` allows."""
    rows: list[list[_Word]] = []
    row: list[_Word] = []
    end = gap = 0.0
    for word in _fitting(words, style.size, width):
        end += gap + word.width
        if end > width + 0.01 or not row:
            row = []
            rows.append(row)
            end = word.width
        row.append(word)
        gap = word.space
    return rows


def _words(pieces: Iterable[Piece], style: Style, fonts: Fonts) -> Iterator[_Word]:
    """Yield the words, with the pieces that touch inside one word kept together."""
    open_word: list[_Fragment] = []
    for piece in pieces:
        font = fonts.face(piece.bold)
        space = font.width(" ", style.size)
        text = with_numbers(piece.text)
        whole = MAY_BREAK.search(text) is None
        *closed, last = text.split(" ")
        for part in closed:
            if part and not open_word and part.isascii() and (whole or part.isalnum()):
                width = font.width(part, style.size)  # as nearly always
                yield _Word((_Fragment(part, font, piece, width),), width, space)
                continue
            *broken, open_word = _joined(open_word, part, piece, style, fonts)
            yield from (_word(fragments, 0) for fragments in broken)
            if open_word:
                yield _word(open_word, space)
                open_word = []
        *broken, open_word = _joined(open_word, last, piece, style, fonts)
        yield from (_word(fragments, 0) for fragments in broken)
    if open_word:
        yield _word(open_word, 0)


def _joined(
    open_word: list[_Fragment], part: str, piece: Piece, style: Style, fonts: Fonts
) -> list[list[_Fragment]]:
    """Return the fragments of a word that goes on with a part, in lists where it may be parted."""
    if not part:
        return [open_word]
    first, *others = BREAKS.split(part)
    joined = [*open_word, *_fragments(first, piece, style, fonts)]
    return [joined, *(_fragments(other, piece, style, fonts) for other in others)]


def _word(fragments: list[_Fragment], space: float) -> _Word:
    if len(fragments) == 1:
        return _Word(tuple(fragments), fragments[0].width, space)
    return _Word(tuple(fragments), sum([fragment.width for fragment in fragments]), space)


def _fragments(text: str, piece: Piece, style: Style, fonts: Fonts) -> list[_Fragment]:
    if text.isascii():
        font = fonts.face(piece.bold)
        return [_Fragment(text, font, piece, font.width(text, style.size))]
    return [
        _Fragment(part, font, piece, font.width(part, style.size))
        for font, part in fonts.split(text.replace("\u200b", ""), piece.bold)
    ]


def _fitting(words: Iterable[_Word], size: float, width: float) -> Iterator[_Word]:
    """Yield the words, those that no line can hold cut into parts that one can."""
    for word in words:
        if word.width <= width:
            yield word
        else:
            yield from _cut(word, size, width)


def _cut(word: _Word, size: float, width: float) -> Iterator[_Word]:
    room = width
    held: list[_Fragment] = []
    for fragment in word.fragments:
        for text in _portions(fragment, size, width):
            extent = fragment.font.width(text, size)
            if extent > room and held:
                yield _word(held, 0)
                room, held = width, []
            held.append(fragment._replace(text=text, width=extent))
            room -= extent
    yield _word(held, word.space)


def _portions(fragment: _Fragment, size: float, width: float) -> Iterator[str]:
    """Yield a long word in portions: at its pauses, and letter by letter where there are none."""
    for part in _PAUSES.split(fragment.text):
        if fragment.font.width(part, size) <= width or _NUMBER.fullmatch(part):
            if part:
                yield part
        else:
            yield from part


def _line(words: list[_Word], style: Style) -> Line:
    """Return words as a line: those that look the same and belong together as one run."""
    runs: list[Run] = []
    start = x = 0.0
    held: list[str] = []
    look: _Fragment | None = None
    for word in words:
        for fragment in word.fragments:
            if look is None or not _alike(look, fragment):
                if look:
                    runs.append(_run(start, held, look, style))
                start, held, look = x, [], fragment
            held.append(fragment.text)
            x += fragment.width
        if word.space:
            held.append(" ")
            x += word.space
    if look:
        runs.append(_run(start, held, look, style))
    return Line(tuple(runs), x - words[-1].space)


def _alike(one: _Fragment, other: _Fragment) -> bool:
    if one.piece is other.piece:
        return one.font is other.font
    leaf, colour = other.piece.leaf, other.piece.colour
    return one.font is other.font and one.piece.leaf is leaf and one.piece.colour == colour


def _run(x: float, texts: list[str], look: _Fragment, style: Style) -> Run:
    piece = look.piece
    return Run(x, 0, "".join(texts), look.font, style.size, piece.colour, piece.leaf)

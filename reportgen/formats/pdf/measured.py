"""Measure a text that has one look throughout, as nearly all have: a line is then a piece of it.

Says too where a line may end: after a space, or after a dash or a slash between two words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from reportgen.formats.pdf.fonts import Font, Fonts
from reportgen.formats.pdf.passages import Piece

MAY_BREAK = re.compile("[-–/\u200b]")
BREAKS = re.compile(r"(?<=[^\W\d_][-–/])(?=[^\W\d_])|(?<=\u200b)")
_NAMES_A_NUMBER = re.compile(
    r"\b(Ages?|Attainment|Chapter|Figures?|Grades?|Levels?|Pages?|Progress|Sections?|Stages?|Tables?"
    r"|Years?) (?=\d)",
    re.IGNORECASE,
)
"""Words that do not stand at the end of a line without the number they name: key stage 4."""
_BEFORE_A_NUMBER = re.compile(r" (?=\d)")


def with_numbers(text: str) -> str:
    """Return a text with each number held to the word that names it."""
    if _BEFORE_A_NUMBER.search(text) is None:
        return text
    return _NAMES_A_NUMBER.sub("\\1\xa0", text)


class Measured(NamedTuple):
    """A text of one look and its words as they stand on one endless line.

    `places` says where in the text each word begins, and where the text ends; `lefts` and `rights`
    say where the words begin and end on the line, in thousandths of the size of the type.
    """

    text: str
    font: Font
    places: list[int]
    lefts: list[float]
    rights: list[float]

    def rows(self, width: float) -> list[tuple[int, int]] | None:
        """Return the first word of each line and the one after its last.

        Each line is as full as `width` allows, in thousandths of the size; None if there is a word
        that it does not allow.
        """
        rows, first, count = [], 0, len(self.lefts)
        while first < count:
            end = bisect_right(self.rights, self.lefts[first] + width, first)
            if end == first:
                return None
            rows.append((first, end))
            first = end
        return rows

    def parts_a_word(self, rows: list[tuple[int, int]]) -> bool:
        """Return whether a row but the last ends inside a word."""
        return any(self.text[self.places[end] - 1] != " " for _, end in rows[:-1])


def measured(pieces: tuple[Piece, ...], fonts: Fonts) -> Measured | None:
    """Return the words of some pieces measured, or None if they have several looks."""
    if not pieces or not _alike(pieces):
        return None
    text = "".join([with_numbers(piece.text) for piece in pieces])
    font = fonts.face(pieces[0].bold)
    plain = text and "  " not in text and text == text.strip(" ") and "\u200b" not in text
    if not plain or not font.sets(text):
        return None
    return _measured(text, font)


def _alike(pieces: tuple[Piece, ...]) -> bool:
    _, bold, colour, leaf = pieces[0]
    return len(pieces) == 1 or all(
        each.leaf is leaf and each.bold == bold and each.colour == colour for each in pieces
    )


def _measured(text: str, font: Font) -> Measured:
    found = Measured(text, font, [], [], [])
    widths, place, x = font.widths, 0, 0.0
    space = widths[" "]
    for parts in _parts(text):
        for part in parts:
            found.places.append(place)
            found.lefts.append(x)
            place += len(part)
            x += widths[part]
            found.rights.append(x)
        place += 1
        x += space
    found.places.append(len(text))
    return found


def _parts(text: str) -> Iterator[list[str]]:
    """Yield each word in the parts between which a line may end."""
    words = text.split(" ")
    if MAY_BREAK.search(text) is None:
        return ([word] for word in words)
    return ([word] if word.isalnum() else BREAKS.split(word) for word in words)

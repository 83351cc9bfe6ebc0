"""Measure a text once, word by word, so that any width it is set in only picks its lines.

Says too where a line may end: after a space, or after a dash or a slash between two words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from reportgen.formats.pdf.fonts import Font, Fonts
from reportgen.formats.pdf.passages import Piece

_MAY_BREAK = re.compile("[-–/]")
_BREAKS = re.compile(r"(?<=[^\W\d_][-–/])(?=[^\W\d_])")
_PAUSES = re.compile(r"(?<=[/_?&=@:-])|(?<=[.,])(?!\d)")
_NUMBER = re.compile(r"\W{0,2}\d[\d,.]{,14}\D{0,2}")
_SPACES = re.compile("  +")
_NAMES_A_NUMBER = re.compile(
    "ages?|attainment|chapter|figures?|grades?|levels?|pages?|progress|sections?|stages?|tables?"
    "|years?",
    re.IGNORECASE,
)
"""Words that do not stand at the end of a line without the number they name: key stage 4."""
_BEFORE_A_NUMBER = re.compile(r" (?=\d)")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")


class Look(NamedTuple):
    """Where in a text a stretch in one face begins, and the first piece it is of."""

    start: int
    font: Font
    piece: Piece


class Measured(NamedTuple):
    """A text and its words as they stand on one endless line.

    `looks` are its stretches of one look. `along` says where on the line each character begins, and
    where the last one ends, in thousandths of the size of the type. `places` says where in the text
    each word begins, and where the text ends; `rights` where on the line the words end. A word that
    a line may end within is several here.
    """

    text: str
    looks: tuple[Look, ...]
    along: list[float]
    places: list[int]
    rights: list[float]

    def rows(self, width: float, whatever: bool = False) -> list[tuple[int, int]] | None:
        """Return the first word of each line and the one after its last.

        Each line is as full as `width` allows, in thousandths of the size; None if there is a word
        that it does not allow, which stands on a line of its own if `whatever` it takes is allowed.
        """
        rows, first, count = [], 0, len(self.rights)
        while first < count:
            left = self.along[self.places[first]]
            end = bisect_right(self.rights, left + width, first)
            if end == first:
                if not whatever:
                    return None
                end += 1
            rows.append((first, end))
            first = end
        return rows

    def parts_a_word(self, rows: list[tuple[int, int]]) -> bool:
        """Return whether a row but the last ends inside a word."""
        return any(self.text[self.places[end] - 1] != " " for _, end in rows[:-1])

    def extent(self, start: int, end: int) -> float:
        """Return how wide a part of the text is in thousandths of the size of the type."""
        return self.along[end] - self.along[start]

    def stretches(self, start: int, end: int) -> Iterator[tuple[Look, int, int]]:
        """Yield the looks of a part of the text, each with the part of the text that has it."""
        stops = [*(look.start for look in self.looks[1:]), len(self.text)]
        for look, stop in zip(self.looks, stops, strict=True):
            if look.start < end and stop > start:
                yield look, max(start, look.start), min(end, stop)


def measured(pieces: tuple[Piece, ...], fonts: Fonts) -> Measured:
    """Return the words of some pieces measured; spaces in a row count as one."""
    looks: list[Look] = []
    advances: list[float] = []
    text = ""
    for said, piece in _joined(pieces):
        if "  " in said:
            said = _SPACES.sub(" ", said)
        if not text or text[-1] == " ":
            said = said.lstrip(" ")
        for font, part in fonts.split(_with_numbers(said), piece.bold):
            looks.append(Look(len(text), font, piece))
            advances += map(font.widths.__getitem__, part)
            text += part
    along = list(accumulate(advances, initial=0.0))
    return _measured(text, tuple(looks), along, _words(text))


def cut(found: Measured, width: float) -> Measured:
    """Return a text with its words of more than `width` in parts between which a line may end.

    They are parted where a reader would pause, and letter by letter where there are no pauses; a
    number never, however long it is. `width` is in thousandths of the size of the type.
    """
    return _measured(found.text, found.looks, found.along, _portioned(found, width))


def _portioned(found: Measured, width: float) -> Iterator[list[str]]:
    place = 0
    for parts in _words(found.text):
        portions: list[str] = []
        for part in parts:
            end = place + len(part)
            wide = found.extent(place, end) > width
            portions += _portions(found, place, end, width) if wide else (part,)
            place = end
        yield portions
        place += 1


def _portions(found: Measured, place: int, end: int, width: float) -> Iterator[str]:
    for part in filter(None, _PAUSES.split(found.text[place:end])):
        fits = found.extent(place, place + len(part)) <= width
        yield from (part,) if fits or _NUMBER.fullmatch(part) else part
        place += len(part)


def _joined(pieces: tuple[Piece, ...]) -> Iterator[tuple[str, Piece]]:
    """Yield the texts of pieces, those in a row that look the same as one, each with a piece."""
    held: list[str] = []
    look: Piece | None = None
    for piece in pieces:
        if look and not _alike(look, piece):
            yield "".join(held), look
            held, look = [], None
        look = look or piece
        held.append(piece.text)
    if look:
        yield "".join(held), look


def _with_numbers(text: str) -> str:
    """Return a text with each number held to the word that names it."""
    for blank in _BEFORE_A_NUMBER.finditer(text):
        place = blank.start()
        word = _LAST_WORD.search(text, text.rfind(" ", 0, place) + 1, place)
        if word and _NAMES_A_NUMBER.fullmatch(word[0]):
            text = f"{text[:place]}\xa0{text[place + 1 :]}"
    return text


def _alike(one: Piece, other: Piece) -> bool:
    return one.leaf is other.leaf and one.bold == other.bold and one.colour == other.colour


def _measured(
    text: str, looks: tuple[Look, ...], along: list[float], words: Iterable[list[str]]
) -> Measured:
    places, ends, place = [], [], 0
    for parts in words:
        for part in parts:
            places.append(place)
            place += len(part)
            ends.append(place)
        place += 1
    places.append(len(text))
    return Measured(text, looks, along, places, [along[end] for end in ends])


def _words(text: str) -> Iterator[list[str]]:
    """Yield each word in the parts between which a line may end."""
    words = text.removesuffix(" ").split(" ") if text else []
    if _MAY_BREAK.search(text) is None:
        return ([word] for word in words)
    return ([word] if word.isalnum() else _BREAKS.split(word) for word in words)

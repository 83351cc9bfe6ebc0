"""Measure a text once, word by word, so that any width it is set in only picks its lines.

Says too where a line may end: after a space, or after a dash or a slash between two words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from reportgen.formats.pdf.fonts import Font, Fonts
from reportgen.formats.pdf.passages import Piece
from reportgen.unbroken import names_a_number

_MAY_BREAK = re.compile("[-–/]")
_PAUSES = re.compile(r"(?<=[/_?&=@:-])|(?<=[.,])(?!\d)")
_NUMBER = re.compile(r"\W{0,2}\d[\d,.]{,14}\D{0,2}")
_SPACES = re.compile("  +")
_BEFORE_A_NUMBER = re.compile(r" (?=\d)")


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
        if not said:
            continue
        for font, part in fonts.split(_with_numbers(said), piece.bold):
            looks.append(Look(len(text), font, piece))
            advances += map(font.widths.__getitem__, part)
            text += part
    along = list(accumulate(advances, initial=0.0))
    return _measured(text, tuple(looks), along, *_words(text))


def cut(found: Measured, width: float) -> Measured:
    """Return a text with its words of more than `width` in parts between which a line may end.

    They are parted where a reader would pause, and letter by letter where there are no pauses; a
    number never, however long it is. `width` is in thousandths of the size of the type.
    """
    places, ends = _words(found.text)
    cuts = [
        each
        for place, end in zip(places, ends, strict=True)
        if found.extent(place, end) > width
        for each in _cuts(found, place, end, width)
    ]
    return _measured(
        found.text, found.looks, found.along, sorted(places + cuts), sorted(ends + cuts)
    )


def _cuts(found: Measured, place: int, end: int, width: float) -> Iterator[int]:
    """Yield the places within a word where a line may end."""
    word = found.text[place:end]
    pauses = (place + pause.start() for pause in _PAUSES.finditer(word))
    for stop in (*(pause for pause in pauses if place < pause < end), end):
        fits = found.extent(place, stop) <= width
        if not fits and not _NUMBER.fullmatch(found.text[place:stop]):
            yield from range(place + 1, stop)
        if stop < end:
            yield stop
        place = stop


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
        if names_a_number(text[text.rfind(" ", 0, place) + 1 : place]):
            text = f"{text[:place]}\xa0{text[place + 1 :]}"
    return text


def _alike(one: Piece, other: Piece) -> bool:
    return one.leaf is other.leaf and one.bold == other.bold and one.colour == other.colour


def _measured(
    text: str, looks: tuple[Look, ...], along: list[float], places: list[int], ends: list[int]
) -> Measured:
    return Measured(text, looks, along, [*places, len(text)], list(map(along.__getitem__, ends)))


def _words(text: str) -> tuple[list[int], list[int]]:
    """Return where the words of a text begin, and where they end; some may be parted at a sign."""
    words = text.removesuffix(" ").split(" ") if text else []
    after = list(accumulate([len(word) + 1 for word in words]))
    places, ends = [0, *after][: len(words)], [place - 1 for place in after]
    signs = [sign.start() for sign in _MAY_BREAK.finditer(text)]
    cuts = [
        at + 1 for at in signs if text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha()
    ]
    return (sorted(places + cuts), sorted(ends + cuts)) if cuts else (places, ends)

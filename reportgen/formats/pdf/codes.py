"""Turn texts into what paints them, in codes of one byte.

A font is embedded in subsets of at most 255 characters, those that were used. ASCII keeps its
codes, in the first subset, which nearly always is the only one: a text is then coded in one step.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from reportgen.formats.pdf.fonts import Font

_ESCAPED = {ord("("): "\\(", ord(")"): "\\)", ord("\\"): "\\\\", ord("\r"): "\\r"}
"""How the codes that a string in a PDF cannot hold are written in it."""
_CODES: Final = 256
_ASCII: Final = range(32, 127)
_SPARE: Final[tuple[int, ...]] = (*range(127, _CODES), *range(1, 32))
"""The codes in the first subset of what is not ASCII; the code 0 stands for no character."""


@dataclass(frozen=True, slots=True)
class Subset:
    """Some characters of a font: the name they go by on the pages, and for each code a character.

    A code that is not used has the character 0.
    """

    name: str
    font: Font
    chars: tuple[int, ...]


class _Codes(dict[int, str]):
    """For each character of a font as much of a string as stands for it.

    Codes of the second subset are counted on from 256, those of the third from 512.
    """

    def __init__(self, font: Font, name: str) -> None:
        super().__init__()
        self._font, self._name = font, name
        self._chars: dict[int, int] = {}
        self._others = 0

    def __missing__(self, char: int) -> str:
        if char == ord("\xa0"):
            text = self[ord(" ")]
        else:
            code = char if char in _ASCII else self._next()
            self._chars[code] = char
            text = _ESCAPED.get(code, chr(code))
        self[char] = text
        return text

    def _next(self) -> int:
        """Return the code of one more character that is not ASCII."""
        number, self._others = self._others, self._others + 1
        if number < len(_SPARE):
            return _SPARE[number]
        further = number - len(_SPARE)
        subset = 1 + further // (_CODES - 1)
        return subset * _CODES + 1 + further % (_CODES - 1)

    def name(self, subset: int) -> str:
        """Return the name of a subset on the pages."""
        return f"{self._name}+{subset}"

    def subsets(self) -> Iterator[Subset]:
        """Yield the subsets that are used, each as long as its last code asks for."""
        for subset, codes in groupby(sorted(self._chars), lambda code: code // _CODES):
            chars = {code % _CODES: self._chars[code] for code in codes}
            row = tuple([chars.get(code, 0) for code in range(max(chars) + 1)])
            yield Subset(self.name(subset), self._font, row)


class Lettering:
    """The fonts of a document, and the codes of all that is written in them."""

    def __init__(self) -> None:
        self._fonts: dict[Font, tuple[_Codes, str]] = {}

    def show(self, font: Font, text: str, size: str) -> str:
        """Return what paints a text in a font and a size."""
        if font not in self._fonts:
            codes = _Codes(font, f"F{len(self._fonts) + 1}")
            self._fonts[font] = codes, codes.name(0)
        codes, first = self._fonts[font]
        coded = text.translate(codes)
        if coded.isascii() or max(coded) < "\u0100":
            return f"/{first} {size} Tf ({coded}) Tj"
        return " ".join(
            f"/{codes.name(subset)} {size} Tf ({part}) Tj" for subset, part in _stretches(coded)
        )

    def subsets(self) -> tuple[Subset, ...]:
        """Return what of each font was used."""
        return tuple(subset for codes, _ in self._fonts.values() for subset in codes.subsets())


def _stretches(coded: str) -> Iterator[tuple[int, str]]:
    """Yield the stretches of a coded text that are of one subset each, as they are written."""
    for subset, chars in groupby(coded, lambda char: ord(char) // _CODES):
        if not subset:
            yield subset, "".join(chars)
        else:
            codes = [ord(char) % _CODES for char in chars]
            yield subset, "".join(_ESCAPED.get(code, chr(code)) for code in codes)

"""Turn texts into what paints them, in the codes that ReportLab gives to their characters.

A font is embedded in subsets of at most 255 characters, each with codes of one byte. A text nearly
always needs only the first subset, and is then coded in one step.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from reportgen.formats.pdf.fonts import Font

_ESCAPED = {ord("("): "\\(", ord(")"): "\\)", ord("\\"): "\\\\", ord("\r"): "\\r"}
"""How the codes that a string in a PDF cannot hold are written in it."""


class _Codes(dict[int, str]):
    """For each character of a font as much of a string as stands for it.

    Codes of the second subset are counted on from 256, those of the third from 512.
    """

    def __init__(self, font: Font, doc: Any) -> None:
        super().__init__()
        self._font, self._doc = font, doc

    def __missing__(self, char: int) -> str:
        ((subset, (code,)),) = self._font.ttf.splitString(chr(char), self._doc)
        text = self[char] = chr(256 * subset + code) if subset else _ESCAPED.get(code, chr(code))
        return text

    def name(self, subset: int) -> str:
        """Return the name of a subset on the pages."""
        name: str = self._font.ttf.getSubsetInternalName(subset, self._doc)
        return name


class Lettering:
    """The fonts of a document, and the codes of all that is written in them."""

    def __init__(self, doc: Any) -> None:
        self._doc = doc
        self._fonts: dict[Font, tuple[_Codes, str]] = {}

    def show(self, font: Font, text: str, size: str) -> str:
        """Return what paints a text in a font and a size."""
        if font not in self._fonts:
            codes = _Codes(font, self._doc)
            codes[32]  # makes the first subset, which has the space
            self._fonts[font] = codes, codes.name(0)
        codes, first = self._fonts[font]
        coded = text.translate(codes)
        if coded.isascii() or max(coded) < "\u0100":
            return f"{first} {size} Tf ({coded}) Tj"
        return " ".join(
            f"{codes.name(subset)} {size} Tf ({part}) Tj" for subset, part in _stretches(coded)
        )


def _stretches(coded: str) -> Iterator[tuple[int, str]]:
    """Yield the stretches of a coded text that are of one subset each, as they are written."""
    for subset, chars in groupby(coded, lambda char: ord(char) // 256):
        if not subset:
            yield subset, "".join(chars)
        else:
            codes = [ord(char) % 256 for char in chars]
            yield subset, "".join(_ESCAPED.get(code, chr(code)) for code in codes)

"""Give the characters of a document their codes: one byte each, in subsets of a font.

A letter of plain English has its own code in the first subset, every other character the next one
that is free. A text nearly always needs only the first subset, and is then coded in one step.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, groupby

from reportgen.formats.pdf.fonts import Font

_PLAIN = range(32, 127)
_FREE = (*range(1, 32), *range(128, 256))
_ESCAPED = {ord("("): "\\(", ord(")"): "\\)", ord("\\"): "\\\\", ord("\r"): "\\r"}
"""How the codes that a string in a PDF cannot hold are written in it."""


class Codes(dict[int, str]):
    """The codes of a font: for each character as much of a string as stands for it.

    Codes of the second subset are counted on from 256, those of the third from 512.
    """

    def __init__(self, font: Font, name: str) -> None:
        super().__init__()
        self.font, self.name = font, name
        self.subsets: list[dict[int, int]] = [{}]
        """For each subset the character that each code stands for."""
        self._free = _free()

    def __missing__(self, char: int) -> str:
        known = 32 if char == 0xA0 else char  # a no-break space is painted as a space
        number = known if known in _PLAIN else next(self._free)
        subset, code = divmod(number, 256)
        if subset == len(self.subsets):
            self.subsets.append({})
        self.subsets[subset][code] = known
        text = self[char] = chr(number) if subset else _ESCAPED.get(code, chr(code))
        return text

    def show(self, text: str, size: str) -> str:
        """Return what paints a text in a size, each of its stretches in the subset that has it."""
        coded = text.translate(self)
        if coded.isascii() or max(coded) < "\u0100":
            return f"/{self.name}+0 {size} Tf ({coded}) Tj"
        return " ".join(
            f"/{self.name}+{subset} {size} Tf ({part}) Tj" for subset, part in _stretches(coded)
        )


def _free() -> Iterator[int]:
    yield from _FREE
    for subset in count(1):
        yield from range(256 * subset + 1, 256 * subset + 256)


def _stretches(coded: str) -> Iterator[tuple[int, str]]:
    """Yield the stretches of a coded text that are of one subset each, as they are written."""
    for subset, chars in groupby(coded, lambda char: ord(char) // 256):
        if not subset:
            yield subset, "".join(chars)
        else:
            codes = [ord(char) % 256 for char in chars]
            yield subset, "".join(_ESCAPED.get(code, chr(code)) for code in codes)


class Lettering:
    """The fonts that a document uses, in the order in which it comes to need them."""

    def __init__(self) -> None:
        self.fonts: dict[Font, Codes] = {}

    def show(self, font: Font, text: str, size: str) -> str:
        """Return what paints a text in a font and a size."""
        codes = self.fonts.get(font)
        if codes is None:
            codes = self.fonts[font] = Codes(font, f"F{len(self.fonts) + 1}")
        return codes.show(text, size)

"""Turn words and numbers into the syntax of a PDF."""

from __future__ import annotations

import string
from collections.abc import Iterable

_ESCAPES = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\"})
_PLAIN = frozenset(f"{string.ascii_letters}{string.digits}-+._".encode())


def text(words: str) -> str:
    """Return words as a string of a PDF: as they are if plain, else in UTF-16."""
    if words.isascii() and words.isprintable():
        return f"({words.translate(_ESCAPES)})"
    return f"<feff{words.encode('utf-16-be').hex()}>"


def name(words: str) -> str:
    """Return words as a name, with what a name cannot hold written by its code."""
    codes = words.encode()
    return "/" + "".join(chr(code) if code in _PLAIN else f"#{code:02x}" for code in codes)


def ref(number: int) -> str:
    """Return what stands for an object that is elsewhere in the file."""
    return f"{number} 0 R"


def array(parts: Iterable[str]) -> str:
    """Return values as an array."""
    return f"[{' '.join(parts)}]"


def real(value: float) -> str:
    """Return a number to four places, as short as it can be written."""
    digits = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits

"""Write values as a PDF writes them (ISO 32000-1, 7.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_ESCAPED = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\", "\r": "\\r"})
_IRREGULAR = re.compile(r"[^A-Za-z0-9_.+-]")


def string(text: str) -> str:
    """Return a text: as it is if it is of ASCII letters and signs, else in UTF-16."""
    if not (text.isascii() and text.isprintable()):
        text = ("\ufeff" + text).encode("utf-16-be").decode("latin-1")
    return f"({text.translate(_ESCAPED)})"


def name(text: str) -> str:
    """Return a name, with what a name cannot hold by its codes."""
    return "/" + _IRREGULAR.sub(lambda found: f"#{ord(found[0]):02X}", text)


def ref(number: int) -> str:
    """Return what refers to the object of a number."""
    return f"{number} 0 R"


def array(values: Iterable[object]) -> str:
    """Return values that are written already, or whole numbers, as an array."""
    return f"[{' '.join(map(str, values))}]"


def dictionary(entries: Mapping[str, object]) -> str:
    """Return values that are written already, or whole numbers, under their keys."""
    return f"<< {' '.join([f'/{key} {value}' for key, value in entries.items()])} >>"

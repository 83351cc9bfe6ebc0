"""Write values as a PDF writes them (ISO 32000-1, 7.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_ESCAPED = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\", "\r": "\\r"})
_IRREGULAR = re.compile(r"[^A-Za-z0-9_.+-]")


def string(text: str) -> str:
    """Return a text: as it is if it is of ASCII letters and signs, else in UTF-16."""
    return f"({_bytes(text).translate(_ESCAPED)})"


def _bytes(text: str) -> str:
    """Return the bytes of a string, each as the character of its number."""
    if text.isascii() and text.isprintable():
        return text
    return ("\ufeff" + text).encode("utf-16-be").decode("latin-1")


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


def names(entries: Mapping[str, object]) -> str:
    """Return a name tree: values under their names, in the order of the bytes of these."""
    ordered = sorted(entries, key=_bytes)
    return dictionary({"Names": array(f"{string(key)} {entries[key]}" for key in ordered)})

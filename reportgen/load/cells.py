"""Turn the text of one cell into an exact number or the reason why there is none.

A symbol stays what the publisher meant by it. Text that is neither a number nor a symbol is
refused, with what to write instead; "NA" in particular is never read as missing, because it may be
an accident.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Context, Decimal

from reportgen.facts import Missing

SYMBOLS = {reason.value[0]: reason for reason in Missing}
_NUMBER = re.compile(
    r"[+\-\u2212]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)?(\.[0-9]+)?([eE][+\-]?[0-9]{1,3})?"
)
_EXCEL = Context(prec=15, rounding=ROUND_HALF_EVEN)
_PLAIN = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,17})?([eE]-?[0-9])?")
"""How nearly every published number is written; the rest is read with more care."""
_SYMBOL_LIST = "c withheld, z not applicable, x not available, low or k nearly zero, u unreliable"
_ADVICE = {
    "": f"write the number, or a symbol: {_SYMBOL_LIST}",
    "na": "write x if the figure is not available, z if it does not apply, c if it was withheld",
    ":": "write x, the current symbol for a figure that is not available",
    "~": "write low, the current symbol for a figure that rounds to zero",
    ".": "write z, the current symbol for a figure that does not apply",
    "-": "write 0 for a true zero, x for a figure that is not available, low if it rounds to zero",
    "*": "write c for a figure that was withheld",
    "supp": "write c for a figure that was withheld",
}
PUBLISHED = {
    **SYMBOLS,
    ":": Missing.NOT_AVAILABLE,
    "-": Missing.NOT_AVAILABLE,
    ".": Missing.NOT_APPLICABLE,
    "~": Missing.LOW,
    "<0.5": Missing.LOW,
    "supp": Missing.SUPPRESSED,
    "ne": Missing.NOT_APPLICABLE,
    "lowcov": Missing.UNRELIABLE,
}
"""The symbols of published files, older ones included, in lower case."""

_LARGEST, _SMALLEST = 15, -30
"""No figure has more digits than these before its point, or noughts after it."""
_SAME_AS = {"n/a": "na", "nan": "na", "null": "na", "none": "na", "..": ".", "–": "-", "—": "-"}


class CellError(ValueError):
    """A cell that cannot be read: what is wrong with it, and what to write instead."""

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint


def tidy(text: str) -> str:
    """Return text without spaces at its ends, and with every run of space inside as one space."""
    return " ".join(text.replace("\ufeff", " ").split())


def read_value(text: str) -> Decimal | Missing:
    """Return the number in a cell, or the `Missing` reason that its symbol stands for.

    Raises `CellError` for anything else.
    """
    word = tidy(text)
    symbol = SYMBOLS.get(word.casefold())
    return symbol if symbol is not None else read_number(word)


def read_published(
    text: str, symbols: Mapping[str, Missing] = PUBLISHED
) -> Decimal | Missing | None:
    """Return the number or symbol of a published cell; None where it is empty.

    `symbols` are those that the data set uses. Raises `CellError` for anything else.
    """
    if _PLAIN.fullmatch(text):
        return without_noise(Decimal(text)) if len(text) > 15 else Decimal(text)
    word = tidy(text)
    if not word:
        return None
    symbol = symbols.get(word.casefold())
    return symbol if symbol is not None else without_noise(read_number(word))


def without_noise(value: Decimal) -> Decimal:
    """Return a number without the digits that only a computer's arithmetic put there.

    Excel keeps 15 significant figures; 7.0000000000000007E-2 is its way to write 0.07.
    """
    rounded = _EXCEL.plus(value)
    return value if rounded.same_quantum(value) else rounded.normalize(_EXCEL)


def read_number(text: str) -> Decimal:
    """Return exactly the number that is written, thousands commas and stray spaces aside.

    Raises `CellError` with the text found if it is not a number.
    """
    word = tidy(text)
    found = _NUMBER.fullmatch(word)
    if found and (found[1] or found[3]):
        number = Decimal(word.replace(",", "").replace("\u2212", "-"))
        if not number or _SMALLEST <= number.adjusted() < _LARGEST:
            return number
        if 0 < number.adjusted() < 100:
            raise CellError(f"“{word}” has more than {_LARGEST} digits", "check the number")
    key = word.casefold()
    advice = _ADVICE.get(_SAME_AS.get(key, key)) or _advice(word)
    raise CellError(f"“{word}” is not a number" if word else "the cell is empty", advice)


def read_count(text: str) -> Decimal | None:
    """Return a count that stands behind a figure; None where it is blank or a symbol.

    Raises `CellError` for anything else, and for a number below zero.
    """
    if not tidy(text):
        return None
    value = read_value(text)
    if isinstance(value, Missing):
        return None
    if value < 0:
        raise CellError(f"“{tidy(text)}” is below zero", "a count of people or points cannot be")
    return value


def _advice(word: str) -> str:
    """Return what to write instead of a word that looks like a number but is not one."""
    bare = re.sub(r"[%£,\s]|k$|m$", "", word)
    if word.startswith("#"):
        return "Excel shows this for a formula that fails or a column too narrow; mend it there"
    if found := re.fullmatch(r"([+\-]?[0-9]+),([0-9]+)", word):
        return f"write {found[1]}.{found[2]} if the comma is a decimal point, else no comma"
    if word.startswith("<"):
        return "write low for a figure that rounds to zero, c for one that was withheld"
    if bare != word and re.fullmatch(r"[+\-]?[0-9]*\.?[0-9]+", bare):
        return (
            f"write {bare}: the unit comes from sections/measures.toml, and thousands need no comma"
        )
    if re.fullmatch(r"\([0-9.]+\)", word):
        return f"write -{word[1:-1]} for a number below zero"
    return f"write a number such as 53.4, or a symbol: {_SYMBOL_LIST}"

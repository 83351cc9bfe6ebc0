"""Turn an OpenDocument spreadsheet (.ods) into sheets of text, as a person would have typed them.

A number has the digits that a spreadsheet keeps, a share its sign, and a day is written as in
2025-08-31, whatever the cell shows.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element, iterparse

from reportgen.load.cells import without_noise

_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _TABLE, _TEXT = f"{_NAMES}office:1.0}}", f"{_NAMES}table:1.0}}", f"{_NAMES}text:1.0}}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_MIDNIGHT = "T00:00:00"

Rows = tuple[tuple[str, ...], ...]


def read_sheets(content: bytes) -> Iterator[tuple[str, Rows]]:
    """Yield the name and the rows of each sheet in the content.xml of a spreadsheet.

    Every row is as long as the longest. Raises `SyntaxError` if the text is not XML.
    """
    rows: list[tuple[str, ...]] = []
    blank = 0
    for event, element in iterparse(io.BytesIO(content), ("start", "end")):
        if event == "start":
            if element.tag == f"{_TABLE}table":
                rows, blank = [], 0
        elif element.tag == f"{_TABLE}table-row":
            cells = _row(element)
            times = _times(element, "rows")
            if cells:
                # What is left of a sheet under its last row is one empty row, a million times.
                rows += [()] * blank + [cells] * times
                blank = 0
            else:
                blank += times
            element.clear()
        elif element.tag == f"{_TABLE}table":
            width = max(map(len, rows), default=0)
            padded = (row + ("",) * (width - len(row)) for row in rows)
            yield element.get(f"{_TABLE}name", ""), tuple(padded)


def _row(row: Element) -> tuple[str, ...]:
    """Return the cells of a row up to the last that is not empty."""
    cells: list[str] = []
    blank = 0
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        text, times = _text(cell), _times(cell, "columns")
        if text:
            cells += [""] * blank + [text] * times
            blank = 0
        else:
            blank += times
    return tuple(cells)


def _times(element: Element, of: str) -> int:
    """Return how often a cell or a row stands there one after the other."""
    return int(element.get(f"{_TABLE}number-{of}-repeated", "1"))


def _text(cell: Element) -> str:
    match cell.get(f"{_OFFICE}value-type"):
        case None:
            return ""
        case "float" | "currency":
            return _number(cell, 0)
        case "percentage":
            return _number(cell, 2) + "%"
        case "date":
            return cell.get(f"{_OFFICE}date-value", "").removesuffix(_MIDNIGHT).replace("T", " ")
        case "boolean":
            return cell.get(f"{_OFFICE}boolean-value", "").upper()
        case _:
            written = ("".join(line.itertext()) for line in cell.findall(f"{_TEXT}p"))
            return cell.get(f"{_OFFICE}string-value") or "\n".join(written)


def _number(cell: Element, places: int) -> str:
    """Return the number of a cell times ten to some power, without what arithmetic put there."""
    text = cell.get(f"{_OFFICE}value", "")
    try:
        value = without_noise(Decimal(text))
    except InvalidOperation:
        return text
    return f"{value.scaleb(places).normalize():f}"

"""Turn the sheet behind a chart into an Excel workbook, the same bytes for the same numbers.

Words are always text: nothing in a cell can start a formula.
"""

from __future__ import annotations

from decimal import Decimal
from xml.sax.saxutils import escape

from reportgen.formats.word.chart_grid import Grid
from reportgen.formats.word.package import Package

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SHEET = "Figures"


def workbook(grid: Grid) -> bytes:
    """Return the workbook: categories down the first column, series across."""
    package = Package()
    package.relate("", "officeDocument", "xl/workbook.xml")
    sheet = package.relate("xl/workbook.xml", "worksheet", "xl/worksheets/sheet1.xml")
    package.relate("xl/workbook.xml", "styles", "xl/styles.xml")
    parts = {
        "xl/workbook.xml": ("sheet.main+xml", _workbook(sheet)),
        "xl/worksheets/sheet1.xml": ("worksheet+xml", _sheet(grid)),
        "xl/styles.xml": ("styles+xml", _styles(grid.form)),
    }
    for name, (kind, text) in parts.items():
        package.add(name, (_HEAD + text).encode("utf-8"), _TYPE + kind)
    return package.to_bytes()


def reference(column: int, first: int, last: int) -> str:
    """Return the address of the cells of a column, rows counted from 1: "Figures!$B$2:$B$5"."""
    letter = chr(ord("A") + column)
    if first == last:
        return f"{SHEET}!${letter}${first}"
    return f"{SHEET}!${letter}${first}:${letter}${last}"


def _workbook(link: str) -> str:
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="{link}"/></sheets></workbook>'
    )


def _sheet(grid: Grid) -> str:
    rows = [_row(1, ["", *(column.name for column in grid.columns)])]
    for place, category in enumerate(grid.categories):
        values = [column.values[place] for column in grid.columns]
        rows.append(_row(place + 2, [category, *values]))
    return (
        f'<worksheet xmlns="{_MAIN}"><cols><col min="1" max="1" width="30" customWidth="1"/>'
        f'<col min="2" max="{len(grid.columns) + 1}" width="18" customWidth="1"/></cols>'
        f"<sheetData>{''.join(rows)}</sheetData></worksheet>"
    )


def _row(number: int, cells: list[str | Decimal | None] | list[str]) -> str:
    made = []
    for place, cell in enumerate(cells):
        address = f"{chr(ord('A') + place)}{number}"
        if isinstance(cell, Decimal):
            made.append(f'<c r="{address}" s="1"><v>{cell}</v></c>')
        elif cell:
            text = f'<is><t xml:space="preserve">{escape(cell)}</t></is>'
            made.append(f'<c r="{address}" t="inlineStr">{text}</c>')
    return f'<row r="{number}">{"".join(made)}</row>'


def _styles(form: str) -> str:
    code = escape(form, {'"': "&quot;"})
    font = '<fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts>'
    fills = (
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
    )
    border = "<border><left/><right/><top/><bottom/><diagonal/></border>"
    plain = 'fontId="0" fillId="0" borderId="0"'
    return (
        f'<styleSheet xmlns="{_MAIN}">'
        f'<numFmts count="1"><numFmt numFmtId="164" formatCode="{code}"/></numFmts>'
        f'{font}{fills}<borders count="1">{border}</borders>'
        f'<cellStyleXfs count="1"><xf numFmtId="0" {plain}/></cellStyleXfs>'
        f'<cellXfs count="2"><xf numFmtId="0" {plain} xfId="0"/>'
        f'<xf numFmtId="164" {plain} xfId="0" applyNumberFormat="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )

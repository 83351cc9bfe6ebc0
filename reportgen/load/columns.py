"""Turn some columns of a download into text, with the number of each row, as fast as may be.

Only the columns asked for are made, and only the rows that a filter keeps.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from reportgen.errors import DataError, Place, Problem
from reportgen.load.download import Download, records
from reportgen.load.forms import fold_column

Condition = Mapping[str, Callable[[str], bool]]
"""Tests of some columns that a row must all pass."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Some columns as lists of text of one length, with the number of each row in the file.

    `total` counts all rows under the header; `left` counts those that were left out, by the text
    that they have in one column.
    """

    numbers: Sequence[int]
    cells: Mapping[str, Sequence[str]]
    total: int
    left: Mapping[str, int]

    def __getitem__(self, column: str) -> Sequence[str]:
        return self.cells[column]


def read_columns(
    download: Download, names: Collection[str], any_of: Sequence[Condition] = (), by: str = ""
) -> Columns:
    """Return columns by their folded names; each must be one of the download's.

    Only rows that meet one of the conditions are returned, where there are any; the others are
    counted `by` a column, which every condition tests. Raises `DataError` with every row that has
    more or fewer cells than the header.
    """
    tested = {name for condition in any_of for name in condition}
    _refuse_twins(download, {*names, *tested})
    table = _table(download, sorted({*names, *tested, *([by] if by else [])}))
    first = download.header + 1
    if not any_of:
        cells = {name: _texts(table[name]) for name in names}
        return Columns(range(first, first + table.num_rows), cells, table.num_rows, {})
    # Most rows fail the test of one column: the others are tested on what is left.
    codes = _coded(table[by])
    before = _counts(codes)
    near = _passes(codes, [condition[by] for condition in any_of])
    rows, table = pc.indices_nonzero(near), table.filter(near)
    met = _meets(table, any_of)
    rows, table = rows.filter(met), table.filter(met)
    cells = {name: _texts(table[name]) for name in names}
    numbers = pc.add(rows, first).to_pylist()
    return Columns(numbers, cells, sum(before.values()), before - _counts(_coded(table[by])))


def _counts(codes: pa.DictionaryArray) -> Counter[str]:
    """Return how often each text stands in a column."""
    texts, indices = _written(codes), codes.indices
    counted = Counter({"": indices.null_count})
    for item in pc.mode(indices, n=max(len(texts), 1)).to_pylist():
        counted[texts[item["mode"]]] += item["count"]
    return +counted


def _refuse_twins(download: Download, names: Collection[str]) -> None:
    """Raise `DataError` if two columns have a name that is needed."""
    folded = [fold_column(name) for name in download.columns]
    twins = sorted(name for name in names if folded.count(name) > 1)
    hint = "remove or rename one of them"
    problems = [
        Problem("two columns have this name", Place(download.file, download.header, name), hint)
        for name in twins
    ]
    if problems:
        raise DataError(problems)


def _meets(table: pa.Table, any_of: Sequence[Condition]) -> pa.Array:
    """Return for each row whether it meets one of the conditions."""
    coded = {name: _coded(table[name]) for condition in any_of for name in condition}
    met = None
    for condition in any_of:
        both = None
        for name, test in condition.items():
            passing = _passes(coded[name], [test])
            both = passing if both is None else pc.and_(both, passing)
        met = both if met is None else pc.or_(met, both)
    return met


def _passes(codes: pa.DictionaryArray, tests: Sequence[Callable[[str], bool]]) -> pa.Array:
    """Return for each cell whether it passes one of some tests; each text is tested once."""
    passing = [any(test(text) for test in tests) for text in _written(codes)]
    passed = pa.array(passing, pa.bool_()).take(codes.indices)
    return pc.fill_null(passed, any(test("") for test in tests))


def texts_of(download: Download, name: str) -> Mapping[str, int]:
    """Return the texts of a column, with how often each stands there."""
    return _counts(_coded(_table(download, [name])[name]))


def sample(download: Download, rows: int = 400) -> list[list[str]]:
    """Return the first rows under the header."""
    if download.parquet:
        table = pq.read_table(pa.BufferReader(download.parquet)).slice(0, rows)
        return [[_text(cell) for cell in row.values()] for row in table.to_pylist()]
    if download.rows:
        return [list(row) for row in download.rows[download.header : download.header + rows]]
    lines = io.TextIOWrapper(io.BytesIO(download.text), encoding="utf-8", newline="")
    found: list[list[str]] = []
    for number, row in enumerate(csv.reader(lines), 1):
        if number > download.header:
            found.append(row)
        if len(found) == rows:
            break
    return found


def _table(download: Download, names: Collection[str]) -> pa.Table:
    """Return a table of text with folded column names."""
    wanted = {fold_column(name): name for name in download.columns}
    if download.parquet:
        columns = [wanted[name] for name in names]
        raw = pq.read_table(
            pa.BufferReader(download.parquet), columns=columns, read_dictionary=columns
        )
        return raw.select(columns).rename_columns(list(names))
    if download.rows or download.header > 1:
        return _from_records(download, names)
    try:
        return _from_csv(download, names, newlines=False)
    except pa.ArrowInvalid:
        # A line break within a cell, a row of another length, or an empty line.
        return _with_care(download, names)


def _with_care(download: Download, names: Collection[str]) -> pa.Table:
    """Return a table that the fast way refuses; the slow way finds the rows that are wrong."""
    try:
        return _from_csv(download, names, newlines=True)
    except pa.ArrowInvalid:
        return _from_records(download, names)


def _from_csv(download: Download, names: Collection[str], newlines: bool) -> pa.Table:
    positions = {fold_column(name): number for number, name in enumerate(download.columns)}
    labels = [str(number) for number in range(len(download.columns))]
    wanted = {name: str(positions[name]) for name in names}
    table = pacsv.read_csv(
        pa.BufferReader(download.text),
        read_options=pacsv.ReadOptions(column_names=labels, skip_rows_after_names=1),
        parse_options=pacsv.ParseOptions(newlines_in_values=newlines, ignore_empty_lines=False),
        convert_options=pacsv.ConvertOptions(
            check_utf8=False,  # the text of a download is known to be
            include_columns=list(wanted.values()),
            column_types=dict.fromkeys(wanted.values(), pa.string()),
            strings_can_be_null=False,
        ),
    )
    return table.rename_columns(list(wanted))


def _from_records(download: Download, names: Collection[str]) -> pa.Table:
    header, *rows = records(download)
    positions = {fold_column(name): number for number, name in enumerate(header)}
    width = len(header)
    problems = []
    for number, row in enumerate(rows, download.header + 1):
        if len(row) != width and any(cell.strip() for cell in row):
            what = f"the row has {len(row)} cells, the header {width}"
            hint = "download the file again; an editor may have changed it"
            problems.append(Problem(what, Place(download.file, number), hint))
        elif len(row) != width:
            row[:] = [""] * width
    if problems:
        raise DataError(problems[:20])
    while rows and not any(rows[-1]):
        rows.pop()
    return pa.table(
        {name: pa.array([row[positions[name]] for row in rows], pa.string()) for name in names}
    )


def _texts(column: pa.ChunkedArray) -> list[str]:
    """Return the texts of a column; those of numbers are written once for each number."""
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if pa.types.is_string(column.type):
        texts: list[str] = pc.utf8_trim_whitespace(pc.fill_null(column, "")).to_pylist()
        return texts
    codes = _coded(column)
    written = _written(codes)
    return ["" if code is None else written[code] for code in codes.indices.to_pylist()]


def _coded(column: pa.ChunkedArray) -> pa.DictionaryArray:
    """Return a column as codes and the few values that they stand for."""
    if pa.types.is_dictionary(column.type):
        return column.unify_dictionaries().combine_chunks()
    return column.dictionary_encode().combine_chunks()


def _written(codes: pa.DictionaryArray) -> list[str]:
    """Return the text of each value that a column's codes stand for."""
    return [_text(value).strip() for value in codes.dictionary.to_pylist()]


def _text(value: object) -> str:
    """Return a value of a parquet file as text; a float of whole numbers without its point."""
    if value is None or value != value:
        return ""
    if isinstance(value, float):
        return format(value, ".15g")
    return str(value)

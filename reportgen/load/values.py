"""Turn the cells of published columns into values, gathering by text those that are neither.

A text that stands wrongly in a thousand rows is one problem with the first of them, not a thousand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from reportgen.errors import Place, Problem
from reportgen.load.cells import PUBLISHED, CellError, read_published
from reportgen.observation import Missing

Value = Decimal | Missing
_NAMED = 10
"""How many of the texts in a column that are not numbers are named."""
_ONCE = Decimal(1)


@dataclass
class _Bad:
    """A text that cannot be read: its first row, how many more there are, and the advice."""

    row: int
    error: CellError
    more: int = 0


@dataclass
class ValueReader:
    """Reads cells of one file, each text once."""

    file: str
    symbols: Mapping[str, Missing] = field(default_factory=lambda: PUBLISHED)
    _known: dict[str, Value | None] = field(default_factory=dict)
    _bad: dict[tuple[str, str], _Bad] = field(default_factory=dict)

    def value(self, text: str, row: int, column: str) -> Value | None:
        """Return the value of a cell; None if it is empty, or wrong and noted as such."""
        if text in self._known:
            return self._known[text]
        if bad := self._bad.get((column, text)):
            self._again(column, text, bad, row)
            return None
        try:
            value = read_published(text, self.symbols)
        except CellError as error:
            self._bad[column, text] = _Bad(row, error)
            return None
        self._known[text] = value
        return value

    def values(
        self, texts: Iterable[str], rows: Iterable[int], column: str, times: Decimal = _ONCE
    ) -> list[Value | None]:
        """Return the values of cells of a column, those that are numbers multiplied."""
        known = self._known
        values = [
            known[text] if text in known else self.value(text, row, column)
            for text, row in zip(texts, rows, strict=True)
        ]
        if times == 1:
            return values
        return [value * times if isinstance(value, Decimal) else value for value in values]

    def _again(self, column: str, text: str, bad: _Bad, row: int) -> None:
        """Note a wrong text once more; the first row that has it need not be the first read."""
        bad.more += 1
        if row < bad.row:
            bad.row = row
            self._bad[column, text] = self._bad.pop((column, text))

    def count(self, text: str, row: int, column: str) -> Decimal | None:
        """Return a count behind a figure; None where it is empty, withheld or wrong."""
        value = self.value(text, row, column)
        return value if isinstance(value, Decimal) else None

    def problems(self) -> tuple[Problem, ...]:
        """Return one problem for each text that is neither a number nor a symbol, row by row.

        Of a column with many, the first are named and the others counted.
        """
        found: dict[str, list[Problem]] = {}
        for (column, _), bad in sorted(self._bad.items(), key=lambda item: item[1].row):
            more = f" (and in {bad.more:,} more rows)" if bad.more else ""
            hint = f"{bad.error.hint}; or say what it means under symbols in sections/measures.toml"
            problem = Problem(bad.error.what + more, Place(self.file, bad.row, column), hint)
            found.setdefault(column, []).append(problem)
        return tuple(
            problem for column, theirs in found.items() for problem in self._first(column, theirs)
        )

    def _first(self, column: str, problems: Sequence[Problem]) -> Iterator[Problem]:
        yield from problems[:_NAMED]
        if rest := problems[_NAMED:]:
            what = f"{len(rest):,} more text{'s' * (len(rest) > 1)} in the column cannot be read"
            yield Problem(what, Place(self.file, None, column), problems[0].hint)

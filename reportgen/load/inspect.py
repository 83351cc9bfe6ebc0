"""Say what a file is: its form, measures, years, areas and symbols, and what is not understood."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportgen.area import Area, Comparators
from reportgen.errors import DataError, Problem
from reportgen.load.candidate import FileAccount, Reading, ordered
from reportgen.load.columns import texts_of
from reportgen.load.download import Download, open_path, records
from reportgen.load.figures import read_tidy
from reportgen.load.forms import Form, fold_column, nearly
from reportgen.load.lait_dictionary import Entry, entries_beside, unknown_measures
from reportgen.load.lookalikes import lookalike
from reportgen.load.meta import Meta, read_meta
from reportgen.load.read import DataFile, Project, read_download, sheet_in
from reportgen.load.reasons import NOT_FIGURES, NOTES
from reportgen.load.sources import applicable, first_of
from reportgen.load.wanted import Wanted
from reportgen.observation import Missing, Observation
from reportgen.period import Period

_YEAR = re.compile(r"(19|20)[0-9]{2}([/-]?[0-9]{2})?([0-9]{2})?( \(.*\))?$")
_ANYWHERE = Comparators(Area("", ""))


@dataclass(frozen=True, slots=True)
class Held:
    """What a file holds of one measure: its periods, and how many groups and areas."""

    measure: str
    name: str
    periods: tuple[str, ...]
    groups: int
    areas: int
    figures: int
    symbols: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Inspection:
    """An account of one table.

    `fitting` are the measures whose columns it has, with figures or not. `years` are those of all
    its rows, known measures or not; `levels` count its rows by kind of area; `strange` are its
    columns that no source names, with their labels where a metadata file beside it gives them;
    `unknown` are lines that say what such keys of a long table are, and how to add one.
    """

    file: str
    form: str
    rows: int
    held: tuple[Held, ...] = ()
    fitting: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    levels: tuple[tuple[str, int], ...] = ()
    strange: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    account: FileAccount | None = None
    problems: tuple[Problem, ...] = ()

    def lines(self) -> tuple[str, ...]:
        """Return the account as lines of words."""
        rows = f", with {self.rows:,} row{'s' * (self.rows != 1)}" if self.rows else ""
        out = [self.file]
        if self.form != "unknown" or self.rows:
            form = "in no form that is known" if self.form == "unknown" else self.form
            out.append(f"  This is {form}{rows}.")
        if self.years:
            out.append(f"  Years: {_span(self.years)}")
        if self.levels:
            out.append("  Rows: " + ", ".join(f"{count:,} {name}" for name, count in self.levels))
        for item in self.held:
            out.append(
                f"  {item.name}: {_span(item.periods)}; areas: {item.areas:,}, "
                f"groups: {item.groups:,}, figures: {item.figures:,}"
            )
            out += [f"    {count:,} {symbol}" for symbol, count in item.symbols]
        if not self.held and self.fitting:
            out.append(f"  No figures, but the columns of: {', '.join(self.fitting)}")
        elif not self.held and self.account:
            out.append("  No measure that is known.")
        if self.strange:
            out.append(f"  Not understood: {', '.join(self.strange)}")
        out += [f"    {line}" for line in self.unknown]
        if self.account:
            out += [f"  Set aside: {n:,} {reason}" for reason, n in self.account.aside]
        out += [f"  Problem: {problem}" for problem in self.problems]
        if self.account:
            out += [f"  Remark: {remark}" for remark in self.account.remarks]
        return tuple(out)


def inspect_file(file: DataFile, project: Project, name: str = "") -> tuple[Inspection, ...]:
    """Return an account of every table in a file; one that cannot be read says why."""
    shown = name or file.path.as_posix()
    try:
        tables = open_path(file.path, shown)
    except DataError as error:
        return (Inspection(shown, "unknown", 0, problems=error.problems),)
    meta = read_meta(file.path, tables)
    some = any(table.form for table in tables)
    long = any(table.form is Form.LAIT for table in tables)
    entries = entries_beside(file.path, tables) if long else {}
    return tuple(
        _passed(table)
        if some and not table.form and not nearly(table.columns)
        else _inspect(table, project, file.period, meta, entries)
        for table in tables
    )


def _inspect(
    table: Download, project: Project, period: str, meta: Meta, entries: Mapping[str, Entry]
) -> Inspection:
    try:
        if table.form is Form.TIDY:
            return _own(table, project)
        reading = read_download(table, project, Wanted(everything=True), period, meta)
    except DataError as error:
        known = lookalike({fold_column(name) for name in table.columns})
        form = table.form.words if table.form else known.what if known else "unknown"
        return Inspection(table.file, form, _rows(table), problems=error.problems)
    used = reading.rows - sum(reading.aside.values())
    account = FileAccount(
        table.file, reading.form, reading.rows, used, ordered(reading.aside), reading.remarks
    )
    return Inspection(
        table.file,
        reading.form,
        reading.rows,
        _held(reading, project),
        _fitting(table, project),
        _years(table),
        _levels(table),
        _strange(table, project, meta.labels, entries),
        _unknown(table, project, entries),
        account,
        reading.problems,
    )


def _passed(table: Download) -> Inspection:
    """Return an account of a sheet of notes beside sheets that can be read."""
    rows = len(records(table))
    account = FileAccount(table.file, NOTES, rows, 0, ((NOT_FIGURES, rows),) if rows else ())
    return Inspection(table.file, NOTES, rows, account=account)


def _rows(table: Download) -> int:
    """Return how many rows a table has under its first; none where they cannot be counted."""
    try:
        return max(len(records(table)) - 1, 0)
    except DataError:
        return 0


def _own(table: Download, project: Project) -> Inspection:
    """Return an account of a table in our own form."""
    sheet = sheet_in(table)
    found, problems = read_tidy(sheet, project.dictionary, _ANYWHERE, project.areas)
    by_measure: dict[str, list[Observation]] = {}
    for item in found:
        by_measure.setdefault(item.measure.id, []).append(item)
    held = tuple(
        Held(
            measure,
            project.dictionary.measures[measure].name,
            _in_order(item.period for item in items),
            len({item.group for item in items}),
            len({item.area for item in items}),
            len(items),
            _symbols(item.value for item in items),
        )
        for measure, items in sorted(by_measure.items())
    )
    rows = len(sheet.rows) + sheet.blank
    return Inspection(table.file, Form.TIDY.words, rows, held, problems=tuple(problems))


def _held(reading: Reading, project: Project) -> tuple[Held, ...]:
    measures = sorted({block.source.measure for block in reading.blocks})
    found = []
    for measure in measures:
        blocks = [block for block in reading.blocks if block.source.measure == measure]
        figures = [item for block in blocks for item in block.found]
        found.append(
            Held(
                measure,
                project.dictionary.measures[measure].name,
                _in_order(block.period for block in blocks),
                len({block.group for block in blocks}),
                len({item.area for item in figures}),
                len(figures),
                _symbols(item.value for item in figures),
            )
        )
    return tuple(found)


def _fitting(table: Download, project: Project) -> tuple[str, ...]:
    """Return the names of the measures that sources look for in a table with these columns."""
    if table.form is not Form.EES:
        return ()
    sources = applicable(project.sources, table.form, table.columns)
    return tuple(dict.fromkeys(project.dictionary.measures[s.measure].name for s in sources))


def _in_order(periods: Iterable[Period]) -> tuple[str, ...]:
    ordered_periods = sorted(set(periods), key=lambda p: (p.kind.value, p.start, p.end))
    return tuple(dict.fromkeys(period.label for period in ordered_periods))


def _symbols(values: Iterable[object]) -> tuple[tuple[str, int], ...]:
    counted = Counter(value for value in values if isinstance(value, Missing))
    words = {f"{reason.symbol} {reason.words}": count for reason, count in counted.items()}
    return ordered(words)


def _years(table: Download) -> tuple[str, ...]:
    column = {Form.EES: "time_period", Form.LAIT: "years"}.get(table.form or Form.TIDY)
    found = texts_of(table, column) if column else {}
    return tuple(sorted(text for text in found if _YEAR.match(text)))


def _levels(table: Download) -> tuple[tuple[str, int], ...]:
    # ONS put the number of a footnote after the name of its column until 2020.
    names = ("geographic_level", "geography", "geography1", "ofsted phase")
    wanted = names if table.form in (Form.EES, Form.ONS, Form.OFSTED) else ()
    name = first_of(wanted, map(fold_column, table.columns))
    counts = texts_of(table, name) if name else {}
    return ordered({text or "empty": count for text, count in counts.items()})


def _unnamed(table: Download, project: Project) -> list[str]:
    """Return the keys of a long table that no source names."""
    if table.form is not Form.LAIT:
        return []
    known = {key for source in project.sources for key in source.items}
    return sorted(key for key in texts_of(table, "short desc") if key not in known)


def _unknown(table: Download, project: Project, entries: Mapping[str, Entry]) -> tuple[str, ...]:
    """Return lines on the keys of a long table that no source names, if a dictionary tells them."""
    return tuple(unknown_measures(_unnamed(table, project), entries)) if entries else ()


def _strange(
    table: Download, project: Project, labels: Mapping[str, str], entries: Mapping[str, Entry]
) -> tuple[str, ...]:
    """Return the columns, or the keys of a long table, that no source names."""
    if keys := _unnamed(table, project):
        some = f"{len(keys)} keys"
        more = "put the data dictionary of the tool beside it to see what they are"
        return (some,) if entries else (f"{some}: {', '.join(keys[:8])} … ({more})",)
    if table.form is not Form.EES:
        return ()
    sources = applicable(project.sources, Form.EES, table.columns)
    named = {
        name
        for source in sources
        for names in (
            source.value,
            source.numerator,
            source.denominator,
            source.cohort,
            source.where,
            source.having,
            source.lacking,
            *source.groups.values(),
        )
        for name in names
    }
    place = {"time_period", "time_identifier", "geographic_level", "version"}
    columns = [fold_column(name) for name in table.columns]
    rest = [n for n in columns if n not in named | place and not n.endswith(("_code", "_name"))]
    return tuple(f"{name} ({labels[name]})" if name in labels else name for name in rest)


def _span(years: tuple[str, ...]) -> str:
    """Return many years as the first and the last, a few as they are."""
    return ", ".join(years) if len(years) < 4 else f"{years[0]} to {years[-1]} ({len(years)})"

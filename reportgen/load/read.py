"""Turn all the files of a report, its own and downloaded ones, into its figures and an account.

Each file is recognised by what is in it. Every row is used or set aside with a reason.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from reportgen.area import Area, Comparators
from reportgen.errors import DataError, Problem
from reportgen.load.areas import Areas
from reportgen.load.cache import Cache, rests_on
from reportgen.load.candidate import Block, FileAccount, Reading
from reportgen.load.download import Download, open_download, records
from reportgen.load.elsewhere import Elsewhere
from reportgen.load.figures import in_order, read_tidy
from reportgen.load.files import unreadable
from reportgen.load.forms import Form, unknown
from reportgen.load.merge import choose
from reportgen.load.meta import Meta, beside_of, read_meta
from reportgen.load.places import areas_of, misnamed
from reportgen.load.possible import impossible_in
from reportgen.load.reasons import BLANK, NOT_FIGURES, NOTES
from reportgen.load.sheet import Sheet, name_in, sheet_of
from reportgen.load.sources import Source, applicable
from reportgen.load.twice import Key, repeats, two_kinds
from reportgen.load.wanted import Wanted
from reportgen.measures import Dictionary, Measure
from reportgen.observation import Cell, Observation
from reportgen.period import Period

NO_META = Meta()


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file to read, and the day or year of its figures where it does not say it itself."""

    path: Path
    period: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """What reading needs to know of a project: its measures, their sources, and all areas."""

    dictionary: Dictionary
    sources: tuple[Source, ...] = ()
    areas: Areas = field(default_factory=Areas)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The figures of a report, those of other authorities for ranks, and each file's account."""

    observations: tuple[Observation, ...]
    elsewhere: Mapping[tuple[str, Period], tuple[Observation, ...]] = field(default_factory=dict)
    accounts: tuple[FileAccount, ...] = ()


def read_files(
    files: Iterable[DataFile],
    root: Path,
    project: Project,
    comparators: Comparators,
    cache: Cache | None = None,
) -> Loaded:
    """Return every figure of the files, ordered by what it is about.

    Places name files as seen from `root`. Raises `DataError` with every cell that cannot be read,
    every file that is in no form that is known, and every figure that is given twice.
    """
    reader = _Reader(root, project, comparators, cache)
    for file in sorted(files, key=lambda file: name_in(file.path, root)):
        reader.read(file)
    own, problems = reader.own, reader.problems
    problems += [*repeats(own), *two_kinds(own)]
    problems += [problem for reading in reader.readings for problem in reading.problems]
    keys: dict[Key, str] = {
        (item.measure.id, item.area.code, item.period, item.group): item.cell.file for item in own
    }
    choice = choose(reader.readings, comparators, keys)
    problems += choice.problems
    if problems:
        raise DataError(problems)
    ours = {area.code: area for area in areas_of(comparators)}
    areas = {item.area.code: item.area for item in project.areas.known} | ours

    def make(block: Block, file: str, codes: Container[str]) -> Iterator[Observation]:
        measure = project.dictionary.measures[block.source.measure]
        return _observations(block, file, measure, areas, codes)

    named = [item for file, block in choice.chosen for item in make(block, file, ours)]
    if wrong := [problem for item in named if (problem := impossible_in(item))]:
        raise DataError(wrong)
    return Loaded(
        in_order([*own, *named]),
        Elsewhere(choice.chosen, ours, make),
        tuple(sorted([*reader.accounts, *choice.accounts], key=lambda account: account.file)),
    )


@dataclass
class _Reader:
    """Reads files one after the other, gathering what they hold and what is wrong with them."""

    root: Path
    project: Project
    comparators: Comparators
    cache: Cache | None
    own: list[Observation] = field(default_factory=list)
    accounts: list[FileAccount] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def _wanted(self) -> Wanted:
        return Wanted.by(self.comparators, self.project.dictionary)

    @cached_property
    def _rests_on(self) -> str:
        return rests_on(self.project, self._wanted)

    def read(self, file: DataFile) -> None:
        """Read a file, or take what was kept of it."""
        name = name_in(file.path, self.root)
        try:
            data = file.path.read_bytes()
            beside = beside_of(file.path)
            about = data + beside.read_bytes() if beside else data
            cache = self.cache
            key = cache.key(about, name, file.period, self._rests_on) if cache else ""
            kept = cache.get(key, self.project.sources) if cache else None
            if kept is None:
                tables = open_download(data, name)
                kept = [r for table in tables if (r := self._table(table, tables, file))]
                whole = len(kept) == len(tables) and not any(r.problems for r in kept)
                if cache and whole:
                    cache.put(key, kept)
            self.readings += kept
        except OSError as error:
            self.problems.append(unreadable(error, name))
        except DataError as error:
            self.problems += error.problems

    def _table(
        self, table: Download, tables: tuple[Download, ...], file: DataFile
    ) -> Reading | None:
        """Return the reading of a published table; None for our own, whose figures are final."""
        if table.form is None and any(other.form for other in tables):
            return _no_figures(table, NOTES)
        if table.form is not Form.TIDY:
            meta = read_meta(file.path, tables)
            return read_download(table, self.project, self._wanted, file.period, meta)
        found, account, wrong = read_own(table, self.project, self.comparators)
        self.own += found
        self.accounts.append(account)
        self.problems += wrong
        return None


def sheet_in(download: Download) -> Sheet:
    """Return a small table as rows of text."""
    return sheet_of(records(download), download.file, download.header)


def read_own(
    download: Download, project: Project, comparators: Comparators
) -> tuple[list[Observation], FileAccount, list[Problem]]:
    """Return the figures of a table in our own form, from a CSV file or a workbook."""
    sheet = sheet_in(download)
    found, wrong = read_tidy(sheet, project.dictionary, comparators, project.areas)
    aside = ((BLANK, sheet.blank),) if sheet.blank else ()
    rows = len(sheet.rows) + sheet.blank
    remarks = misnamed(sheet, project.areas)
    account = FileAccount(download.file, Form.TIDY.words, rows, len(sheet.rows), aside, remarks)
    return found, account, wrong


def read_download(
    download: Download,
    project: Project,
    wanted: Wanted,
    period: str = "",
    meta: Meta = NO_META,
) -> Reading:
    """Return what a published table holds of the project's measures.

    Each reader is loaded when a file needs it, so that a report of its own figures starts at once.
    Raises `DataError` if it is in no form that is known.
    """
    if download.form is None:
        raise DataError(Problem(*unknown(download.columns, download.file)))
    sources = applicable(project.sources, download.form, download.columns)
    areas = project.areas
    match download.form:
        case Form.EES:
            from reportgen.load.ees import read_ees

            return read_ees(download, sources, project.dictionary, areas, wanted, meta.kinds)
        case Form.LAIT:
            from reportgen.load.lait import read_lait

            return read_lait(download, sources, areas, wanted)
        case Form.OFSTED:
            from reportgen.load.ofsted import read_ofsted

            return read_ofsted(download, sources, project.dictionary, areas, wanted, period)
        case Form.ONS:
            from reportgen.load.ons import read_ons

            return read_ons(download, sources, areas, wanted, period)
        case Form.LAIT_DICTIONARY:
            from reportgen.load.lait_dictionary import read_lait_dictionary

            return read_lait_dictionary(download, project.sources, project.dictionary)
        case _:
            return _no_figures(download, download.form.words)


def _no_figures(download: Download, form: str) -> Reading:
    rows = max(len(records(download)) - 1, 0) if download.form else len(records(download))
    return Reading(download.file, form, rows, aside={NOT_FIGURES: rows} if rows else {})


def _observations(
    block: Block, file: str, measure: Measure, areas: Mapping[str, Area], codes: Container[str]
) -> Iterator[Observation]:
    """Yield the figures that a block of a file gives of some areas, ordered by their codes."""
    source = block.source
    for item in block.found.of_areas(codes):
        yield Observation(
            measure,
            areas[item.area],
            block.period,
            block.group,
            item.value,
            Cell(file, item.row, block.column),
            item.numerator,
            item.denominator,
            item.cohort,
            block.status,
            source.title,
            source.note,
        )

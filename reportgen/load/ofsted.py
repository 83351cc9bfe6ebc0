"""Turn Ofsted's list of schools into counts and shares of schools and pupils by grade.

Every school counts once, under the authority that it lies in. Schools without an overall grade are
left out of shares. England or a region is added up only where every authority of it is in the list.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reportgen.errors import Place, Problem
from reportgen.load.areas import Areas, KnownArea
from reportgen.load.candidate import Block, Figures, Found, Reading, joined
from reportgen.load.cells import CellError, read_number
from reportgen.load.columns import Columns, read_columns
from reportgen.load.download import Download, file_of
from reportgen.load.figures import find_member
from reportgen.load.forms import OVERALL, Form, fold_column
from reportgen.load.reasons import BLANK, NO_NAME, OTHER_AREA
from reportgen.load.sources import Source, first_of
from reportgen.load.wanted import Wanted
from reportgen.measures import Dictionary, Group
from reportgen.observation import Missing
from reportgen.period import Period, PeriodKind, read_period

_AREA, _GRADE, _PUPILS = "local authority", OVERALL[0], "total number of pupils"
_REPORT_CARD = "curriculum and teaching"
"""A grade of the report cards that took the place of the overall grade in November 2025."""
_INSPECTED = ("inspection start date", "inspection start date of latest oeif graded inspection")
_NO_DAY = "of a day that is not stated"
GRADES = ("1", "2", "3", "4")


@dataclass(frozen=True, slots=True)
class School:
    """What is used of one row: its number, its cells by column, and how many pupils it has."""

    row: int
    area: KnownArea
    cells: Mapping[str, str]
    pupils: Decimal


def read_ofsted(
    download: Download,
    sources: Sequence[Source],
    dictionary: Dictionary,
    areas: Areas,
    wanted: Wanted,
    period: str = "",
) -> Reading:
    """Return counts and shares of the schools of each area wanted.

    `period` is the day that the list was made, which it does not say itself; without it, the day of
    its latest inspection stands in.
    """
    have = {*map(fold_column, download.columns), _GRADE}
    named = {name for source in sources for names in source.groups.values() for name in names}
    told = {_AREA, _PUPILS, _REPORT_CARD, *OVERALL, *_INSPECTED, *named}
    columns = read_columns(download, sorted(set(map(fold_column, download.columns)) & told))
    when = read_period(period, PeriodKind.AS_AT) if period else _latest(columns)
    if when is None:
        return _undated(download.file, columns.total)
    aside: Counter[str] = Counter()
    problems: list[Problem] = []
    schools = list(_schools(columns, areas, download.file, aside, problems))
    blocks: list[Block] = []
    label = next(name for name in download.columns if fold_column(name) in OVERALL)
    used: set[int] = set()
    for area, theirs in _by_area(schools, areas):
        if wanted.area(area):
            used |= {school.row for school in theirs}
            for source in sources:
                _figures(source, area, theirs, when, dictionary, have, wanted, blocks, label)
    aside[OTHER_AREA] += len({school.row for school in schools} - used)
    return Reading(
        download.file,
        Form.OFSTED.words,
        columns.total,
        joined(blocks),
        +aside,
        tuple(problems),
        () if period else (_inferred(when, download.file),),
        frozenset(used),
    )


def _inferred(when: Period, file: str) -> Problem:
    what = f"the file does not say its day: that of its latest inspection, {when}, stands in"
    return Problem(what, Place(file), _say_day(file))


def _undated(file: str, rows: int) -> Reading:
    what = "the file says neither its day nor that of any inspection"
    remark = Problem(what, Place(file), _say_day(file))
    return Reading(file, Form.OFSTED.words, rows, (), {_NO_DAY: rows}, (), (remark,))


def _say_day(file: str) -> str:
    return f'say it in report.toml: files = [{{ path = "{file_of(file)}", period = "2025-08-31" }}]'


def _schools(
    columns: Columns, areas: Areas, file: str, aside: Counter[str], problems: list[Problem]
) -> Iterator[School]:
    names = list(columns.cells)
    for row, *cells in zip(columns.numbers, *columns.cells.values(), strict=True):
        known = ["" if cell == "NULL" else cell for cell in cells]
        if not any(known):
            aside[BLANK] += 1
            continue
        school = dict(zip(names, known, strict=True))
        school[_GRADE] = _overall(school)
        area = areas.of_name(school[_AREA])
        if area is None:
            aside[NO_NAME] += 1
            continue
        yield School(row, area, school, _pupils(school, row, file, problems))


def _pupils(school: Mapping[str, str], row: int, file: str, problems: list[Problem]) -> Decimal:
    """Return how many pupils a school has; a school that gives no number counts none."""
    text = school.get(_PUPILS, "")
    try:
        return read_number(text) if text else Decimal(0)
    except CellError as error:
        place = Place(file, row, "Total number of pupils")
        problems.append(Problem(error.what, place, error.hint))
        return Decimal(0)


def _overall(school: Mapping[str, str]) -> str:
    """Return the overall grade of a school; none where a report card has taken its place."""
    if school.get(_REPORT_CARD):
        return ""
    return next((school[name] for name in OVERALL if name in school), "")


def _latest(columns: Columns) -> Period | None:
    """Return the day of the latest inspection in the list; None if it says none."""
    texts = {text for name in _INSPECTED for text in columns.cells.get(name, ())}
    latest = max(map(_iso, texts), default="")
    return read_period(latest, PeriodKind.AS_AT) if latest else None


def _iso(text: str) -> str:
    """Return a day as 2025-08-31, from that or from 31/08/2025; empty for anything else."""
    found = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text)
    try:
        iso = "-".join(reversed(found.groups())) if found else text[:10]
        return date.fromisoformat(iso).isoformat()
    except ValueError:
        return ""


def _by_area(
    schools: Iterable[School], areas: Areas
) -> Iterator[tuple[KnownArea, Sequence[School]]]:
    """Yield each authority with its schools, then the regions and England that are complete."""
    found: dict[str, list[School]] = defaultdict(list)
    for school in schools:
        found[school.area.number].append(school)
    for theirs in found.values():
        yield theirs[0].area, theirs
    for item in areas.known:
        if item.kind == "authority":
            continue
        parts = [a for a in areas.authorities if item.kind == "country" or a.region == item.area]
        if parts and all(part.number in found for part in parts):
            yield item, [school for part in parts for school in found[part.number]]


def _figures(
    source: Source,
    area: KnownArea,
    schools: Sequence[School],
    period: Period,
    dictionary: Dictionary,
    have: set[str],
    wanted: Wanted,
    blocks: list[Block],
    column: str,
) -> None:
    """Add a figure for everyone and for each combination of the source's groups."""
    columns = {d: first_of(names, have) for d, names in source.groups.items()}
    dimensions = [(d, name) for d, name in columns.items() if name]
    for size in range(len(dimensions) + 1):
        for chosen in itertools.combinations(dimensions, size):
            for group, members in _divide(schools, chosen, source, dictionary).items():
                if wanted.figure(area, source.measure, group):
                    item = _figure(source, area.area.code, members, schools[0].row)
                    found = Figures.of([item])
                    blocks.append(Block(source, period, group, "final", column, found))


def _divide(
    schools: Iterable[School],
    chosen: Sequence[tuple[str, str]],
    source: Source,
    dictionary: Dictionary,
) -> Mapping[Group, list[School]]:
    """Return the graded schools by group; a school whose text is no member is in none.

    The list is of every school: where a group has schools and none is graded, or none has a certain
    grade, their number is nought.
    """
    alike: dict[Group, list[School]] = defaultdict(list)
    for school in schools:
        pairs = {
            dimension: _member(dimension, school.cells[name], source, dictionary)
            for dimension, name in chosen
            if name != _GRADE
        }
        members = {dimension: member for dimension, member in pairs.items() if member}
        if len(members) == len(pairs):
            alike[Group.of(**members)].append(school)
    found: dict[Group, list[School]] = defaultdict(list)
    grades = list(_grades(chosen, source, dictionary))
    for group, theirs in alike.items():
        for more, texts in grades:
            some = [school for school in theirs if school.cells[_GRADE] in texts]
            found[Group.of(**dict(group.pairs), **more)] += some
    return found


def _grades(
    chosen: Iterable[tuple[str, str]], source: Source, dictionary: Dictionary
) -> Iterator[tuple[Mapping[str, str], Sequence[str]]]:
    """Yield each grade as a group and its text; all at once where schools are not so divided."""
    dimension = next((dimension for dimension, name in chosen if name == _GRADE), None)
    if dimension is None:
        yield {}, GRADES
        return
    for grade in GRADES:
        if member := _member(dimension, grade, source, dictionary):
            yield {dimension: member}, (grade,)


def _member(dimension: str, text: str, source: Source, dictionary: Dictionary) -> str | None:
    own = source.members.get((dimension, text.casefold()))
    return own or find_member(dictionary.dimensions[dimension], text)


def _figure(source: Source, area: str, schools: Sequence[School], first: int) -> Found:
    """Return a count of schools or pupils, or the share of them in schools with some grades.

    Its row is that of its first school, or where there is none the `first` of the area.
    """
    base = _count(source, schools)
    row = schools[0].row if schools else first
    if not source.graded:
        return Found(area, base, row)
    part = _count(source, [s for s in schools if s.cells[_GRADE] in source.graded])
    share = part / base * 100 if base else Missing.NOT_APPLICABLE
    return Found(area, share, row, part, base, base)


def _count(source: Source, schools: Iterable[School]) -> Decimal:
    if source.count == "pupils":
        return sum((school.pupils for school in schools), Decimal(0))
    return Decimal(sum(1 for _ in schools))

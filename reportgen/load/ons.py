"""Turn mid-year population estimates by single year of age into candidates for figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from reportgen.errors import Place, Problem
from reportgen.load.areas import Areas
from reportgen.load.candidate import Block, Figures, Found, Reading, joined
from reportgen.load.columns import read_columns
from reportgen.load.download import Download, file_of
from reportgen.load.forms import Form, fold_column
from reportgen.load.reasons import OTHER_AREA, OTHER_TIER
from reportgen.load.sources import Source
from reportgen.load.values import ValueReader
from reportgen.load.wanted import Wanted
from reportgen.measures import EVERYONE
from reportgen.period import Period, PeriodKind, read_period

_ALL = "all ages"


def read_ons(
    download: Download, sources: Sequence[Source], areas: Areas, wanted: Wanted, period: str = ""
) -> Reading:
    """Return the number of people of the ages that each source names, or their share of all ages.

    `period` is the year of the estimates ("mid-2024"), needed where no title above the table says.
    Rows of districts, wards and the like are set aside: one tier is kept, so that nobody counts
    twice.
    """
    when = _period(download, period)
    ages = {
        name: int(name.rstrip("+")) for name in map(fold_column, download.columns) if _is_age(name)
    }
    columns = read_columns(download, ("code", _ALL, *ages))
    if sex := _one_sex(download):
        alone = {f"of {sex} alone": columns.total}
        return Reading(download.file, Form.ONS.words, columns.total, aside=alone)
    sources = [source for source in sources if _has_all(source, ages)]
    if when is None or not sources:
        return _unread(download, columns.total, when)
    values = ValueReader(download.file)
    aside: Counter[str] = Counter()
    blocks: list[Block] = []
    for index, row in enumerate(columns.numbers):
        area = areas.of_code(columns["code"][index])
        if area is None or (area.kind == "authority" and area.ends):
            aside[OTHER_TIER] += 1
        elif not (theirs := [s for s in sources if wanted.figure(area, s.measure, EVERYONE)]):
            aside[OTHER_AREA] += 1
        else:
            people = {name: values.count(columns[name][index], row, name) for name in (_ALL, *ages)}
            for source in theirs:
                item = _figure(source, area.area.code, people, ages, row)
                if item:
                    found = Figures.of([item])
                    block = Block(source, when, EVERYONE, "final", _column(source), found)
                    blocks.append(block)
    return Reading(
        download.file, Form.ONS.words, columns.total, joined(blocks), +aside, values.problems()
    )


def _has_all(source: Source, ages: Mapping[str, int]) -> bool:
    """Return whether a table has a column for every year of age that a source adds up.

    The oldest stand together in one, from 85 or 90 on.
    """
    first, last = source.ages or (0, 0)
    return set(ages.values()).issuperset(range(first, min(last, 85) + 1))


def _figure(
    source: Source,
    area: str,
    people: Mapping[str, Decimal | None],
    ages: Mapping[str, int],
    row: int,
) -> Found | None:
    """Return the people of the source's ages; None if a year of age has no number."""
    first, last = source.ages or (0, 200)
    counts = _known(people[name] for name, age in ages.items() if first <= age <= last)
    everyone = people[_ALL]
    if counts is None or everyone is None:
        return None
    number = sum(counts, Decimal(0))
    if _ALL not in source.denominator:
        return Found(area, number, row)
    return Found(area, number / everyone * 100, row, number, everyone, everyone)


def _column(source: Source) -> str:
    return f"{source.ages[0]} to {source.ages[1]}" if source.ages else "All ages"


def _known(counts: Iterable[Decimal | None]) -> list[Decimal] | None:
    found = list(counts)
    known = [count for count in found if count is not None]
    return known if len(known) == len(found) else None


def _is_age(name: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{1,3}\+?", name))


def _period(download: Download, period: str) -> Period | None:
    """Return the year given, or the one that a title above the table gives."""
    if period:
        return read_period(period, PeriodKind.AS_AT)
    found = re.search(r"\bmid[- ](20\d\d)\b", _titles(download), re.IGNORECASE)
    return read_period(f"mid-{found[1]}", PeriodKind.AS_AT) if found else None


def _one_sex(download: Download) -> str:
    """Return the sex that the titles of a table name alone; empty where it is of everyone."""
    words = set(re.findall(r"\w+", _titles(download).casefold())) & {"persons", "males", "females"}
    return next(iter(words - {"persons"}), "") if len(words) == 1 else ""


def _titles(download: Download) -> str:
    """Return what stands above the header, and the name of the sheet."""
    above = download.header - 1
    if download.rows:
        sheet = "".join(re.split(r"\.(?:xls[xm]|ods)/", download.file)[1:])
        return " ".join([sheet, *(cell for row in download.rows[:above] for cell in row)])
    return b" ".join(download.text.split(b"\n")[:above]).decode() if above else ""


def _unread(download: Download, rows: int, when: Period | None) -> Reading:
    path = file_of(download.file)
    hint = f'say it in report.toml: files = [{{ path = "{path}", period = "mid-2024" }}]'
    what = "the table does not say which year its estimates are for"
    remarks = () if when else (Problem(what, Place(download.file), hint),)
    reason = "without a measure that is known" if when else "of a year that is not stated"
    return Reading(download.file, Form.ONS.words, rows, (), {reason: rows}, (), remarks)

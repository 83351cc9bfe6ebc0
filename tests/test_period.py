"""Periods: labels read back as they were printed, and only like kinds are ordered."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reportgen.period import UNDATED, Period, PeriodKind, fill_years, read_period

YEARS = st.integers(1900, 2098)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
TWO_YEARS = (PeriodKind.ACADEMIC, PeriodKind.FINANCIAL)


def two_years(first: int) -> str:
    return f"{first}/{(first + 1) % 100:02d}"


def labels(kind: PeriodKind) -> st.SearchStrategy[str]:
    """Labels that a figures file may give for a kind of period."""
    match kind:
        case PeriodKind.ACADEMIC | PeriodKind.FINANCIAL:
            return YEARS.map(two_years)
        case PeriodKind.CALENDAR:
            return YEARS.map(str)
        case PeriodKind.TERM:
            terms = st.sampled_from(["autumn", "spring", "summer"])
            return st.builds(lambda term, year: f"{term} term {year}", terms, YEARS)
        case PeriodKind.QUARTER:
            return st.builds(lambda year, q: f"{year} Q{q}", YEARS, st.integers(1, 4))
        case PeriodKind.MONTH:
            return DAYS.map(lambda day: f"{day:%Y-%m}")
        case PeriodKind.UNDATED:
            return st.just("")
        case _:
            forms = [DAYS.map(str), DAYS.map(lambda day: f"{day:%Y-%m}"), YEARS.map(str)]
            return st.one_of(*forms, YEARS.map(lambda year: f"mid-{year}"))


def periods(kind: PeriodKind) -> st.SearchStrategy[Period]:
    return labels(kind).map(lambda text: read_period(text, kind))


KINDS = st.sampled_from(PeriodKind)
SAME_KIND = KINDS.flatmap(lambda kind: st.tuples(periods(kind), periods(kind), periods(kind)))


@given(KINDS.flatmap(periods))
def test_a_label_is_read_back_as_the_same_period(period: Period) -> None:
    again = read_period(period.label, period.kind)

    assert (again, again.label) == (period, period.label)


@given(KINDS.flatmap(periods))
def test_a_period_begins_no_later_than_it_ends(period: Period) -> None:
    assert period.start <= period.end


@given(SAME_KIND)
def test_the_order_within_a_kind_is_total(three: tuple[Period, Period, Period]) -> None:
    a, b, c = three

    assert (a < b) + (a == b) + (a > b) == 1
    assert (a <= b) == (not b < a)
    if a <= b <= c:
        assert a <= c


@given(KINDS.flatmap(periods), KINDS.flatmap(periods))
def test_periods_of_two_kinds_are_neither_ordered_nor_subtracted(a: Period, b: Period) -> None:
    assume(a.kind is not b.kind)

    with pytest.raises(TypeError, match="never compared"):
        _ = a < b
    with pytest.raises(TypeError, match="never compared"):
        a.years_since(b)
    assert a != b


@given(SAME_KIND)
def test_years_between_periods_add_up(three: tuple[Period, Period, Period]) -> None:
    a, b, c = three

    assert a.years_since(b) == -b.years_since(a)
    assert a.years_since(b) + b.years_since(c) == a.years_since(c)


@given(st.sampled_from(TWO_YEARS), YEARS)
def test_the_year_after_begins_on_the_day_after(kind: PeriodKind, first: int) -> None:
    this = read_period(two_years(first), kind)
    after = read_period(two_years(first + 1), kind)

    assert after.start - this.end == timedelta(days=1)
    assert after.years_since(this) == 1
    assert this < after


@given(st.sampled_from(TWO_YEARS), YEARS)
def test_every_way_of_writing_two_years_is_one_period(kind: PeriodKind, first: int) -> None:
    second = f"{(first + 1) % 100:02d}"
    ways = [f"{first}/{second}", f"{first}-{second}", f"{first}–{second}", f"{first}{second}"]
    ways.append(f" {first}/{first + 1} ")

    assert len({(p, p.label) for p in (read_period(way, kind) for way in ways)}) == 1


@given(YEARS, YEARS.map(lambda year: f"{year % 100:02d}"))
def test_two_years_that_do_not_follow_each_other_are_refused(first: int, second: str) -> None:
    assume(int(second) != (first + 1) % 100)

    with pytest.raises(ValueError, match="follow each other"):
        read_period(f"{first}/{second}", PeriodKind.ACADEMIC)


def test_two_years_of_different_centuries_are_refused() -> None:
    assert read_period("1999/2000", PeriodKind.ACADEMIC).label == "1999/00"
    with pytest.raises(ValueError, match="follow each other"):
        read_period("2019/1920", PeriodKind.ACADEMIC)


@given(st.sampled_from((*TWO_YEARS, PeriodKind.CALENDAR)), st.sets(YEARS, min_size=1, max_size=9))
def test_missing_years_are_put_in_and_none_is_lost(kind: PeriodKind, years: set[int]) -> None:
    label = str if kind is PeriodKind.CALENDAR else two_years
    known = [read_period(label(year), kind) for year in years]
    filled = fill_years(known)

    assert set(known) <= set(filled)
    assert (filled[0], filled[-1]) == (min(known), max(known))
    assert all(b.years_since(a) == 1 for a, b in pairwise(filled))
    assert fill_years(filled) == filled


@given(st.lists(periods(PeriodKind.QUARTER) | periods(PeriodKind.QUARTER)))
def test_nothing_is_put_between_periods_that_are_no_years(quarters: list[Period]) -> None:
    assert fill_years(quarters) == tuple(sorted(quarters))


def test_nothing_is_put_between_dates() -> None:
    days = [read_period(text, PeriodKind.AS_AT) for text in ("2021-07-31", "2018-03")]

    assert [period.label for period in fill_years(days)] == ["March 2018", "31 July 2021"]


@given(st.text(max_size=12), KINDS)
def test_what_is_no_period_is_refused_and_nothing_else_goes_wrong(
    text: str, kind: PeriodKind
) -> None:
    try:
        period = read_period(text, kind)
    except ValueError:
        return
    assert read_period(period.label, kind) == period


@pytest.mark.parametrize(
    ("text", "kind", "label", "phrase"),
    [
        ("2019/20", PeriodKind.ACADEMIC, "2019/20", "in 2019/20"),
        ("201920", PeriodKind.FINANCIAL, "2019/20", "in 2019/20"),
        ("2019", PeriodKind.CALENDAR, "2019", "in 2019"),
        ("Autumn 2021", PeriodKind.TERM, "autumn term 2021", "in the autumn term 2021"),
        ("2023 Q1", PeriodKind.QUARTER, "January to March 2023", "in January to March 2023"),
        ("2021-09", PeriodKind.MONTH, "September 2021", "in September 2021"),
        ("2021-08-31", PeriodKind.AS_AT, "31 August 2021", "at 31 August 2021"),
        ("September 2021", PeriodKind.AS_AT, "September 2021", "in September 2021"),
        ("mid-2018", PeriodKind.AS_AT, "mid-2018", "in mid-2018"),
        ("2021-01", PeriodKind.CENSUS, "January 2021", "in the January 2021 census"),
        ("2021", PeriodKind.CENSUS, "2021", "in the 2021 count"),
        ("2021", PeriodKind.YEAR_TO_DATE, "2021", "in 2021 to date"),
        ("", PeriodKind.UNDATED, "", ""),
    ],
)
def test_a_period_is_printed_and_said_as_people_do(
    text: str, kind: PeriodKind, label: str, phrase: str
) -> None:
    period = read_period(text, kind)

    assert (str(period), period.phrase()) == (label, phrase)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2021", PeriodKind.ACADEMIC),
        ("2019/20", PeriodKind.CALENDAR),
        ("winter 2021", PeriodKind.TERM),
        ("February to April 2023", PeriodKind.QUARTER),
        ("2023 Q5", PeriodKind.QUARTER),
        ("2021-13", PeriodKind.AS_AT),
        ("2021-02-30", PeriodKind.AS_AT),
        ("30 Febuary 2021", PeriodKind.AS_AT),
        ("2021", PeriodKind.MONTH),
        ("2021-09-01", PeriodKind.MONTH),
        ("2021", PeriodKind.UNDATED),
    ],
)
def test_a_label_of_another_kind_is_refused_with_the_label(text: str, kind: PeriodKind) -> None:
    with pytest.raises(ValueError, match=f"“{text}”"):
        read_period(text, kind)


def test_two_names_of_one_day_are_one_period() -> None:
    named = read_period("mid-2018", PeriodKind.AS_AT)
    dated = read_period("2018-06-30", PeriodKind.AS_AT)

    assert named == dated
    assert len({named, dated}) == 1


def test_what_has_no_date_is_one_period() -> None:
    assert read_period("  ", PeriodKind.UNDATED) is UNDATED

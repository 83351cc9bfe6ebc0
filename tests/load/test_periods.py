"""Labels of time become typed periods, by what the data set says and never by their look."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.load.periods import PeriodError, read_label, read_time
from reportgen.period import PeriodKind

ACADEMIC, FINANCIAL, TERM = PeriodKind.ACADEMIC, PeriodKind.FINANCIAL, PeriodKind.TERM


@pytest.mark.parametrize(
    ("digits", "identifier", "day", "label", "kind"),
    [
        ("201920", "Academic year", "", "2019/20", ACADEMIC),
        ("2019/20", "Academic year", "", "2019/20", ACADEMIC),
        ("199900", "academic  year", "", "1999/00", ACADEMIC),
        ("202021", "Financial year", "", "2020/21", FINANCIAL),
        ("202021", "Tax year", "", "2020/21", FINANCIAL),
        ("202526", "Autumn term", "", "autumn term 2025", PeriodKind.TERM),
        ("202526", "Spring term", "", "spring term 2026", PeriodKind.TERM),
        ("202526", "Summer term", "", "summer term 2026", PeriodKind.TERM),
        (
            "202526",
            "Autumn and spring term",
            "",
            "autumn and spring terms 2025/26",
            PeriodKind.TERM,
        ),
        ("202021", "Financial year Q1", "", "April to June 2020", PeriodKind.QUARTER),
        ("202021", "Financial year Q4", "", "January to March 2021", PeriodKind.QUARTER),
        ("2019", "Calendar year", "", "2019", PeriodKind.CALENDAR),
        ("2025", "Reporting year", "31 March", "31 March 2025", PeriodKind.AS_AT),
        ("2024", "Reporting year", "mid", "mid-2024", PeriodKind.AS_AT),
        ("2024", "Reporting year", "", "2024", PeriodKind.AS_AT),
        ("2021", "January", "", "January 2021", PeriodKind.MONTH),
        ("2021", "Week 3", "", "week 3 of 2021", PeriodKind.AS_AT),
    ],
)
def test_digits_are_read_by_their_identifier(
    digits: str, identifier: str, day: str, label: str, kind: PeriodKind
) -> None:
    period = read_time(digits, identifier, day)
    assert (period.label, period.kind) == (label, kind)


@pytest.mark.parametrize(
    ("digits", "identifier"),
    [
        ("2019", "Academic year"),
        ("201921", "Academic year"),
        ("201920", "Calendar year"),
        ("2021", "Week 60"),
        ("2019/2020", "Academic year"),
        ("2019", "Olympiad"),
        ("", ""),
    ],
)
def test_digits_that_do_not_fit_their_identifier_are_refused(digits: str, identifier: str) -> None:
    with pytest.raises(PeriodError):
        read_time(digits, identifier)


@pytest.mark.parametrize(
    ("text", "kind", "label", "status"),
    [
        ("2025", ACADEMIC, "2024/25", "final"),
        ("2025", FINANCIAL, "2024/25", "final"),
        ("2025", PeriodKind.CALENDAR, "2025", "final"),
        ("2025", PeriodKind.AS_AT, "30 September 2025", "final"),
        ("2025", PeriodKind.CENSUS, "January 2025", "final"),
        ("2023/24", ACADEMIC, "2023/24", "final"),
        ("2024-25", FINANCIAL, "2024/25", "final"),
        ("2024-25 (OT)", FINANCIAL, "2024/25", "final"),
        ("2024 (Rev)", ACADEMIC, "2023/24", "revised"),
        ("2025 (prov)", ACADEMIC, "2024/25", "provisional"),
        ("2020 (Final)", ACADEMIC, "2019/20", "final"),
    ],
)
def test_a_label_of_lait_is_read_as_the_kind_of_year_it_is(
    text: str, kind: PeriodKind, label: str, status: str
) -> None:
    found = read_label(text, kind)
    assert (found.period.label, found.status) == (label, status)


@pytest.mark.parametrize("text", ["2014-16", "2013/14-15/16", "0", "", "2025 (guess)", "year"])
def test_several_years_drawn_together_are_no_year(text: str) -> None:
    with pytest.raises(PeriodError):
        read_label(text, ACADEMIC)


@given(st.integers(1950, 2090))
def test_one_year_ends_the_academic_year_that_it_names(year: int) -> None:
    assert read_label(str(year), ACADEMIC).period.end.year == year

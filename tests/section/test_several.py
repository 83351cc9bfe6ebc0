"""Tables of several measures: side by side, behind rates, what was given, and shares of a whole."""

from __future__ import annotations

import pytest

from reportgen.facts import Observation
from reportgen.measures import Group
from reportgen.section import amounts_table, counts_table, measures_table, shares_table
from tests.invented import facts, row, when
from tests.reading import grid, title, under, why

LAST = when("2020/21")
RATES = {"absence": "Absences"}
ORIGINS = ("asian", "chinese", "white")
WITHHELD = "[c] withheld to protect confidentiality."


def sex(measure: str, period: str = "2020/21", **values: object) -> list[Observation]:
    return [row(measure, period, value, sex=name) for name, value in values.items()]


def test_measures_stand_side_by_side_each_at_its_latest_period() -> None:
    known = facts(
        *sex("roll", "2019/20", girls=1, boys=2),
        *sex("roll", girls=500, boys=600),
        *sex("meals", "2021-01-21", boys=60, girls=50),
    )
    table = measures_table(known, ("roll", "meals"), "sex", "Pupils and meals", whole="All")

    assert grid(table) == [
        ["Sex", "Pupils on roll", "Pupils eligible for meals"],
        ["Girls", "500", "50"],
        ["Boys", "600", "60"],
        ["All", "1,100", "110"],
    ]
    assert title(table) == "Pupils and meals"


def test_what_is_published_for_all_stands_before_any_sum() -> None:
    rows = [*sex("roll", girls=500, boys=600), row("roll", "2020/21", 1105)]
    table = measures_table(facts(*rows), ("roll",), "sex", "Pupils", whole="All pupils")

    assert grid(table)[-1] == ["All pupils", "1,105"]


def test_a_count_is_summed_from_the_groups_within_it_where_it_is_not_given() -> None:
    rows = [
        row("roll", "2020/21", n, origin=origin)
        for origin, n in (("asian", 30), ("chinese", 10), ("white", 70))
    ]
    academies = [row("meals", "2020/21", 4, origin="chinese")]
    table = measures_table(facts(*rows, *academies), ("roll", "meals"), "origin", "T", whole="All")

    assert grid(table)[1:] == [
        ["Asian", "30", "4"],
        ["of which: Chinese", "10", "4"],
        ["White", "70", "[x]"],
        ["All", "100", "[x]"],
    ]


def test_a_group_within_one_that_is_not_in_the_table_counts_for_itself() -> None:
    rows = [
        row("roll", "2020/21", n, origin=origin) for origin, n in (("chinese", 9), ("white", 7))
    ]
    table = measures_table(facts(*rows), ("roll",), "origin", "T", whole="All")

    assert grid(table)[-1] == ["All", "16"]


def test_a_withheld_count_withholds_the_sum() -> None:
    table = measures_table(
        facts(*sex("roll", girls="c", boys=600)), ("roll",), "sex", "Pupils", whole="All"
    )

    assert grid(table)[1:] == [["Girls", "[c]"], ["Boys", "600"], ["All", "[c]"]]
    assert WITHHELD in under(table)


def test_rates_are_never_summed() -> None:
    table = measures_table(
        facts(*sex("absence", girls=4, boys=5)), ("absence",), "sex", "Absence", whole="All"
    )

    assert grid(table)[1:] == [["Girls", "4.0%"], ["Boys", "5.0%"], ["All", "[x]"]]


def test_money_has_its_sign_and_a_group_may_be_chosen_for_the_whole() -> None:
    groups = (Group.of(sex="girls"), Group.of(sex="boys", need="plan"))
    rows = [
        row("worth", "2020/21", 1500, sex="girls"),
        row("worth", "2020/21", 2000, sex="boys", need="plan"),
        row("worth", "2020/21", 9000, need="plan"),
    ]
    table = measures_table(
        facts(*rows), ("worth",), groups, "Worth", "All", whole_group=Group.of(need="plan")
    )

    assert [line[-1] for line in grid(table)] == ["Worth of each", "£1,500", "£2,000", "£9,000"]


def test_measures_of_nothing_are_absent() -> None:
    england = facts(row("roll", "2020/21", 5, "england", sex="girls"))

    assert why(measures_table(england, ("roll",), "sex", "T")) == "there are no figures"


def absences(phase: str = "", **counts: object) -> Observation:
    where = {"phase": phase} if phase else {}
    return row("absence", "2020/21", "4.4", **counts, **where)


def test_the_counts_behind_rates_stand_by_group_and_for_everyone() -> None:
    known = facts(
        absences("secondary", numerator=60, denominator=1000),
        absences("primary", numerator=40, denominator=1100),
        absences(numerator=100, denominator=2100),
    )
    table = counts_table(known, RATES, "Pupils", LAST, "phase")

    assert grid(table) == [
        ["Type of school", "Absences", "Pupils"],
        ["Primary", "40", "1,100"],
        ["Secondary", "60", "1,000"],
        ["All pupils", "100", "2,100"],
    ]
    assert title(table) == "The numbers behind the rates: absences, 2020/21"


def test_counts_for_everyone_alone_are_a_table_too() -> None:
    table = counts_table(
        facts(absences(numerator=100, denominator=2100)), RATES, "Pupils", LAST, "phase"
    )

    assert grid(table)[1:] == [["All pupils", "100", "2,100"]]


def test_a_count_that_is_not_given_says_so() -> None:
    known = facts(absences("primary", numerator=40), absences(numerator=100, denominator=2100))
    table = counts_table(known, RATES, "Pupils", LAST, "phase")

    assert grid(table)[1] == ["Primary", "40", "[x]"]
    assert "[x] not available." in under(table)


def test_rates_without_counts_have_no_table_of_them() -> None:
    rates = facts(absences("primary"), absences())

    assert why(counts_table(rates, RATES, "Pupils", LAST, "phase")) == (
        "no counts are given with the rates"
    )
    assert why(counts_table(rates, RATES, "Pupils", None, "phase")) == "there are no figures"


def vouchers(*rows: Observation, whole: str = "") -> object:
    known = facts(*rows, *([row("worth", "2020/21", whole)] if whole else []))
    groups = [Group.of(sex=sex) for sex in ("girls", "boys")]
    spent = known.find("worth", LAST) if whole else None
    return amounts_table(known, "given", "worth", groups, "What was given", spent)


GIVEN = [*sex("given", girls=100, boys=50), *sex("worth", girls=30, boys=15)]


def test_amounts_are_worked_out_and_added_up_but_never_the_worth_of_one() -> None:
    table = vouchers(*GIVEN)

    assert grid(table) == [
        ["Sex", "Vouchers", "Worth of each", "Amount"],
        ["Girls", "100", "£30", "£3,000"],
        ["Boys", "50", "£15", "£750"],
        ["Total", "150", "[z]", "£3,750"],
    ]
    assert "[z] not applicable." in under(table)


def test_the_total_that_is_published_stands_before_the_sum() -> None:
    assert grid(vouchers(*GIVEN, whole="3760"))[-1] == ["Total", "150", "[z]", "£3,760"]


def test_a_withheld_number_withholds_its_amount_and_both_totals() -> None:
    table = vouchers(*sex("given", girls="c", boys=50), *sex("worth", girls=30, boys=15))

    assert grid(table)[1:] == [
        ["Girls", "[c]", "£30", "[c]"],
        ["Boys", "50", "£15", "£750"],
        ["Total", "[c]", "[z]", "[c]"],
    ]


def test_without_the_worth_of_one_there_is_no_amount_and_no_total_of_amounts() -> None:
    table = vouchers(*sex("given", girls=100, boys=50), *sex("worth", boys=15))

    assert grid(table)[1:] == [
        ["Girls", "100", "[x]", "[x]"],
        ["Boys", "50", "£15", "£750"],
        ["Total", "150", "[z]", "[x]"],
    ]


def test_one_amount_needs_no_total() -> None:
    table = vouchers(*sex("given", girls=100), *sex("worth", girls=30))

    assert grid(table)[1:] == [["Girls", "100", "£30", "£3,000"]]


def test_amounts_of_nothing_are_absent() -> None:
    assert why(vouchers()) == "there are no figures"
    assert why(vouchers(*sex("worth", girls=30))) == "there are no figures"


def test_shares_are_of_the_whole_as_published_or_else_of_the_sum() -> None:
    rows = sex("roll", girls=300, boys=600)
    shares = [
        shares_table(facts(*more), "roll", LAST, "sex", "Shares", "All pupils")
        for more in (rows, [*rows, row("roll", "2020/21", 1000)])
    ]

    assert grid(shares[0]) == [
        ["Sex", "Pupils on roll", "Share"],
        ["Girls", "300", "33.3%"],
        ["Boys", "600", "66.7%"],
        ["All pupils", "900", "100%"],
    ]
    assert grid(shares[1])[1:] == [
        ["Girls", "300", "30.0%"],
        ["Boys", "600", "60.0%"],
        ["All pupils", "1,000", "100%"],
    ]


@pytest.mark.parametrize(
    ("whole", "last"), [(None, ["All", "[c]", "[c]"]), (900, ["All", "900", "100%"])]
)
def test_a_withheld_part_withholds_its_share(whole: object, last: list[str]) -> None:
    rows = sex("roll", girls="c", boys=600)
    rows += [row("roll", "2020/21", whole)] if whole else []
    table = shares_table(facts(*rows), "roll", LAST, "sex", "Shares", "All")

    assert grid(table)[1] == ["Girls", "[c]", "[c]"]
    assert grid(table)[-1] == last


def test_groups_within_another_are_not_counted_twice_in_a_whole() -> None:
    rows = [
        row("roll", "2020/21", n, origin=name)
        for name, n in zip(ORIGINS, (30, 10, 70), strict=True)
    ]
    table = shares_table(facts(*rows), "roll", LAST, "origin", "Shares", "All")

    assert grid(table)[-1] == ["All", "100", "100%"]


def test_shares_of_nothing_are_absent() -> None:
    for period in (LAST, None):
        assert why(shares_table(facts(), "roll", period, "sex", "T", "All")) == (
            "there are no figures"
        )
    nobody = facts(row("roll", "2020/21", 900))
    assert why(shares_table(nobody, "roll", LAST, "sex", "T", "All")) == "there are no figures"

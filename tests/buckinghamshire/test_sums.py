"""The figures of the sample report agree with each other: what should add up does."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

PROGRAMMES = {
    "winter_grant": ("christmas", "february", "easter", "may", "summer"),
    "term_time": ("lockdown", "study_leave"),
    "holiday_activity": ("easter",),
}


@pytest.mark.parametrize(("year", "score"), [("2019/20", "57.96"), ("2020/21", "59.05")])
def test_the_two_groups_weighted_by_pupils_give_the_score_of_all(
    sample: Any, year: str, score: str
) -> None:
    groups = ("disadvantaged", "not_disadvantaged")
    points = sum(
        sample.value("attainment_8", year, disadvantage=group)
        * sample.cohort(year, disadvantage=group)
        for group in groups
    )

    assert round(points / sample.cohort(year), 2) == Decimal(score)
    assert abs(points / sample.cohort(year) - sample.value("attainment_8", year)) < Decimal("0.1")


@pytest.mark.parametrize("year", ["2019/20", "2020/21"])
@pytest.mark.parametrize("sex", ["boys", "girls"])
@pytest.mark.parametrize(
    ("by", "members"),
    [
        ("sen", ("no_sen", "sen_support", "ehc_plan")),
        ("disadvantage", ("disadvantaged", "not_disadvantaged")),
        ("fsm", ("fsm", "not_fsm")),
    ],
)
def test_the_groups_of_a_cohort_table_add_up_to_the_cohort(
    sample: Any, year: str, sex: str, by: str, members: tuple[str, ...]
) -> None:
    groups = [sample.value("ks4_cohort", year, sex=sex, **{by: member}) for member in members]

    assert sum(groups) == sample.value("ks4_cohort", year, sex=sex)


def test_the_cohort_of_a_score_is_the_cohort_of_the_tables(sample: Any) -> None:
    wrong = []
    for row in sample.rows.values():
        if row["measure"] != "attainment_8" or row["area_code"] != "E06000060" or not row["cohort"]:
            continue
        group = sample.group(row)
        if group.get("ethnicity") == "asian":
            parts = ("asian_excluding_chinese", "chinese")
            expected = sum(sample.cohort(row["period"], ethnicity=part) for part in parts)
        elif "sex" in group:
            expected = sample.value("ks4_cohort", row["period"], **group)
        else:
            expected = sample.cohort(row["period"], **group)
        if Decimal(row["cohort"]) != expected:
            wrong.append((row["period"], group, row["cohort"], expected))

    assert wrong == []


def test_the_counts_of_schools_agree(sample: Any) -> None:
    grades = ("outstanding", "good", "requires_improvement", "inadequate")
    by_grade = [
        sample.value("schools_by_rating", "2021-08-31", ofsted_grade=grade) for grade in grades
    ]
    phases = ("primary", "secondary", "special")
    inspected = [sample.value("inspections_since_september_2021", phase=phase) for phase in phases]
    primaries = [
        sample.value("schools", school_type=kind) for kind in ("infant", "junior", "combined")
    ]
    secondaries = [
        sample.value("schools", school_type=kind) for kind in ("selective", "non_selective")
    ]

    assert sum(by_grade) == sample.value("schools_by_rating", "2021-08-31") == 233
    assert sum(inspected) == sample.value("inspections_since_september_2021") == 13
    assert sum(primaries) == sample.value("schools", school_type="primary_all") == 185
    assert sum(secondaries) == sample.value("schools", school_type="secondary_all") == 34


@pytest.mark.parametrize("measure", ["permanent_exclusion_rate", "suspension_rate"])
def test_the_counts_behind_the_rates_add_up_and_give_the_rates(sample: Any, measure: str) -> None:
    rows = [row for row in sample.rows.values() if row["measure"] == measure and row["numerator"]]
    whole = next(row for row in rows if not row["phase"])
    parts = [row for row in rows if row["phase"]]

    assert len(parts) == 3
    for column in ("numerator", "denominator"):
        assert sum(int(row[column]) for row in parts) == int(whole[column])
    for row in rows:
        rate = 100 * Decimal(row["numerator"]) / Decimal(row["denominator"])
        assert abs(rate - Decimal(row["value"])) < Decimal("0.00001")


def test_what_was_spent_adds_up(sample: Any) -> None:
    spent = {
        programme: sum(
            sample.value("vouchers", programme=programme, occasion=occasion)
            * sample.value("voucher_value", programme=programme, occasion=occasion)
            for occasion in occasions
        )
        for programme, occasions in PROGRAMMES.items()
    }
    funders = {"rothschild": "key_stage_1", "council": "vulnerable"}
    devices = [sample.value("device_spend", funder=f, recipient=r) for f, r in funders.items()]

    assert (
        spent["winter_grant"]
        == sample.value("voucher_spend", programme="winter_grant")
        == 1_845_400
    )
    assert spent["term_time"] == sample.value("voucher_spend", programme="term_time") == 184_680
    assert spent["holiday_activity"] == 58_700
    assert sum(spent.values()) + sum(devices) == sample.value("total_spend") == 2_252_540
    for funder, recipient in funders.items():
        where = {"funder": funder, "recipient": recipient}
        cost = sample.value("devices", **where) * sample.value("device_cost")
        cost += sample.value("wifi_access", **where) * sample.value("wifi_cost")
        assert cost == sample.value("device_spend", **where)

"""What is worked out from the figures of the sample report is in its document too."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from reportgen.document import Document
from reportgen.facts import Derived
from reportgen.show import show

OURS, ENGLAND, NEIGHBOURS = "E06000060", "E92000001", "SN-mean-2021"
PROGRAMMES = {
    "winter_grant": ("christmas", "february", "easter", "may", "summer"),
    "term_time": ("lockdown", "study_leave"),
    "holiday_activity": ("easter",),
}


Found = tuple[str, str, Decimal, int]
"""What a figure is, the measure it is worked out from, its value and the decimals printed."""


def test_every_figure_worked_out_from_others_is_in_the_document(
    sample: Any, document: Document
) -> None:
    texts = {
        (sample.rows[cell.file, cell.row]["measure"], text.lstrip("\N{MINUS SIGN}"))
        for item in document.numbers()
        if isinstance(item.fact, Derived) or item.fact.cell.column != "value"
        for cell in item.fact.cells[:1]
        for text in [show(item.fact, "plain", item.places)]
    }
    parts = (attainment, children, schools, support)
    expected = {
        what: (measure, rounded(number, places))
        for part in parts
        for what, measure, number, places in part(sample)
    }

    assert len(expected) > 60
    assert {what: text for what, text in expected.items() if text not in texts} == {}


def rounded(number: Decimal, places: int) -> str:
    return f"{number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,f}"


def attainment(sample: Any) -> Iterator[Found]:
    for year in ("2019/20", "2020/21"):
        a8 = {
            (area, who): sample.value("attainment_8", year, area, disadvantage=who)
            for area in (OURS, ENGLAND, NEIGHBOURS)
            for who in ("disadvantaged", "not_disadvantaged")
        }
        for area in (OURS, ENGLAND, NEIGHBOURS):
            gap = a8[ENGLAND, "not_disadvantaged"] - a8[area, "disadvantaged"]
            yield f"gap to others in England of {area} in {year}", "attainment_8", gap, 1
        within = a8[OURS, "not_disadvantaged"] - a8[OURS, "disadvantaged"]
        yield f"gap within the area in {year}", "attainment_8", within, 1
        for group in (
            {"disadvantage": "disadvantaged"},
            {"fsm": "fsm"},
            {"sen": "sen_support"},
            {"sen": "ehc_plan"},
        ):
            yield f"pupils {group} in {year}", "ks4_cohort", sample.cohort(year, **group), 0
            share = 100 * sample.cohort(year, **group) / sample.cohort(year)
            yield f"share of the cohort {group} in {year}", "ks4_cohort", share, 1
        yield f"all pupils in {year}", "ks4_cohort", sample.cohort(year), 0
        for by, members in (
            ("ethnicity", ("asian_excluding_chinese", "black", "chinese", "mixed", "white")),
            ("first_language", ("english", "other_language")),
        ):
            rest = sample.cohort(year) - sum(
                sample.cohort(year, **{by: member}) for member in members
            )
            yield f"other or not recorded by {by} in {year}", "ks4_cohort", rest, 0


def children(sample: Any) -> Iterator[Found]:
    for group in ("in_need", "protection_plan", "looked_after"):
        phases = [
            sample.value("pupils_in_state_funded_schools", social_care=group, phase=phase)
            for phase in ("primary", "secondary", "special")
        ]
        yield (
            f"pupils in schools {group}",
            "pupils_in_state_funded_schools",
            sum(phases, Decimal(0)),
            0,
        )
        yield (
            f"share in special schools {group}",
            "pupils_in_state_funded_schools",
            100 * phases[2] / sum(phases),
            1,
        )
    dates = ("2020-03", "2021-07-31", "2021-10-31")
    first, second, third = (sample.value("ehe_children", date) for date in dates)
    for name, old, new in (("rise", first, second), ("fall", second, third), ("all", first, third)):
        yield f"home education {name}", "ehe_children", abs(new - old), 0
        yield f"home education {name} in per cent", "ehe_children", 100 * abs(new - old) / old, 1
    yield (
        "children for each full-time post",
        "ehe_children",
        third / sample.value("ehe_officers"),
        0,
    )


def schools(sample: Any) -> Iterator[Found]:
    kinds = ("primary_all", "secondary_all", "all_through", "special_school", "nursery")
    kinds = (*kinds, "pupil_referral_unit")
    yield (
        "all schools",
        "schools",
        sum(sample.value("schools", school_type=kind) for kind in kinds),
        0,
    )
    academies = [
        sample.value("schools_academy", school_type=kind) for kind in ("selective", "non_selective")
    ]
    yield "secondary academies", "schools_academy", sum(academies, Decimal(0)), 0
    inspected = sample.value("schools_by_rating", "2021-08-31")
    grades = {
        grade: sample.value("schools_by_rating", "2021-08-31", ofsted_grade=grade)
        for grade in ("outstanding", "good", "requires_improvement", "inadequate")
    }
    for grade, schools in grades.items():
        yield f"share of schools {grade}", "schools_by_rating", 100 * schools / inspected, 1
    good = grades["outstanding"] + grades["good"]
    yield "good or outstanding schools", "schools_by_rating", good, 0
    yield "share of schools good or outstanding", "schools_by_rating", 100 * good / inspected, 1
    share = "pupils_good_outstanding_schools"
    yield (
        "one-year rise in pupils",
        "pupils_good_outstanding_schools",
        sample.value(share, "2019") - sample.value(share, "2018"),
        0,
    )
    yield (
        "pupils above England",
        sample.value(share, "2019") - sample.value(share, "2019", ENGLAND),
        0,
    )


def support(sample: Any) -> Iterator[Found]:
    for programme, occasions in PROGRAMMES.items():
        for occasion in occasions:
            where = {"programme": programme, "occasion": occasion}
            spent = sample.value("vouchers", **where) * sample.value("voucher_value", **where)
            yield f"spending {programme} {occasion}", "vouchers", spent, 0
    devices = [
        sample.value("devices", funder="dfe", recipient=recipient)
        for recipient in ("year_10_disadvantaged", "social_worker")
    ]
    yield "devices paid for by the Department for Education", "devices", sum(devices, Decimal(0)), 0

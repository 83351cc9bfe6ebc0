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
"""The measure a figure is worked out from, what it is, its value and the decimals printed."""


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
    parts = (gaps, cohorts, children, home_education, schools, good_schools, support)
    expected = {
        what: (measure, rounded(number, places))
        for part in parts
        for measure, what, number, places in part(sample)
    }

    assert len(expected) > 60
    assert {what: text for what, text in expected.items() if text not in texts} == {}


def rounded(number: Decimal, places: int) -> str:
    return f"{number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,f}"


def gaps(sample: Any) -> Iterator[Found]:
    for year in ("2019/20", "2020/21"):
        others = sample.value("attainment_8", year, ENGLAND, disadvantage="not_disadvantaged")
        for area in (OURS, ENGLAND, NEIGHBOURS):
            here = sample.value("attainment_8", year, area, disadvantage="disadvantaged")
            yield "attainment_8", f"gap of {area} to others in England, {year}", others - here, 1
        ours = sample.value("attainment_8", year, disadvantage="not_disadvantaged")
        poorer = sample.value("attainment_8", year, disadvantage="disadvantaged")
        yield "attainment_8", f"gap within the area, {year}", ours - poorer, 1


def cohorts(sample: Any) -> Iterator[Found]:
    divisions = {
        "ethnicity": ("asian_excluding_chinese", "black", "chinese", "mixed", "white"),
        "first_language": ("english", "other_language"),
        "sen": ("no_sen", "sen_support", "ehc_plan"),
        "disadvantage": ("disadvantaged", "not_disadvantaged"),
        "fsm": ("fsm", "not_fsm"),
    }
    for year in ("2019/20", "2020/21"):
        whole = sample.cohort(year)
        yield "ks4_cohort", f"all pupils, {year}", whole, 0
        for by, members in divisions.items():
            groups = {member: sample.cohort(year, **{by: member}) for member in members}
            for member, pupils in groups.items():
                yield "ks4_cohort", f"{member}, {year}", pupils, 0
                yield "ks4_cohort", f"share {member}, {year}", 100 * pupils / whole, 1
            if rest := whole - sum(groups.values()):
                yield "ks4_cohort", f"other or not recorded by {by}, {year}", rest, 0


def children(sample: Any) -> Iterator[Found]:
    measure = "pupils_in_state_funded_schools"
    for group in ("in_need", "protection_plan", "looked_after"):
        phases = ("primary", "secondary", "special")
        pupils = [sample.value(measure, social_care=group, phase=phase) for phase in phases]
        whole = sum(pupils, Decimal(0))
        yield measure, f"all pupils {group}", whole, 0
        yield measure, f"share in special schools {group}", 100 * pupils[2] / whole, 1


def home_education(sample: Any) -> Iterator[Found]:
    dates = ("2020-03", "2021-07-31", "2021-10-31")
    first, second, third = (sample.value("ehe_children", date) for date in dates)
    for old, new in ((first, second), (second, third), (first, third)):
        yield "ehe_children", f"change from {old} to {new}", abs(new - old), 0
        share = 100 * abs(new - old) / old
        yield "ehe_children", f"change from {old} to {new} in per cent", share, 1
    yield "ehe_children", "children to a post", third / sample.value("ehe_officers"), 0


def schools(sample: Any) -> Iterator[Found]:
    kinds = "primary_all secondary_all all_through special_school nursery pupil_referral_unit"
    known = [sample.value("schools", school_type=kind) for kind in kinds.split()]
    secondary = ("selective", "non_selective")
    academies = [sample.value("schools_academy", school_type=kind) for kind in secondary]
    yield "schools", "all schools", sum(known, Decimal(0)), 0
    yield "schools_academy", "secondary academies", sum(academies, Decimal(0)), 0


def good_schools(sample: Any) -> Iterator[Found]:
    measure, date = "schools_by_rating", "2021-08-31"
    names = ("outstanding", "good", "requires_improvement", "inadequate")
    grades = [sample.value(measure, date, ofsted_grade=name) for name in names]
    whole = sample.value(measure, date)
    for name, number in zip(names, grades, strict=True):
        yield measure, f"share of schools {name}", 100 * number / whole, 1
    yield measure, "good or outstanding schools", grades[0] + grades[1], 0
    share = 100 * (grades[0] + grades[1]) / whole
    yield measure, "share of good or outstanding schools", share, 1
    measure = "pupils_good_outstanding_schools"
    now, before = sample.value(measure, "2019"), sample.value(measure, "2018")
    yield measure, "rise in pupils at good schools", now - before, 0
    england = sample.value(measure, "2019", ENGLAND)
    yield measure, "pupils at good schools above England", now - england, 0


def support(sample: Any) -> Iterator[Found]:
    for programme, occasions in PROGRAMMES.items():
        for occasion in occasions:
            where = {"programme": programme, "occasion": occasion}
            spent = sample.value("vouchers", **where) * sample.value("voucher_value", **where)
            yield "vouchers", f"spending {programme} {occasion}", spent, 0
    for_whom = ("year_10_disadvantaged", "social_worker")
    devices = [sample.value("devices", funder="dfe", recipient=who) for who in for_whom]
    yield "devices", "devices from the Department for Education", sum(devices, Decimal(0)), 0

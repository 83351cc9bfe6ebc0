"""Figures read from real files agree with an independent reading of them by plain pandas."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pandas as pd
import pytest

from reportgen.area import Comparators
from reportgen.facts import Derived, Facts
from reportgen.findings import rank
from reportgen.load.download import open_path
from reportgen.load.neighbours import read_model
from reportgen.load.read import DataFile, Loaded, Project, read_files
from reportgen.measures import EVERYONE, Group
from reportgen.observation import Missing, Observation

AUTHORITIES = (
    "Buckinghamshire",
    "West Northamptonshire",
    "Warwickshire",
    "Isles of Scilly",
    "City of London",
)
COUNTS = (
    "ees_ehe/ehe_academic_year.csv",
    "population/ons_mid-year_population_estimates_2012_to_2024.csv",
)


def comparators(name: str, measures: Project, realdata: Path) -> Comparators:
    ours, england = measures.areas.find(name), measures.areas.find("England")
    assert ours
    assert england
    (table,) = open_path(realdata / "lait" / "sn_may_2025.xlsx", "sn")
    near = read_model(table).neighbours(ours.number, measures.areas)
    return Comparators(ours.area, near, ours.region, england.area)


def text_of(path: Path, **options: str) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig", **options)


def same(found: Observation, text: str, symbols: dict[str, Missing] | None = None) -> bool:
    """Return whether a figure is what a cell of the file says."""
    known = {"c": Missing.SUPPRESSED, "x": Missing.NOT_AVAILABLE, "z": Missing.NOT_APPLICABLE}
    known |= {".": Missing.NOT_APPLICABLE, "-": Missing.NOT_AVAILABLE, "low": Missing.LOW}
    known |= symbols or {}
    if text in known:
        return found.value is known[text]
    return isinstance(found.value, Decimal) and abs(found.value - Decimal(text)) < Decimal("1e-9")


def by_key(loaded: Loaded) -> dict[tuple[str, str, str, Group], Observation]:
    return {(o.measure.id, o.area.code, o.period.label, o.group): o for o in loaded.observations}


def exclusions(
    realdata: Path, areas: Iterable[str]
) -> Iterator[tuple[tuple[str, str, str, Group], str]]:
    table = text_of(realdata / "ees_exclusions/exclusions_by_geographic_level.SUBSET.csv")
    numbers = table[table.geographic_level == "Local authority"]
    phases = {
        "Total": EVERYONE,
        "State-funded primary": Group.of(phase="primary"),
        "State-funded secondary": Group.of(phase="secondary"),
        "Special": Group.of(phase="special"),
    }
    wanted = numbers[numbers.old_la_code.isin(areas)]
    for row in wanted.itertuples():
        year = f"{row.time_period[:4]}/{row.time_period[4:]}"
        for measure, column in (
            ("permanent_exclusion_rate", "perm_excl_rate"),
            ("suspension_rate", "fixed_excl_rate"),
        ):
            yield (measure, row.old_la_code, year, phases[row.school_type]), getattr(row, column)


@pytest.mark.parametrize("name", AUTHORITIES)
def test_exclusions_agree_with_pandas(realdata: Path, measures: Project, name: str) -> None:
    file = DataFile(realdata / "ees_exclusions/exclusions_by_geographic_level.SUBSET.csv")
    areas = comparators(name, measures, realdata)
    found = by_key(read_files([file], realdata, measures, areas))
    members = areas.neighbours.members if areas.neighbours else ()
    codes = {}
    for area in (areas.ours, *members):
        known = measures.areas.of_code(area.code)
        assert known
        codes[known.number] = area.code
    checked = 0
    for (measure, number, year, group), text in exclusions(realdata, codes):
        figure = found[measure, codes[number], year, group]
        assert same(figure, text, {"x": Missing.SUPPRESSED}), (figure, text)
        checked += 1
    assert checked >= 88


@pytest.mark.parametrize("name", AUTHORITIES)
def test_lait_agrees_with_pandas(realdata: Path, measures: Project, name: str) -> None:
    file = DataFile(realdata / "lait/bds_long_0.parquet")
    areas = comparators(name, measures, realdata)
    found = by_key(read_files([file], realdata, measures, areas))
    table = pd.read_parquet(file.path)
    known = measures.areas.of_code(areas.ours.code)
    assert known
    items = {
        "AVG_Attain8_Score": ("attainment_8", EVERYONE),
        "DAP_KS4_ATT8": ("attainment_8", Group.of(disadvantage="disadvantaged")),
        "SEN_Stat_AVG_Attain8_Score": ("attainment_8", Group.of(sen="ehc_plan")),
        "CIN_Avg_Attain8_KS4": ("attainment_8_social_care", Group.of(social_care="in_need")),
        "TotPermEx": ("permanent_exclusion_rate", EVERYONE),
        "SpecFixedEx": ("suspension_rate", Group.of(phase="special")),
    }
    checked = 0
    for number, code in ((float(known.number), areas.ours.code), (970.0, "E92000001")):
        rows = table[(table["LA Number"] == number) & table["Short Desc"].isin(items)]
        for key, years, text in zip(rows["Short Desc"], rows["Years"], rows["Values"], strict=True):
            measure, group = items[key]
            label = years.split(" ")[0]
            if "/" not in label:
                label = f"{int(label) - 1}/{label[2:]}"
            assert same(found[measure, code, label, group], text)
            checked += 1
    assert checked >= 100


def test_outcomes_of_children_in_need_agree_with_pandas(realdata: Path, measures: Project) -> None:
    file = DataFile(realdata / "ees_social_care_outcomes/ks4_la.csv")
    table = text_of(file.path)
    groups = {
        "CINO at 31 March": "in_need",
        "CPPO at 31 March": "protection_plan",
        "CLA 12 months at 31 March": "looked_after",
    }
    for name in AUTHORITIES:
        areas = comparators(name, measures, realdata)
        found = by_key(read_files([file], realdata, measures, areas))
        known = measures.areas.of_code(areas.ours.code)
        assert known
        for row in table[table.old_la_code == known.number].itertuples():
            year = f"{row.time_period[:4]}/{row.time_period[4:]}"
            group = Group.of(social_care=groups[row.social_care_group])
            figure = found["attainment_8_social_care", areas.ours.code, year, group]
            assert same(figure, row.avg_att8)
            assert figure.cohort is None or figure.cohort == Decimal(row.t_pupils)


def test_key_stage_4_averages_are_points_divided_by_pupils(
    realdata: Path, measures: Project
) -> None:
    file = DataFile(realdata / "ees_ks4/KS4_2018_LA_Char_Testdata.csv")
    areas = comparators("Buckinghamshire", measures, realdata)
    found = by_key(read_files([file], realdata, measures, areas))
    table = text_of(file.path)
    rows = table[(table.old_la_code == "825") & (table.breakdown == "SEN_status")]
    members = {"No_Sen": "no_sen", "Sen_Supp": "sen_support", "SenStateEhc": "ehc_plan"}
    for row in rows.itertuples():
        sex = {"Boys": {"sex": "boys"}, "Girls": {"sex": "girls"}, "Total": {}}
        group = Group.of(
            sen=members[row.characteristic_sen_status], **sex[row.characteristic_gender]
        )
        figure = found["attainment_8", "E06000060", "2017/18", group]
        assert figure.value == Decimal(row.t_att8) / Decimal(row.t_pupils)
        assert figure.status == "revised"
    assert len(rows) == 9


def test_home_education_and_population_agree_with_pandas(realdata: Path, measures: Project) -> None:
    for name in AUTHORITIES:
        areas = comparators(name, measures, realdata)
        known = measures.areas.of_code(areas.ours.code)
        assert known
        loaded = read_files(
            [DataFile(realdata / path) for path in COUNTS], realdata, measures, areas
        )
        found = by_key(loaded)
        ehe, people = (text_of(realdata / path) for path in COUNTS)
        for row in ehe[ehe.old_la_code == known.number].itertuples():
            year = f"{row.time_period[:4]}/{row.time_period[4:]}"
            figure = found["ehe_in_year", areas.ours.code, year, EVERYONE]
            assert same(figure, row.ehe_anytime_full_year)
        for row in people[people.old_la_code == known.number].itertuples():
            figure = found[
                "children_aged_0_to_17", areas.ours.code, f"mid-{row.time_period}", EVERYONE
            ]
            assert same(figure, row.population_estimate)


def test_ofsted_shares_agree_with_pandas(realdata: Path, measures: Project) -> None:
    file = realdata / "ofsted/ofsted_mi_31aug2025.CONVERTED_SUBSET.cp1252.csv"
    table = pd.read_csv(file, dtype=str, keep_default_na=False, encoding="cp1252")
    for name in AUTHORITIES:
        areas = comparators(name, measures, realdata)
        found = by_key(read_files([DataFile(file)], realdata, measures, areas))
        rows = table[(table["Local authority"] == name)]
        graded = rows[rows["Overall effectiveness"].isin(list("1234"))]
        good = graded[graded["Overall effectiveness"].isin(["1", "2"])]
        key = ("pupils_good_outstanding_schools", areas.ours.code, "15 July 2025", EVERYONE)
        pupils = graded["Total number of pupils"].replace("", "0").astype(int).sum()
        in_good = good["Total number of pupils"].replace("", "0").astype(int).sum()
        assert found[key].numerator == int(in_good)
        assert found[key].denominator == int(pupils)
        assert ("schools_by_rating", "E92000001", "15 July 2025", EVERYONE) not in found


def test_the_neighbour_mean_is_the_plain_mean_of_those_with_a_figure(
    realdata: Path, measures: Project
) -> None:
    file = DataFile(realdata / "ees_social_care_outcomes/ks4_la.csv")
    areas = comparators("Buckinghamshire", measures, realdata)
    loaded = read_files([file], realdata, measures, areas)
    facts = Facts(loaded.observations, measures.dictionary, areas)
    table = text_of(file.path)
    assert areas.neighbours
    numbers = [measures.areas.of_code(area.code) for area in areas.neighbours.members]
    rows = table[
        table.old_la_code.isin([item.number for item in numbers if item])
        & (table.time_period == "201920")
        & (table.social_care_group == "CPPO at 31 March")
    ]
    published = [Decimal(text) for text in rows.avg_att8 if text not in ("c", "z", "x")]
    year = next(p for p in facts.periods("attainment_8_social_care") if p.label == "2019/20")
    group = Group.of(social_care="protection_plan")
    mean = facts.find("attainment_8_social_care", year, group, "neighbours")
    assert isinstance(mean, Derived)
    assert mean.value == sum(published) / len(published)
    assert mean.rule == f"mean of {len(published)} of 10 statistical neighbours"


def test_the_rank_among_all_authorities_agrees_with_pandas(
    realdata: Path, measures: Project
) -> None:
    file = DataFile(realdata / "lait/bds_long_0.parquet")
    areas = comparators("Buckinghamshire", measures, realdata)
    loaded = read_files([file], realdata, measures, areas)
    facts = Facts(loaded.observations, measures.dictionary, areas, None, loaded.elsewhere)
    table = pd.read_parquet(file.path)
    rows = table[(table["Short Desc"] == "TotPermEx") & (table["LA Number"] < 970)]
    year = facts.latest("permanent_exclusion_rate")
    assert year
    values = rows[rows.Years == year.label].set_index("LA Number")["Values"]
    # Ranks are of values as displayed, and rounding is half up.
    known = {
        number: Decimal(text).quantize(Decimal("0.01"), ROUND_HALF_UP)
        for number, text in values.items()
        if text != "-"
    }
    better = sum(value < known[825.0] for value in known.values())
    (found,) = rank(
        facts,
        "permanent_exclusion_rate",
        period=year,
        among=facts.authorities("permanent_exclusion_rate", year),
    )
    figures = {name: fact.value for name, fact in found.figures}
    assert (figures["rank"], figures["of"]) == (1 + better, len(known))
    assert len(known) > 140

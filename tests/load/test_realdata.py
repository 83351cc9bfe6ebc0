"""Every real file at hand is read, or refused for a clear reason, and every row accounted for."""

from pathlib import Path

import pytest

from reportgen.area import Area, Comparators
from reportgen.errors import DataError
from reportgen.load.inspect import inspect_file
from reportgen.load.read import DataFile, Project, read_files

# What each file holds of the measures known: rows, rows with a figure of one, and the measures.
READ: dict[str, tuple[int, int, set[str]]] = {
    "ees_cme/cme_census_official.EXCERPT.csv": (826, 57, {"cme_children"}),
    "ees_ehe/ehe_academic_year.csv": (655, 655, {"ehe_in_year"}),
    "ees_exclusions/exclusions_by_geographic_level.SUBSET.csv": (
        92385,
        7120,
        {"permanent_exclusion_rate", "suspension_rate"},
    ),
    "ees_exclusions/exclusions_by_reason.csv": (7004, 0, set()),
    "ees_exclusions/exclusions_by_reason.meta.csv": (25, 0, set()),
    "ees_ks4/KS4_2018_LA_Char_Testdata.csv": (7044, 6704, {"attainment_8", "ks4_cohort"}),
    "ees_ks4/KS4_2018_LA_Char_Testdata.meta.csv": (19, 0, set()),
    "ees_previews/ehe_census_202223.PREVIEW.csv": (5, 3, {"ehe_children"}),
    # It ends before the rows that tell it from a file on children missing education.
    "ees_previews/ehe_census_202425_autumn.PREVIEW.csv": (5, 0, set()),
    "ees_previews/ehe_census_202526_autumn.PREVIEW.csv": (5, 3, {"ehe_children"}),
    "ees_previews/exclusions_by_geography_201920.PREVIEW.csv": (
        5,
        5,
        {"permanent_exclusion_rate", "suspension_rate"},
    ),
    "ees_previews/exclusions_by_geography_202324.PREVIEW.csv": (
        5,
        5,
        {"permanent_exclusion_rate", "suspension_rate"},
    ),
    "ees_previews/ks4_la_characteristics_202324.PREVIEW.csv": (2, 0, set()),
    "ees_previews/outcomes_cin_ks4_API_202425.PREVIEW.csv": (2, 2, {"attainment_8_social_care"}),
    "ees_social_care_outcomes/ks4_la.csv": (3444, 3444, {"attainment_8_social_care"}),
    "lait/bds_long_0.parquet": (
        641070,
        38760,
        {
            "attainment_8",
            "attainment_8_social_care",
            "permanent_exclusion_rate",
            "suspension_rate",
        },
    ),
    "lait/lait_data_dictionary.csv": (448, 0, set()),
    "lait/sn_april_2021.xlsx": (161, 0, set()),
    "lait/sn_may_2025.xlsx": (166, 0, set()),
    "ofsted/ofsted_mi_31aug2025.CONVERTED_SUBSET.cp1252.csv": (
        6229,
        6214,
        {"pupils_good_outstanding_schools", "schools_by_rating"},
    ),
    "population/mye24tablesew.csv": (357, 0, set()),
    "population/ons_mid-year_population_estimates_2012_to_2024.csv": (
        2132,
        2132,
        {"children_aged_0_to_17"},
    ),
    "reference/ees_demo_datafile.meta.csv": (4, 0, set()),
    "stat_neighbours/New_Statistical_Neighbour_Groupings_April_2021.csv": (159, 0, set()),
    "stat_neighbours/sn_model_2025_wide.csv": (153, 0, set()),
}
NO_FORM = "this is in no form that reportgen reads"
REFUSED = {
    "README.md": NO_FORM,
    "buckinghamshire_neighbours.csv": "the column “chapter” is not known",
    "population/ons-ethnic-population-la.csv": NO_FORM,
    "reference/country.csv": NO_FORM,
    "reference/ees_demo_datafile.csv": "lacks “geographic_level” (did you mean",
    "reference/ethnicity.csv": NO_FORM,
    "reference/geography_matrix.csv": NO_FORM,
    "reference/las.csv": NO_FORM,
    "reference/region_la_hierarchy.csv": NO_FORM,
    "reference/regions.csv": NO_FORM,
    "reference/school-types.csv": NO_FORM,
    "reference/sen.csv": NO_FORM,
    "stat_neighbours/stat neighbours.csv": NO_FORM,
}


def test_the_expected_outcome_of_every_file_is_known(realdata: Path) -> None:
    files = {p.relative_to(realdata).as_posix() for p in realdata.rglob("*") if p.is_file()}
    assert files == READ.keys() | REFUSED.keys()


@pytest.mark.parametrize("name", sorted(READ))
def test_a_file_is_read_and_every_row_accounted_for(
    realdata: Path, measures: Project, name: str
) -> None:
    rows, used, held = READ[name]
    (found,) = inspect_file(DataFile(realdata / name), measures, name)
    assert found.problems == ()
    assert found.account
    assert (found.rows, found.account.used) == (rows, used)
    assert found.rows == found.account.used + sum(count for _, count in found.account.aside)
    assert {item.measure for item in found.held} == held


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_a_file_is_refused_for_a_clear_reason(realdata: Path, measures: Project, name: str) -> None:
    with pytest.raises(DataError) as caught:
        read_files(
            [DataFile(realdata / name)], realdata, measures, Comparators(Area("E06000060", "B"))
        )
    assert any(REFUSED[name] in str(problem) for problem in caught.value.problems)


def test_a_year_that_a_file_does_not_say_can_be_given(realdata: Path, measures: Project) -> None:
    file = DataFile(realdata / "population" / "mye24tablesew.csv", "mid-2024")
    (found,) = inspect_file(file, measures)
    assert {item.measure: item.areas for item in found.held} == {
        "children_aged_0_to_17": 163,
        "cyp_share_of_population": 163,
    }

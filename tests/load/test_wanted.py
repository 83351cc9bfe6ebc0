"""A region that a table gives only in parts stays without figures, and the report is told so."""

from pathlib import Path

import pytest

from reportgen.area import Area, Comparators
from reportgen.load.read import DataFile, Loaded, Project, read_files

LONDON, INNER, OUTER = (
    Area("E12000007", "London"),
    Area("E13000001", "Inner London"),
    Area("E13000002", "Outer London"),
)
HEADER = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
    "region_name,old_la_code,new_la_code,sex,avg_score,t_pupils\n"
)
CAMDEN = (
    "202021,Academic year,Local authority,E92000001,England,E13000001,Inner London,202,E09000007"
)
HALVES = f"""{CAMDEN},Total,50,85
202021,Academic year,Regional,E92000001,England,E13000001,Inner London,,,Total,51,85
202021,Academic year,Regional,E92000001,England,E13000002,Outer London,,,Total,53,85
"""
WHOLE = "202021,Academic year,Regional,E92000001,England,E12000007,London,,,Total,52,85\n"


def read(tmp_path: Path, standards: Project, rows: str, region: Area | None) -> Loaded:
    path = tmp_path / "scores.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    camden = Comparators(Area("E09000007", "Camden"), None, region, Area("E92000001", "England"))
    return read_files([DataFile(path)], tmp_path, standards, camden)


def told(loaded: Loaded) -> list[str]:
    return [str(remark) for account in loaded.accounts for remark in account.remarks]


@pytest.mark.parametrize(
    "rows", [HALVES, HALVES.replace("E13000001", "E12000007").replace("E13000002", "E12000007")]
)
def test_halves_of_london_are_never_made_into_london(
    tmp_path: Path, standards: Project, rows: str
) -> None:
    loaded = read(tmp_path, standards, rows, LONDON)
    assert {o.area.code: o.value for o in loaded.observations} == {"E09000007": 50}
    (remark,) = told(loaded)
    assert "no figures of London: the table gives only Inner London (E13000001) and Outer" in remark
    assert "name it as region under [benchmarks] in report.toml" in remark


def test_a_half_of_london_can_be_the_region(tmp_path: Path, standards: Project) -> None:
    for region, value in ((INNER, 51), (OUTER, 53)):
        loaded = read(tmp_path, standards, HALVES, region)
        assert {o.area: o.value for o in loaded.observations}[region] == value
        assert told(loaded) == []


def test_nothing_is_said_where_london_is_given_or_not_wanted(
    tmp_path: Path, standards: Project
) -> None:
    loaded = read(tmp_path, standards, HALVES + WHOLE, LONDON)
    assert {o.area: o.value for o in loaded.observations}[LONDON] == 52
    assert told(loaded) == []
    assert told(read(tmp_path, standards, HALVES, None)) == []


def test_nothing_is_said_of_a_table_without_regions(tmp_path: Path, standards: Project) -> None:
    assert told(read(tmp_path, standards, f"{CAMDEN},Total,50,85\n", LONDON)) == []

"""Where several tables give one figure, one edition is chosen, and the account says which."""

from collections.abc import Callable

import pytest

from reportgen.errors import DataError
from reportgen.load.read import Loaded

Load = Callable[..., Loaded]
PLACE = "geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code"
HEADER = f"time_period,time_identifier,{PLACE},la_name,sex,avg_score,t_pupils\n"
ENGLAND = "202021,Academic year,National,E92000001,England,,,,,"
BUCKS = (
    "202021,Academic year,Local authority,E92000001,England,E12000008,South East,825,E06000060,"
    "Buckinghamshire"
)


def test_the_later_version_of_a_year_wins_and_the_account_says_which(load: Load) -> None:
    head = HEADER.replace("sex,", "version,sex,")
    early = head + f"{BUCKS},Provisional,Total,53,\n{ENGLAND},Provisional,Total,50,\n"
    late = head + f"{BUCKS},Revised,Total,54,\n{ENGLAND},Revised,Total,51,\n"
    loaded = load(b__csv=early, a__csv=late)
    assert [o.value for o in loaded.observations] == [54, 51]
    assert {o.status for o in loaded.observations} == {"revised"}
    assert [(a.used, a.aside) for a in loaded.accounts] == [
        (2, ()),
        (0, (("given again, newer or more completely, in downloads/a.csv", 2),)),
    ]


def test_two_versions_in_one_file_are_not_mixed(load: Load) -> None:
    head = HEADER.replace("sex,", "version,sex,")
    text = f"{BUCKS},Provisional,Total,53,\n{BUCKS},Final,Total,54,\n{ENGLAND},Final,Total,5,\n"
    assert [o.value for o in load(a__csv=head + text).observations] == [54, 5]


def test_figures_of_one_year_come_from_the_file_that_has_the_benchmarks(load: Load) -> None:
    alone = HEADER + f"{BUCKS},Total,53.41,\n"
    both = (
        "Short Desc,Years,LA and Regions,Values,LA Number\n"
        "Score,2021,Bucks,53,825\nScore,2021,England,50,970\n"
    )
    found = load(a__csv=alone, b__csv=both).observations
    assert [(o.area.code, o.value) for o in found] == [("E06000060", 53), ("E92000001", 50)]


def test_a_key_given_twice_with_two_values_names_both_rows(load: Load) -> None:
    with pytest.raises(DataError, match="1 in row 2 and 2 here"):
        load(a__csv=HEADER + f"{BUCKS},Total,1,\n{BUCKS},Total,2,\n")
    (account,) = load(a__csv=HEADER + f"{BUCKS},Total,1,\n{BUCKS},Total,1,\n").accounts
    assert account.aside == (("repeated word for word in the file", 1),)


def test_a_reports_own_figure_comes_before_a_published_one(load: Load) -> None:
    own = (
        "measure,area_code,area,period,period_kind,value,source\n"
        "score,E06000060,Buckinghamshire,2020/21,academic year,60,Our own count\n"
    )
    loaded = load(a__csv=HEADER + f"{BUCKS},Total,1,\n{ENGLAND},Total,2,\n", own__csv=own)
    assert [(o.value, o.cell.file) for o in loaded.observations] == [
        (60, "downloads/own.csv"),
        (2, "downloads/a.csv"),
    ]
    assert loaded.accounts[0].aside == (("replaced by the report's own figures", 1),)

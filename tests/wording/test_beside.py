"""What other areas say of a run of years stands beside it once, for all it is true of."""

from __future__ import annotations

import pytest

from reportgen.findings import review, run
from reportgen.wording import state
from tests.invented import SCORE, facts, row

YEARS = ("2015/16", "2016/17", "2017/18", "2018/19", "2019/20", "2020/21")
ENGLAND = "50 50 50 50 50 50"


def told(neighbours: str, region: str, count: int = 6) -> str:
    """Return what is said of 55 points in each of some years beside those of other areas."""
    areas = {"ours": "55 55 55 55 55 55", "england": ENGLAND}
    areas |= {"neighbours": neighbours, "region": region}
    world = facts(
        *(
            row(SCORE, year, value, area)  # type: ignore[arg-type]
            for area, values in areas.items()
            for year, value in list(zip(YEARS, values.split(), strict=True))[-count:]
        )
    )
    found = [*review(world, "score"), *run(world, "score")]
    return " ".join(said.text for said in state(found, world))


@pytest.mark.parametrize(
    ("neighbours", "region", "expected"),
    [
        (
            "55 60 60 60 60 60",
            "55 61 61 61 61 61",
            "The average was well below both statistical neighbours and Mid England in each of the "
            "five years to 2020/21.",
        ),
        (
            "55 60 60 60 60 60",
            "60 60 60 60 60 55",
            "The average was well below statistical neighbours in each of the five years to "
            "2020/21. The average was well below Mid England in five of those years.",
        ),
    ],
)
def test_areas_of_which_the_same_is_true_are_told_of_together(
    neighbours: str, region: str, expected: str
) -> None:
    assert expected in told(neighbours, region)


def test_both_is_said_once_where_the_areas_and_the_years_are_two() -> None:
    said = told("55 60 60 60 55 60", "55 60 60 60 55 60", count=3)
    assert "both statistical neighbours and Mid England in both" not in said
    assert "below statistical neighbours and Mid England in both 2018/19 and 2020/21" in said

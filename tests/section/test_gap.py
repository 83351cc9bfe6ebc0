"""The gap in sentences: as printed, for each year that has one."""

from __future__ import annotations

from reportgen.document import Paragraph, plain
from reportgen.facts import Observation
from reportgen.section import Absent, gaps
from reportgen.section.part import Part
from tests.invented import facts, row


def scores(year: str, area: str, plan: object, none: object) -> list[Observation]:
    groups = {"plan": plan, "none": none}
    return [row("score", year, value, area, need=need) for need, value in groups.items()]  # type: ignore[arg-type]


def said(*rows: Observation) -> list[Part]:
    return list(gaps(facts(*rows), "score", "need", "plan", "none"))


def test_the_gap_is_given_against_england_and_within_the_area_each_year() -> None:
    rows = [
        *scores("2019/20", "ours", "20.0", "60.0"),
        *scores("2019/20", "england", "15.0", "50.0"),
        *scores("2020/21", "ours", "21.0", "61.0"),
        *scores("2020/21", "england", "16.0", "52.0"),
    ]
    texts = [plain(part.inlines) for part in said(*rows) if isinstance(part, Paragraph)]

    assert len(texts) == 2
    assert texts[0].endswith(
        "scored 30.00 points less than other pupils in England. The same gap was 35.00 points in "
        "England itself. Within Ourshire the gap was 40.00 points."
    )
    assert "31.00 points less" in texts[1]


def test_a_group_that_scored_no_lower_has_no_gap_to_state() -> None:
    rows = [
        *scores("2020/21", "ours", "55.0", "60.0"),
        *scores("2020/21", "england", "15.0", "50.0"),
    ]

    (part,) = said(*rows)

    assert isinstance(part, Absent)


def test_a_withheld_figure_leaves_no_gap() -> None:
    rows = [*scores("2020/21", "ours", "c", "60.0"), *scores("2020/21", "england", "15.0", "50.0")]

    (part,) = said(*rows)

    assert isinstance(part, Absent)

"""After a claim about every group, those that differ elsewhere are named with their own years."""

from __future__ import annotations

from reportgen.findings import compare
from reportgen.wording import state
from tests.invented import SCORE, facts, row


def test_groups_that_differ_in_different_years_are_not_said_to_differ_in_both() -> None:
    near = {
        "asian": {"2019/20": "70", "2020/21": "50"},
        "chinese": {"2019/20": "50", "2020/21": "70"},
        "white": {"2019/20": "50", "2020/21": "50"},
    }
    rows = []
    for origin, years in near.items():
        for year, value in years.items():
            rows += [
                row(SCORE, year, "60", origin=origin),
                row(SCORE, year, "40", "england", origin=origin),
                row(SCORE, year, value, "neighbours", origin=origin),
            ]
    world = facts(*rows)
    (said,) = state(compare(world, "score", ("origin",)), world)
    told = (
        "Asian pupils scored well below statistical neighbours in 2019/20. "
        "Chinese pupils scored well below statistical neighbours in 2020/21."
    )
    assert told in said.text

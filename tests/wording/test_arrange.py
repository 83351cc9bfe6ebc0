"""The author of a chapter decides what comes first and what is left out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.errors import SectionError
from reportgen.findings import compare
from reportgen.wording import Statement, arrange, state
from tests.invented import SCORE, facts, row

ROOT = Path(__file__).parent.parent.parent


def statements() -> tuple[Statement, ...]:
    rows = []
    for member, ours in (("none", "49"), ("support", "52"), ("plan", "60")):
        rows.append(row(SCORE, "2020/21", ours, need=member, cohort=200))
        rows.append(row(SCORE, "2020/21", "50", "england", need=member))
    rows += [row(SCORE, "2020/21", "51"), row(SCORE, "2020/21", "50", "england")]
    world = facts(*rows)
    return state(compare(world, "score", ("need",)), world)


def test_a_statement_is_put_first_by_the_beginning_of_its_id() -> None:
    found = arrange(statements(), first=("score.need_support",))
    assert "SEN Support" in found[0].text


def test_strengths_stay_before_areas_for_development() -> None:
    found = arrange(statements(), first=("score.need_none",))
    kinds = [item.kind for item in found]
    assert kinds == ["strength", "strength", "strength", "development"]


def test_a_statement_is_left_out_by_its_id() -> None:
    found = arrange(statements(), without=("score.all.england.above.2020-21",))
    assert len(found) == len(statements()) - 1


def test_a_name_that_names_nothing_is_refused() -> None:
    with pytest.raises(SectionError, match="need_suport"):
        arrange(statements(), without=("score.need_suport",))


PRINT = """
from pathlib import Path
from reportgen.findings import review
from reportgen.project import read_project
from reportgen.wording import state
facts = read_project(Path("data/buckinghamshire-2021")).facts
by = ("sex", "ethnicity", "sen", "disadvantage", "fsm")
print(*(item.text for item in state(review(facts, "attainment_8", by), facts)), sep="\\n")
"""


def test_the_words_are_the_same_in_every_run_of_python() -> None:
    printed = set()
    for seed in ("0", "1", "4242"):
        seeded = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
        command = [sys.executable, "-c", PRINT]
        run = subprocess.run(command, cwd=ROOT, env=seeded, check=True, capture_output=True)
        printed.add(run.stdout)
    assert len(printed) == 1
    assert b"EHC plan" in printed.pop()

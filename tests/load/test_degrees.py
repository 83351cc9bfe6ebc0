"""The sizes behind "slightly" and "well", read from a table."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.errors import ProjectError
from reportgen.load.degrees import read_degrees
from reportgen.measures import DEGREES, Degree
from tests.invented import SCORE, dictionary

ROOT = Path(__file__).parent.parent.parent


def test_a_project_without_the_table_keeps_the_usual_sizes(tmp_path: Path) -> None:
    assert read_degrees(tmp_path / "degrees.toml", dictionary()) == {}


def test_the_table_that_comes_with_the_tool_holds_the_usual_sizes() -> None:
    assert read_degrees(ROOT / "assets" / "degrees.toml", dictionary()) == dict(DEGREES)


def test_the_sizes_of_a_measure_go_before_those_of_its_unit_and_kind(tmp_path: Path) -> None:
    table = tmp_path / "degrees.toml"
    table.write_text("[points]\nplain = 1\nwell = 2\n[score]\nplain = 0.5\nwell = 9\n")
    found = read_degrees(table, dictionary())
    assert found["score"] == Degree(Decimal("0.5"), Decimal(9))
    assert set(found) == {"points", "score"}
    assert SCORE.id in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[skore]\nplain = 1\nwell = 2\n", "not a measure, a unit or a kind of measure"),
        ("[score]\nplain = 3\nwell = 2\n", "cannot be smaller"),
        ("[score]\nplain = 3\n", "“well” is missing"),
        ("[score]\nplain = 1\nwell = 2\nvery = 3\n", "“very” is not known"),
    ],
)
def test_a_wrong_size_is_refused_by_its_place(tmp_path: Path, text: str, expected: str) -> None:
    table = tmp_path / "degrees.toml"
    table.write_text(text)
    with pytest.raises(ProjectError, match=expected):
        read_degrees(table, dictionary())


def test_a_table_that_cannot_be_opened_says_so(tmp_path: Path) -> None:
    (tmp_path / "assets" / "degrees.toml").mkdir(parents=True)
    with pytest.raises(ProjectError, match="this cannot be read"):
        read_degrees(tmp_path / "assets" / "degrees.toml", dictionary())

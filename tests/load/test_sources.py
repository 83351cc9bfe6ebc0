"""Where measures stand in published files is read from the dictionary, or refused by line."""

from pathlib import Path

import pytest

from reportgen.errors import ProjectError
from reportgen.load.dictionary import read_dictionary
from reportgen.load.forms import Form
from reportgen.load.sources import Source, applicable, read_sources
from reportgen.measures import Group
from reportgen.observation import Missing

GOOD = """
[units.points]
noun = "points"

[groups.sex]
name = "Sex"
members = [{ id = "girls", name = "Girls" }]

[measures.score]
name = "Score"
unit = "points"
kind = "mean"

[[measures.score.sources]]
form = "ees"
title = "Scores"
value = ["Avg_Score", "average"]
groups = { sex = "Gender" }
members = { sex = { girls = ["F"] } }
symbols = { x = "c" }
times = 100

[[measures.score.sources]]
form = "lait"
title = "Tool"
items = [{ key = "Score" }, { key = "Girls", sex = "girls" }]
"""


def read(tmp_path: Path, text: str) -> tuple[Source, ...]:
    path = tmp_path / "measures.toml"
    path.write_text(text, encoding="utf-8")
    return read_sources(path, read_dictionary(path), "sections/measures.toml")


def test_sources_keep_their_order_and_names_are_folded(tmp_path: Path) -> None:
    first, second = read(tmp_path, GOOD)
    assert (first.rank, first.value, first.groups) == (
        0,
        ("avg_score", "average"),
        {"sex": ("gender",)},
    )
    assert first.members == {("sex", "f"): "girls"}
    assert first.symbols["x"] is Missing.SUPPRESSED
    assert second.items == {"Score": Group(), "Girls": Group.of(sex="girls")}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('form = "ees"', 'form = "esa"', "“form” cannot be “esa”\n    did you mean “ees”?"),
        ('form = "ees"\n', "", "“form” is missing"),
        ("times = 100", "tiems = 100", "“tiems” is not known\n    did you mean “times”"),
        ('{ sex = "Gender" }', '{ sexx = "Gender" }', "the group “sexx” is not known"),
        ("girls = [", "grils = [", "“grils” is not a member of sex\n    did you mean “girls”?"),
        ('sex = "girls" }', 'sex = "boys" }', "“boys” is not a member of sex"),
        ('{ x = "c" }', '{ x = "q" }', "“q” is not a symbol"),
        ('value = ["Avg_Score", "average"]\n', "", "does not say where the value stands"),
        ('"Gender" }', "7 }", "“sex” should be a text or a list of texts"),
    ],
)
def test_a_slip_is_named_with_a_hint(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert old in GOOD
    with pytest.raises(ProjectError) as caught:
        read(tmp_path, GOOD.replace(old, new))
    assert any(
        expected in str(problem) and "sections/measures.toml, row" in str(problem)
        for problem in caught.value.problems
    ), str(caught.value)


def test_a_source_serves_only_tables_with_its_columns(tmp_path: Path) -> None:
    text = GOOD.replace("times = 100", 'needs = ["version"]\nwithout = ["care_group"]')
    sources = read(tmp_path, text)
    assert applicable(sources, Form.EES, ("Average", "version")) == sources[:1]
    assert applicable(sources, Form.EES, ("average",)) == ()
    assert applicable(sources, Form.EES, ("average", "version", "care_group")) == ()
    assert applicable(sources, Form.EES, ("version",)) == ()
    assert applicable(sources, Form.LAIT, ()) == sources[1:]

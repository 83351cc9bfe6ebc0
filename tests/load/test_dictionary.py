"""The dictionary of measures is read whole, or refused with every slip in it."""

from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.errors import ProjectError
from reportgen.load.dictionary import read_dictionary
from reportgen.measures import EVERYONE, Dictionary, Group

GOOD = """
[units.percent]
after = "%"

[groups.sex]
name = "Sex"
members = [{ id = "girls", name = "Girls", noun = "girls" }]

[measures.attendance]
name = "Attendance rate"
unit = "percent"
kind = "share"
places = 1
better = "higher"
noise = 0.47
breaks = [{ period = "2019/20", kind = "level", reason = "Schools were closed." }]
"""


def read(tmp_path: Path, text: str) -> Dictionary:
    path = tmp_path / "measures.toml"
    path.write_text(text, encoding="utf-8")
    return read_dictionary(path, "sections/measures.toml")


def problems(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(ProjectError) as caught:
        read(tmp_path, text)
    return [str(problem) for problem in caught.value.problems]


def test_a_measure_keeps_what_the_file_says(tmp_path: Path) -> None:
    measure = read(tmp_path, GOOD).measures["attendance"]
    assert measure.unit.after == "%"
    assert measure.phrase == "attendance rate"
    assert measure.noise == Decimal("0.47")
    assert measure.breaks[0].kind == "level"
    assert measure.detail_places is None


def test_a_measure_is_spoken_of_by_its_name_where_no_phrase_is_given(tmp_path: Path) -> None:
    named = NOISE.replace('name = "Score"', 'name = "EHC plans"')
    assert read(tmp_path, NOISE).measures["score"].phrase == "score"
    assert read(tmp_path, named).measures["score"].phrase == "EHC plans"


NOISE = """
[units.points]
noun = "points"
[groups.need]
name = "Need"
members = [{ id = "plan", name = "EHC plan" }, { id = "none", name = "No need" }]
[measures.score]
name = "Score"
unit = "points"
kind = "mean"
noise = 0.5
group_noise = { need = { plan = 1.5 } }
"""


def test_a_group_may_have_a_noise_of_its_own(tmp_path: Path) -> None:
    score = read(tmp_path, NOISE).measures["score"]
    plan, none = Group.of(need="plan"), Group.of(need="none")
    assert [score.noise_of(group) for group in (EVERYONE, plan, none)] == [
        Decimal("0.5"),
        Decimal("1.5"),
        Decimal("0.5"),
    ]


@pytest.mark.parametrize(
    ("slip", "says"),
    [
        ("{ ned = { plan = 1 } }", "“ned” is not a dimension"),
        ("{ need = { plans = 1 } }", "“plans” is not a member of “need”"),
        ("{ need = { plan = -1 } }", "“plan” cannot be below zero"),
        ("{ need = 1 }", "“need” should be a table"),
    ],
)
def test_a_slip_in_the_noise_of_groups_is_named(tmp_path: Path, slip: str, says: str) -> None:
    text = NOISE.replace("{ need = { plan = 1.5 } }", slip)
    assert says in "\n".join(problems(tmp_path, text))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            'unit = "percent"',
            'unit = "percnt"',
            "“percnt” is not known\n    did you mean “perc",
        ),
        ("better =", "beter =", "“beter” is not known\n    did you mean “better”?"),
        ('"higher"', '"up"', "“better” cannot be “up”\n    write one of: higher, lower"),
        ("places = 1", 'places = "1"', "“places” should be a whole number, not “1”"),
        ("places = 1", "places = true", "“places” should be a whole number, not True"),
        ("places = 1", "places = -1", "“places” cannot be below zero"),
        ('name = "Attendance rate"', "", "“name” is missing"),
        (', reason = "Schools were closed."', "", "“reason” is missing"),
        ('id = "girls"', 'id = "girls", within = "all"', "within the unknown “all”"),
        ("[groups.sex]", "[groups.period]", "is a column of every figures file"),
        ("[units.percent]", "[unit.percent]", "“unit” is not known\n    did you mean “units”?"),
    ],
)
def test_a_slip_is_named_with_a_hint(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert old in GOOD
    found = problems(tmp_path, GOOD.replace(old, new))
    assert any(expected in problem for problem in found), found


def test_problems_are_raised_together_each_with_its_line(tmp_path: Path) -> None:
    text = GOOD.replace("places = 1", 'places = "1"').replace('"higher"', '"up"')
    assert [line.split(":")[0] for line in problems(tmp_path, text)] == [
        "sections/measures.toml, row 13",
        "sections/measures.toml, row 14",
    ]


def test_text_that_is_not_toml_names_the_line(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "[units.percent]\nafter = %\n")
    assert problem.startswith("sections/measures.toml, row 2: not TOML")


def test_a_word_for_two_measures_is_refused(tmp_path: Path) -> None:
    more = '\naliases = ["rate"]\n[measures.x]\nname="X"\nunit="percent"\nkind="rate"\n'
    text = GOOD.replace("breaks", "# ") + more + 'aliases = ["Rate"]\n'
    assert "“Rate” names both attendance and x" in problems(tmp_path, text)[0]


def test_a_break_whose_period_cannot_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "measures.toml"
    text = (
        '[units.points]\nnoun = "points"\n[measures.score]\nname = "Score"\nunit = "points"\n'
        'kind = "mean"\nleast = 5\nmost = 1\n[[measures.score.breaks]]\n'
        'period = "20l9/20"\nreason = "Exams were not held."\n'
    )
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ProjectError) as caught:
        read_dictionary(path)
    found = str(caught.value)
    assert "row 10: [measures.score.breaks] “20l9/20” is no year or day" in found
    assert "“most” cannot be smaller than “least”" in found

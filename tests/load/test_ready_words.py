"""The first words of a new report: a line is written only where what it is about is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportgen.document import Text
from reportgen.load.markdown import Markdown
from reportgen.load.ready_words import conditions, ready_words
from reportgen.load.words import read_passages
from reportgen.observation import Observation
from reportgen.project import read_measures, read_project
from tests.invented import ALONE, facts, row

ROOT = Path(__file__).parents[2]
READY = sorted((ROOT / "sections" / "start").glob("*.md"))
TEXT = """## Notes

Everything.

A score. <!-- with score -->

- In 2020. <!-- with score 2019/20 -->
- In 2021. <!-- with score 2020/21 -->

By sex. <!-- with score sex -->

Late. <!-- with score from:2021-01-01 -->

## Near

<area> is beside <region>. <!-- with neighbours, region -->

Alone. <!-- with not neighbours -->

## Beside

England. <!-- with compared england -->

## Either

A rate. <!-- with absence or roll -->
"""


def made(*rows: Observation) -> str:
    return ready_words(TEXT, facts(*rows))


def test_only_what_the_figures_can_use_is_written() -> None:
    assert made(row("score", "2019/20", 10)) == (
        "## Notes\n\nEverything.\n\nA score.\n\n- In 2020.\n\n"
        "## Near\n\nOurshire is beside Mid England.\n"
    )


def test_a_group_a_day_and_an_alternative_are_found() -> None:
    text = made(row("score", "2020/21", 10, sex="girls"), row("roll", "2020/21", 5))

    for words in ("- In 2021.", "By sex.", "Late.", "A rate."):
        assert words in text
    assert "2020." not in text


def test_a_measure_is_compared_where_another_area_has_it_and_it_can_be_better() -> None:
    ours, theirs = row("score", "2020/21", 10), row("score", "2020/21", 9, "england")

    assert "## Beside" in made(ours, theirs)
    assert "## Beside" not in made(ours)
    assert "## Beside" not in made(ours, row("score", "2019/20", 9, "england"))
    assert "## Beside" not in made(row("roll", "2020/21", 1), row("roll", "2020/21", 2, "england"))


def test_a_withheld_figure_and_one_of_another_area_are_none() -> None:
    text = made(row("score", "2019/20", "c"), row("score", "2020/21", 9, "england"))

    assert "A score" not in text
    assert "- In" not in text


def test_a_report_without_neighbours_says_nothing_of_them() -> None:
    text = ready_words(TEXT, facts(row("score", "2019/20", 1), comparators=ALONE))

    assert "Alone." in text
    assert "beside" not in text


def test_passages_without_words_leave_no_heading() -> None:
    assert ready_words("## Notes\n\nA score. <!-- with score -->\n", facts()) == ""


@pytest.mark.parametrize("path", READY, ids=lambda path: path.stem)
def test_what_stands_ready_is_about_measures_and_groups_that_there_are(path: Path) -> None:
    dictionary = read_measures(ROOT).dictionary
    named = list(conditions(path.read_text(encoding="utf-8")))

    known = {*dictionary.measures, "neighbours", "region", "compared"}
    assert {what for what, *_ in named} <= known
    for what, *needs in named:
        if what == "compared":
            assert needs in (["england"], ["neighbours"], ["region"])
            continue
        for need in needs:
            assert need in dictionary.dimensions or need[:2] == "20" or need[:7] == "from:20"


@pytest.mark.parametrize("path", READY, ids=lambda path: path.stem)
def test_what_stands_ready_can_be_read_and_its_sentences_are_short(path: Path) -> None:
    text = re.sub(r"\s*<!-- with .+? -->", "", path.read_text(encoding="utf-8"))
    text = re.sub(r"<(area|region|model)>", r"the \1", text)
    assert not re.search(r"[<{]", text)

    reading = Markdown(path.name, lambda mention, place: Text(mention), [])
    passages, problems = read_passages(text, path.stem, reading)
    words = re.sub(r"(?m)^(## .*|- |\d\. )", "", text)
    sentences = re.split(r"(?<=[.:])(?:\*\*)?\s+", words)

    assert problems == []
    assert all(passages.values())
    assert len(sentences) > 5
    assert [said for said in sentences if len(said.split()) > 25] == []


def test_the_report_with_made_up_figures_has_the_same_introduction() -> None:
    example = ROOT / "data" / "example"
    text = (ROOT / "sections" / "start" / "introduction.md").read_text(encoding="utf-8")
    written = (example / "words" / "introduction.md").read_text(encoding="utf-8")

    assert written == ready_words(text, read_project(example).facts)

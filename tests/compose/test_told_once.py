"""A break told in full is told in brief further on in its chapter, and never left out."""

from __future__ import annotations

from dataclasses import replace

from reportgen.compose.told_once import tell_once
from reportgen.document import Block, Chart, Reference, Text, plain
from reportgen.measures import Break
from tests.invented import SCORE, chart

YEARS = ("2017/18", "2019/20", "2020/21", "2021/22")
MEASURE = replace(
    SCORE,
    breaks=(
        *(Break(year, "level", f"Counting changed in {year}.") for year in YEARS),
        *(Break(year, "caution", f"Few were counted in {year}.") for year in YEARS),
    ),
)


def noted(id: str, *notes: str) -> Chart:
    return replace(chart(id), notes=tuple((Text(note),) for note in notes))


def changed(*years: str) -> list[str]:
    return [f"Counting changed in {year}." for year in years]


def notes(blocks: list[Block]) -> list[list[str]]:
    return [[plain(note) for note in block.notes] for block in blocks if isinstance(block, Chart)]


def test_reasons_given_above_are_given_in_brief_with_every_year_and_where_they_stand() -> None:
    first = noted("one", *changed(*YEARS[:3]), "[x] not available.")
    second = noted("two", "It is provisional.", *changed(*YEARS))

    told = tell_once([first, second], [MEASURE])
    assert told[0] == first
    assert isinstance(told[1], Chart)
    before, brief, *after = told[1].notes
    assert plain(before) == "It is provisional."
    assert plain(brief).startswith(
        "New series begin in 2017/18, 2019/20 and 2020/21, and should not be compared with the "
        "years before."
    )
    assert [item for item in brief if isinstance(item, Reference)] == [Reference("one")]
    assert [plain(note) for note in after] == changed("2021/22")


def test_a_chart_refers_to_where_the_reasons_stand_in_full_and_never_to_a_brief_note() -> None:
    every = [noted(id, *changed(*YEARS)) for id in ("one", "two", "three")]
    told = tell_once(every, [MEASURE])
    later = [block for block in told[1:] if isinstance(block, Chart)]
    led = [item for block in later for (note,) in [block.notes] for item in note]
    assert [item.target for item in led if isinstance(item, Reference)] == ["one", "one"]


def test_of_years_with_one_reason_every_one_is_named() -> None:
    alike = Break("2022/23", "level", "Counting changed in 2017/18.")
    careful = replace(alike, period="2023/24", kind="caution")
    measures = [MEASURE, replace(MEASURE, breaks=(alike, careful))]
    twice = [noted(id, *changed(*YEARS[:3])) for id in ("one", "two")]

    ((brief,),) = notes(tell_once(twice, measures)[1:])
    assert brief.startswith("New series begin in 2017/18, 2019/20, 2020/21 and 2022/23, and")


def test_two_reasons_are_given_again_in_full() -> None:
    two = [noted(id, *changed(*YEARS[:2])) for id in ("one", "two")]
    assert tell_once(two, [MEASURE]) == two


def test_other_notes_are_given_again_in_full() -> None:
    careful = [f"Few were counted in {year}." for year in YEARS]
    both = [noted(id, *careful, "[x] not available.") for id in ("one", "two")]
    assert notes(tell_once(both, [MEASURE])) == [[*careful, "[x] not available."]] * 2

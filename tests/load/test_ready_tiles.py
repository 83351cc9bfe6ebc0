"""The first tiles of a new report: the latest figures that there are, and none of a handful."""

from pathlib import Path

import pytest

from reportgen.errors import ProjectError
from reportgen.load.chapters import find_chapters
from reportgen.load.ready_tiles import Ready, ReadyTile, read_ready, ready_tiles
from reportgen.observation import Observation
from reportgen.project import read_measures
from reportgen.section.tiles import tile
from reportgen.settings import KeyFigure
from tests.invented import facts, row

ROOT = Path(__file__).parents[2]
AVERAGE = ReadyTile("score", "average score")
GIRLS = ReadyTile("score | sex=girls", "average of girls", "roll | sex=girls", 100)
PUPILS = ReadyTile("roll", "pupils on roll")
SCHOOLS = ReadyTile("score", "average score", "roll", 5)


def begun(*rows: Observation, tiles: tuple[ReadyTile, ...]) -> tuple[KeyFigure, ...]:
    return ready_tiles(Ready((), 2, tiles), facts(*rows))


def test_a_tile_is_the_latest_number_and_leaves_out_what_is_not_there() -> None:
    rows = [row("score", year, value) for year, value in (("2019/20", 40), ("2020/21", 41))]

    assert begun(*rows, row("score", "2021/22", "c"), tiles=(PUPILS, AVERAGE)) == (
        KeyFigure("score | 2020/21", "average score, 2020/21"),
    )
    assert begun(tiles=(AVERAGE,)) == ()
    assert begun(row("score", "2020/21", 1, "england"), tiles=(AVERAGE,)) == ()


def test_a_count_stands_beside_its_first_number_and_not_beside_larger_areas() -> None:
    (only,) = begun(row("roll", "2019/20", 5), tiles=(PUPILS,))
    assert (only.label, only.beside) == ("pupils on roll", "2019/20")

    known = facts(row("roll", "2019/20", 1200), row("roll", "2020/21", 1300))
    (both,) = ready_tiles(Ready((), 6, (PUPILS,)), known)
    made = tile(known, both)
    said = "".join(getattr(part, "text", "") for part in made.beside)
    assert (made.number.text, said) == ("1,300", "2020/21; 1,200 in 2019/20")


def test_a_group_is_a_tile_only_where_it_is_known_to_be_large_enough() -> None:
    girls = row("score", "2020/21", 41, sex="girls")

    assert begun(girls, tiles=(GIRLS,)) == ()
    assert begun(girls, row("roll", "2020/21", 99, sex="girls"), tiles=(GIRLS,)) == ()
    assert begun(girls, row("roll", "2020/21", "c", sex="girls"), tiles=(GIRLS,)) == ()
    (large,) = begun(girls, row("roll", "2019/20", 100, sex="girls"), tiles=(GIRLS,))
    assert large.figure == "score | 2020/21 | sex=girls"


def test_a_count_that_is_given_only_by_group_is_added_up() -> None:
    score = row("score", "2020/21", 41)
    schools = [row("roll", "2020/21", n, phase=p) for n, p in ((2, "primary"), (3, "secondary"))]

    assert begun(score, schools[0], tiles=(SCHOOLS,)) == ()
    assert len(begun(score, *schools, tiles=(SCHOOLS,))) == 1


def test_there_are_no_more_tiles_than_there_is_room_for() -> None:
    rows = [row("score", "2020/21", 1), row("roll", "2020/21", 1)]

    assert len(begun(*rows, tiles=(AVERAGE, PUPILS, AVERAGE))) == 2


def test_chapters_stand_in_the_order_of_a_new_report_and_others_last() -> None:
    assert Ready(("b", "a")).in_order(("a", "b", "c")) == ("b", "a", "c")


def test_what_stands_ready_names_chapters_and_measures_that_there_are(tmp_path: Path) -> None:
    ready = read_ready(ROOT / "sections" / "start")
    project = read_measures(ROOT)

    assert set(ready.chapters) <= set(find_chapters(ROOT))
    assert ready.chapters[0] == "introduction"
    assert len(ready.key_figures) > ready.most == 6
    for item in ready.key_figures:
        for mention in filter(None, (item.figure, item.size)):
            assert mention.split(" | ")[0] in project.dictionary.measures
    assert read_ready(tmp_path) == Ready()


def test_every_slip_in_what_stands_ready_is_named_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "start.toml"
    file.write_text('chapters = "ehe"\nmost = 6\n\n[[key_figures]]\nfigur = "score"\n', "utf-8")
    with pytest.raises(ProjectError) as caught:
        read_ready(tmp_path)

    said = [f"{problem.place}: {problem.what}" for problem in caught.value.problems]
    place = f"sections/{tmp_path.name}/start.toml"
    assert said == [
        f"{place}, row 4: [key_figures] “figure” is missing",
        f"{place}, row 4: [key_figures] “label” is missing",
        f"{place}, row 5: [key_figures] “figur” is not known",
        f"{place}, row 1: “chapters” should be a list in square brackets, not “ehe”",
    ]

    file.write_text("chapters = [\n", "utf-8")
    with pytest.raises(ProjectError, match=r"start\.toml, row 1: not TOML"):
        read_ready(tmp_path)

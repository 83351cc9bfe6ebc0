"""The theme: one file of colours, faces and sizes, and every fault in it named at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.errors import ProjectError
from reportgen.theme import Theme, read_theme

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "assets" / "theme.toml"


def read(folder: Path, text: str) -> Theme:
    path = folder / "theme.toml"
    path.write_text(text, encoding="utf-8")
    return read_theme(path)


def faults(folder: Path, text: str) -> list[str]:
    with pytest.raises(ProjectError) as refusal:
        read(folder, text)
    assert {p.place and p.place.file for p in refusal.value.problems} == {
        str(folder / "theme.toml")
    }
    return [problem.what for problem in refusal.value.problems]


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def test_the_theme_of_the_project_has_every_colour_face_and_size() -> None:
    theme = read_theme(SHIPPED)

    assert theme.face["word"] == "Arial"
    assert theme.size["chapter"] > theme.size["section"] > theme.size["subsection"]
    assert theme.size["small"] >= 8
    assert theme.page["width"] == 210
    assert theme.page["height"] == 297


@pytest.mark.parametrize("ink", ["text", "muted", "brand", "link", "strength", "development"])
def test_words_stand_out_from_the_page_and_from_a_panel(ink: str) -> None:
    colour = read_theme(SHIPPED).colour

    assert contrast(colour[ink], colour["ground"]) >= 4.5
    assert contrast(colour[ink], colour["panel"]) >= 4.5


@pytest.mark.parametrize("role", ["ours", "neighbours", "region", "england", "first", "second"])
def test_lines_and_bars_stand_out_from_the_page(role: str) -> None:
    colour = read_theme(SHIPPED).colour

    assert contrast(colour[role], colour["ground"]) >= 3


def test_the_areas_of_a_chart_have_colours_of_their_own() -> None:
    colour = read_theme(SHIPPED).colour

    assert len({colour[role] for role in ("ours", "neighbours", "region", "england")}) == 4


def test_a_strength_is_marked_by_more_than_its_colour() -> None:
    mark = read_theme(SHIPPED).mark

    assert mark["strength"].strip() != mark["development"].strip()


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('ours = "#', 'ours = "', "[colour] ours is not a colour such as #12436D"),
        ("body = ", 'body = "large" #', "[size] body is not a number above zero"),
        ("body = ", "body = true #", "[size] body is not a number above zero"),
        ("body = ", "body = 0 #", "[size] body is not a number above zero"),
        ("body = ", "bodies = 11 #", "[size] has no “body”"),
        ("body = ", "bodies = 11 #", "[size] has the unknown key “bodies”"),
        ("[mark]", "[mark]\nstar = '*'", "[mark] has the unknown key “star”"),
        ("[mark]", "[marks]", "the table [mark] is missing"),
        ("[mark]", "[marks]", "unknown table [marks]"),
        ("word = ", "word = 3 #", "[face] word is not text"),
    ],
)
def test_a_fault_is_named_by_its_table_and_key(
    tmp_path: Path, before: str, after: str, fault: str
) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    at = text.index("[size]") if before.startswith("body") else 0

    assert before in text[at:]
    assert fault in faults(tmp_path, text[:at] + text[at:].replace(before, after, 1))


def test_all_faults_are_named_together(tmp_path: Path) -> None:
    assert faults(tmp_path, "") == [
        f"the table [{name}] is missing"
        for name in ("colour", "mark", "face", "size", "leading", "page")
    ]


def test_what_is_no_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ProjectError) as caught:
        read(tmp_path, "[colour]\nbrand = “#12436D”\n")

    (problem,) = caught.value.problems
    assert problem.what.startswith("not TOML")
    assert problem.place
    assert problem.place.row == 2
    assert problem.hint.startswith("write straight quotation marks")


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "theme.toml"
    path.write_bytes(b'[mark]\nstrength = "\xa3"\n')

    with pytest.raises(ProjectError, match="UTF-8"):
        read_theme(path)


def test_a_theme_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"nowhere\.toml: the theme file cannot be read"):
        read_theme(tmp_path / "nowhere.toml")

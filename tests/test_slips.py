"""Slips in a TOML file: the line, and how it is written right."""

from pathlib import Path

import pytest

from reportgen.errors import ProjectError
from reportgen.load.toml import read_table


def refused(text: str, folder: Path) -> str:
    """Return what is said of a file with a text in it."""
    path = folder / "report.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ProjectError) as caught:
        read_table(path, "report.toml")
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "row", "hint"),
    [
        ('a = "x\nb = 1\n', 1, 'end the text with a quotation mark ("); the line is: a = "x'),
        ("a = Our report\n", 1, 'write text in quotation marks: a = "Our report"'),
        ("a = True\n", 1, "write a = true"),
        ("b = 1\na = [\n", 2, "close every quotation mark and bracket that is opened"),
        ('a = "', 1, "close every quotation mark and bracket that is opened"),
        ('a = ["x"\nb = 1\n', 2, "a list or table begun here or above lacks its end"),
        ("a = 2026-02-30\n", 1, "there is no such day; the line is: a = 2026-02-30"),
        ("a = 1\nb = 2\na = 3\n", 3, "the key stands here a second time"),
        ("[a]\n[b]\n[a]\n", 3, "the table stands here a second time"),
        ("title: x\n", 1, "write a key, then =, then its value; the line is: title: x"),
        ("a = 31/12/2026\n", 1, "write a date as 2026-12-31, without quotation marks"),
        ("a = “x”\n", 1, "write straight quotation marks"),
        ("a = ‘x’\n", 1, "write straight quotation marks"),
        ('a = "Children’s services\n', 1, 'end the text with a quotation mark (")'),
        ('a = "C:\\Users"\n', 1, 'write a path with forward slashes: a = "C:/Users"'),
        ("a = 1 2\n", 1, "the line is: a = 1 2"),
    ],
)
def test_a_slip_is_named_with_its_line_and_mended(
    text: str, row: int, hint: str, tmp_path: Path
) -> None:
    said = refused(text, tmp_path)
    assert said.startswith(f"report.toml, row {row}: not TOML: ")
    assert hint in said


def test_a_backslash_that_made_a_control_character_is_refused_with_its_line(tmp_path: Path) -> None:
    text = 'a = "x"\n[data]\nfiles = ["..\\figures"]\n[[t]]\nb = "y"\n[[t]]\nb = "\\u0007"\n'
    first, second = refused(text, tmp_path).split("\nreport.toml")

    assert first.startswith("report.toml, row 3: a backslash in quotation marks made a character")
    assert "in “files” write a path with forward slashes" in first
    assert second.startswith(", row 7: ")

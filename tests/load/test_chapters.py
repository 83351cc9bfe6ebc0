"""Chapters are loaded from the project anew each time, or refused with the line that stops them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.errors import ProjectError
from reportgen.project import read_project
from tests.test_project import problems


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def ehe(:\n", "sections/ehe.py, row 1: not Python"),
        ("nothing = 1\n", "sections/ehe.py: nothing is marked @section"),
        (
            "import no_such_library\n",
            "sections/ehe.py, row 1: the chapter cannot be loaded: No module",
        ),
        ("\n@section('E')\ndef ehe(facts):\n    yield\n", "sections/ehe.py, row 2: the chapter"),
        (
            "from reportgen import section\n"
            "a = section('A')(lambda facts: iter(()))\n"
            "b = section('B')(lambda facts: iter(()))\n",
            "sections/ehe.py: it has 2 functions marked @section",
        ),
    ],
)
def test_a_chapter_that_cannot_be_loaded_says_why(
    project: Path, source: str, expected: str
) -> None:
    (project / "sections" / "ehe.py").write_text(source, encoding="utf-8")
    (found,) = problems(lambda: read_project(project / "data" / "example"), ProjectError)
    assert found.startswith(expected)


def test_a_chapter_that_changed_is_read_anew(project: Path) -> None:
    folder = project / "data" / "example"
    path = project / "sections" / "ehe.py"
    chapter = (
        "from dataclasses import dataclass\nfrom reportgen import section\n\n"
        "@dataclass(frozen=True, slots=True)\nclass Thing:\n    name: str\n\n"
        "@section('{}')\ndef ehe(facts):\n    yield from ()\n"
    )
    titles = []
    for title in ("One", "Two"):
        path.write_text(chapter.format(title), encoding="utf-8")
        titles.append(read_project(folder).sections[-1].title)
    assert titles == ["One", "Two"]
    assert not list((project / "sections").glob("__pycache__"))

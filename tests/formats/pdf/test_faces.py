"""How TrueType files are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from reportgen.formats.pdf.faces import Face

FOLDER = Path(__file__).parents[3] / "assets" / "fonts"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ttf")), ids=lambda path: path.stem)
def test_a_face_is_read_as_reportlab_reads_it(path: Path) -> None:
    ours, theirs = vars(Face(str(path))), vars(TTFontFace(str(path)))
    functions_and_leftovers = {"_pdfScale", "_pos", "glyphToChar"}
    for name in theirs.keys() - functions_and_leftovers:
        assert ours[name] == theirs[name], name


def test_a_usual_face_is_read_at_once() -> None:
    assert not hasattr(Face(str(FOLDER / "Arimo-Regular.ttf")), "glyphToChar")

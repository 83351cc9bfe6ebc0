"""The template in assets/ is what the script makes, and clean."""

from __future__ import annotations

from pathlib import Path

from reportgen.formats.word.package import read_package
from reportgen.formats.word.template import make_template
from reportgen.theme import Theme


def test_the_template_kept_in_the_project_is_the_one_the_script_makes(
    theme: Theme, assets: Path
) -> None:
    assert (assets / "template.docx").read_bytes() == make_template(theme)


def test_the_template_holds_no_trace_of_a_person_or_of_another_tool(theme: Theme) -> None:
    parts = read_package(make_template(theme)).parts
    assert "docProps/core.xml" not in parts
    assert not any(name.startswith("customXml") for name in parts)
    assert b'compatibilityMode" w:uri' in parts["word/settings.xml"]

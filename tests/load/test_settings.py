"""report.toml read as settings: what it chooses, and what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.errors import ProjectError
from reportgen.load.settings import read_settings
from reportgen.settings import Settings, Word

LEAST = """title = "T"
organisation = "O"
date = 2021-11-18
chapters = ["attainment"]
{more}
[area]
code = "E06000060"
name = "Buckinghamshire"
"""


def settings(folder: Path, more: str = "") -> Settings:
    (folder / "report.toml").write_text(LEAST.format(more=more), encoding="utf-8")
    return read_settings(folder, folder, ("attainment",))


def test_the_figures_behind_charts_are_printed_and_attached_unless_one_is_declined(
    tmp_path: Path,
) -> None:
    both = settings(tmp_path)
    printed = settings(tmp_path, "attachments = false")
    attached = settings(tmp_path, "appendix = false")

    assert (both.appendix, both.attachments) == (True, True)
    assert (printed.appendix, printed.attachments) == (True, False)
    assert (attached.appendix, attached.attachments) == (False, True)


def test_a_chart_whose_figures_nobody_could_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="nowhere to read") as failure:
        settings(tmp_path, "appendix = false\nattachments = false")

    (problem,) = failure.value.problems
    assert str(problem.place) == "report.toml, row 6"


WORD = """
profile = "committee"
[word]
charts = "picture"
template = "ours.docx"
[word.styles]
"Heading 1" = "Council Heading"
"""


def test_word_takes_pictures_a_template_and_the_names_of_its_styles(tmp_path: Path) -> None:
    (tmp_path / "ours.docx").touch()
    found = settings(tmp_path, WORD)

    assert found.profile == "committee"
    assert found.word == Word("picture", "ours.docx", (("Heading 1", "Council Heading"),))
    assert settings(tmp_path).word == Word()


@pytest.mark.parametrize(
    ("more", "what", "hint"),
    [
        ('profile = "comittee"', "“profile” cannot be “comittee”", "“committee”"),
        ('[word]\nchart = "native"', "“chart” is not known", "“charts”"),
        ('[word]\ncharts = "pictures"', "“charts” cannot be “pictures”", "“picture”"),
        ('[word]\ntemplate = "none.docx"', "there is no file none.docx", "within the project"),
        ("[word.styles]\nTitle = 'T'", "names styles of a template", "template"),
    ],
)
def test_a_slip_in_the_settings_for_word_is_named_with_a_way_out(
    tmp_path: Path, more: str, what: str, hint: str
) -> None:
    with pytest.raises(ProjectError) as failure:
        settings(tmp_path, more)

    (problem,) = failure.value.problems
    assert what in problem.what
    assert hint in problem.hint


FINDINGS = """
[findings]
most = 4
against = ["region", "england"]
[[findings.mute]]
id = "attainment_8.all"
reason = "told in the chapter on results"
[[findings.keep]]
id = "absence.all"
reason = "councillors asked for it"
"""


def test_a_report_says_how_much_is_told_of_what_was_found(tmp_path: Path) -> None:
    found = settings(tmp_path, FINDINGS)

    assert found.findings.most == 4
    assert found.comparators.told == ("region", "england")
    assert [(m.id, m.reason) for m in found.findings.mute] == [
        ("attainment_8.all", "told in the chapter on results")
    ]
    assert [(k.id, k.reason) for k in found.findings.keep] == [
        ("absence.all", "councillors asked for it")
    ]
    assert settings(tmp_path).findings.most == 6
    assert settings(tmp_path).comparators.told == ("england", "neighbours")


@pytest.mark.parametrize(
    ("slip", "says"),
    [
        ("most = 0", "“most” should be 1 or more"),
        ('against = ["englnd"]', "did you mean “england”"),
        ('[[findings.mute]]\nid = "a"', "“reason” is missing"),
        ('[[findings.mute]]\nid = "a"\nreason = " "', "“reason” is empty"),
        ('[[findings.keep]]\nid = "a"\nreason = " "', "say why the report prints it in any case"),
        ("mots = 3", "“mots” is not known"),
    ],
)
def test_a_slip_in_the_settings_for_findings_is_named(tmp_path: Path, slip: str, says: str) -> None:
    with pytest.raises(ProjectError) as failure:
        settings(tmp_path, f"[findings]\n{slip}")

    assert says in str(failure.value)
    assert len(failure.value.problems) == 1

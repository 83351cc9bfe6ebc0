"""An account of a report says what to settle, what nobody will read, and where every row went."""

from pathlib import Path

import pytest

from reportgen.check import Account, check_report
from reportgen.errors import ReportgenError


def remarks(account: Account) -> list[str]:
    return [str(remark) for remark in account.remarks]


def add(path: Path, *lines: str) -> None:
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + "\n".join(lines) + "\n", "utf-8")


def figure(measure: str, value: str, **cells: str) -> str:
    row = {
        "measure": measure,
        "area_code": "X00000001",
        "area": "Exampleshire",
        "period": "2024/25",
        "period_kind": "academic year",
        "value": value,
        "source": "Made up",
        **cells,
    }
    return ",".join(row) + "\n" + ",".join(row.values()) + "\n"


@pytest.fixture
def folder(project: Path) -> Path:
    return project / "data" / "example"


def test_every_file_has_its_account_and_nothing_is_built(folder: Path, project: Path) -> None:
    account = check_report(folder)
    assert [file.file for file in account.files] == [
        "figures/attainment.csv",
        "figures/exclusions.csv",
        "figures/home_education.csv",
    ]
    assert all(file.rows == file.used for file in account.files)
    assert not (project / "output").exists()


def test_questions_beside_figures_come_first(folder: Path) -> None:
    first = remarks(check_report(folder))[0]
    assert first.startswith("figures/attainment.csv, row 2, column “query”: ")


def test_a_passage_and_an_action_that_nobody_prints_are_named(folder: Path) -> None:
    add(folder / "words" / "attainment.md", "", "## Forgotten", "", "Words.")
    add(folder / "actions.csv", "ofsted,Do something,,")
    found = remarks(check_report(folder))
    assert any(
        r.startswith("words/attainment.md: the passage “Forgotten” is not printed") for r in found
    )
    assert any("an action for “ofsted” is not printed" in remark for remark in found)


def test_a_chapter_without_figures_is_named_with_its_measures(folder: Path) -> None:
    text = (folder / "report.toml").read_text("utf-8")
    (folder / "report.toml").write_text(text.replace('"ehe"]', '"ehe", "ofsted"]'), "utf-8")
    found = remarks(check_report(folder))
    assert any(
        remark.startswith("sections/ofsted.py: the chapter “Ofsted” is left out")
        and "pupils_good_outstanding_schools" in remark
        for remark in found
    )


def test_a_measure_that_no_chapter_uses_is_named(folder: Path) -> None:
    (folder / "figures" / "more.csv").write_text(figure("lft_schools", "7"), "utf-8")
    found = remarks(check_report(folder))
    assert any(
        remark.startswith("figures/more.csv: Schools helped to test on site: 1 figure is read")
        for remark in found
    )


def test_figures_that_may_change_or_are_withheld_are_counted(folder: Path) -> None:
    (folder / "figures" / "more.csv").write_text(
        figure("ks4_cohort", "c", period="2001/02", status="provisional"), "utf-8"
    )
    found = remarks(check_report(folder))
    assert any(
        "Pupils at the end of key stage 4, 2001/02: 1 figure is provisional" in remark
        and "look for a later release" in remark
        for remark in found
    )
    assert any(
        "1 of our 1 figures has no number (1 withheld to protect confidentiality)" in remark
        for remark in found
    )


@pytest.mark.parametrize(
    ("value", "numerator", "denominator", "remark"),
    [
        ("38", "33088", "87160", None),
        ("39", "33088", "87160", "33088 of 87160 is 37.96%, but the figure is 39%"),
        ("10.1", "510", "5100", None),
    ],
)
def test_a_share_is_held_against_its_own_counts(
    folder: Path, value: str, numerator: str, denominator: str, remark: str | None
) -> None:
    cells = {"numerator": numerator, "denominator": denominator}
    (folder / "figures" / "more.csv").write_text(figure("share_fsm", value, **cells), "utf-8")
    found = [r for r in remarks(check_report(folder)) if "more.csv, row" in r]
    assert bool(found) == bool(remark)
    assert not remark or remark in found[0]


def test_problems_of_every_kind_are_raised_together(folder: Path, project: Path) -> None:
    (folder / "figures" / "more.csv").write_text(figure("lft_schools", "NA"), "utf-8")
    (project / "sections" / "ehe.py").write_text("nothing = 1\n", "utf-8")
    (project / "assets" / "theme.toml").write_text("", "utf-8")
    with pytest.raises(ReportgenError) as caught:
        check_report(folder)
    found = str(caught.value)
    for place in ("figures/more.csv, row 2", "sections/ehe.py", "theme.toml"):
        assert place in found


@pytest.mark.parametrize(
    ("measure", "value", "what"),
    [
        ("share_fsm", "101", "101% is above 100%, the most that"),
        ("share_fsm", "-1", "-1% is below 0%, the least that"),
        ("attainment_8", "96.2", "96.2 is above 90, the most that Attainment 8 can be"),
        ("ehe_children", "12.5", "12.5 is no whole number of children"),
    ],
)
def test_a_value_that_cannot_be_is_a_problem(
    folder: Path, measure: str, value: str, what: str
) -> None:
    (folder / "figures" / "more.csv").write_text(figure(measure, value, period="2001/02"), "utf-8")
    with pytest.raises(ReportgenError, match=f"more.csv, row 2, column “value”: {what}"):
        check_report(folder)

"""An account of a report says what to settle, what nobody will read, and where every row went."""

from datetime import date
from pathlib import Path

import pytest

from reportgen.check import Account, check_report
from reportgen.errors import RenderError, ReportgenError
from reportgen.new import new


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
        remark.startswith("the chapter “Ofsted” is left out: we have no figure")
        and "Pupils in good or outstanding schools" in remark
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


def test_groups_of_very_few_people_are_remarked_on_once_a_file(folder: Path) -> None:
    header, row = figure("ks4_cohort", "3", sen="EHC plan").splitlines()
    rows = [
        row,
        row.replace("2024/25", "2023/24"),
        row.replace("2024/25", "2022/23").replace(",3,", ",6,"),
        row.replace("2024/25", "2021/22").replace("EHC plan", ""),
        row.replace("2024/25", "2020/21").replace(",3,", ",c,"),
    ]
    (folder / "figures" / "more.csv").write_text("\n".join([header, *rows]), "utf-8")
    cells = {"period": "2001/02", "cohort": "5"}
    (folder / "figures" / "some.csv").write_text(figure("attainment_8", "41", **cells), "utf-8")
    said = remarks(check_report(folder))
    settings = folder / "report.toml"
    settings.write_text(settings.read_text("utf-8") + "\n[data]\nfewest = 0\n", "utf-8")
    asked = remarks(check_report(folder))
    counts = "figures/more.csv: figures of groups of 1 to 5 people: rows 2, 3"
    average = "figures/some.csv: figures of groups of 1 to 5 people: row 2"
    few = [[r.splitlines()[0] for r in found if "1 to 5 people" in r] for found in (said, asked)]
    assert few == [[counts], [counts, average]]
    assert any("write c as value" in remark for remark in said)


def test_a_year_of_two_kinds_is_refused_and_mixed_kinds_are_remarked_on(folder: Path) -> None:
    more = folder / "figures" / "more.csv"
    more.write_text(figure("attainment_8", "41", period_kind="financial year"), "utf-8")
    with pytest.raises(ReportgenError, match="of a financial year here and of an academic year in"):
        check_report(folder)
    more.write_text(
        figure("attainment_8", "41", period="2001", period_kind="calendar year"), "utf-8"
    )
    (found,) = [r for r in remarks(check_report(folder)) if "kinds of period" in r]
    assert "academic year (3), calendar year (1)" in found


def test_a_code_beside_another_areas_name_is_remarked_on(folder: Path) -> None:
    cells = {"area_code": "E10000031", "area": "Surrey", "period": "2001/02"}
    (folder / "figures" / "more.csv").write_text(figure("attainment_8", "41", **cells), "utf-8")
    found = [r for r in remarks(check_report(folder)) if "more.csv" in r]
    assert any(
        "E10000031 is the code of Warwickshire, but the name is “Surrey”" in r for r in found
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("report.toml", "An example report", "تعليم", "report.toml, row 4: "),
        ("words/ehe.md", "## Notes", "## Notes\n\nWords 你 here.\n", "words/ehe.md, row 3: "),
    ],
)
def test_a_character_that_the_pdf_cannot_hold_is_found_where_it_stands(
    folder: Path, file: str, old: str, new: str, place: str
) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ReportgenError) as caught:
        check_report(folder)
    assert str(caught.value).startswith(place)


def test_a_word_template_that_cannot_be_used_is_a_problem(folder: Path) -> None:
    add(folder / "report.toml", "[word]", 'template = "assets/theme.toml"')
    with pytest.raises(RenderError, match="the Word template is not a Word file"):
        check_report(folder)


def test_what_is_left_out_is_told_once_a_chapter_in_words(folder: Path) -> None:
    found = [r for r in remarks(check_report(folder)) if "left out" in r]
    assert len(found) == 4
    assert found[0].startswith("the chapter “Introduction”: ")
    assert found[1].startswith("the chapter “Attainment”: ")
    assert "Attainment 8 by special educational needs in 2023/24" in found[1]
    assert "by ethnic group in 2023/24 and in 2024/25" in found[1]


def test_a_chapter_of_withheld_figures_alone_is_left_out(folder: Path) -> None:
    path = folder / "figures" / "home_education.csv"
    rows = path.read_text("utf-8")
    for value in ("400", "450", "500"):
        rows = rows.replace(f",as at,{value},", ",as at,c,")
    path.write_text(rows, "utf-8")
    (folder / "words" / "ehe.md").unlink()
    toml = (folder / "report.toml").read_text("utf-8").split("[[glance.key_figures]]")
    (folder / "report.toml").write_text("[[glance.key_figures]]".join(toml[:3]), "utf-8")
    found = remarks(check_report(folder))
    assert any("“Elective home education” is left out: all our figures are" in r for r in found)


def test_what_nothing_reads_is_named_with_what_would_be_read(folder: Path) -> None:
    for name in ("figures/old.xls", "words/ehe.docx", "notes.docx", "Figure/a.csv", "README.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("", "utf-8")
    found = [r for r in remarks(check_report(folder)) if "is not read" in r]
    assert [r.replace("\n    ", " | ") for r in found] == [
        "Figure: the folder is not read | did you mean “figures”?",
        "figures/old.xls: the file is not read | open it in Excel and save it as an Excel workbook "
        "(.xlsx) or as CSV UTF-8",
        "notes.docx: the file is not read | a report is made of report.toml, figures/, words/ and "
        "actions.csv",
        "words/ehe.docx: the file is not read | files read there end in .md",
    ]


def test_a_council_whose_name_is_a_guess_is_remarked_on(project: Path) -> None:
    made = new(project / "mine", "E06000999 Newshire", "Schools", date(2026, 3, 1))
    settings = made / "report.toml"
    assert any(
        "organisation: “Newshire Council” is a guess" in r for r in remarks(check_report(made))
    )

    text = settings.read_text(encoding="utf-8").replace("Newshire Council", "Newshire City Council")
    settings.write_text(text, encoding="utf-8")
    assert not any("is a guess" in r for r in remarks(check_report(made)))


def test_a_council_whose_name_is_certain_is_not(project: Path) -> None:
    made = new(project / "mine", "Wiltshire", "Schools", date(2026, 3, 1))

    assert not any("is a guess" in r for r in remarks(check_report(made)))

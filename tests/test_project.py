"""A report folder is read whole, or refused with everything that is wrong, each with its place."""

import errno
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.check import check
from reportgen.errors import DataError, ProjectError, ReportgenError
from reportgen.project import project_root, read_project, read_with_accounts
from reportgen.settings import DataPath


def problems(read: Callable[[], object], kind: type[ProjectError | DataError]) -> list[str]:
    with pytest.raises(kind) as caught:
        read()
    return [str(problem) for problem in caught.value.problems]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_report_is_read_with_its_chapters_in_order(project: Path) -> None:
    folder = project / "data" / "example"
    report = read_project(folder)
    assert report.settings.name == "example"
    names = [section.name for section in report.sections]
    assert names == ["introduction", "attainment", "exclusions", "ehe"]
    assert (report.root, report.folder) == (project.resolve(), folder.resolve())
    assert report.facts.periods("attainment_8")
    assert report.content.passage("attainment", "notes")
    assert report.content.actions


def test_every_row_of_the_figures_is_accounted_for(project: Path) -> None:
    report, accounts = read_with_accounts(project / "data" / "example")
    assert sum(account.used for account in accounts) == len(report.facts.observations)
    assert all(account.rows == account.used for account in accounts)


@pytest.mark.parametrize(
    ("folder", "what"),
    [
        ("data/nowhere", "the report folder is not there\n    name a folder such as"),
        ("data/exampel", "the report folder is not there\n    did you mean “example”?"),
        ("data/example/actions.csv", "this is a file, and a report is a folder"),
        ("data", "there is no report.toml in it\n    the reports in it are: example"),
        (".", "there is no report.toml in it\n    the reports in it are: data/example"),
        ("sections", "there is no report.toml in it\n    a report is a folder with a report.toml"),
    ],
)
def test_a_folder_that_is_no_report_says_so(project: Path, folder: str, what: str) -> None:
    assert what in problems(lambda: project_root(project / folder), ProjectError)[0]


def test_figures_that_another_program_holds_open_are_told_with_what_to_do(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Path.read_bytes

    def held(path: Path) -> bytes:
        if path.name == "exclusions.csv":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", held)
    found = problems(lambda: read_project(project / "data" / "example"), DataError)

    assert found[0].startswith("figures/exclusions.csv: this cannot be read: ")
    assert "close the program that holds it" in found[0]


def test_a_report_toml_whose_name_windows_hides_is_found(project: Path) -> None:
    folder = project / "data" / "example"
    (folder / "report.toml").rename(folder / "report.toml.txt")
    (found,) = problems(lambda: project_root(folder), ProjectError)
    assert "rename report.toml.txt to report.toml" in found


def test_what_an_editor_leaves_beside_an_open_file_of_words_is_passed_over(project: Path) -> None:
    folder = project / "data" / "example"
    (folder / "words" / "~$ainment.md").write_bytes(b"\x05Me")
    assert read_project(folder).content.passage("attainment", "notes")


def test_a_report_without_a_project_around_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "report.toml").write_text("", encoding="utf-8")
    (found,) = problems(lambda: read_project(tmp_path), ProjectError)
    assert "no folder above the report has a folder “sections”" in found
    assert "reportgen new FOLDER" in found


def test_slips_in_settings_measures_and_areas_are_raised_together(project: Path) -> None:
    folder = project / "data" / "example"
    edit(folder / "report.toml", "subtitle =", "subtitel =")
    edit(folder / "report.toml", '"ehe"]', '"ehee"]')
    edit(project / "sections" / "measures.toml", 'unit = "points"', 'unit = "pionts"')
    edit(project / "sections" / "areas.csv", "E06000001,Hartlepool", "E06000001,")
    found = problems(lambda: read_project(folder), ProjectError)
    assert [re.sub(r"\d+", "N", problem) for problem in found[:2]] == [
        "report.toml, row N: the chapter “ehee” is not known\n    did you mean “ehe”?",
        "report.toml, row N: “subtitel” is not known\n    did you mean “subtitle” or “title”?",
    ]
    assert any("sections/measures.toml" in p and "did you mean “points”" in p for p in found)
    assert any("sections/areas.csv, row 2, column “name”" in p for p in found)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("date = 2000-01-01", 'date = "1 May"', "“date” should be a date such as 2021-11-30"),
        ("date = 2000-01-01", "", "“date” is missing"),
        ('status = "Draft"', 'status = "draft"', "did you mean “Draft”?"),
        ('formats = ["docx", "pdf"]', 'formats = ["doc"]', "the format “doc” is not known"),
        ("chapters = [", 'chapters = ["ehe", ', "the chapter “ehe” is listed twice"),
        (
            'code = "X00000001"',
            "code = 1",
            "[area] “code” should be text in quotation marks, not 1",
        ),
        ("headlines = 4", "headlines = -1", "“headlines” cannot be below zero"),
        ('label = "suspension rate', 'labl = "suspension rate', "“label” is missing"),
        ("[glance]", '[look]\ntheme = "x.toml"\n[glance]', "there is no file x.toml"),
        ("[glance]", "[look]\nbody_size = 40\n[glance]", "write 8 to 18"),
        ("[glance]", '[data]\nfiles = ["x/*.csv"]\n[glance]', "there is no file x/*.csv"),
        (
            "[glance]",
            '[data]\nfiles = [{ path = "figures", period = "2o24" }]\n[glance]',
            "write it as mid-2024 or 2025-08-31",
        ),
        (
            "[glance]",
            '[[glance.key_figures]]\nfigure = "x"\nlabel = "of {attainment_8}"\n[glance]',
            "mention the figure under “beside”",
        ),
        (
            "[glance]",
            '[[data.sources]]\nmeasure = "suspension_rates"\nform = "ees"\ntitle = "T"\n'
            'value = "x"\n[glance]',
            "did you mean “suspension_rate”",
        ),
        (
            "[glance]",
            '[neighbours]\ncode = "n"\nmembers = [{ code = "X00000001", name = "Us" }]\n[glance]',
            "[neighbours] Exampleshire is listed among its own neighbours",
        ),
    ],
)
def test_a_slip_in_the_settings_is_named_with_a_hint(
    project: Path, old: str, new: str, expected: str
) -> None:
    folder = project / "data" / "example"
    edit(folder / "report.toml", old, new)
    found = problems(lambda: read_project(folder), ProjectError)
    assert any(expected in problem for problem in found), found


def test_settings_that_are_not_toml_name_the_line(project: Path) -> None:
    folder = project / "data" / "example"
    (folder / "report.toml").write_text('title = "A report"\ndate = today\n', encoding="utf-8")
    assert problems(lambda: read_project(folder), ProjectError)[0].startswith(
        "report.toml, row 2: not TOML"
    )


def test_bad_figures_words_and_actions_are_raised_together(project: Path) -> None:
    folder = project / "data" / "example"
    edit(folder / "figures" / "exclusions.csv", "suspension_rate", "suspension_rat")
    words = folder / "words" / "attainment.md"
    words.write_text(words.read_text("utf-8") + "\n<b>bold</b> {attainment_9}\n", "utf-8")
    (folder / "words" / "atainment.md").write_text("## Notes\n", encoding="utf-8")
    edit(folder / "actions.csv", "\nattainment,", "\natainment,")
    found = problems(lambda: read_project(folder), DataError)
    places = {problem.split(",")[0].split(":")[0] for problem in found}
    assert places == {
        "figures/exclusions.csv",
        "words/attainment.md",
        "words/atainment.md",
        "actions.csv",
    }
    assert any("did you mean “attainment_8”" in problem for problem in found)


def test_words_are_not_blamed_for_figures_that_cannot_be_read(project: Path) -> None:
    folder = project / "data" / "example"
    (folder / "words" / "exclusions.md").write_text(
        "## Notes\n\n{suspension_rate | 1999/00}\n", encoding="utf-8"
    )
    (found,) = problems(lambda: read_project(folder), DataError)
    assert found.startswith("words/exclusions.md, row 3: {suspension_rate | 1999/00}")
    edit(folder / "figures" / "exclusions.csv", "suspension_rate", "suspension_rat")
    assert not any(
        "words" in problem for problem in problems(lambda: read_project(folder), DataError)
    )


def test_a_report_may_point_at_downloads_and_say_itself_where_a_measure_is(project: Path) -> None:
    folder = project / "data" / "example"
    published = project / "data" / "published"
    published.mkdir()
    (published / "anything.dat").write_text(
        "time_period,time_identifier,geographic_level,country_code,country_name,my_column\n"
        "201718,Academic year,National,E92000001,England,46.55\n",
        encoding="utf-8",
    )
    text = (folder / "report.toml").read_text(encoding="utf-8")
    text += (
        '\n[data]\nfiles = ["../published/*.dat"]\n\n[[data.sources]]\nmeasure = "attainment_8"\n'
        'form = "ees"\ntitle = "Department for Examples"\nvalue = "my_column"\n'
    )
    (folder / "report.toml").write_text(text, encoding="utf-8")
    report = read_project(folder)
    assert report.settings.data == (DataPath("../published/*.dat"),)
    (found,) = [o for o in report.facts.of("attainment_8") if o.period.label == "2017/18"]
    assert (str(found.value), found.area.name) == ("46.55", "England")
    assert found.cell.file == "../published/anything.dat"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            'code = "X00000001"\nname = "Exampleshire"',
            'code = "E10000032"\nname = "Warwickshire"',
            "row 13: [area] E10000032 is the code of West Sussex, and Warwickshire has another code"
            '\n    write code = "E10000031", or mend the name',
        ),
        (
            'code = "X00000001"\nname = "Exampleshire"',
            'code = "937"\nname = "Warwikshire"',
            "row 13: [area] “937” is not",
        ),
        ("date = 2000-01-01", "date = 21/11/2026", "write a date as 2026-11-21, without"),
        ("date = 2000-01-01", 'date = "21/11/2026"', "\n    write 2026-11-21"),
        (
            'chapters = ["introduction", "attainment", "exclusions", "ehe"]',
            'chapters = "ehe"',
            'write ["ehe"]',
        ),
        ("[area]", '[look]\ntheme = "assets\\our.toml"\n[area]', "slashes: theme = "),
        ("suspension_rate | 2023/24", "suspension_rate | 1999/00", "report.toml, row 27: {susp"),
    ],
)
def test_a_slip_in_report_toml_is_one_problem_that_says_what_to_write(
    project: Path, old: str, new: str, expected: str
) -> None:
    folder = project / "data" / "example"
    edit(folder / "report.toml", old, new)
    with pytest.raises(ReportgenError) as caught:
        check(folder)
    (found,) = map(str, caught.value.problems)
    assert found.startswith("report.toml, row ")
    assert expected in found


def test_a_report_without_a_figure_of_its_own_area_is_refused(project: Path) -> None:
    folder = project / "data" / "example"
    for path in (folder / "figures").glob("*.csv"):
        edit(path, "X00000001,Exampleshire", "E10000030,Surrey")
    (found,) = problems(lambda: read_project(folder), DataError)
    assert "no file has a figure of Exampleshire (X00000001)" in found
    assert "figures/home_education.csv: Surrey (E10000030)" in found


def test_a_file_that_is_not_read_is_named_where_figures_are_missing(project: Path) -> None:
    folder = project / "data" / "example"
    for path in (folder / "figures").glob("*.csv"):
        path.rename(path.with_suffix(".xls"))
    found = problems(lambda: read_project(folder), DataError)
    assert found[0].startswith("figures: there are no figures")
    assert "figures/attainment.xls: the file is not read\n    open it in Excel" in found[1]


def test_a_file_in_place_of_a_folder_is_said_to_be_one(project: Path) -> None:
    folder = project / "data" / "example"
    shutil.rmtree(folder / "words")
    (folder / "words").write_text("", encoding="utf-8")
    (found,) = problems(lambda: read_project(folder), DataError)
    assert found.startswith("words: this is a file where a folder should be")

"""The covering report is remarked on where nobody would read it."""

from pathlib import Path

import pytest

from reportgen.check import check_report


@pytest.mark.parametrize(("profile", "printed"), [("standalone", False), ("committee", True)])
def test_a_covering_report_is_printed_in_a_committee_paper_alone(
    project: Path, profile: str, printed: bool
) -> None:
    folder = project / "data" / "example"
    settings = folder / "report.toml"
    text = settings.read_text("utf-8")
    settings.write_text(f'profile = "{profile}"\n{text}', "utf-8")
    (folder / "words" / "front_sheet.md").write_text("## Recommendations\n\nNote it.\n", "utf-8")
    remarks = [str(remark) for remark in check_report(folder).remarks]
    about = [remark for remark in remarks if remark.startswith("words/front_sheet.md")]

    assert bool(about) is not printed
    assert all('profile = "committee"' in remark for remark in about)

"""Turn what report.toml calls the council into a remark, where that is only a guess."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.errors import Place, Problem, ReportgenError
from reportgen.load.areas import read_areas
from reportgen.load.council import council_of
from reportgen.report import Report


def name_remarks(report: Report) -> Iterator[Problem]:
    """Yield a remark if the council has the name that a new report guesses it to have."""
    try:
        areas = read_areas(report.root / "sections" / "areas.csv")
    except ReportgenError:
        return
    ours, name = report.facts.ours, report.settings.organisation
    council = council_of(ours, areas.of_code(ours.code))
    if ours.code.startswith("E") and not council.certain and name == council.name:
        hint = "write the council’s own name; sections/areas.csv may hold it under council"
        what = f"organisation: “{name}” is a guess"
        yield Problem(what, Place("report.toml"), hint)

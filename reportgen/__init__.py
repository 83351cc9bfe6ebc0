"""Turn published education statistics into a Word draft and an accessible PDF.

What the author of a chapter needs is named here; `sections/README.md` shows how it is used.
"""

from reportgen.facts import Facts
from reportgen.measures import EVERYONE, Group
from reportgen.section import (
    Parts,
    action_plan,
    amounts_table,
    apart,
    bars,
    changes,
    cohort_table,
    columns,
    counts_table,
    details_table,
    figures_table,
    gap_table,
    gaps,
    heading,
    key_figures,
    measures_table,
    neighbours_list,
    notes,
    say,
    section,
    shares_table,
    strengths_and_development,
    trend,
    words,
)

__all__ = [
    "EVERYONE",
    "Facts",
    "Group",
    "Parts",
    "action_plan",
    "amounts_table",
    "apart",
    "bars",
    "changes",
    "cohort_table",
    "columns",
    "counts_table",
    "details_table",
    "figures_table",
    "gap_table",
    "gaps",
    "heading",
    "key_figures",
    "measures_table",
    "neighbours_list",
    "notes",
    "say",
    "section",
    "shares_table",
    "strengths_and_development",
    "trend",
    "words",
]

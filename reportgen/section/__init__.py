"""What the author of a chapter writes with: a decorator, and functions that make its parts.

A section is a generator function: facts in, the parts of its chapter out, in reading order. Missing
data is not its burden: what cannot be made comes out as `Absent`, with the reason for `check`.
"""

from reportgen.section.change import apart, changes
from reportgen.section.charts import bars, columns, trend
from reportgen.section.gap import gap_table, gaps
from reportgen.section.part import (
    Absent,
    Part,
    Parts,
    Plan,
    Section,
    Statements,
    Words,
    section,
)
from reportgen.section.plain import course, latest
from reportgen.section.several import (
    amounts_table,
    counts_table,
    measures_table,
    shares_table,
)
from reportgen.section.tables import (
    cohort_table,
    details_table,
    figures_table,
)
from reportgen.section.text import (
    action_plan,
    heading,
    neighbours_list,
    notes,
    say,
    strengths_and_development,
    words,
)
from reportgen.section.tiles import key_figures

__all__ = [
    "Absent",
    "Part",
    "Parts",
    "Plan",
    "Section",
    "Statements",
    "Words",
    "action_plan",
    "amounts_table",
    "apart",
    "bars",
    "changes",
    "cohort_table",
    "columns",
    "counts_table",
    "course",
    "details_table",
    "figures_table",
    "gap_table",
    "gaps",
    "heading",
    "key_figures",
    "latest",
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

"""Say what the findings found, in sentences a careful person would sign.

statement  findings into finished sentences     plan      what is said together
sentences  one message into sentences           titles    what a chart's caption says
notes      what must stand beside a figure      alt       a chart in words
"""

from reportgen.wording.alt import alt_text
from reportgen.wording.notes import caveats, mean_note
from reportgen.wording.statement import Statement, state
from reportgen.wording.titles import bars_title, subtitle, trend_title
from reportgen.wording.words import join_words

__all__ = [
    "Statement",
    "alt_text",
    "bars_title",
    "caveats",
    "join_words",
    "mean_note",
    "state",
    "subtitle",
    "trend_title",
]

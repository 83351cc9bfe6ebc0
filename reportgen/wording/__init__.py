"""Say what the findings found, in sentences a careful person would sign.

statement  findings into finished sentences     message    what is said in one go
plan       which findings that is
sentences  a comparison, in one of its shapes   beside     the figures of a claim
whole      every group of a dimension
moves      our own figures over time            places     rank, gap, target, best and worst
counting   levels, parts, shares and sums       frames     which of these a rule is said with
qualify    what must be said beside a message   notes      what must stand beside a figure
titles     what a trend's caption says          bars       what that of groups says
neutral    a plain fact, where nothing is better
alt        a chart in words
drawn      its areas and bars in words          lines      its lines in words
summary    a table in words
groups     who, where and when                  numbers    figures that stay alive
degrees    slightly, or well                    words      lists, counts and sentences
arrange    what the author puts first or leaves out
"""

from reportgen.wording.alt import alt_text
from reportgen.wording.arrange import arrange
from reportgen.wording.bars import bars_title
from reportgen.wording.notes import caveats, mean_note
from reportgen.wording.statement import Statement, state
from reportgen.wording.summary import with_summary
from reportgen.wording.titles import subtitle, topic, trend_title
from reportgen.wording.words import join_words

__all__ = [
    "Statement",
    "alt_text",
    "arrange",
    "bars_title",
    "caveats",
    "join_words",
    "mean_note",
    "state",
    "subtitle",
    "topic",
    "trend_title",
    "with_summary",
]

"""Decide what is true of the figures and worth saying. Nothing here writes a sentence.

finding    what a finding is            guards     what may be compared, and with what caveat
benchmark  against other areas          streak     the same side of them, year after year
crossing   from one side to the other   change     since an earlier figure of our own
record     highest, lowest, steady      rank       our place among others
gap        a group and the others       target     green, amber, red
extremes   best and worst group         counts     levels, parts, shares, sums, commonest
noise      what may be nothing          chance     many comparisons at once
score      how much it matters          select     a fair few of many
links      what stands against it       review     all of a measure, once
explain    why it is said, and where it comes from
"""

from reportgen.findings.benchmark import AGAINST, compare, last_periods
from reportgen.findings.change import change
from reportgen.findings.counts import composition, flow, level, mode, part
from reportgen.findings.crossing import crossing
from reportgen.findings.explain import Explanation, explain
from reportgen.findings.extremes import extremes
from reportgen.findings.finding import Caveat, Comparison, Finding, Kind, Relation, favour
from reportgen.findings.gap import gap
from reportgen.findings.rank import rank
from reportgen.findings.record import record, run
from reportgen.findings.review import review
from reportgen.findings.select import Choice, select
from reportgen.findings.streak import streak
from reportgen.findings.target import target

__all__ = [
    "AGAINST",
    "Caveat",
    "Choice",
    "Comparison",
    "Explanation",
    "Finding",
    "Kind",
    "Relation",
    "change",
    "compare",
    "composition",
    "crossing",
    "explain",
    "extremes",
    "favour",
    "flow",
    "gap",
    "last_periods",
    "level",
    "mode",
    "part",
    "rank",
    "record",
    "review",
    "run",
    "select",
    "streak",
    "target",
]

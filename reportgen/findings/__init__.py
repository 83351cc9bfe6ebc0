"""Decide what is true of the figures and worth saying. Nothing here writes a sentence.

finding    what a finding is            guards     what may be compared, and with what caveat
benchmark  against other areas          streak     year after year
review     all of a measure, once       score      how much it matters, and why
"""

from reportgen.findings.benchmark import AGAINST, compare, last_periods
from reportgen.findings.finding import Caveat, Comparison, Finding, Kind, Relation, favour
from reportgen.findings.review import review
from reportgen.findings.streak import streak

__all__ = [
    "AGAINST",
    "Caveat",
    "Comparison",
    "Finding",
    "Kind",
    "Relation",
    "compare",
    "favour",
    "last_periods",
    "review",
    "streak",
]

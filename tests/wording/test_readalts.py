"""The reader of charts in words, on bars of many groups, which no real report has yet."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reportgen.wording import alt_text
from tests.wording.readalts import problems
from tests.wording.seen import Seen
from tests.wording.test_alt import chart

NAMES = list("ABCDEFGHI")
OURS, ENGLAND = [1, 2, 3, 4, 9, 8, 7, 6, 1], [5, 5, 5, 5, 5, 5, 5, None, 5]


def seen() -> Seen:
    """Return what bars of nine groups show."""
    cells = {
        "OURS": [Fraction(value) for value in OURS],
        "ENGLAND": [None if value is None else Fraction(value) for value in ENGLAND],
    }
    spoken = {"OURS": "the Isles of Scilly", "ENGLAND": "England"}
    held = {"1": frozenset(Fraction(value) for value in range(10))}
    subject = "Average score (points), 2018/19 to 2020/21"
    return Seen("bars", subject, NAMES, cells, spoken, 1, tables=held)


def told(*tables: str) -> str:
    return alt_text(chart("bars", *NAMES, ours=[*OURS], england=[*ENGLAND]), tables)


def test_bars_of_many_groups_are_read_with_a_table_and_without() -> None:
    assert list(problems(seen(), told("Table 1"))) == []
    assert list(problems(seen(), told())) == []
    assert "highest for E, 9.0; lowest for A and I, 1.0." in told("Table 1")


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("highest for E", "highest for F"),
        ("highest", "lowest"),
        ("9.0", "8.0"),
        ("A and I", "A"),
        ("for 3 of 8", "for 4 of 8"),
        ("above England", "above the Isles of Scilly"),
        ("Table 1", "Table 2"),
        ("17 bars", "18 bars"),
        ("No figure for England for H. ", ""),
        ("H: 6.0 and no figure", "H: 6.0 and 6.0"),
        ("B: 2.0 and 5.0; ", ""),
        ("B: 2.0 and 5.0; C: 3.0 and 5.0", "C: 3.0 and 5.0; B: 2.0 and 5.0"),
        ("2.0", "2.00"),
        ("2.0", "2.0%"),
    ],
)
def test_bars_of_many_groups_said_otherwise_are_noticed(words: str, others: str) -> None:
    changed = [
        said.replace(words, others, 1) for said in (told("Table 1"), told()) if words in said
    ]
    assert changed
    assert all(list(problems(seen(), said)) for said in changed)

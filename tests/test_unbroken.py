"""Which words stay beside their number."""

from __future__ import annotations

import pytest

from reportgen.unbroken import names_a_number


@pytest.mark.parametrize(
    "text", ["stage", "at key stage", "(Figure", "key\xa0stage", "Years", "AGES"]
)
def test_a_word_that_names_a_number(text: str) -> None:
    assert names_a_number(text)


@pytest.mark.parametrize("text", ["", "in", "staged", "stage ", "backstage", "the year's"])
def test_another_word(text: str) -> None:
    assert not names_a_number(text)

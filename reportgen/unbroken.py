"""Say which words stay on the line of the number they name: key stage 4, Year 11, Table 6."""

from __future__ import annotations

import re

_NAMES = re.compile(
    "ages?|attainment|chapter|figures?|grades?|levels?|pages?|progress|sections?|stages?|tables?"
    "|years?",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")


def names_a_number(text: str) -> bool:
    """Return whether the last word of a text, without the space after it, names what is counted."""
    word = _LAST_WORD.search(text)
    return word is not None and _NAMES.fullmatch(word[0]) is not None

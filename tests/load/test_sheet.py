"""A comma-separated file becomes rows, or is refused as a whole with how to save it."""

from __future__ import annotations

import pytest

from reportgen.errors import DataError
from reportgen.load.sheet import read_sheet


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "actions.csv, row 1: the first row has no column names"),
        (b"a;b", "actions.csv, row 1: the columns are not separated by commas"),
        (b'a,"b\n', "look for a quotation mark that is opened and not closed"),
    ],
)
def test_what_is_no_table_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(DataError) as caught:
        read_sheet(data, "actions.csv")
    assert what in str(caught.value)

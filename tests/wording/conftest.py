"""Read the rows of the Local Authority Interactive Tool once for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.wording.published import Published, read


@pytest.fixture(scope="session")
def published(realdata: Path) -> Published:
    """The rows of all authorities, read once."""
    return read(realdata)

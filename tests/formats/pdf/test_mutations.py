"""Break a whole file in one way after another: the gate has to see each of them."""

from __future__ import annotations

import io
from types import ModuleType

import pikepdf
import pytest
from pdf_breaks import BREAKS


@pytest.mark.parametrize("what", BREAKS)
def test_a_broken_file_is_found_out(what: str, pdf: bytes, gate: ModuleType) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as broken:
        BREAKS[what](broken)
        out = io.BytesIO()
        broken.save(out)
    changed = out.getvalue()
    assert gate.faults(changed) or gate.said(changed) != gate.said(pdf)


def test_a_file_that_was_only_saved_anew_is_whole(pdf: bytes, gate: ModuleType) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as same:
        out = io.BytesIO()
        same.save(out)
    assert gate.faults(out.getvalue()) == []
    assert gate.said(out.getvalue()) == gate.said(pdf)

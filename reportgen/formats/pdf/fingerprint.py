"""Write into a PDF the fingerprint of all its bytes, so that a change anywhere can be noticed.

A PDF ends with two identifiers, the second of which is to change with every change of the file.
Here it is the SHA-256 of the whole file with the 64 digits of that identifier taken as zeros. No
byte is left out: the digits themselves have to be what the others give.
"""

from __future__ import annotations

import hashlib
import re

_ID = re.compile(rb"/ID \[<[0-9a-f]+><([0-9a-f]+)>\]")
_DIGITS = 64


def with_fingerprint(pdf: bytes) -> bytes:
    """Return a PDF that says its own fingerprint where the second identifier of it was zeros."""
    *_, found = _ID.finditer(pdf, pdf.rfind(b" obj\n"))
    start, end = found.span(1)
    return pdf[:start] + _digest(pdf) + pdf[end:]


def keeps_fingerprint(pdf: bytes) -> bool | None:
    """Return whether a PDF still is what its fingerprint says; None if it says none."""
    identifiers = [*_ID.finditer(pdf, max(pdf.rfind(b" obj\n"), 0))]
    if not identifiers or len(identifiers[-1][1]) != _DIGITS:
        return None
    start, end = identifiers[-1].span(1)
    return _digest(pdf[:start] + b"0" * _DIGITS + pdf[end:]) == pdf[start:end]


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()

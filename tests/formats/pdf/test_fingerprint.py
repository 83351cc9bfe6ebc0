"""The fingerprint in a PDF, and the files read back from it."""

from __future__ import annotations

import random

from reportgen.formats.pdf import Attachment, keeps_fingerprint
from reportgen.formats.pdf.attached import read_attached


def test_a_pdf_keeps_its_fingerprint(pdf: bytes, stress_pdf: bytes) -> None:
    assert keeps_fingerprint(pdf) is True
    assert keeps_fingerprint(stress_pdf) is True


def test_any_bit_of_its_last_bytes_and_many_of_the_others_count(pdf: bytes) -> None:
    some = random.Random(1)
    places = [*range(len(pdf) * 8 - 16_000, len(pdf) * 8, 7)]
    places += [some.randrange(len(pdf) * 8) for _ in range(500)]
    for place in places:
        flipped = bytearray(pdf)
        flipped[place // 8] ^= 1 << place % 8
        assert not keeps_fingerprint(bytes(flipped)), place


def test_every_bit_of_the_identifiers_counts(pdf: bytes) -> None:
    start = pdf.rindex(b"/ID [<")
    for place in range(start * 8, pdf.index(b">>", start) * 8):
        flipped = bytearray(pdf)
        flipped[place // 8] ^= 1 << place % 8
        assert not keeps_fingerprint(bytes(flipped)), place


def test_a_pdf_of_another_program_has_none(pdf: bytes) -> None:
    import io

    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as again:
        again.save(out)
    assert keeps_fingerprint(out.getvalue()) is None
    assert keeps_fingerprint(b"") is None


def test_the_attached_files_are_read_back(
    pdf: bytes, stress_pdf: bytes, attachments: tuple[Attachment, ...]
) -> None:
    assert read_attached(pdf) == {file.name: file.data for file in attachments}
    assert read_attached(stress_pdf) == {}
    assert read_attached(b"%PDF-1.7 and no more") == {}

"""What makes a file one for the archive."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pikepdf
import pytest
from pikepdf import Name, Pdf

from reportgen.document import Document
from reportgen.formats.pdf import Attachment, write_pdf
from reportgen.formats.pdf.colour_profile import srgb
from reportgen.theme import Theme


@pytest.fixture
def open_pdf(pdf: bytes) -> Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def test_the_colour_profile_is_what_pillow_takes_for_srgb() -> None:
    from PIL import Image, ImageCms

    profile = ImageCms.ImageCmsProfile(io.BytesIO(srgb()))
    assert ImageCms.getProfileDescription(profile).strip() == "sRGB IEC61966-2.1"
    picture = Image.new("RGB", (1, 1), (18, 67, 109))
    there = ImageCms.profileToProfile(picture, profile, ImageCms.createProfile("sRGB"))
    assert there is not None
    pairs = zip(there.getpixel((0, 0)), (18, 67, 109), strict=True)
    assert all(abs(one - other) <= 1 for one, other in pairs)


def test_the_date_is_the_reports_and_said_alike_in_both_places(open_pdf: Pdf) -> None:
    assert str(open_pdf.docinfo[Name.CreationDate]) == "D:20211118000000Z"
    with open_pdf.open_metadata() as meta:
        assert meta["xmp:CreateDate"] == "2021-11-18T00:00:00Z"


def test_a_file_with_attachments_claims_part_three_and_one_without_part_two(
    pdf: bytes, stress_pdf: bytes
) -> None:
    parts = []
    for data in (pdf, stress_pdf):
        with pikepdf.open(io.BytesIO(data)) as found, found.open_metadata() as meta:
            parts.append((meta["pdfaid:part"], meta["pdfaid:conformance"], meta["pdfuaid:part"]))
    assert parts == [("3", "A", "1"), ("2", "A", "1")]


def test_the_words_of_the_title_are_safe_in_the_description(
    document: Document, theme: Theme, assets: Path
) -> None:
    data = write_pdf(replace(document, title="Boys & girls <5"), theme, assets)
    with pikepdf.open(io.BytesIO(data)) as found, found.open_metadata() as meta:
        assert meta["dc:title"] == "Boys & girls <5"


def test_attachments_are_in_the_order_of_their_names(
    document: Document, theme: Theme, assets: Path
) -> None:
    files = tuple(Attachment(name, b"x", "text/csv", name) for name in ("b.csv", "a.csv"))
    data = write_pdf(document, theme, assets, files)
    assert data == write_pdf(document, theme, assets, files[::-1])
    with pikepdf.open(io.BytesIO(data)) as found:
        assert [str(file.UF) for file in found.Root.AF] == ["a.csv", "b.csv"]


def test_attachments_are_found_by_the_bytes_of_their_names(
    document: Document, theme: Theme, assets: Path, gate: ModuleType
) -> None:
    files = tuple(Attachment(name, b"", "text/csv", name) for name in ("b", "aä", "(c)"))
    assert gate.faults(write_pdf(document, theme, assets, files)) == []


def test_a_title_of_two_lines_is_one_line_in_both_descriptions(
    document: Document, theme: Theme, assets: Path
) -> None:
    data = write_pdf(replace(document, title="Standards\r\nreport\v2021"), theme, assets)
    with pikepdf.open(io.BytesIO(data)) as found, found.open_metadata() as meta:
        assert meta["dc:title"] == str(found.docinfo[Name.Title]) == "Standards report 2021"

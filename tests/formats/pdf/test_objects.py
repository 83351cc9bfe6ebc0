"""Numbered objects in the bytes of a file, read back by another program."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf
import pytest
from pikepdf import Name, Pdf

from reportgen.formats.pdf.objects import Objects
from reportgen.formats.pdf.syntax import array, ref, text

DOUBT = b"\r\nendstream"


def _file(objects: Objects, entries: str = "") -> bytes:
    pages = objects.add("<</Type/Pages/Kids[]/Count 0>>")
    root = objects.add(f"<</Type/Catalog/Pages {ref(pages)}{entries}>>")
    return objects.file(root, objects.add("<</Producer(me)>>"))


@contextmanager
def _opened(data: bytes) -> Iterator[Pdf]:
    with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as pdf:
        assert pdf.check_pdf_syntax() == []
        yield pdf


def _ending_in_return(lead: bytes) -> bytes:
    """Return bytes that end in a carriage return once compressed."""
    return next(
        data
        for number in range(5000)
        if zlib.compress(data := lead + str(number).encode() + b"y" * (number % 50)).endswith(b"\r")
    )


def test_objects_and_streams_are_found_by_their_numbers() -> None:
    objects = Objects()
    later = objects.promise()
    streams = [objects.add_stream(b"%d" % n * n, f"/Of {n}") for n in range(5)]
    numbers = [objects.add(f"[{n}]") for n in range(700)]
    objects.put(later, array(map(ref, numbers)))
    plain = objects.add_stream(b"as it is", plain=True)
    data = _file(objects, f"/Later {ref(later)}")
    assert b"as it is" in data
    with _opened(data) as pdf:
        assert [int(each[0]) for each in pdf.Root.Later] == list(range(700))
        assert [pdf.get_object(n, 0).read_bytes() for n in streams] == [
            b"%d" % n * n for n in range(5)
        ]
        assert pdf.get_object(plain, 0).read_bytes() == b"as it is"
        assert str(pdf.docinfo[Name.Producer]) == "me"


def test_the_same_objects_give_the_same_file_and_others_another_identifier() -> None:
    def made(word: str) -> bytes:
        objects = Objects()
        objects.add(text(word))
        return _file(objects)

    assert made("one") == made("one")
    with _opened(made("one")) as one, _opened(made("two")) as two:
        assert bytes(one.trailer.ID[0]) != bytes(two.trailer.ID[0])


@pytest.mark.parametrize("lead", [b"% ", b"a,b\n"])
def test_a_stream_that_would_end_in_a_carriage_return_is_packed_otherwise(lead: bytes) -> None:
    content = _ending_in_return(lead)
    objects = Objects()
    number = objects.add_stream(content)
    data = _file(objects)
    assert DOUBT not in data
    with _opened(data) as pdf:
        assert pdf.get_object(number, 0).read_bytes() == content


def test_no_stream_of_objects_and_no_table_ends_in_a_carriage_return() -> None:
    returns = 0
    for count in range(600):
        objects = Objects()
        for number in range(count):
            objects.add(f"[{number}]")
        data = _file(objects)
        assert DOUBT not in data
        returns += data.count(b"/Predictor 12/Columns") - data.count(b"/Columns 6>>")
        if count % 50 == 0:
            with _opened(data):
                pass
    assert returns > 0

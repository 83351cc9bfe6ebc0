"""The bytes of a file, read by a library that did not write them."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest

from reportgen.formats.pdf.file import File
from reportgen.formats.pdf.syntax import array, dictionary, ref, string

OBJECTS = 250
_STREAM = re.compile(rb"/Length (\d+) >>\nstream\n")


def written(file: File, **entries: object) -> bytes:
    """Return a file whose catalogue has some entries besides its pages."""
    pages = file.add(dictionary({"Type": "/Pages", "Count": 0, "Kids": "[]"}))
    root = file.add(dictionary({"Type": "/Catalog", "Pages": ref(pages), **entries}))
    return file.written(root, file.add(dictionary({"Title": string("A title")})))


def opened(data: bytes) -> pikepdf.Pdf:
    pdf = pikepdf.open(io.BytesIO(data))
    assert pdf.check_pdf_syntax() == []
    return pdf


def held(data: bytes) -> bytes:
    """Return what a file holds in a stream."""
    with opened(data) as pdf:
        return bytes(pdf.Root.Held.read_bytes())


def test_every_object_is_found_and_says_what_it_was_told_to_say() -> None:
    file = File()
    later = file.number()
    numbers = [file.add(dictionary({"Number": number})) for number in range(OBJECTS)]
    streams = [file.stream(b"%d" % number, Number=number) for number in range(3)]
    file.put(later, array(map(ref, [*numbers, *streams])))
    pdf = opened(written(file, Held=ref(later)))
    found = pdf.Root.Held
    assert [int(one.Number) for one in found] == [*range(OBJECTS), 0, 1, 2]
    assert [one.read_bytes() for one in found[OBJECTS:]] == [b"0", b"1", b"2"]


def test_a_file_is_the_same_every_time_and_another_when_a_word_is() -> None:
    def made(word: str) -> bytes:
        file = File()
        return written(file, Held=ref(file.add(string(word))))

    assert made("one") == made("one")
    first, other = (opened(made(word)) for word in ("one", "two"))
    assert bytes(first.trailer.ID[0]) != bytes(other.trailer.ID[0])


def test_a_description_may_stay_unpacked_for_other_readers() -> None:
    file = File()
    data = written(file, Held=ref(file.stream(b"plain words", packed=False)))
    assert b"stream\nplain words\r\nendstream" in data
    assert held(data) == b"plain words"


@pytest.mark.parametrize("end", [b"", b"\r", b"\n", b"\r\n", b"\n\r", b"\0"])
def test_a_stream_is_told_from_the_line_end_after_it(end: bytes) -> None:
    file = File()
    data = written(file, Held=ref(file.stream(b"a,b" + end, packed=False)))
    assert held(data) == b"a,b" + end


def test_the_stated_length_is_what_stands_before_the_line_end(pdf: bytes) -> None:
    file = File()
    content = b"\x0c"  # what is packed ends in its checksum, one more than the sum of its bytes
    made = written(file, Held=ref(file.stream(content)))
    assert b"\r\r\nendstream" in made
    assert held(made) == content
    for data in (made, pdf):
        ends = [found.end() + int(found[1]) for found in _STREAM.finditer(data)]
        assert len(ends) == data.count(b"endstream")
        assert {data[end : end + 12] for end in ends} == {b"\r\nendstream\n"}

"""Write a PDF so that the end of every stream is beyond doubt.

PDF/A wants the stated length of a stream to be the number of bytes before the line end in front of
`endstream`. Where a packed stream happens to end in a carriage return, it makes with the line feed
after it a line end of two bytes, and a strict reader counts one byte too few. About one stream in
256 ends so. What it ends in is the last byte of the checksum of its content, which is one more than
the sum of all its bytes: it is known before the stream is packed, and easily made another.

Streams of objects are packed while the file is written. One of those that ends so gets a line end
for a blank, a place being sought where that makes it neither longer nor shorter, so that nothing in
the file moves.
"""

from __future__ import annotations

import io
import re
import zlib
from typing import Final

from pikepdf import Dictionary, Name, Object, ObjectStreamMode, Pdf, Stream, settings
from pikepdf import StreamDecodeLevel as Decode

_DOUBT = b"\r\nendstream"
_OBJECTS = re.compile(rb"<< /Type /ObjStm /Length (\d+) [^>]*/First (\d+) >>\nstream\n")
_TRIES = 20
_LEVEL: Final = 3
"""How hard streams are packed: half the time of the usual 6, for a tenth more bytes."""
_RETURN = 13
_UP = 12
"""The way of packing that notes what differs from the row above: all of it, in a first row."""


def pack(pdf: Pdf) -> None:
    """Pack every stream that is not packed; descriptions stay as they are, for other readers."""
    for found in pdf.objects:
        if isinstance(found, Stream) and found.get(Name.Type) != Name.Metadata:
            _pack(found)


def sealed(pdf: Pdf) -> bytes:
    """Return a PDF whose streams are packed as bytes that depend on its content alone."""
    for attempt in range(_TRIES):
        data = _respaced(_saved(pdf))
        if _DOUBT not in data:
            break
        _turn(pdf.pages[attempt % len(pdf.pages)].obj)
    return data


def _pack(stream: Stream) -> None:
    """Pack a stream that is not packed so that it does not end in a carriage return.

    If it would, all of it becomes one row that is said to differ from the one above: the byte that
    says so, a 2, makes the last byte of the checksum another.
    """
    if Name.Filter in stream:
        return
    data, parameters = stream.read_raw_bytes(), None
    if zlib.adler32(data) % 256 == _RETURN:
        parameters = Dictionary(Predictor=_UP, Columns=len(data))
        data = b"\2" + data
    packed = zlib.compress(data, _LEVEL)
    stream.write(packed, filter=Name.FlateDecode, decode_parms=parameters)


def _saved(pdf: Pdf) -> bytes:
    settings.set_flate_compression_level(_LEVEL)
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        fix_metadata_version=False,  # the description names no version to keep in step
        object_stream_mode=ObjectStreamMode.generate,
        stream_decode_level=Decode.none,
    )
    return out.getvalue()


def _respaced(data: bytes) -> bytes:
    """Return a file in which no stream of objects ends in a carriage return, if that can be had."""
    found = bytearray(data)
    for match in _OBJECTS.finditer(data):
        length, head = int(match[1]), int(match[2])
        start, end = match.end(), match.end() + length
        if data[end - 1] == _RETURN:
            found[start:end] = _with_a_line_end(data[start:end], head)
    return bytes(found)


def _with_a_line_end(packed: bytes, head: int) -> bytes:
    """Return a packed stream with a line end for a blank in its head, packed as long as before.

    Only numbers stand in the head. Where no blank will do, the stream stays as it is.
    """
    content = zlib.decompress(packed)
    for blank in re.finditer(b" ", content[:head]):
        other = zlib.compress(content[: blank.start()] + b"\n" + content[blank.end() :], _LEVEL)
        if len(other) == len(packed):
            return other
    return packed


def _turn(page: Object) -> None:
    """Say outright that a page is not turned, or leave it unsaid: another length, other places."""
    if Name.Rotate in page:
        del page.Rotate
    else:
        page.Rotate = 0

"""Write a PDF so that the end of every stream is beyond doubt.

PDF/A wants the stated length of a stream to be the number of bytes before the line end in front of
`endstream`. Where a packed stream happens to end in a carriage return, it makes with the line feed
after it a line end of two bytes, and a strict reader counts one byte too few. About one stream in
256 ends so. What it ends in is the last byte of the checksum of its content, which is one more than
the sum of all its bytes: it is known before the stream is packed, and easily made another. Only
what is made while the file is written (the streams of objects, the table of where they stand) has
to be looked at afterwards, and is changed, harmlessly, until none ends so.
"""

from __future__ import annotations

import io
import re
import zlib
from typing import Final

from pikepdf import Dictionary, Name, Object, ObjectStreamMode, Pdf, Stream, settings
from pikepdf import StreamDecodeLevel as Decode

_DOUBT = b"\r\nendstream"
_START = re.compile(rb"(\d+) 0 obj\b")
_TRIES = 20
_LEVEL: Final = 3
"""How hard streams are packed: half the time of the usual 6, for a tenth more bytes."""
_RETURN = 13
_UP = 12
"""The way of packing that notes what differs from the row above: all of it, in a first row."""


def sealed(pdf: Pdf) -> bytes:
    """Return a PDF as bytes that depend on its content alone."""
    for found in pdf.objects:
        # Descriptions stay as they are, for readers that know nothing of PDF.
        if isinstance(found, Stream) and found.get(Name.Type) != Name.Metadata:
            _pack(found)
    data = _saved(pdf)
    for attempt in range(_TRIES):
        doubtful = _doubtful(data)
        if not doubtful:
            break
        with Pdf.open(io.BytesIO(data)) as again:
            for number in doubtful:
                _change(again, number, attempt)
            data = _saved(again)
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


def _doubtful(data: bytes) -> list[int]:
    """Return the numbers of the objects whose stream ends in a carriage return."""
    found = []
    place = data.find(_DOUBT)
    while place >= 0:
        *_, start = _START.finditer(data, data.rfind(b"\nendobj", 0, place), place)
        found.append(int(start[1]))
        place = data.find(_DOUBT, place + 1)
    return found


def _change(pdf: Pdf, number: int, attempt: int) -> None:
    """Change what a stream is made of so that it ends in another byte and means the same.

    The table of where every object stands is written anew each time: it changes with the length of
    a page, another one at each attempt.
    """
    stream = pdf.get_object(number, 0)
    assert isinstance(stream, Stream)
    if stream.get(Name.Type) == Name.XRef:
        _marked(pdf.pages[attempt % len(pdf.pages)].obj)
    else:
        numbers = stream.read_bytes()[: int(stream.First)].split()[::2]
        next(filter(_marked, (pdf.get_object(int(each), 0) for each in numbers)), None)


def _marked(found: Object) -> bool:
    """Say outright in a dictionary what it leaves to be understood; return whether it could be."""
    if not isinstance(found, Dictionary):
        return False
    kind = found.get(Name.Type)
    key = {"/StructElem": Name.R, "/Page": Name.Rotate}.get(str(kind))
    if key is None and Name.Title in found and Name.Parent in found:
        key = Name.F
    if key is None:
        return False
    if key in found:
        del found[key]
    else:
        found[key] = 0
    return True

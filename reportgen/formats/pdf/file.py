"""Write the objects of a PDF as one file (ISO 32000-1, 7.5).

A tagged report has thousands of small objects, one for every cell. Here each is the text that it
becomes in the file: made as objects of a library's, they took longer than anything else about the
file. What is not a stream is packed, a hundred objects at a time.

PDF/A wants the stated length of a stream to be the number of bytes before the line end in front of
`endstream`. That line end has two bytes here, so that what a stream ends in cannot be taken for a
part of it.
"""

from __future__ import annotations

import zlib
from hashlib import sha256
from struct import Struct
from typing import Final

from reportgen.formats.pdf.syntax import dictionary, ref

UNSIGNED: Final = "0" * 64
"""The second identifier of a file, in whose place its fingerprint goes."""
_LEVEL: Final = 1
"""How hard streams are packed: half the time of the usual 6, for an eighth more bytes."""
_TOGETHER: Final = 100
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_FREE, _PLAIN, _PACKED = range(3)
_ENTRY = Struct(">BIH")
"""Where an object is: how it is kept, its place or what it is packed in, and its place in that."""


class File:
    """The objects of a PDF, which refer to each other by the numbers that they get here."""

    def __init__(self) -> None:
        self._bodies: list[str] = [""]  # the number 0 is nobody's
        self._streams: dict[int, bytes] = {}

    def number(self) -> int:
        """Return the number of an object that is to be `put` later."""
        self._bodies.append("")
        return len(self._bodies) - 1

    def put(self, number: int, body: str) -> None:
        """Say what the object of a number is."""
        self._bodies[number] = body

    def add(self, body: str) -> int:
        """Return the number of a new object."""
        self._bodies.append(body)
        return len(self._bodies) - 1

    def stream(self, data: bytes, *, packed: bool = True, **entries: object) -> int:
        """Return the number of a new stream, whose dictionary has some entries."""
        number = self.number()
        self._streams[number] = _stream(data, packed, entries)
        return number

    def written(self, root: int, info: int) -> bytes:
        """Return the file, given its catalogue and the dictionary that describes it."""
        out = bytearray(_HEAD)
        count = len(self._bodies)
        places: list[tuple[int, int, int]] = [(_FREE, 0, 65535)] * count
        for number, stream in self._streams.items():
            places[number] = (_PLAIN, len(out), 0)
            out += _object(number, stream)
        loose = [number for number in range(1, count) if number not in self._streams]
        for start in range(0, len(loose), _TOGETHER):
            numbers = loose[start : start + _TOGETHER]
            for place, number in enumerate(numbers):
                places[number] = (_PACKED, len(places), place)
            holder = len(places)
            places.append((_PLAIN, len(out), 0))
            out += _object(holder, self._together(numbers))
        last, place = len(places), len(out)
        places.append((_PLAIN, place, 0))
        identity = sha256(out).hexdigest()[:32]
        table = b"".join([_ENTRY.pack(*entry) for entry in places])
        entries = {"Type": "/XRef", "Size": len(places), "W": "[1 4 2]", "Root": ref(root)}
        entries |= {"Info": ref(info), "ID": f"[<{identity}><{UNSIGNED}>]"}
        out += _object(last, _stream(table, True, entries))
        out += b"startxref\n%d\n%%%%EOF\n" % place
        return bytes(out)

    def _together(self, numbers: list[int]) -> bytes:
        """Return a stream of the objects of some numbers."""
        bodies = [self._bodies[number] for number in numbers]
        heads, place = [], 0
        for number, body in zip(numbers, bodies, strict=True):
            heads.append(f"{number} {place}")
            place += len(body) + 1
        head = " ".join(heads) + "\n"
        data = (head + "\n".join(bodies)).encode("latin-1")
        entries = {"Type": "/ObjStm", "N": len(numbers), "First": len(head)}
        return _stream(data, True, entries)


def _object(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)


def _stream(data: bytes, packed: bool, entries: dict[str, object]) -> bytes:
    entries = dict(entries)
    if packed:
        data = zlib.compress(data, _LEVEL)
        entries["Filter"] = "/FlateDecode"
    head = dictionary(entries | {"Length": len(data)}).encode("latin-1")
    return b"%b\nstream\n%b\r\nendstream" % (head, data)

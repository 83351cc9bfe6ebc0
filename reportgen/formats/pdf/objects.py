"""Turn numbered objects into the bytes of a PDF.

Everything but streams is packed into streams of objects. PDF/A wants the stated length of a stream
to be the number of bytes before the line end in front of `endstream`. Where a packed stream happens
to end in a carriage return, that makes with the line feed after it a line end of two bytes, and a
strict reader counts one byte too few: such a stream is packed in another way that ends otherwise.
"""

from __future__ import annotations

import zlib
from hashlib import sha256
from itertools import accumulate
from struct import pack

_HEAD = b"%PDF-1.7\n%\xbf\xf7\xa2\xfe\n"
_BATCH = 200
"""How many objects are packed into one stream; fewer than 256, so that a byte can number them."""
_UP = 2
"""The way of packing that notes what differs from the row above: all of it, in a first row."""
_ROW = 6


class Objects:
    """The objects of a file in the making; each has its number before what it is need be known."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._streams: dict[int, bytes] = {}

    def promise(self) -> int:
        """Return the number of an object that is still to be put."""
        self._texts.append("null")
        return len(self._texts)

    def put(self, number: int, text: str) -> None:
        """Keep a promise: say what an object is."""
        self._texts[number - 1] = text

    def add(self, text: str) -> int:
        """Return the number of an object."""
        self._texts.append(text)
        return len(self._texts)

    def add_stream(self, data: bytes, entries: str = "", plain: bool = False) -> int:
        """Return the number of a stream with some entries, packed unless it is to stay plain."""
        number = self.promise()
        self._streams[number] = _stream(data, entries) if plain else _packed(data, entries)
        return number

    def file(self, root: int, info: int) -> bytes:
        """Return the file, given the numbers of its catalogue and of its description.

        Its two identifiers are the same and depend on all of its content.
        """
        body = bytearray(_HEAD)
        rows = [(0, 0, 0)] + [(1, 0, 0)] * len(self._texts)
        for number, stream in self._streams.items():
            rows[number] = (1, _append(body, number, stream), 0)
        loose = [number for number in range(1, len(rows)) if number not in self._streams]
        for start in range(0, len(loose), _BATCH):
            held = loose[start : start + _BATCH]
            rows.append((1, _append(body, len(rows), self._held(held)), 0))
            for place, number in enumerate(held):
                rows[number] = (2, len(rows) - 1, place)
        rows.append((1, len(body), 0))
        id = sha256(body).hexdigest()[:32]
        entries = f"/Type/XRef/Size {len(rows)}/W[1 4 1]/Root {root} 0 R/Info {info} 0 R"
        start = _append(body, len(rows) - 1, _table(rows, f"{entries}/ID [<{id}><{id}>]"))
        return bytes(body) + b"startxref\n%d\n%%%%EOF\n" % start

    def _held(self, numbers: list[int]) -> bytes:
        """Return a stream of objects."""
        texts = [self._texts[number - 1] for number in numbers]
        places = accumulate((len(text) + 1 for text in texts), initial=0)
        pairs = zip(numbers, places, strict=False)
        head = " ".join(f"{number} {place}" for number, place in pairs) + "\n"
        data = (head + "\n".join(texts)).encode("ascii")
        return _packed(data, f"/Type/ObjStm/N {len(texts)}/First {len(head)}")


def _append(body: bytearray, number: int, content: bytes) -> int:
    """Add an object to a file and return where it stands."""
    start = len(body)
    body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    return start


def _stream(data: bytes, entries: str) -> bytes:
    return f"<<{entries}/Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream"


def _packed(data: bytes, entries: str) -> bytes:
    """Return a packed stream that does not end in a carriage return.

    Its last byte is that of the sum of what is packed: the second way, in which all of it is one
    row, packs a byte more and so ends in another.
    """
    packed = zlib.compress(data)
    if not packed.endswith(b"\r"):
        return _stream(packed, f"{entries}/Filter/FlateDecode")
    row = f"/DecodeParms<</Predictor 12/Columns {len(data)}>>"
    return _stream(zlib.compress(pack("B", _UP) + data), f"{entries}/Filter/FlateDecode{row}")


def _table(rows: list[tuple[int, int, int]], entries: str) -> bytes:
    """Return the table of where every object stands."""
    data = b"".join(pack(">BLB", *row) for row in rows)
    above = bytes(_ROW) + data
    changes = bytes((here - before) & 255 for here, before in zip(data, above, strict=False))
    spread = bytearray([_UP]) * (len(rows) * (_ROW + 1))
    for place in range(_ROW):
        spread[place + 1 :: _ROW + 1] = changes[place::_ROW]
    packed = zlib.compress(spread)
    if packed.endswith(b"\r"):
        return _packed(data, entries)
    row = f"/DecodeParms<</Predictor 12/Columns {_ROW}>>"
    return _stream(packed, f"{entries}/Filter/FlateDecode{row}")

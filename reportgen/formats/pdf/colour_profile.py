"""Write the sRGB colour profile that tells a reader of the archive what the colours were.

Built from the published figures of IEC 61966-2-1, adapted to the D50 white that profiles use, so
that no file has to be carried along.
"""

from __future__ import annotations

import struct

_WHITE = (0.9642, 1.0, 0.8249)
_RED = (0.43607, 0.22249, 0.01392)
_GREEN = (0.38515, 0.71687, 0.09708)
_BLUE = (0.14307, 0.06061, 0.71410)
_STEPS = 1024


def srgb() -> bytes:
    """Return the profile: ICC version 2, for displays."""
    curve = _curve()
    tags = [
        (b"desc", _described("sRGB IEC61966-2.1")),
        (b"cprt", b"text\0\0\0\0No copyright, use freely\0"),
        (b"wtpt", _point(_WHITE)),
        (b"rXYZ", _point(_RED)),
        (b"gXYZ", _point(_GREEN)),
        (b"bXYZ", _point(_BLUE)),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    ]
    table, body = _laid_out(tags)
    return _header(128 + len(table) + len(body)) + table + body


def _header(size: int) -> bytes:
    parts = [
        struct.pack(">I4sI", size, b"\0\0\0\0", 0x02100000),
        b"mntrRGB XYZ ",
        struct.pack(">6H", 2000, 1, 1, 0, 0, 0),
        b"acsp" + b"\0" * 24,
        struct.pack(">I", 0),
        _fixed(_WHITE),
        b"\0" * 48,
    ]
    return b"".join(parts)


def _laid_out(tags: list[tuple[bytes, bytes]]) -> tuple[bytes, bytes]:
    """Return the table of tags and their data, equal data once, each on a multiple of four."""
    start = 128 + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    body = b""
    table = struct.pack(">I", len(tags))
    for name, data in tags:
        if data not in places:
            places[data] = start + len(body)
            body += data + b"\0" * (-len(data) % 4)
        table += struct.pack(">4sII", name, places[data], len(data))
    return table, body


def _curve() -> bytes:
    values = [round(_linear(step / (_STEPS - 1)) * 65535) for step in range(_STEPS)]
    return b"curv\0\0\0\0" + struct.pack(f">I{_STEPS}H", _STEPS, *values)


def _linear(value: float) -> float:
    """Return the light that a value from 0 to 1 stands for (IEC 61966-2-1, 5.2)."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _point(xyz: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(xyz)


def _fixed(numbers: tuple[float, float, float]) -> bytes:
    return struct.pack(">3i", *(round(number * 65536) for number in numbers))


def _described(name: str) -> bytes:
    text = name.encode("ascii") + b"\0"
    head = b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text
    return head + struct.pack(">IIHB", 0, 0, 0, 0) + b"\0" * 67

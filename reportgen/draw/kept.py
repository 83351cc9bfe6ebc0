"""Keep the layout of a chart by what it depends on, so that a second build need not lay it out.

A kept picture is used only if its own checksum fits; a damaged one is laid out anew.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from reportgen.document import Chart
from reportgen.draw.faces import read_faces
from reportgen.draw.identity import chart_key
from reportgen.draw.layout import picture
from reportgen.draw.picture import Box, Dot, Mark, Picture, Stroke, Words
from reportgen.theme import Theme

_KINDS: dict[str, type[Mark]] = {kind.__name__: kind for kind in (Stroke, Box, Dot, Words)}
_DIGITS = 64


def kept_pictures(folder: Path, theme: Theme, assets: Path) -> Callable[[Chart, float], Picture]:
    """Return what gives the picture of a chart for a width in mm, from a folder or laid out anew.

    The folder may be deleted at any time; where it cannot be written to, nothing is kept.
    """
    faces = read_faces(theme, assets)
    fonts = [sha256(Path(face.path).read_bytes()) for face in (faces.regular, faces.bold)]

    def draw(chart: Chart, width_mm: float) -> Picture:
        about = [chart_key(chart, theme, width_mm), *(font.hexdigest() for font in fonts)]
        path = folder / f"{sha256(' '.join(about).encode()).hexdigest()}.picture"
        found = _read(path)
        if found is None:
            found = picture(chart, theme, width_mm, assets)
            _write(path, found)
        return found

    return draw


def _read(path: Path) -> Picture | None:
    """Return the picture in a file, or None if there is none that is whole."""
    try:
        checksum, content = (packed := path.read_bytes())[:_DIGITS], packed[_DIGITS:]
        if sha256(content).hexdigest().encode() != checksum:
            return None
        width, height, marks = json.loads(content)
        return Picture(
            width, height, tuple(_KINDS[kind](*fields) for kind, fields in _tuples(marks))
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _tuples(plain: Any) -> Any:
    """Return JSON with its lists as tuples."""
    return tuple(map(_tuples, plain)) if isinstance(plain, list) else plain


def _write(path: Path, found: Picture) -> None:
    marks = [(type(mark).__name__, _fields(mark)) for mark in found.marks]
    content = json.dumps((found.width, found.height, marks), separators=(",", ":")).encode()
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(sha256(content).hexdigest().encode() + content)
        beside.replace(path)


def _fields(mark: Mark) -> Sequence[object]:
    return [getattr(mark, field.name) for field in dataclasses.fields(mark)]

"""Keep the layout of a chart by what it depends on, so that a second build need not lay it out.

A kept picture is used only if its own checksum fits; a damaged one is laid out anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from reportgen.document import Chart
from reportgen.draw.faces import read_faces
from reportgen.draw.identity import chart_key
from reportgen.draw.layout import picture
from reportgen.draw.picture import Box, Dot, Mark, Picture, Stroke, Words
from reportgen.kept import Kept
from reportgen.theme import Theme

_KINDS: dict[str, type[Mark]] = {kind.__name__: kind for kind in (Stroke, Box, Dot, Words)}


def kept_pictures(folder: Path, theme: Theme, assets: Path) -> Callable[[Chart, float], Picture]:
    """Return what gives the picture of a chart for a width in mm, from a folder or laid out anew.

    The folder may be deleted at any time; where it cannot be written to, nothing is kept.
    """
    kept, faces = Kept(folder), read_faces(theme, assets)
    fonts = [sha256(Path(face.path).read_bytes()) for face in (faces.regular, faces.bold)]

    def draw(chart: Chart, width_mm: float) -> Picture:
        about = [chart_key(chart, theme, width_mm), *(font.hexdigest() for font in fonts)]
        name = f"{sha256(' '.join(about).encode()).hexdigest()}.picture"
        found = _read(kept.find(name))
        if found is None:
            found = picture(chart, theme, width_mm, assets)
            kept.keep(name, _written(found))
        return found

    return draw


def _read(content: bytes | None) -> Picture | None:
    """Return the picture that was written, or None if there is none."""
    if content is None:
        return None
    try:
        width, height, marks = json.loads(content)
        return Picture(width, height, tuple(_mark(kind, fields) for kind, fields in marks))
    except (ValueError, KeyError, TypeError):
        return None


def _mark(kind: str, fields: list[Any]) -> Mark:
    """Return a mark from its fields, what JSON made lists in them tuples again."""
    if kind != Stroke.__name__:
        return _KINDS[kind](*fields)
    points, colour, width, dashes, name = fields
    return Stroke(tuple(map(tuple, points)), colour, width, tuple(dashes), name)


def _written(found: Picture) -> bytes:
    marks = [(type(mark).__name__, mark) for mark in found.marks]
    return json.dumps((found.width, found.height, marks), separators=(",", ":")).encode()

"""Keep what paints a chart by what it depends on, so that a second build need not lay it out.

A kept drawing is used only if its own checksum fits; a damaged one is laid out anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Final

from reportgen.document import Chart
from reportgen.draw import chart_key, picture
from reportgen.draw.faces import read_faces
from reportgen.draw.picture import Words
from reportgen.formats.pdf.drawings import Drawing, drawing
from reportgen.kept import Kept
from reportgen.theme import Theme

_MODULES: Final = ("drawings.py", "operators.py")
"""What a drawing depends on besides the chart and the modules that lay it out."""


def kept_drawings(folder: Path, theme: Theme, assets: Path) -> Callable[[Chart, float], Drawing]:
    """Return what gives the drawing of a chart for a width in mm, from a folder or laid out anew.

    The folder may be deleted at any time; where it cannot be written to, nothing is kept.
    """
    kept, faces = Kept(folder), read_faces(theme, assets)
    modules = (Path(__file__).with_name(name) for name in _MODULES)
    sources = (Path(faces.regular.path), Path(faces.bold.path), *modules)
    others = [sha256(source.read_bytes()).hexdigest() for source in sources]

    def draw(chart: Chart, width_mm: float) -> Drawing:
        about = [chart_key(chart, theme, width_mm), *others]
        name = f"{sha256(' '.join(about).encode()).hexdigest()}.drawing"
        found = _read(kept.find(name))
        if found is None:
            found = drawing(picture(chart, theme, width_mm, assets))
            kept.keep(name, _written(found))
        return found

    return draw


def _read(content: bytes | None) -> Drawing | None:
    """Return the drawing that was written, or None if there is none."""
    if content is None:
        return None
    try:
        width, height, parts = json.loads(content)
        held = tuple(part if isinstance(part, str) else Words(*part) for part in parts)
        return Drawing(width, height, held)
    except (ValueError, TypeError):
        return None


def _written(found: Drawing) -> bytes:
    content = (found.width, found.height, found.parts)
    return json.dumps(content, separators=(",", ":")).encode()

"""Turn what a chart shows into a short key, so that a picture made before can be used again.

The rule it guards: whatever changes the picture changes the key. What is printed around the picture
(caption, notes, source, description) is no part of it.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from reportgen.document import Chart, Number, Point
from reportgen.draw.strands import like
from reportgen.facts import Missing
from reportgen.theme import Theme


def chart_key(chart: Chart, theme: Theme, width_mm: float) -> str:
    """Return the SHA-256, in hexadecimal, of all that the picture of a chart depends on.

    That is its data, the theme, its width and the modules that draw it; not the font files.
    """
    number = like(chart)
    content = {
        "kind": chart.kind,
        "categories": chart.categories,
        "series": [
            (series.name, series.role, [_point(point) for point in series.points])
            for series in chart.series
        ],
        "joined": chart.joined,
        "bands": [(band.first, band.last, band.label) for band in chart.bands],
        "unit": repr(number.fact.unit) if number else None,
        "colour": dict(theme.colour),
        "face": theme.face["pdf"],
        "size": theme.size["chart"],
        "width": width_mm,
        "modules": _modules(),
    }
    return sha256(repr(content).encode()).hexdigest()


def _point(point: Point) -> tuple[str, str, bool]:
    """Return the words beside a point, its value, and whether it is hollow."""
    number = point.number
    if isinstance(number, Number):
        places = number.fact.places if number.places is None else number.places
        return number.text, f"{number.fact.value} {places}", point.hollow
    return number.symbol if isinstance(number, Missing) else "", "", point.hollow


@lru_cache(maxsize=1)
def _modules() -> str:
    """Return a digest of the modules of this package."""
    folder = Path(__file__).parent
    sources = (path.read_bytes() for path in sorted(folder.glob("*.py")))
    return sha256(b"\0".join(sources)).hexdigest()

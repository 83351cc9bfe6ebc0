"""Hold a laid-out chart as a few kinds of mark, before any library draws it.

Lengths are points, the origin is the bottom left corner and y grows upwards. Everything about where
a mark stands is settled here, so that every format shows the same picture. Marks are many: hence
tuples, the quickest things to make.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

MARGIN = 1.5
"""Points kept free at the left and right of a picture."""

Align = Literal["left", "centre", "right"]


class Stroke(NamedTuple):
    """A line through points; `dashes` are lengths on and off in points, none for a solid line."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width: float
    dashes: tuple[float, ...] = ()
    name: str = ""


class Box(NamedTuple):
    """A filled rectangle; `edge` outlines it, inside its bounds, where it is given."""

    left: float
    bottom: float
    right: float
    top: float
    fill: str
    edge: str = ""
    name: str = ""


class Dot(NamedTuple):
    """A filled circle with an outline of its own; `radius` reaches the outline's outer side."""

    x: float
    y: float
    radius: float
    fill: str
    edge: str
    edge_width: float
    name: str = ""


class Words(NamedTuple):
    """One line of text; `y` is its baseline and `align` says which end of it stands at `x`."""

    text: str
    x: float
    y: float
    size: float
    colour: str
    bold: bool = False
    align: Align = "left"
    name: str = ""


Mark = Stroke | Box | Dot | Words


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart laid out: its size in points and its marks, those at the back first."""

    width: float
    height: float
    marks: tuple[Mark, ...]

"""Charts to draw, random ones among them, and rectangles around what is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from hypothesis import strategies as st

from reportgen.document import Band, Caption, Chart, Number, Point, Series, Text
from reportgen.draw.faces import Faces
from reportgen.draw.picture import Box, Dot, Picture, Stroke, Words
from reportgen.facts import Derived, Missing
from reportgen.measures import Unit

POINTS = Unit("points", noun="points", noun_one="point")
SHARE = Unit("share", after="%")
MONEY = Unit("money", before="£")
ROLES = ("ours", "neighbours", "region", "england")
NAMES = ("Westshire", "Statistical neighbours", "South East", "England")
YEARS = ("2016/17", "2017/18", "2018/19", "2019/20", "2020/21")

Value = float | Missing | None
Rectangle = tuple[float, float, float, float]


def number(value: float, places: int = 1, unit: Unit = POINTS) -> Number:
    """Return a figure."""
    return Number(Derived(Decimal(str(value)), unit, places, "made up", ()))


def series(
    role: str, values: Sequence[Value], places: int = 1, unit: Unit = POINTS, hollow: int = 99
) -> Series:
    """Return a series named after its role; points from position `hollow` on are hollow."""
    points = tuple(
        Point(
            number(value, places, unit) if isinstance(value, int | float) else value, at >= hollow
        )
        for at, value in enumerate(values)
    )
    return Series(NAMES[ROLES.index(role)], points, role)


def chart(
    kind: str,
    categories: Sequence[str],
    *rows: Series,
    joined: tuple[bool, ...] = (),
    bands: tuple[Band, ...] = (),
) -> Chart:
    """Return a chart of some rows."""
    caption = Caption("Figure", (Text("What it says"),))
    names = tuple(categories)
    return Chart(kind, caption, names, rows, "a.chart", "alt", joined, bands)


@st.composite
def random_charts(draw: st.DrawFn, kind: str, lowest: float = 0) -> Chart:
    """Return a chart of one to four series with values of any size, some of them missing."""
    count = draw(st.integers(1, 4))
    columns = draw(st.integers(2, 4 if kind == "columns" else 7))
    places = draw(st.integers(0, 2))
    top = draw(st.sampled_from([0.2, 60, 100, 5_000, 2_000_000]))
    base = draw(st.sampled_from([lowest, 0.4, 0.9])) * top
    values = st.floats(base, top).map(lambda value: round(value, places)) | st.sampled_from(
        [None, Missing.SUPPRESSED]
    )
    rows = draw(
        st.lists(
            st.lists(values, min_size=columns, max_size=columns), min_size=count, max_size=count
        )
    )
    unit = draw(st.sampled_from([POINTS, SHARE, MONEY]))
    breaks = draw(st.lists(st.booleans(), min_size=columns - 1, max_size=columns - 1))
    made = [
        series(role, row, places, unit, hollow=3) for role, row in zip(ROLES, rows, strict=False)
    ]
    names = [f"{2010 + at}/{11 + at}" for at in range(columns)]
    bands = (Band(columns - 1, columns - 1, "Grades awarded differently"),)
    return chart(
        kind,
        names,
        *made,
        joined=tuple(breaks) if kind == "line" else (),
        bands=bands if kind == "line" and draw(st.booleans()) else (),
    )


def ink(words: Words, faces: Faces) -> Rectangle:
    """Return the rectangle around the ink of some words, measured with their own font."""
    face = faces.bold if words.bold else faces.regular
    width = face.width(words.text, words.size)
    below, above = face.extent(words.text, words.size)
    left = words.x - {"left": 0, "centre": width / 2, "right": width}[words.align]
    return left, words.y - below, left + width, words.y + above


def overlap(one: Rectangle, other: Rectangle) -> bool:
    """Return whether two rectangles share more than an edge."""
    return (
        one[0] < other[2] - 0.01
        and other[0] < one[2] - 0.01
        and one[1] < other[3] - 0.01
        and other[1] < one[3] - 0.01
    )


def cut(stroke: Stroke, box: Rectangle) -> bool:
    """Return whether a line runs through a rectangle."""
    return any(_crosses(start, end, box) for start, end in pairwise(stroke.points))


def _crosses(start: tuple[float, float], end: tuple[float, float], box: Rectangle) -> bool:
    (x0, y0), (x1, y1) = start, end
    enter, leave = 0.0, 1.0
    for here, step, low, high in ((x0, x1 - x0, box[0], box[2]), (y0, y1 - y0, box[1], box[3])):
        if abs(step) < 1e-9:
            if not low < here < high:
                return False
            continue
        first, last = sorted(((low - here) / step, (high - here) / step))
        enter, leave = max(enter, first), min(leave, last)
    return enter < leave - 1e-9


def faults(picture: Picture, faces: Faces) -> Iterator[str]:
    """Yield every way in which words touch words, a line, a marker, a bar or the edge."""
    texts = [mark for mark in picture.marks if isinstance(mark, Words) and mark.text]
    boxes = {id(words): ink(words, faces) for words in texts}
    for one, other in combinations(texts, 2):
        if overlap(boxes[id(one)], boxes[id(other)]):
            yield f"{one.text!r} touches {other.text!r}"
    for words in texts:
        box = boxes[id(words)]
        if box[0] < 0 or box[1] < 0 or box[2] > picture.width or box[3] > picture.height:
            yield f"{words.text!r} leaves the picture"
        for mark in picture.marks:
            if isinstance(mark, Stroke) and cut(mark, box):
                yield f"{words.text!r} is cut by {mark.name}"
            elif isinstance(mark, Dot):
                around = (
                    mark.x - mark.radius,
                    mark.y - mark.radius,
                    mark.x + mark.radius,
                    mark.y + mark.radius,
                )
                if overlap(box, around):
                    yield f"{words.text!r} touches {mark.name}"
            elif isinstance(mark, Box) and mark.name != "band":
                around = (mark.left, mark.bottom, mark.right, mark.top)
                if overlap(box, around):
                    yield f"{words.text!r} touches {mark.name}"

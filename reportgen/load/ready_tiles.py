"""Turn the key figures that stand ready for a new report into its tiles, where it has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.errors import DataError, ProjectError
from reportgen.facts import Fact, Facts, Missing, total
from reportgen.load.toml import Table, read_table
from reportgen.measures import EVERYONE
from reportgen.mention import parse_mention
from reportgen.period import Period
from reportgen.settings import KeyFigure

FILE = "start.toml"


@dataclass(frozen=True, slots=True)
class ReadyTile:
    """A mention of a figure without a period, and the words under it.

    Where `size` mentions a count, the figure is no tile unless the latest count is known and not
    below `fewest`: a handful of people or schools is no headline.
    """

    figure: str
    label: str
    size: str = ""
    fewest: int = 0


@dataclass(frozen=True, slots=True)
class Ready:
    """What stands ready for a new report: the order of chapters, and at most so many of tiles."""

    chapters: tuple[str, ...] = ()
    most: int = 0
    key_figures: tuple[ReadyTile, ...] = ()

    def in_order(self, chapters: Iterable[str]) -> tuple[str, ...]:
        """Return chapters in the order of a new report, those that it does not name last."""
        found = tuple(chapters)
        named = tuple(name for name in self.chapters if name in found)
        return (*named, *(name for name in found if name not in named))


def read_ready(folder: Path) -> Ready:
    """Return what start.toml in a folder says; nothing without the file.

    Raises `ProjectError` with everything in it that is not known or not as it should be.
    """
    path = folder / FILE
    if not path.is_file():
        return Ready()
    top = read_table(path, f"sections/{folder.name}/{FILE}")
    figures = tuple(_ready_tile(inner) for inner in top.tables("key_figures"))
    ready = Ready(top.texts("chapters"), top.get("most", int, 0) or 0, figures)
    top.finish()
    if top.problems:
        raise ProjectError(top.problems)
    return ready


def _ready_tile(table: Table) -> ReadyTile:
    figure, label = table.need("figure", str, "?"), table.need("label", str, "?")
    tile = ReadyTile(figure, label, table.words("size"), table.get("fewest", int, 0) or 0)
    table.finish()
    return tile


def ready_tiles(ready: Ready, facts: Facts) -> tuple[KeyFigure, ...]:
    """Return the tiles of the first key figures that there are numbers of ours for."""
    enough = (item for item in ready.key_figures if _enough(item, facts))
    return tuple(tile for item in enough if (tile := _tile(item, facts)))[: ready.most]


def _enough(item: ReadyTile, facts: Facts) -> bool:
    """Return whether a tile stands for as many as it should; not where that is unknown."""
    if not item.size:
        return True
    mention = parse_mention(item.size, facts, None)
    period = facts.latest(mention.measure.id)
    if period is None:
        return False
    whole = facts.find(mention.measure.id, period, mention.group)
    if whole is None and mention.group == EVERYONE:
        whole = total(_parts(mention.measure.id, period, facts))
    return whole is not None and not isinstance(whole.value, Missing) and whole.value >= item.fewest


def _parts(measure: str, period: Period, facts: Facts) -> list[Fact]:
    """Return our figures of the groups of the first dimension that there are any of."""
    for dimension in facts.dictionary.dimensions:
        groups = facts.groups(measure, period, dimension)
        found = [fact for group in groups if (fact := facts.find(measure, period, group))]
        if found:
            return found
    return []


def _tile(item: ReadyTile, facts: Facts) -> KeyFigure | None:
    """Return a tile for the latest period with a number; None without one.

    A count is said beside its first comparable number, not beside other areas of another size.
    """
    try:
        mention = parse_mention(item.figure, facts, None)
    except DataError:
        return None
    measure, group = mention.measure, mention.group
    known = [
        period
        for period in facts.periods(measure.id, group)
        if (fact := facts.find(measure.id, period, group)) and not isinstance(fact.value, Missing)
    ]
    if not known:
        return None
    latest = known[-1]
    figure, _, who = item.figure.partition(" | ")
    mentioned = " | ".join(filter(None, [figure, latest.label, who]))
    if measure.kind != "count":
        return KeyFigure(mentioned, f"{item.label}, {latest.label}")
    earlier = [period for period in known[:-1] if measure.comparable(period, latest)]
    return KeyFigure(mentioned, item.label, _beside(figure, who, latest, earlier))


def _beside(figure: str, who: str, latest: Period, earlier: Sequence[Period]) -> str:
    if not earlier:
        return latest.label
    first = earlier[0]
    before = " | ".join(filter(None, [figure, first.label, who, "plain"]))
    return f"{latest.label}; {{{before}}} {first.phrase()}"

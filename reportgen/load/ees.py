"""Turn open data of Explore education statistics into candidates for figures.

Columns are read by name, in any order. Every filter that a source does not name is pinned to its
total; where there is no total the reader says so, and never adds rows up.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from reportgen.load.areas import Areas, KnownArea
from reportgen.load.candidate import Block, Reading, joined
from reportgen.load.cells import PUBLISHED, CellError, read_published
from reportgen.load.columns import Columns, Condition, read_columns, sample
from reportgen.load.download import Download
from reportgen.load.ees_plan import Filters, is_total, keyed_by, make_plans
from reportgen.load.ees_take import Head, Taker, takers
from reportgen.load.forms import Form, fold_column
from reportgen.load.reasons import BLANK, NO_AREA, NO_MEASURE, OTHER_AREA, OTHER_GROUP, level
from reportgen.load.sources import Source
from reportgen.load.wanted import NOWHERE, Standing, Wanted, in_parts
from reportgen.measures import Dictionary
from reportgen.observation import Status

LEVELS = ("national", "regional", "local authority")
_PLACE = (
    "geographic_level",
    "country_code",
    "region_code",
    "region_name",
    "old_la_code",
    "new_la_code",
)
_TIME = ("time_period", "time_identifier")
_SCHOOL = ("urn", "estab", "laestab", "academy_type", "academy_open_date")
_NOT_FILTERS = {*_PLACE, *_TIME, *_SCHOOL, "country_name", "la_name", "version"}
_TOLD_OF_AREAS = ("_code", "_name", "_flag")
"""How the names of columns end that tell something of an area, and divide nothing."""
_NOTHING = {"na", "nan", "n/a", "n.a.", "null", "none"}
_STATUS: Mapping[str, Status] = {
    "": "final",
    "provisional": "provisional",
    "revised": "revised",
    "final": "final",
}


def read_ees(
    download: Download,
    sources: Sequence[Source],
    dictionary: Dictionary,
    areas: Areas,
    wanted: Wanted,
    kinds: Mapping[str, str],
) -> Reading:
    """Return what one open data table holds of the measures that the sources look for there.

    `sources` are those that the table can serve; `kinds` are what its metadata calls its columns,
    "filter" or "indicator", empty without metadata.
    """
    have = tuple(map(fold_column, download.columns))
    counts = {name for source in sources for name in source.counts} & set(have)
    filters = find_filters(download, have, counts, kinds)
    needed = {name for source in sources for name in _columns_of(source, have)}
    names = needed | ({*_PLACE, *_TIME, "version", *filters.columns} & set(have))
    rows = _conditions(sources, filters, areas, wanted, names)
    columns = read_columns(download, sorted(names), rows, by="geographic_level")
    plans, remarks = make_plans(sources, filters, columns, have, dictionary, download.file)
    standings = _standings(columns, areas, wanted)
    ready = takers(plans, columns, standings, download.file, wanted.ranked)
    aside = _take(ready, columns, keyed_by(sources, filters, have), standings)
    for name, count in columns.left.items():
        aside[OTHER_AREA if _is_level(name) else level(name) if name else BLANK] += count
    blocks = _in_order(ready)
    if blocks:
        remarks += in_parts(set(standings), areas, wanted, download.file)
    return Reading(
        download.file,
        Form.EES.words,
        columns.total,
        blocks,
        aside,
        tuple(dict.fromkeys(p for taker in ready for p in taker.reader.problems())),
        tuple(remarks),
    )


def _conditions(
    sources: Sequence[Source],
    filters: Filters,
    areas: Areas,
    wanted: Wanted,
    names: Collection[str],
) -> list[Condition]:
    """Return which rows to read: all of England, regions and the authorities wanted, and of the
    other authorities those about everyone, for the ranks.
    """
    if wanted.everything:
        return [{"geographic_level": _is_level}]
    numbers = {item.number for item in areas.known if wanted.whole(item)}
    codes = {item.area.code for item in areas.known if item.number in numbers}
    here: list[Condition] = [{"geographic_level": lambda text: text.casefold() in LEVELS[:2]}]
    for name, known in (("old_la_code", numbers), ("new_la_code", codes)):
        if name in names:
            here.append({"geographic_level": _is_local, name: known.__contains__})
    if any(source.measure in wanted.ranked for source in sources):
        named = {text for source in sources for texts in source.where.values() for text in texts}

        def whole(text: str) -> bool:
            return not text or is_total(text) or text.casefold() in named

        everyone = dict.fromkeys(filters.columns, whole)
        here.append({"geographic_level": _is_local, **everyone})
    return here


def _is_level(text: str) -> bool:
    return text.casefold() in LEVELS


def _is_local(text: str) -> bool:
    return text.casefold() == LEVELS[2]


def find_filters(
    download: Download, have: Sequence[str], counts: Collection[str], kinds: Mapping[str, str]
) -> Filters:
    """Return the columns that divide the rows: those that the metadata calls filters.

    Of columns that it does not speak of, those whose cells are words, going by a sample. `counts`
    are columns of numbers whatever stands in them.
    """
    rows = sample(download)
    words = [
        name
        for at, name in enumerate(have)
        if name not in _NOT_FILTERS
        and name not in counts
        and (name in kinds or not name.endswith(_TOLD_OF_AREAS))
        and (kinds[name] == "filter" if name in kinds else _has_word(rows, at, name))
    ]
    return Filters.of(words)


def _has_word(rows: Sequence[Sequence[str]], at: int, name: str) -> bool:
    """Return whether a column has a word in it; its own name may be there again, by mistake."""
    texts = {row[at] for row in rows if at < len(row)}
    return any(_is_word(text) and fold_column(text) != name for text in texts)


def _is_word(text: str) -> bool:
    """Return whether a cell is a word: no number, no symbol, and none of the signs for nothing."""
    try:
        read_published(text, PUBLISHED)
    except CellError:
        return text.strip().casefold() not in _NOTHING
    return False


def _columns_of(source: Source, have: Iterable[str]) -> set[str]:
    named = {*source.counts, *source.where, *source.having, *source.lacking}
    named |= {name for names in source.groups.values() for name in names}
    return named & set(have)


def _take(
    ready: Sequence[Taker],
    columns: Columns,
    keyed: Iterable[str],
    standings: Sequence[Standing],
) -> Counter[str]:
    """Have every taker take its figures; return how many rows are set aside, by reason."""
    aside: Counter[str] = Counter()
    alike = _alike(columns, keyed, standings, aside)
    for head, rows in alike.items():
        for taker in ready:
            taker.take(head, rows)
    asked = [at for rows in alike.values() for at in rows]
    told = ([taker.reasons[at] for at in asked] for taker in ready)
    for reasons, count in Counter(zip(*told, strict=True)).items():
        if "" not in reasons:
            aside[max(reasons, key=_telling)] += count
    aside[NO_MEASURE] += 0 if ready else len(asked)
    return +aside


def _alike(
    columns: Columns, keyed: Iterable[str], standings: Iterable[Standing], aside: Counter[str]
) -> Mapping[Head, Sequence[int]]:
    """Return the positions of rows about areas that are wanted, by what they have in common.

    The others are counted by reason.
    """
    cells = columns.cells
    versions = cells.get("version", [""] * len(columns.numbers))
    statuses = {version: _STATUS.get(version.casefold()) for version in set(versions)}
    common = [cells[name] for name in (*_TIME, *keyed)]
    heads = zip(map(statuses.get, versions), *common, strict=True)
    alike: dict[Head, list[int]] = defaultdict(list)
    for at, (area, head) in enumerate(zip(standings, heads, strict=True)):
        if area is NOWHERE:
            aside[NO_AREA] += 1
        elif not area.whole and not area.authority:
            aside[OTHER_AREA] += 1
        elif head[0] is None:
            aside[f"of the version “{versions[at]}”"] += 1
        else:
            alike[head].append(at)
    return alike


def _standings(columns: Columns, areas: Areas, wanted: Wanted) -> list[Standing]:
    """Return what the area of each row is to the report; each place is looked up once."""
    blank = [""] * len(columns.numbers)
    places = list(zip(*(columns.cells.get(name, blank) for name in _PLACE), strict=True))
    known = {place: wanted.standing(_area(areas, *place)) for place in set(places)}
    return [known[place] for place in places]


def _area(
    areas: Areas, scale: str, country: str, region: str, name: str, old: str, new: str
) -> KnownArea | None:
    """Return the area of a row; None if it is none that is known."""
    if scale.casefold() == "national":
        found = areas.of_code(country)
        return found if found and found.kind == "country" else None
    if scale.casefold() == "regional":
        return areas.region(region, name)
    return areas.authority(old.removesuffix(".0"), new)


def _telling(reason: str) -> int:
    """Return how much a reason says of a row that several measures were looked for in."""
    return {OTHER_GROUP: 0, OTHER_AREA: 1}.get(reason, 2)


def _in_order(ready: Iterable[Taker]) -> tuple[Block, ...]:
    """Return the blocks of all takers, those first of which the table gives a row first."""
    found = [item for taker in ready for item in taker.blocks]
    return joined(block for _, block in sorted(found, key=lambda item: item[0]))

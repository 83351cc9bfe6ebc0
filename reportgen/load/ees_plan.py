"""Turn a source and the filters of an open data table into a plan: which rows, of which group."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.errors import Place, Problem
from reportgen.load.columns import Columns
from reportgen.load.figures import find_member
from reportgen.load.sources import Source, first_of
from reportgen.measures import Dictionary, Group

TOTALS = (
    *("total", "all", "all pupils", "all students", "all children", "all persons", "all ages"),
    *("all schools", "all establishments", "all phases", "all year groups"),
    *("all primary need", "all secondary need"),
)
_TOPICS = (
    ("breakdown_topic", "breakdown"),
    ("filter_group", "filter"),
    ("characteristic_group", "characteristic"),
    ("characteristic_type", "characteristic"),
)
_NAMES_THE_BREAKDOWN = ("breakdown", "breakdown_topic")


def is_total(text: str) -> bool:
    """Return whether the text of a filter means all of its members together."""
    return text.casefold() in TOTALS


@dataclass(frozen=True, slots=True)
class Filters:
    """The columns that divide rows: a topic with its members, and columns of one kind each."""

    topic: tuple[str, str] | None
    plain: tuple[str, ...]

    @classmethod
    def of(cls, words: Iterable[str]) -> Filters:
        """Return the filters among columns of words.

        Beside one column for each characteristic, a `breakdown` only names the one in use.
        """
        names = tuple(words)
        topic = next((pair for pair in _TOPICS if set(pair) <= set(names)), None)
        drop = topic or _NAMES_THE_BREAKDOWN
        return cls(topic, tuple(name for name in names if name not in drop))

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column of the filters."""
        return (*(self.topic or ()), *self.plain)


@dataclass
class Plan:
    """How one source is read from one table.

    A key is what a row has in the columns that `keyed_by` names: `pins`, `dimensions` and `topic`
    are positions in it. Its group is worked out once.
    """

    source: Source
    value: str | None
    numerator: str | None
    denominator: str | None
    cohort: str | None
    pins: Mapping[int, frozenset[str]]
    dimensions: Mapping[int, str]
    topic: tuple[int, int] | None
    dictionary: Dictionary
    _groups: dict[tuple[str, ...], Group | None] = field(default_factory=dict)

    def group(self, key: tuple[str, ...]) -> Group | None:
        """Return the group that the filters of a row mean; None if the source wants it not."""
        if key not in self._groups:
            self._groups[key] = self._group(key)
        return self._groups[key]

    def _group(self, key: tuple[str, ...]) -> Group | None:
        if any(key[at].casefold() not in allowed for at, allowed in self.pins.items()):
            return None
        pairs: dict[str, str] = {}
        named = [(dimension, key[at]) for at, dimension in self.dimensions.items()]
        if self.topic:
            topic, text = (key[at] for at in self.topic)
            if not is_total(topic):
                dimension = self._topic(topic)
                if dimension is None:
                    return None
                named.append((dimension, text))
        for dimension, text in named:
            if is_total(text):
                continue
            member = self._member(dimension, text)
            if member is None and dimension in pairs:
                continue  # “Any SEN” beside the kind of SEN says nothing more
            if member is None or pairs.setdefault(dimension, member) != member:
                return None
        return Group.of(**pairs)

    def _topic(self, topic: str) -> str | None:
        folded = topic.casefold()
        names = (folded, folded.replace(" ", "_"))
        found = (d for d, columns in self.source.groups.items() if set(names) & set(columns))
        return next(found, None)

    def _member(self, dimension: str, text: str) -> str | None:
        own = self.source.members.get((dimension, text.casefold()))
        return own or find_member(self.dictionary.dimensions[dimension], text)


def keyed_by(sources: Iterable[Source], filters: Filters, have: Collection[str]) -> list[str]:
    """Return the columns that together say of a row which group it is about, for every source."""
    return sorted({*filters.columns, *(n for source in sources for n in source.where if n in have)})


def make_plans(
    sources: Sequence[Source],
    filters: Filters,
    columns: Columns,
    have: Sequence[str],
    dictionary: Dictionary,
    file: str,
) -> tuple[list[Plan], list[Problem]]:
    """Return a plan for each source that can be read, and why the others cannot."""
    keyed = keyed_by(sources, filters, have)
    plans: list[Plan] = []
    remarks: dict[Problem, str] = {}
    for source in sources:
        if not _is_meant(source, columns):
            continue
        without = _without_total(source, filters, columns)
        for name, texts in without.items():
            listed = ", ".join(sorted(texts)[:6])
            what = f"{source.measure} is not read: the column has no total among {listed}"
            hint = f"name the one wanted: where = {{ {name} = […] }} in sections/measures.toml"
            remarks[Problem(what, Place(file, None, name), hint)] = source.measure
        if not without:
            plans.append(_plan(source, filters, columns, have, dictionary, keyed))
    read = {plan.source.measure for plan in plans}
    if not plans and not remarks:
        return plans, list(_untold(sources, columns, file))
    return plans, [remark for remark, measure in remarks.items() if measure not in read]


def _is_meant(source: Source, columns: Columns) -> bool:
    """Return whether the texts of the table tell it to be the data set of a source."""
    return all(_meets(columns, *item) for item in source.having.items()) and not any(
        _meets(columns, *item) for item in source.lacking.items()
    )


def _meets(columns: Columns, name: str, texts: Iterable[str]) -> bool:
    found = set(map(str.casefold, columns.cells.get(name, ())))
    return bool(found & set(texts))


def _untold(sources: Iterable[Source], columns: Columns, file: str) -> Iterator[Problem]:
    """Yield why a table whose columns fit is not read: no text tells its data set from others."""
    for source in sources:
        for name, texts in source.having.items():
            if columns.total and name in columns.cells and not _meets(columns, name, texts):
                listed = " or ".join(f"“{text}”" for text in texts)
                what = f"{source.measure} is not read: the column never says {listed}"
                hint = "without it another data set with the same columns may be meant; "
                place = Place(file, None, name)
                yield Problem(what, place, hint + "download the whole file, with every row")


def _without_total(
    source: Source, filters: Filters, columns: Columns
) -> Mapping[str, frozenset[str]]:
    """Return the filters that the source does not name and that have no total, with their texts.

    A filter that is empty in every row divides nothing.
    """
    named = {*source.where, *(name for names in source.groups.values() for name in names)}
    found: dict[str, frozenset[str]] = {}
    for name in filters.plain:
        texts = frozenset(columns[name])
        if name in named or texts <= {""}:
            continue
        if not any(map(is_total, texts)):
            found[name] = texts
    return found


def _is_coarser(columns: Columns, fine: str, coarse: str) -> bool:
    """Return whether one column tells nothing more where another names a member."""
    beside: dict[str, str] = {}
    pairs = set(zip(columns[fine], columns[coarse], strict=True))
    return all(is_total(one) or beside.setdefault(one, other) == other for one, other in pairs)


def _plan(
    source: Source,
    filters: Filters,
    columns: Columns,
    have: Sequence[str],
    dictionary: Dictionary,
    keyed: Sequence[str],
) -> Plan:
    pinned = {name: frozenset(texts) for name, texts in source.where.items() if name in have}
    dimensions: dict[str, str] = {}
    for dimension, names in source.groups.items():
        fine, *rest = [name for name in names if name in filters.plain] or [""]
        coarse = [name for name in rest if _is_coarser(columns, fine, name)]
        dimensions |= dict.fromkeys(filter(None, [fine, *coarse]), dimension)
    for name in filters.plain:
        if name not in pinned and name not in dimensions and set(columns[name]) - {""}:
            pinned[name] = frozenset(TOTALS)
    topic = filters.topic
    return Plan(
        source,
        first_of(source.value, have),
        first_of(source.numerator, have),
        first_of(source.denominator, have),
        first_of(source.cohort, have),
        {keyed.index(name): texts for name, texts in pinned.items()},
        {keyed.index(name): dimension for name, dimension in dimensions.items()},
        (keyed.index(topic[0]), keyed.index(topic[1])) if topic else None,
        dictionary,
    )

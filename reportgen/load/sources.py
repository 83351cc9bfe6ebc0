"""Turn what measures.toml says about published files into sources: where each measure stands.

One measure may have several sources, best first; each names the columns it needs under all the
names they have had, so that a file of any year is read the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from reportgen.errors import ProjectError, did_you_mean
from reportgen.load.cells import PUBLISHED, SYMBOLS
from reportgen.load.forms import Form, fold_column
from reportgen.load.toml import Table, read_table
from reportgen.measures import EVERYONE, Dictionary, Group
from reportgen.observation import Missing
from reportgen.period import PeriodKind

Names = tuple[str, ...]
_FORMS = (Form.EES.value, Form.LAIT.value, Form.OFSTED.value, Form.ONS.value)
_KINDS = tuple(kind.value for kind in PeriodKind)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a published file holds a measure.

    Names of columns are folded, and several are alternatives: the first that the file has counts.
    `needs` must all be there and `without` must not, which tells data sets apart that share a
    column; those that share all of them differ in a text that a column is `having` or `lacking`.
    `where` pins a filter to texts; every other filter is pinned to its total. `groups` says
    which columns, or topics of a breakdown, hold a dimension, and `members` which texts there mean
    something else than the dictionary says. `items` are the keys of a long table, each with the
    group it is about. `day` completes a reporting year; `count` is what schools are counted in.
    """

    measure: str
    form: Form
    title: str
    rank: int = 0
    value: Names = ()
    numerator: Names = ()
    denominator: Names = ()
    cohort: Names = ()
    needs: Names = ()
    without: Names = ()
    having: Mapping[str, Names] = field(default_factory=dict)
    lacking: Mapping[str, Names] = field(default_factory=dict)
    where: Mapping[str, Names] = field(default_factory=dict)
    groups: Mapping[str, Names] = field(default_factory=dict)
    members: Mapping[tuple[str, str], str] = field(default_factory=dict)
    items: Mapping[str, Group] = field(default_factory=dict)
    symbols: Mapping[str, Missing] = field(default_factory=lambda: PUBLISHED)
    times: Decimal = Decimal(1)
    period_kind: PeriodKind | None = None
    day: str = ""
    count: str = ""
    graded: Names = ()
    ages: tuple[int, int] | None = None
    note: str = ""

    @property
    def counts(self) -> Names:
        """Every name of a column of numbers."""
        return (*self.value, *self.numerator, *self.denominator, *self.cohort)


def read_sources(path: Path, dictionary: Dictionary, file: str = "") -> tuple[Source, ...]:
    """Return the sources of every measure in a measures file, best first.

    Raises `ProjectError` with everything in them that is not known.
    """
    top = read_table(path, file or f"{path.parent.name}/{path.name}")
    found: list[Source] = []
    for name, measure in top.named("measures"):
        for rank, table in enumerate(measure.tables("sources")):
            found.append(read_source(table, name, rank, dictionary))
    if top.problems:
        raise ProjectError(top.problems)
    return tuple(found)


def read_source(table: Table, measure: str, rank: int, dictionary: Dictionary) -> Source:
    """Return one source of a measure; what is wrong with it is noted in the table."""
    form = table.one_of("form", _FORMS, Form.EES.value)
    table.need("form", str, form)
    ages = tuple(age for age in table.get("ages", list, []) or [] if isinstance(age, int))
    kind = table.one_of("period_kind", _KINDS, "")
    source = Source(
        measure,
        Form(form),
        table.need("title", str, "?"),
        rank,
        value=_names(table, "value"),
        numerator=_names(table, "numerator"),
        denominator=_names(table, "denominator"),
        cohort=_names(table, "cohort"),
        needs=_names(table, "needs"),
        without=_names(table, "without"),
        having=_texts(table, "having"),
        lacking=_texts(table, "lacking"),
        where=_texts(table, "where"),
        groups=dict(_groups(table, dictionary)),
        members=dict(_members(table, dictionary)),
        items=dict(_items(table, dictionary)),
        symbols={**PUBLISHED, **_symbols(table)},
        times=table.get("times", Decimal, Decimal(1)) or Decimal(1),
        period_kind=PeriodKind(kind) if kind else None,
        day=table.words("day"),
        count=table.one_of("count", ("schools", "pupils"), ""),
        graded=table.texts("graded"),
        ages=(ages[0], ages[1]) if len(ages) == 2 else None,
        note=table.words("note"),
    )
    table.finish()
    if source.form is Form.EES and not (source.value or (source.numerator and source.denominator)):
        hint = "name the column of the value, or those of numerator and denominator"
        table.wrong("value", "it does not say where the value stands", hint)
    return source


def applicable(sources: Iterable[Source], form: Form, columns: Iterable[str]) -> tuple[Source, ...]:
    """Return the sources that a table of this form with these columns can serve."""
    have = {fold_column(name) for name in columns}
    return tuple(
        source
        for source in sources
        if source.form is form
        and have.issuperset(source.needs)
        and have.isdisjoint(source.without)
        and (form is not Form.EES or _has_value(source, have))
    )


def first_of(names: Names, columns: Iterable[str]) -> str | None:
    """Return the first of some alternative names that is among the columns."""
    have = set(columns)
    return next((name for name in names if name in have), None)


def _has_value(source: Source, have: set[str]) -> bool:
    if first_of(source.value, have):
        return True
    return bool(first_of(source.numerator, have) and first_of(source.denominator, have))


def _names(table: Table, key: str) -> Names:
    """Return column names, written as one text or as a list of them."""
    if isinstance(table.values.get(key), str):
        return (fold_column(table.words(key)),)
    return tuple(map(fold_column, table.texts(key)))


def _lists(table: Table, key: str) -> Iterable[tuple[str, Names]]:
    """Yield the entries of a table within a table, each a text or a list of texts."""
    inner = table.table(key)
    for name in inner.values if inner else ():
        assert inner
        value = inner.values[name]
        texts: tuple[object, ...] = (value,) if isinstance(value, str) else ()
        texts = tuple(value) if isinstance(value, list) else texts
        if not texts or not all(isinstance(text, str) for text in texts):
            inner.wrong(name, f"“{name}” should be a text or a list of texts")
        yield name, tuple(str(text) for text in texts)


def _texts(table: Table, key: str) -> Mapping[str, Names]:
    """Return texts by the folded name of the column that they stand in."""
    return {
        fold_column(column): tuple(text.casefold() for text in texts)
        for column, texts in _lists(table, key)
    }


def _groups(table: Table, dictionary: Dictionary) -> Iterable[tuple[str, Names]]:
    for name, texts in _lists(table, "groups"):
        if name not in dictionary.dimensions:
            hint = did_you_mean(name, dictionary.dimensions, "see [groups] above")
            table.wrong("groups", f"the group “{name}” is not known", hint)
        yield name, tuple(map(fold_column, texts))


def _members(table: Table, dictionary: Dictionary) -> Iterable[tuple[tuple[str, str], str]]:
    """Yield (dimension, text in the file) with the member it means."""
    outer = table.table("members")
    for dimension in outer.values if outer else ():
        for member, texts in _lists(outer, dimension) if outer else ():
            _check_member(table, "members", dimension, member, dictionary)
            yield from (((dimension, text.casefold()), member) for text in texts)


def _items(table: Table, dictionary: Dictionary) -> Iterable[tuple[str, Group]]:
    """Yield the keys of a long table, each with the group that it is about."""
    for inner in table.tables("items"):
        key = inner.need("key", str, "?")
        pairs = {name: text for name, text in inner.values.items() if name != "key"}
        for name, member in pairs.items():
            _check_member(inner, name, name, str(member), dictionary)
        yield key, Group.of(**{name: str(text) for name, text in pairs.items()}) or EVERYONE


def _check_member(
    table: Table, key: str, dimension: str, member: str, dictionary: Dictionary
) -> None:
    if dimension not in dictionary.dimensions:
        hint = did_you_mean(dimension, dictionary.dimensions, "see [groups] above")
        table.wrong(key, f"the group “{dimension}” is not known", hint)
        return
    ids = [item.id for item in dictionary.dimensions[dimension].members]
    if member not in ids:
        hint = did_you_mean(member, ids, "its members are: " + ", ".join(ids))
        table.wrong(key, f"“{member}” is not a member of {dimension}", hint)


def _symbols(table: Table) -> Mapping[str, Missing]:
    """Return what this data set means by a symbol, where it differs: { x = "c" }."""
    found = {}
    for text, meanings in _lists(table, "symbols"):
        meaning = meanings[0] if meanings else ""
        if meaning not in SYMBOLS:
            table.wrong("symbols", f"“{meaning}” is not a symbol", "write c, z, x, low, k or u")
        found[text.casefold()] = SYMBOLS.get(meaning, Missing.NOT_AVAILABLE)
    return found

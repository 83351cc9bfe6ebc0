"""Every title over a line of a real data set, read back and held against the rows."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from reportgen.document import plain
from reportgen.measures import EVERYONE, Dictionary
from reportgen.wording import subtitle, trend_title
from tests.wording.grammar import without_names
from tests.wording.published import Published, Raw, facts_of
from tests.wording.rawrows import pair
from tests.wording.readtitles import Line, problems
from tests.wording.sizes import Pair
from tests.wording.test_every_authority import EVERY

FEWEST = 1_000
"""So many titles at least must be read."""


def line_of(raw: Raw, ours: int, measure: str) -> Line:
    """Return what the line of a measure shows."""
    years = sorted(raw.years[measure, ours])
    mine = {year: raw.shown(measure, ours, year, ours) for year in years}
    return Line(
        years,
        {year: value for year, value in mine.items() if value is not None},
        lambda area, year: pair(raw, ours, measure, area, year),
        raw.higher[measure],
        "(?:The SUBJECT was|NAME:)",
        "The SUBJECT",
        "NAME in OURS",
        raw.scales[measure].tolerance,
    )


def plainly(raw: Raw, ours: int, measure: str, title: str) -> str:
    """Return a title with SUBJECT and NAME for the words and the name of a measure, OURS for us."""
    named = without_names(raw, ours, measure, title)
    if named.casefold().startswith((f"{measure}:".casefold(), f"{measure} in ".casefold())):
        named = "NAME" + named[len(measure) :]
    for name in (f"the {raw.names[ours]}", raw.names[ours]):
        named = named.replace(f"NAME in {name},", "NAME in OURS,")
    return named


def under(raw: Raw, ours: int, measure: str) -> str:
    """Return what should stand under the title of a line with all areas but the region."""
    years = sorted(raw.years[measure, ours])
    unit = "%" if raw.scales[measure].kind == "share" else "points"
    what = measure if unit in measure.casefold() else f"{measure} ({unit})"
    span = years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}"
    return f"{what}, {raw.names[ours]}, England and statistical neighbours, {span}"


def test_every_title_of_a_line_is_borne_out_by_the_rows(published: Published) -> None:
    raw, rows, measures = published.raw, published.rows, published.measures
    raw.stale = {}
    read, wrong, unnoticed = 0, [], []
    for number in sorted(raw.neighbours)[::EVERY]:
        facts = facts_of(raw, rows, Dictionary(measures, {}, {}), number)
        for measure in measures:
            periods = facts.periods(measure, EVERYONE)
            if not periods:
                continue
            read += 1
            line = line_of(raw, number, measure)
            title = plainly(raw, number, measure, plain(trend_title(facts, measure)))
            found = list(problems(line, title))
            below = plain(subtitle(facts, measure, periods, (), ("england", "neighbours")))
            if below != under(raw, number, measure):
                found.append(f"under it: {below}")
            wrong += [f"{raw.names[number]}: {one}: {title}" for one in found]
            other = replace(
                line,
                mine={year: value + Fraction(3) for year, value in line.mine.items()},
                pair=lambda area, year, line=line: _turned(line, area, year),
            )
            if line.mine and not list(problems(other, title)):
                unnoticed.append(title)
    assert not wrong, f"{len(wrong)} of {read}:\n" + "\n".join(wrong[:20])
    assert not unnoticed, "\n".join(unnoticed[:20])
    assert read > FEWEST


def _turned(line: Line, area: str, year: str) -> Pair | None:
    """Return our figure far on the other side of another."""
    found = line.pair(area, year)
    if found is None:
        return None
    return replace(found, mine=found.theirs + (-1_000 if found.relation == "above" else 1_000))

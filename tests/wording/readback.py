"""Read statements back as a reader would, and work them out again from raw rows with fractions.

Nothing of the engine that wrote the sentences is used here. A sentence that no reader below can
read counts as wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from tests.wording.published import Raw, phrase

COUNTS = {
    word: n
    for n, word in enumerate(
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    )
}
NUMBER = r"−?\d[\d,]*(?:\.\d+)?"
YEAR = r"\d{4}(?:/\d\d)?"
WHEN = (
    rf"[Ii]n (?:each of the (?P<n>\w+) years to (?P<t>{YEAR})"
    rf"|both (?P<a>{YEAR}) and (?P<b>{YEAR})|(?P<y>{YEAR}))"
)
AREA = "(?:England|[Ss]tatistical neighbours)"
OLD = rf"({AREA})’s? figure is that for ({YEAR}), as there is none for ({YEAR})"
SIDE = r"(?:well above|slightly above|above|well below|slightly below|below|level with|close to)"
NAMES = r"(?:both England and statistical neighbours|England|statistical neighbours)"
STANDS = rf"{SIDE} {NAMES}(?: (?:and|but) {SIDE} {NAMES})?"


def problems(raw: Raw, ours: int, measure: str, kind: str, text: str) -> Iterator[str]:
    """Yield what is wrong with a statement; a sentence that cannot be read is wrong."""
    sentences = re.split(r"(?<=[.)])(?<!St\.)\s(?=[A-Z])", text)
    context: list[str] = []
    raw.stale = {area: (year, instead) for area, year, instead in re.findall(OLD, text)}
    yield from _old(raw, ours, measure)
    yield from _unsaid(raw, ours, measure, text)
    for sentence in sentences:
        for read in READERS:
            found = read(raw, ours, measure, kind, sentence, context)
            if found is not None:
                yield from found
                break
        else:
            yield f"cannot be read: {sentence}"


def _old(raw: Raw, ours: int, measure: str) -> Iterator[str]:
    """Yield each area whose older figure is not its last before the year, or is too old."""
    for name, (year, instead) in raw.stale.items():
        area = "neighbours" if name.endswith("neighbours") else name.strip()
        between = [y for y in raw.years[measure, ours] if year < y <= instead]
        if any(raw.shown(measure, area, y, ours) is not None for y in between):
            yield f"{name} has a newer figure than that for {year}"
        if int(instead[:4]) - int(year[:4]) > 2 or list(_unbroken(raw, measure, year, instead)):
            yield f"{year} is too old for {name}"


def _stale(
    raw: Raw, ours: int, measure: str, kind: str, text: str, context: list[str]
) -> list[str] | None:
    """Read "England’s figure is that for 2019/20, as there is none …", which `_old` checks."""
    return [] if re.fullmatch(OLD + r"\.", text) else None


def _unsaid(raw: Raw, ours: int, measure: str, text: str) -> Iterator[str]:
    """Yield each year of a run in which the other area told another story that the text omits."""
    found = re.search(WHEN, text.split(". ")[0].removesuffix("."))
    stands = re.search(STANDS, text)
    if not found or not found["n"] or not stands:
        return
    years = _years(raw, ours, measure, found)
    side, first = re.findall(rf"({SIDE}) ({NAMES})", stands[0])[0]
    other = "statistical neighbours" if first == "England" else "England"
    if other in stands[0]:
        return
    adverse = "below" if side.split()[-1] == "above" else "above"
    for year in _against(raw, ours, measure, other, years).get(adverse, []):
        told = re.search(rf"{adverse} (?:{other}|them|it) .*(?:{year}|of those years)", text)
        if not told:
            yield f"{adverse} {other} in {year}, which is not said"


def _against(
    raw: Raw, ours: int, measure: str, area: str, years: list[str]
) -> dict[str, list[str]]:
    """Return the years in which we stood above an area, and below it."""
    found: dict[str, list[str]] = {"above": [], "below": []}
    for year in years:
        theirs = _shown(raw, ours, measure, area, year, plain=True)
        mine = _shown(raw, ours, measure, ours, year, plain=True)
        if (
            mine is not None
            and theirs is not None
            and mine != theirs
            and _enough(raw, ours, measure, area, year)
        ):
            found["above" if mine > theirs else "below"].append(year)
    return found


def _enough(raw: Raw, ours: int, measure: str, area: str, year: str) -> bool:
    """Return whether an average rests on at least half of the neighbours."""
    near = raw.neighbours[ours]
    known = [one for one in near if (measure, one, year) in raw.values]
    return area == "England" or 2 * len(known) >= len([n for n in near if n in raw.names])


def _subject(raw: Raw, ours: int, measure: str) -> str:
    return rf"[Tt]he {re.escape(phrase(measure))}(?: in {re.escape(raw.names[ours])})?"


def _claim(
    raw: Raw, ours: int, measure: str, kind: str, text: str, context: list[str]
) -> list[str] | None:
    """Check "the X in Y was above England and below … in 2022/23 (1, compared with 2 in …)"."""
    subject = _subject(raw, ours, measure)
    figures = rf"(?: \((?P<figures>{NUMBER}%?[^()]*)\))?\."
    after = re.fullmatch(rf"{subject} was (?P<stands>{STANDS}) (?P<when>{WHEN}){figures}", text)
    before = re.fullmatch(rf"(?P<when>{WHEN}) {subject} was (?P<stands>{STANDS}){figures}", text)
    found = after or before
    if not found:
        return None
    years = _years(raw, ours, measure, found)
    context[:] = years
    wrong = list(_stands(raw, ours, measure, found["stands"], years))
    wrong += _kind(raw, measure, kind, found["stands"])
    if found["figures"]:
        wrong += _compared(raw, ours, measure, found["figures"], years[-1:])
    return wrong


def _at(
    raw: Raw, ours: int, measure: str, kind: str, text: str, context: list[str]
) -> list[str] | None:
    """Check "At 8.0%, the X in Y was above England (7.8%) but below … (8.7%) in 2022/23"."""
    found = re.fullmatch(
        rf"At (?P<mine>{NUMBER})%?, {_subject(raw, ours, measure)} was (?P<stands>.*) "
        rf"in (?P<y>{YEAR})\.",
        text,
    )
    if not found:
        return None
    year = found["y"]
    context[:] = [year]
    wrong = list(_equal(raw, ours, measure, ours, year, found["mine"]))
    for area, value in re.findall(
        rf"(England|statistical neighbours) \(({NUMBER})%?\)", found["stands"]
    ):
        wrong += _equal(raw, ours, measure, area, year, value)
    bare = re.sub(r" \([^)]*\)", "", found["stands"])
    return [*wrong, *_stands(raw, ours, measure, bare, [year]), *_kind(raw, measure, kind, bare)]


def _figures(
    raw: Raw, ours: int, measure: str, kind: str, text: str, context: list[str]
) -> list[str] | None:
    """Check "The average was 1 in 2022/23, compared with 2 in England and 3 for …"."""
    found = re.fullmatch(
        rf"(?:The|In (?P<y>{YEAR}) the) (?:share|average|rate|number|gap)s? (?:was|were) "
        rf"(?P<f>{NUMBER}.*?)(?P<c>, (?:compared with|against) .*)?\.",
        text,
    )
    if not found:
        return None
    dated = re.findall(rf"({NUMBER})%? in ({YEAR})", found["f"])
    years = [year for _, year in dated] or ([found["y"]] if found["y"] else context[-1:])
    if len(years) == 2 and list(_unbroken(raw, measure, *years)):
        return ["two years that are not comparable stand side by side"]
    bare = re.sub(YEAR, "", text)
    if len(re.findall(NUMBER, bare)) > 4:
        return ["too many numbers"]
    if not set(years) <= set(context):
        context[:] = years
    return list(_compared(raw, ours, measure, found["f"] + (found["c"] or ""), years))


def _apart(
    raw: Raw, ours: int, measure: str, kind: str, text: str, context: list[str]
) -> list[str] | None:
    """Check "In England they were 1 and 2 and for statistical neighbours 3 and 4"."""
    found = re.fullmatch(
        r"In England (?:it was|they were) (.*?)(?: and for statistical neighbours (.*))?\.", text
    )
    if not found:
        return None
    wrong = []
    for area, listed in (("England", found[1]), ("neighbours", found[2] or "")):
        for value, year in zip(re.findall(NUMBER, listed), context[-1:], strict=bool(listed)):
            wrong += _equal(raw, ours, measure, area, year, value)
    return wrong


def _beside(
    raw: Raw, ours: int, measure: str, kind: str, text: str, context: list[str]
) -> list[str] | None:
    """Check "The rate was below statistical neighbours (1) in 2022/23 but above them in …"."""
    sides = "(?:slightly |well )?(?:above|below)|level with"
    when = rf"in (?:both )?(?P<w>{YEAR}(?:(?:, | and ){YEAR})*|\w+ of those years)"
    first = re.fullmatch(
        rf"The (?:share|average|rate) was (?P<s>{sides}) (?P<a>England|statistical neighbours)"
        rf"(?: \((?P<v>{NUMBER})%?\))? {when}(?: but (?P<rest>.*))?\.",
        text,
    )
    if not first:
        return None
    parts = [(first["s"], first["v"], first["w"])]
    if first["rest"]:
        rest = rf"(?P<s>{sides}) (?:them|it)(?: \((?P<v>{NUMBER})%?\))? {when}"
        other = re.fullmatch(rest, first["rest"])
        if not other:
            return None
        parts.append((other["s"], other["v"], other["w"]))
    wrong = []
    for side, value, words in parts:
        years = re.findall(YEAR, words)
        if years:
            wrong += _stands(raw, ours, measure, f"{side} {first['a']}", years)
            wrong += _equal(raw, ours, measure, first["a"], years[0], value) if value else []
        else:
            count = COUNTS.get(words.split()[0]) or int(words.split()[0])
            years = _all_years(raw, ours, measure)
            known = _against(raw, ours, measure, first["a"], years)
            wrong += [] if len(known[side.split()[-1]]) >= count else [f"not {words}"]
    return wrong


def _also(
    raw: Raw, ours: int, measure: str, kind: str, text: str, context: list[str]
) -> list[str] | None:
    """Check "It was slightly above statistical neighbours" for the years of the claim before."""
    found = re.fullmatch(rf"It was (?:also )?({STANDS})\.", text)
    return list(_stands(raw, ours, measure, found[1], context)) if found else None


def _change(
    raw: Raw, ours: int, measure: str, kind: str, text: str, context: list[str]
) -> list[str] | None:
    """Check "the X in Y rose from 1 in 2015/16 to 2 in 2019/20, a rise of 1 point"."""
    subject = _subject(raw, ours, measure)
    ends = rf"from (?P<a>{NUMBER})%? in (?P<ya>{YEAR}) to (?P<b>{NUMBER})%? in (?P<yb>{YEAR})"
    tail = rf"(?:, a (?:rise|fall) of (?P<d>{NUMBER}) [^.]*)?"
    found = re.fullmatch(rf"{subject} (?P<v>rose|fell|changed little,) {ends}{tail}\.", text)
    if not found:
        by = re.fullmatch(rf"That is a (?:rise|fall) of (?P<d>{NUMBER}) [^.]*\.", text)
        same = re.fullmatch(
            rf"{subject} was (?P<a>{NUMBER})%? in (?P<ya>{YEAR}) and in (?P<yb>{YEAR})\.", text
        )
        if by:
            first, last = (_shown(raw, ours, measure, ours, year) for year in context)
            return [] if abs(last - first) == _read_number(by["d"]) else ["wrong difference"]
        if not same:
            return None
        context[:] = [same["ya"], same["yb"]]
        return [
            problem
            for year in context
            for problem in _equal(raw, ours, measure, ours, year, same["a"])
        ]
    context[:] = [found["ya"], found["yb"]]
    wrong = list(_equal(raw, ours, measure, ours, found["ya"], found["a"]))
    wrong += _equal(raw, ours, measure, ours, found["yb"], found["b"])
    wrong += _unbroken(raw, measure, found["ya"], found["yb"])
    step = _read_number(found["b"]) - _read_number(found["a"])
    if found["v"] != "changed little," and (step > 0) != (found["v"] == "rose"):
        wrong.append("wrong direction")
    if found["d"] and abs(step) != _read_number(found["d"]):
        wrong.append("wrong difference")
    good = (step > 0) is raw.higher[measure]
    if kind == ("development" if good else "strength"):
        wrong.append("wrong kind")
    return wrong


def _turned(
    raw: Raw, ours: int, measure: str, kind: str, text: str, context: list[str]
) -> list[str] | None:
    """Check "It was highest in 2018/19 (5) and lowest in 2016/17 (1)" between two years."""
    one = rf"(?:highest|lowest) in {YEAR} \({NUMBER}%?\)"
    if not re.fullmatch(rf"It was {one}(?: and {one})?\.", text):
        return None
    first, last = context
    known = {
        year: _shown(raw, ours, measure, ours, year) for year in _all_years(raw, ours, measure)
    }
    values = [value for year, value in known.items() if first <= year <= last]
    wrong = []
    for word, year, value in re.findall(rf"(highest|lowest) in ({YEAR}) \(({NUMBER})%?\)", text):
        wrong += _equal(raw, ours, measure, ours, year, value)
        best = max(values) if word == "highest" else min(values)
        if not first < year < last or known[year] != best:
            wrong.append(f"not the {word}")
    return wrong


def _since(
    raw: Raw, ours: int, measure: str, kind: str, text: str, context: list[str]
) -> list[str] | None:
    """Check "Since 2018/19 it has risen by 1 point" against the last year spoken of."""
    moved = re.fullmatch(rf"Since ({YEAR}) it has (risen|fallen) by ({NUMBER}) [^.]*\.", text)
    still = re.fullmatch(rf"It has (not changed|changed little) since ({YEAR})\.", text)
    if not moved and not still:
        return None
    year = moved[1] if moved else still[2] if still else ""
    step = _shown(raw, ours, measure, ours, context[-1]) - _shown(raw, ours, measure, ours, year)
    if raw.breaks.get(measure) and list(_unbroken(raw, measure, year, context[-1])):
        return ["across a break"]
    if moved:
        right = (step > 0) == (moved[2] == "risen") and abs(step) == _read_number(moved[3])
        return [] if right else ["wrong movement"]
    return [] if not step else ["it did change"]


def _record(
    raw: Raw, ours: int, measure: str, kind: str, text: str, context: list[str]
) -> list[str] | None:
    """Check "the X in Y in 2022/23 was 5, the highest since comparable figures began in …"."""
    found = re.fullmatch(
        rf"{_subject(raw, ours, measure)} in (?P<y>{YEAR}) was (?P<a>{NUMBER})%?, the "
        rf"(?P<w>highest|lowest) since comparable figures began in (?P<s>{YEAR})\.",
        text,
    )
    if not found:
        return None
    wrong = list(_equal(raw, ours, measure, ours, found["y"], found["a"]))
    wrong += _unbroken(raw, measure, found["s"], found["y"])
    last = _read_number(found["a"])
    for year in _all_years(raw, ours, measure):
        if found["s"] <= year < found["y"]:
            value = _shown(raw, ours, measure, ours, year)
            if value == last or (value > last) == (found["w"] == "highest"):
                wrong.append(f"{year} says otherwise")
    return wrong


def _steady(
    raw: Raw, ours: int, measure: str, kind: str, text: str, context: list[str]
) -> list[str] | None:
    """Check "the X in Y rose in each of the three years to 2022/23, from 1 in 2019/20 to 4"."""
    found = re.fullmatch(
        rf"{_subject(raw, ours, measure)} (?P<v>rose|fell) in each of the (?P<n>\w+) years to "
        rf"(?P<yb>{YEAR}), from (?P<a>{NUMBER})%? in (?P<ya>{YEAR}) to (?P<b>{NUMBER})%?\.",
        text,
    )
    if not found:
        return None
    wrong = list(_equal(raw, ours, measure, ours, found["ya"], found["a"]))
    wrong += _equal(raw, ours, measure, ours, found["yb"], found["b"])
    wrong += _unbroken(raw, measure, found["ya"], found["yb"])
    years = [y for y in _all_years(raw, ours, measure) if found["ya"] <= y <= found["yb"]]
    values = [_shown(raw, ours, measure, ours, year) for year in years]
    if len(years) - 1 != COUNTS.get(found["n"], found["n"]):
        wrong.append("wrong number of years")
    if int(found["yb"][:4]) - int(found["ya"][:4]) != len(years) - 1:
        wrong.append("a year is missing")
    for one, other in pairwise(values):
        if one == other or (other > one) != (found["v"] == "rose"):
            wrong.append("not every year")
    return wrong


def _rank(
    raw: Raw, ours: int, measure: str, kind: str, text: str, context: list[str]
) -> list[str] | None:
    """Check "With it and its neighbours ranked from best to worst, Y was joint 3rd of 11 …"."""
    found = re.fullmatch(
        rf"With it and its statistical neighbours ranked from best to worst, "
        rf"{re.escape(raw.names[ours])} was (?P<j>joint )?(?P<r>\d+)(?:st|nd|rd|th) "
        rf"of (?P<o>\d+) for the "
        rf"{re.escape(phrase(measure))} in (?P<y>{YEAR}) \((?P<a>{NUMBER})%?\)\.",
        text,
    )
    if not found:
        return None
    wrong = list(_equal(raw, ours, measure, ours, found["y"], found["a"]))
    areas = [ours, *raw.neighbours[ours]]
    values = [_shown(raw, ours, measure, one, found["y"], plain=True) for one in areas]
    known = sorted((v for v in values if v is not None), reverse=raw.higher[measure])
    mine = _read_number(found["a"])
    if known.index(mine) + 1 != int(found["r"]) or len(known) != int(found["o"]):
        wrong.append("wrong rank")
    if bool(found["j"]) != (known.count(mine) > 1):
        wrong.append("joint or not")
    return wrong


def _cross(
    raw: Raw, ours: int, measure: str, kind: str, text: str, context: list[str]
) -> list[str] | None:
    """Check "the X in Y was above England in 2021/22 (2, compared with 1) and below …"."""
    half = (
        rf"(above|below) (England|statistical neighbours) in ({YEAR}) "
        rf"\(({NUMBER})%?, compared with ({NUMBER})%?\)"
    )
    found = re.fullmatch(rf"{_subject(raw, ours, measure)} was {half} and {half}\.", text)
    if not found:
        return None
    wrong = []
    context[:] = [found[3], found[8]]
    for side, area, year, mine, theirs in (found.groups()[:5], found.groups()[5:]):
        wrong += _equal(raw, ours, measure, ours, year, mine)
        wrong += _equal(raw, ours, measure, area, year, theirs)
        wrong += _stands(raw, ours, measure, f"{side} {area}", [year])
    return wrong


def _stands(raw: Raw, ours: int, measure: str, words: str, years: list[str]) -> Iterator[str]:
    """Yield each year and area for which "above England but below …" is not so."""
    for side, names in re.findall(rf"({SIDE}) ({NAMES})", words):
        for area in re.findall("England|statistical neighbours", names):
            for year in years:
                mine = _shown(raw, ours, measure, ours, year)
                theirs = _shown(raw, ours, measure, area, year)
                is_so = {
                    "above": mine > theirs,
                    "below": mine < theirs,
                    "with": mine == theirs,
                    "to": False,
                }[side.split()[-1]]
                if not is_so:
                    yield f"not {side} {area} in {year} ({float(mine)}, {float(theirs)})"


def _kind(raw: Raw, measure: str, kind: str, words: str) -> Iterator[str]:
    sides = [side.split()[-1] for side, _ in re.findall(rf"({SIDE}) ({NAMES})", words)]
    first = next((side for side in sides if side in ("above", "below")), None)
    good = None if first is None else (first == "above") is raw.higher[measure]
    wanted = {True: "strength", False: "development", None: "context"}[good]
    if kind != wanted:
        yield f"a {kind}, not a {wanted}"


def _unbroken(raw: Raw, measure: str, first: str, last: str) -> Iterator[str]:
    """Yield each break between two years: what begins with a year is not like what went before."""
    for year in raw.breaks.get(measure, ()):
        if first < year <= last:
            yield f"compared across the break of {year}"


def _compared(raw: Raw, ours: int, measure: str, words: str, years: list[str]) -> Iterator[str]:
    """Yield what is wrong in "1 in 2021 and 2 in 2022, compared with 3 and 4 in England and …"."""
    mine, theirs = re.split(", (?:compared with|against) ", f"{words}, against ", maxsplit=1)
    theirs = theirs.removesuffix(", against ")
    bare = re.sub(rf" in {YEAR}", "", mine)
    for value, year in zip(re.findall(NUMBER, bare), years, strict=True):
        yield from _equal(raw, ours, measure, ours, year, value)
    if not theirs:
        return
    if "England" not in theirs and "neighbours" not in theirs:
        values = [_read_number(value) for value in re.findall(NUMBER, theirs)]
        known = [
            [_shown(raw, ours, measure, area, year, plain=True) for year in years]
            for area in ("England", "neighbours")
        ]
        if values not in known:
            yield "not the figures of any area"
        return
    listed = rf"{NUMBER}%?(?: and {NUMBER}%?)*"
    own = re.findall(rf"(England|statistical neighbours)’s? ({listed})", theirs)
    apart = re.findall(rf"({listed}) (?:in|for) (England|statistical neighbours)", theirs)
    pairs = own or [(area, numbers) for numbers, area in apart]
    if len(pairs) != theirs.count("England") + theirs.count("neighbours"):
        yield f"cannot be read: {theirs}"
    for area, numbers in pairs:
        for value, year in zip(re.findall(NUMBER, numbers), years, strict=True):
            yield from _equal(raw, ours, measure, area, year, value)


def _equal(
    raw: Raw, ours: int, measure: str, area: int | str, year: str, text: str
) -> Iterator[str]:
    if _shown(raw, ours, measure, area, year, plain=True) != _read_number(text):
        yield f"{text} is not the figure of {area} in {year}"


def _shown(
    raw: Raw, ours: int, measure: str, area: int | str, year: str, plain: bool = False
) -> Fraction:
    area = "neighbours" if area == "statistical neighbours" else area
    number = area if isinstance(area, int) else ours
    for name, (older, instead) in raw.stale.items():
        if year == instead and str(area) == name.removeprefix("Statistical "):
            year = older
    value = raw.shown(measure, area if isinstance(area, str) else "ours", year, number)
    if value is None and not plain:
        raise AssertionError(f"there is no figure of {area} for {measure} in {year}")
    return value  # type: ignore[return-value]


def _mean(
    raw: Raw, ours: int, measure: str, kind: str, text: str, context: list[str]
) -> list[str] | None:
    """Check "The neighbour average is the mean of 7 of 10 areas" for one of the years spoken of."""
    lead = "The neighbour average is the mean of "
    found = re.fullmatch(rf"{lead}(?:(\d+) of \d+ areas|(.*) of \d+ areas)\.", text)
    if not found:
        return None
    near = raw.neighbours[ours]
    counts = {y: len([a for a in near if (measure, a, y) in raw.values]) for y in context}
    if found[1]:
        return [] if int(found[1]) in counts.values() else ["wrong number of neighbours"]
    dated = re.findall(rf"(\d+) in ({YEAR})", found[2])
    wrong = [year for count, year in dated if counts.get(year) != int(count)]
    return [f"wrong number of neighbours in {year}" for year in wrong]


def _years(raw: Raw, ours: int, measure: str, found: re.Match[str]) -> list[str]:
    if found["n"]:
        count = COUNTS.get(found["n"]) or int(found["n"])
        years = [year for year in _all_years(raw, ours, measure) if year <= found["t"]][-count:]
        firsts = [int(year[:4]) for year in years]
        assert firsts == list(range(firsts[0], firsts[0] + count)), f"a year is missing: {years}"
        return years
    return [found["y"]] if found["y"] else [found["a"], found["b"]]


def _all_years(raw: Raw, ours: int, measure: str) -> list[str]:
    return sorted(year for year in raw.years[measure, ours] if (measure, ours, year) in raw.values)


def _read_number(text: str) -> Fraction:
    return Fraction(text.replace("−", "-").replace(",", ""))


READERS = (
    _stale,
    _claim,
    _at,
    _figures,
    _also,
    _beside,
    _apart,
    _mean,
    _change,
    _turned,
    _since,
    _record,
    _steady,
    _rank,
    _cross,
)

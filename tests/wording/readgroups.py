"""Read statements about groups back as a reader would, and hold each sentence against raw rows.

The rows are (group, year, area) to (text, pupils). Nothing of the engine is used here; a sentence
that no reader below can read counts as wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from tests.wording.readback import COUNTS, NUMBER, SIDE, YEAR

Who = tuple[tuple[str, str], ...]
Row = tuple[Who, str, str]
NAMES: Mapping[str, Who] = {
    "pupils in Ourshire": (),
    "pupils": (),
    "girls": (("sex", "girls"),),
    "boys": (("sex", "boys"),),
    "pupils without a need": (("need", "none"),),
    "pupils with SEN Support": (("need", "support"),),
    "pupils with an EHC plan": (("need", "plan"),),
    "girls with an EHC plan": (("need", "plan"), ("sex", "girls")),
    "Asian pupils": (("origin", "asian"),),
    "Chinese pupils": (("origin", "chinese"),),
    "White pupils": (("origin", "white"),),
}
ORIGINS = tuple(name for name in NAMES if NAMES[name][:1] and NAMES[name][0][0] == "origin")
AREA = r"(?:England|statistical neighbours)"
STAND = rf"{SIDE} (?:both )?(?:the same group in )?{AREA}(?: and {AREA})?"
STANDS = rf"{STAND}(?: (?:and|but) {STAND})?"
WHEN = (
    rf"[Ii]n (?:each of the (?P<n>\w+) years to (?P<t>{YEAR})|both (?P<a>{YEAR}) and (?P<b>{YEAR})"
    rf"|(?P<y>{YEAR}))"
)


@dataclass
class Rows:
    """Values in tenths and pupils by group, year and area; "ours", "england" and "neighbours"."""

    values: dict[Row, int] = field(default_factory=dict)
    pupils: dict[tuple[Who, str], int] = field(default_factory=dict)
    near: dict[tuple[Who, str], tuple[int, int]] = field(default_factory=dict)
    older: dict[str, tuple[str, str]] = field(default_factory=dict)

    def value(self, who: Who, year: str, area: str) -> int | None:
        """Return a value in tenths; of an area whose figure is said to be older, the older one."""
        key = "neighbours" if area.endswith("neighbours") else area.casefold()
        for name, (older, instead) in self.older.items():
            same = name.endswith("neighbours") == (key == "neighbours")
            if key != "ours" and same and year == instead:
                year = older
        return self.values.get((who, year, key))


@dataclass
class Told:
    """What the sentences before said: whom, when and of which areas."""

    who: list[Who] = field(default_factory=list)
    years: list[str] = field(default_factory=list)
    whole: bool = False
    side: str = ""


def problems(rows: Rows, text: str) -> Iterator[str]:
    """Yield what is wrong with a statement; a sentence that cannot be read is wrong."""
    told = Told()
    rows.older = {
        area: (year, instead)
        for area, year, instead in re.findall(
            rf"(England|[Ss]tatistical neighbours)’s? figure is that for ({YEAR}), as there is "
            rf"none for ({YEAR})",
            text,
        )
    }
    for sentence in re.split(r"(?<=[.)])\s(?=[A-Z])", text):
        for read in READERS:
            found = read(rows, sentence, told)
            if found is not None:
                yield from found
                break
        else:
            yield f"cannot be read: {sentence}"


def _claim(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "In 2020/21 girls (85 pupils) scored above England (46.1, compared with 36.7)"."""
    tail = rf"(?: \((?P<f>{NUMBER}[^()]*)\))?\."
    after = rf"(?P<who>.*?) scored (?P<s>{STANDS}) {WHEN}{tail}"
    before = rf"(?:Even so, )?{WHEN} (?P<who>.*?) scored (?P<s>{STANDS}){tail}"
    found = re.fullmatch(after, text.removeprefix("Even so, ")) or re.fullmatch(before, text)
    who = _who(rows, found["who"], _years(found)) if found else None
    if not found or who is None:
        return None
    groups, wrong = who
    years = _years(found)
    wrong += _stand(rows, groups, years, found["s"])
    if not told.who:
        told.who, told.years = groups, years
        told.whole, told.side = "every" in found["who"].casefold(), found["s"]
    if found["f"]:
        wrong += _figures(rows, groups, years, found["f"])
    return wrong


def _at(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "At 13.9, the score for girls (85 pupils) was slightly below England (14.5) in …"."""
    found = re.fullmatch(
        rf"At (?P<v>{NUMBER}), the score (?:for (?P<who>.*?)|in Ourshire) was (?P<s>.*) "
        rf"in (?P<y>{YEAR})\.",
        text,
    )
    if not found:
        return None
    years = [found["y"]]
    who = _who(rows, found["who"] or "pupils in Ourshire", years)
    if who is None:
        return None
    (groups, wrong), told.years = who, years
    told.who = groups
    wrong += _equal(rows, groups[0], years[0], "ours", found["v"])
    for area, value in re.findall(rf"({AREA}) \(({NUMBER})\)", found["s"]):
        wrong += _equal(rows, groups[0], years[0], area, value)
    return wrong + _stand(rows, groups, years, re.sub(r" \([^)]*\)", "", found["s"]))


def _sentence_of_figures(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "In 2020/21 the average was 1, against England’s 2" and its likes."""
    found = re.fullmatch(
        rf"(?:In (?P<y>{YEAR}) |For (?P<who>.*?) )?[Tt]he averages? (?:was|were) "
        rf"(?P<f>{NUMBER}.*)\.",
        text,
    )
    if not found:
        return None
    if len(re.findall(NUMBER, re.sub(YEAR, "", text))) > 4:
        return ["more than four numbers"]
    groups, years = told.who, [found["y"]] if found["y"] else told.years
    if found["who"]:
        named = _who(rows, found["who"], years)
        if named is None:
            return None
        groups = named[0]
    dated = re.findall(rf"{NUMBER} in ({YEAR})", found["f"])
    told.who, told.years = told.who, told.years
    return _figures(rows, groups, dated or years[-1:], found["f"])


def _also(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "They also scored well below statistical neighbours" for those just spoken of."""
    found = re.fullmatch(rf"They (?:also )?scored (?P<s>{STANDS})\.", text)
    return _stand(rows, told.who, told.years, found["s"]) if found else None


def _split(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "In England it was 1 and for statistical neighbours 2"."""
    found = re.fullmatch(
        rf"(?:In England|For statistical neighbours) it was {NUMBER}"
        rf"(?: and for statistical neighbours {NUMBER})?\.",
        text,
    )
    if not found:
        return None
    pairs = re.findall(rf"({AREA}) (?:it was )?({NUMBER})", text)
    return [w for a, v in pairs for w in _equal(rows, told.who[-1], told.years[-1], a, v)]


def _ranged(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "The difference ranged from 1.0 point for White pupils to 10.0 points for …"."""
    one = rf"({NUMBER}) points? for ({'|'.join(ORIGINS)})"
    found = re.fullmatch(rf"(?:In {YEAR} t|T)he difference ranged from {one} to {one}\.", text)
    if not found:
        return None
    year = told.years[-1]
    area = "England" if "England" in told.side else "statistical neighbours"
    apart = {
        name: abs(_gap(rows, NAMES[name], year, area) or 0)
        for name in ORIGINS
        if NAMES[name] in told.who
    }
    ends = [(found[1], found[2]), (found[3], found[4])]
    wrong = [f"{v} is not that of {n}" for v, n in ends if apart[n] != _tenths(v)]
    if [_tenths(v) for v, _ in ends] != [min(apart.values()), max(apart.values())]:
        wrong.append("not the smallest and the largest")
    return wrong


def _same(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "The same is true against statistical neighbours where there is a figure"."""
    found = re.fullmatch(rf"The same is true against ({AREA})( where there is a figure)?\.", text)
    if not found:
        return None
    side = told.side.split(" the ")[0]
    if not found[2]:
        return _stand(rows, told.who, told.years, f"{side} {found[1]}")
    return [
        problem
        for who in told.who
        for year in told.years
        if _gap(rows, who, year, found[1]) is not None and _enough(rows, who, year, found[1])
        for problem in _stand(rows, [who], [year], f"{side} {found[1]}")
    ]


def _elsewhere(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "The average was below statistical neighbours (1) in 2019/20 but above them in …"."""
    part = rf"(above|below|level with) ({AREA}|them|it)(?: \(({NUMBER})\))? in ([^()]*?)"
    found = re.fullmatch(rf"The average was {part}(?: but {part})?\.", text)
    if not found:
        return None
    wrong = []
    for side, name, value, words in (found.groups()[:4], found.groups()[4:]):
        for year in re.findall(YEAR, words or ""):
            area = found[2] if name in ("them", "it") else name
            wrong += _stand(rows, told.who, [year], f"{side} {area}")
            wrong += _equal(rows, told.who[0], year, area, value) if value else []
    return wrong


def _small(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "Chinese pupils are a small group (30 in 2019/20)" and "these groups are small"."""
    one = re.fullmatch(r"(?P<who>.*) are a small group \((?P<c>[^()]*)\)\.", text)
    if one and (who := _named(one["who"])) is not None:
        pairs = re.findall(rf"(\d+) in ({YEAR})", one["c"])
        return [f"not {n} in {y}" for n, y in pairs if rows.pupils.get((who, y)) != int(n)]
    many = re.fullmatch(rf"These groups are small: (?P<l>.*) in (?P<y>{YEAR})\.", text)
    if not many:
        return None
    pairs = re.findall(rf"(\d+) ({'|'.join(NAMES)})(?=,| and |$)", many["l"])
    wrong = [n for c, n in pairs if int(c) not in _counts(rows, NAMES[n], told.years)]
    return [f"not the number of {name}" for name in wrong] if pairs else None


def _chance(rows: Rows, text: str, told: Told) -> list[str] | None:
    first = "In a group of this size, chance alone could give this difference."
    other = "A group of this size can differ by this much by chance alone."
    return [] if text in (first, other) else None


def _mean(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check "The neighbour average is the mean of 2 of 3 areas"."""
    found = re.fullmatch(r"The neighbour average is the mean of (.*) of 3 areas\.", text)
    if not found:
        return None
    known = {rows.near.get((who, year), (0, 3))[0] for who in told.who for year in told.years}
    known |= {n for (_, _), (n, _) in rows.near.items()} if rows.older else set()
    counts = [int(n) for n in re.findall(r"(?<![/\d])(\d)(?= in |$)", found[1])]
    return [f"not the mean of {n}" for n in counts if n not in known]


def _older(rows: Rows, text: str, told: Told) -> list[str] | None:
    return [] if "figure is that for" in text else None


def _moved(rows: Rows, text: str, told: Told) -> list[str] | None:
    """Check what is said of everyone over time."""
    ends = rf"from ({NUMBER}) in ({YEAR}) to ({NUMBER}) in ({YEAR})"
    found = re.fullmatch(
        rf"The score in Ourshire (rose|fell) {ends}(?:, a (?:rise|fall) of ({NUMBER}) points?)?\.",
        text,
    )
    if found:
        told.years = [found[3], found[5]]
        wrong = _equal(rows, (), found[3], "ours", found[2])
        wrong += _equal(rows, (), found[5], "ours", found[4])
        step = _tenths(found[4]) - _tenths(found[2])
        if (step > 0) != (found[1] == "rose") or (found[6] and abs(step) != _tenths(found[6])):
            wrong.append("wrong movement")
        return wrong
    same = re.fullmatch(
        rf"The score in Ourshire was ({NUMBER}) in ({YEAR}) and in ({YEAR})\.", text
    )
    if same:
        told.years = [same[2], same[3]]
        return [w for year in told.years for w in _equal(rows, (), year, "ours", same[1])]
    since = re.fullmatch(rf"Since ({YEAR}) it has (risen|fallen) by ({NUMBER}) points?\.", text)
    if since:
        now, then = (rows.value((), y, "ours") for y in (told.years[-1], since[1]))
        step = (now or 0) - (then or 0)
        right = abs(step) == _tenths(since[3]) and (step > 0) == (since[2] == "risen")
        return [] if right else ["wrong movement"]
    still = re.fullmatch(rf"It has not changed since ({YEAR})\.", text)
    if still:
        return (
            []
            if rows.value((), told.years[-1], "ours") == rows.value((), still[1], "ours")
            else ["it did"]
        )
    turned = re.findall(rf"(?:highest|lowest) in ({YEAR}) \(({NUMBER})\)", text)
    if text.startswith("It was ") and turned:
        return [w for year, value in turned for w in _equal(rows, (), year, "ours", value)]
    return None


def _years(found: re.Match[str]) -> list[str]:
    if found["n"]:
        last, count = int(found["t"][:4]), COUNTS[found["n"]]
        return [f"{y}/{(y + 1) % 100}" for y in range(last - count + 1, last + 1)]
    return [found["y"]] if found["y"] else [found["a"], found["b"]]


def _who(rows: Rows, words: str, years: Sequence[str]) -> tuple[list[Who], list[str]] | None:
    """Return the groups that some words name, and what is wrong with the pupils they give."""
    if words.casefold() == "every ethnic group":
        return [NAMES[n] for n in ORIGINS if _published(rows, NAMES[n])], []
    counted = re.fullmatch(r"(.*?) \(([^()]*)\)", words)
    name, pupils = (counted[1], counted[2]) if counted else (words, "")
    name = name[:1].lower() + name[1:] if name[:1].lower() + name[1:] in NAMES else name
    groups = [_named(one) for one in _names(name)]
    if None in groups:
        return None
    kept = [group for group in groups if group is not None]
    wrong = []
    for count, _, year in re.findall(rf"(\d+)( pupils)?(?: in ({YEAR}))?(?=,| and |$)", pupils):
        known = _counts(rows, kept[0], [year] if year else years)
        wrong += [] if int(count) in known else [f"not {count} pupils"]
    return kept, wrong


def _names(words: str) -> list[str]:
    """Return the names of a list; "Asian and Chinese pupils" is two of them."""
    if _named(words) is not None:
        return [words]
    parts = re.split(r", | and ", words)
    if all(_named(part) is not None for part in parts):
        return parts
    heads = re.split(r", | and ", words.removesuffix(" pupils"))
    return [f"{head} pupils" for head in heads]


def _named(words: str) -> Who | None:
    lower = words[:1].lower() + words[1:]
    return NAMES.get(words, NAMES.get(lower))


def _published(rows: Rows, who: Who) -> bool:
    return any(key[0] == who for key in rows.pupils)


def _counts(rows: Rows, who: Who, years: Sequence[str]) -> set[int]:
    return {rows.pupils[who, year] for year in years if (who, year) in rows.pupils}


def _stand(rows: Rows, groups: Sequence[Who], years: Sequence[str], words: str) -> list[str]:
    wrong = []
    for side, areas in re.findall(
        rf"({SIDE}) (?:both )?(?:the same group in )?({AREA}(?: and {AREA}(?! [\w(]))?)", words
    ):
        for area in re.findall(AREA, areas):
            for who in groups:
                for year in years:
                    gap = _gap(rows, who, year, area)
                    last = side.split()[-1]
                    right = (
                        gap is not None
                        and {
                            "above": gap > 0,
                            "below": gap < 0,
                            "with": gap == 0,
                            "to": False,
                        }[last]
                    )
                    if not right:
                        wrong.append(f"{who} not {side} {area} in {year}: {gap}")
                    elif (word := _size(gap or 0)) != side and len(groups) * len(years) == 1:
                        wrong.append(f"{side} where {word} was meant")
    return wrong


def _size(gap: int) -> str:
    """Return the words for a difference in tenths of a point: the table of degrees, by hand."""
    side = "above" if gap > 0 else "below" if gap else "level with"
    word = "" if not gap or 20 <= abs(gap) < 50 else "slightly " if abs(gap) < 20 else "well "
    return word + side


def _gap(rows: Rows, who: Who, year: str, area: str) -> int | None:
    mine, theirs = rows.value(who, year, "ours"), rows.value(who, year, area)
    return None if mine is None or theirs is None else mine - theirs


def _enough(rows: Rows, who: Who, year: str, area: str) -> bool:
    used, of = rows.near.get((who, year), (0, 3))
    return area == "England" or 2 * used >= of


def _figures(rows: Rows, groups: Sequence[Who], years: Sequence[str], words: str) -> list[str]:
    """Return what is wrong in "1 for girls and 2 for boys, compared with 3 and 4 in England"."""
    mine, *rest = re.split(", (?:compared with|against) ", words, maxsplit=1)
    keys = [(who, year) for who in groups for year in years]
    bare = re.sub(rf" in {YEAR}", "", mine)
    numbers = re.findall(rf"(?<![\w/]){NUMBER}", bare)
    if len(numbers) != len(keys):
        return [f"{len(numbers)} figures for {len(keys)}: {words}"]
    wrong = [
        w
        for (who, year), value in zip(keys, numbers, strict=True)
        for w in _equal(rows, who, year, "ours", value)
    ]
    theirs = rest[0] if rest else ""
    listed = rf"{NUMBER}(?:(?:, | and ){NUMBER})*"
    own = re.findall(rf"({AREA})’s? ({listed})", theirs)
    apart = [(area, n) for n, area in re.findall(rf"({listed}) (?:in|for) ({AREA})", theirs)]
    for area, values in own or apart:
        for (who, year), value in zip(keys, re.findall(NUMBER, values), strict=True):
            wrong += _equal(rows, who, year, area, value)
    if theirs and not own and not apart:
        known = [[rows.value(*key, area) for key in keys] for area in ("England", "neighbours")]
        values = [_tenths(value) for value in re.findall(NUMBER, theirs)]
        wrong += [] if values in known else [f"of no area: {theirs}"]
    return wrong


def _equal(rows: Rows, who: Who, year: str, area: str, text: str) -> list[str]:
    known = rows.value(who, year, area)
    return (
        []
        if known == _tenths(text)
        else [f"{text} is not that of {who} in {area}, {year}: {known}"]
    )


def _tenths(text: str) -> int:
    return int(Fraction(text.replace("−", "-").replace(",", "")) * 10)


READERS: tuple[Callable[[Rows, str, Told], list[str] | None], ...] = (
    _older,
    _chance,
    _mean,
    _small,
    _ranged,
    _same,
    _elsewhere,
    _at,
    _sentence_of_figures,
    _also,
    _split,
    _moved,
    _claim,
)

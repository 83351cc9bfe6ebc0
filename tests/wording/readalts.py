"""A chart in words turned into what a listener would find wrong with it, from raw figures.

Every sentence must be read; what the figures call for and no sentence says is wrong as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from tests.wording.grammar import COUNTS
from tests.wording.readcourses import courses, standing, standing_due
from tests.wording.saidnumbers import AREA, NUMBER, areas_of, names_of, read_said
from tests.wording.seen import Seen
from tests.wording.sizes import printed

LONGEST = 720
"""No description may have more letters, names of areas aside: someone has to listen to it."""
MANY_GROUPS = 8
"""Of more groups than this only the highest and the lowest need be told, beside a table."""
KINDS = {"line": ("Line", "line"), "bars": ("Bar", "bar"), "columns": ("Column", "column")}
GARBLED = re.compile(r"[–—−\[\]…→|]|  ")
"""What a speech engine stumbles over: dashes, symbols in brackets, gaps."""

Said = list[tuple[str, re.Match[str]]]


def problems(seen: Seen, alt: str) -> Iterator[str]:
    """Yield what is wrong with the words for a chart."""
    letters = len(_tokens(seen, alt))
    if letters > LONGEST and "The figures are in" in alt:
        yield f"{letters} letters"
    if GARBLED.search(alt):
        yield f"a speech engine stumbles over {GARBLED.findall(alt)}"
    opening = f"{_opening(seen)} "
    if not alt.startswith(opening):
        yield f"does not begin with {opening}"
        return
    rest, said = _tokens(seen, alt.removeprefix(opening)), []
    for sentence in re.split(r"(?<=\.) (?=[A-Z])", rest):
        found = [
            (form, match) for form, read in FORMS.items() if (match := re.fullmatch(read, sentence))
        ]
        if len(found) != 1:
            yield f"cannot be read: {sentence}"
            return
        said += found
    yield from _all(seen, said)


def _opening(seen: Seen) -> str:
    """Return the sentence with which the words must begin."""
    kind, part = KINDS[seen.kind]
    drawn = sum(len(seen.known(area)) for area in seen.cells)
    number = len(seen.cells) if seen.kind == "line" else drawn
    words = {count: word for word, count in COUNTS.items()}
    plural = "" if number == 1 else "s"
    return f"{kind} chart with {words.get(number, number)} {part}{plural}: {seen.subject}."


def _tokens(seen: Seen, text: str) -> str:
    """Return a text with OURS, NEAR, REGION and ENGLAND for the names of areas."""
    for area, name in sorted(seen.spoken.items(), key=lambda pair: -len(pair[1])):
        for word in (name, name[:1].upper() + name[1:]):
            text = re.sub(rf"(?<![\w-]){re.escape(word)}(?![\w-])", area, text)
    return text


AREAS = rf"{AREA}(?:(?:, {AREA})* and {AREA})?"
FORMS = {
    "standing": (
        rf"The line for (?P<mine>{AREA}) is (?P<side>above|below|level with) that for "
        rf"(?P<other>{AREA}) (?:in|at) (?P<how>[^,;]+?)"
        r"(?:, but (?P<now>above|below|level with) it (?:in|at) (?P<last>[^;]+?))?"
        rf"(?:; furthest apart in (?P<far>[^,]+?)(?:, at (?P<a>{NUMBER}) and (?P<b>{NUMBER}))?)?\."
    ),
    "courses": (
        r"(?:Since the last break, in (?P<first>[^:]+?): )?"
        rf"(?P<told>{AREA} (?:up |down |from |no figure|{NUMBER})[^:]*)\."
    ),
    "also": rf"Also drawn: (?P<areas>{AREAS})\.",
    "listing": rf"(?P<areas>{AREAS}), (?P<told>.+: .+)\.",
    "ends": (
        rf"(?P<area>{AREA}): highest for (?P<top>.+), (?P<a>{NUMBER}); "
        rf"lowest for (?P<foot>.+), (?P<b>{NUMBER})\."
    ),
    "above": rf"(?P<mine>{AREA}) is above (?P<other>{AREA}) for (?P<n>\d+) of (?P<of>\d+) groups\.",
    "breaks": (
        r"The lines? breaks? (?:before (?P<names>.+)|(?P<n>\w+) times, the last before "
        r"(?P<last>.+)), where figures stop being comparable\."
    ),
    "bands": r"(?:A shaded band marks|Shaded bands mark) (?P<bands>.+)\.",
    "gaps": rf"No figures? for (?P<who>any area|{AREAS}) for (?P<names>[^:]+?)(?:: (?P<why>.+))?\.",
    "tables": r"The figures are in Tables? (?P<tables>[\d, and]+)\.",
}


def _all(seen: Seen, said: Said) -> Iterator[str]:
    """Yield what is wrong in each sentence, and what none of them says."""
    forms = [form for form, _ in said]
    once = [form for form in FORMS if form not in ("listing", "gaps")]
    yield from (f"{form} twice" for form in once if forms.count(form) > 1)
    tabled = "tables" in forms
    for form, match in said:
        reader = READERS.get(form)
        yield from reader(seen, match) if reader else ()
    due = {
        "standing": seen.kind == "line" and standing_due(seen),
        "breaks": seen.kind == "line" and bool(seen.breaks & set(seen.names[1:])),
        "bands": bool(seen.bands),
        "courses": seen.kind == "line" and tabled,
    }
    for form, wanted in due.items():
        if (form in forms) != wanted:
            yield f"{form} {'not said' if wanted else 'said'}"
    yield from _figures(seen, said, tabled)
    yield from _gaps(seen, said, tabled)


def _figures(seen: Seen, said: Said, tabled: bool) -> Iterator[str]:
    """Yield each area that is not told or named, and each figure that should be told and is not."""
    told = {
        (area, name)
        for form, match in said
        if form == "listing"
        for area, name in _told(seen, match)
    }
    also = [area for form, match in said if form == "also" for area in areas_of(match["areas"])]
    followed = [
        area
        for form, match in said
        if form == "courses"
        for area in re.findall(rf"(?:^|; )({AREA})", match["told"])
    ]
    listed = [area for form, m in said if form == "listing" for area in areas_of(m["areas"])]
    ends = [
        area for form, m in said if form in ("ends", "above") for area in re.findall(AREA, m[0])
    ]
    named = [*listed, *followed, *dict.fromkeys(ends), *also]
    drawn = [area for area in seen.cells if seen.known(area)]
    if not ends and sorted(named) != sorted(drawn):
        yield f"of {named}, where {drawn} are drawn"
    if also and (not tabled or {"OURS", seen.other} & {*also}):
        yield f"only named: {also}"
    if ends and (not tabled or len(seen.names) <= MANY_GROUPS):
        yield "only the highest and the lowest"
    if followed or ends:
        return
    for area in listed:
        for name in seen.known(area):
            with_ours = not also or seen.figure("OURS", name) is not None
            if (area, name) not in told and with_ours:
                yield f"the figure of {area} for {name} is not told"


def _told(seen: Seen, match: re.Match[str]) -> Iterator[tuple[str, str]]:
    """Yield each area and category of which a listing tells a figure, or that there is none."""
    for item in match["told"].split("; "):
        name = item.rsplit(": ", 1)[0]
        yield from ((area, name) for area in areas_of(match["areas"]))


def _listing(seen: Seen, match: re.Match[str]) -> Iterator[str]:
    """Yield each figure that is not that of its area and category, and categories out of order."""
    areas = areas_of(match["areas"])
    if areas != [area for area in seen.cells if area in areas]:
        yield f"not in the order drawn: {areas}"
    names = []
    for item in match["told"].split("; "):
        name, _, values = item.rpartition(": ")
        names.append(name)
        figures = re.split(r", (?=minus|no|£|\d)| and ", values)
        if name not in seen.names or len(figures) != len(areas):
            yield f"cannot be read: {item}"
            continue
        for area, figure in zip(areas, figures, strict=True):
            right = seen.figure(area, name)
            if (None if figure == "no figure" else read_said(seen, figure)) != right:
                yield f"{figure} is not that of {area} for {name}: {right}"
    if names != [name for name in seen.names if name in names]:
        yield f"not in the order drawn: {names}"


def _ends(seen: Seen, match: re.Match[str]) -> Iterator[str]:
    """Yield that the groups named are not those with the highest or the lowest figure."""
    known = seen.known(match["area"])
    for group, number, end in (("top", "a", max), ("foot", "b", min)):
        value = end(known.values())
        right = [name for name, one in known.items() if one == value]
        if names_of(seen, match[group]) != right or read_said(seen, match[number]) != value:
            yield f"{match[group]} at {match[number]}, where {right} at {value} were meant"


def _above(seen: Seen, match: re.Match[str]) -> Iterator[str]:
    mine, theirs = seen.known(match["mine"]), seen.known(match["other"])
    both = [name for name in mine if name in theirs]
    above = sum(mine[name] > theirs[name] for name in both)
    if (match["mine"], match["other"]) != ("OURS", seen.other):
        yield f"{match['mine']} beside {match['other']}"
    if (int(match["n"]), int(match["of"])) != (above, len(both)):
        yield f"above for {above} of {len(both)}"


def _breaks(seen: Seen, match: re.Match[str]) -> Iterator[str]:
    right = [name for name in seen.names[1:] if name in seen.breaks]
    if match["names"] and (names_of(seen, match["names"]) != right or len(right) > 2):
        yield f"breaks before {match['names']}, where {right} were meant"
    if match["n"] and (COUNTS.get(match["n"]), match["last"]) != (len(right), right[-1]):
        yield f"breaks {match['n']} times, where {right} were meant"
    if ("lines" in match[0]) != (len(seen.cells) > 1):
        yield "not so many lines"


def _bands(seen: Seen, match: re.Match[str]) -> Iterator[str]:
    form = r"([^ (]+)(?: to ([^ (]+))? \(([^;()]+)(; hollow markers)?\)"
    found = re.findall(form, match["bands"])
    said = [(first, last or first, words, bool(hollow)) for first, last, words, hollow in found]
    if said != [
        (a, b, words[:1].lower() + words[1:], hollow) for a, b, words, hollow in seen.bands
    ]:
        yield f"bands {said}, where {seen.bands} were meant"
    if ("bands mark" in match[0]) != (len(seen.bands) > 1):
        yield "not so many bands"


def _gaps(seen: Seen, said: Said, tabled: bool) -> Iterator[str]:
    """Yield each figure that is missing and not said to be, and each that is not and is said."""
    found: list[tuple[str, str, str]] = []
    for form, match in said:
        if form == "gaps":
            who = list(seen.cells) if match["who"] == "any area" else areas_of(match["who"])
            names = names_of(seen, match["names"])
            found += [(area, name, match["why"] or "") for area in who for name in names]
            if ("figures" in match[0]) != (len(who) * len(names) > 1):
                yield f"figure or figures: {match[0]}"
            if names != [name for name in seen.names if name in names]:
                yield f"not in order: {names}"
    listed = (
        set() if tabled else {pair for f, m in said if f == "listing" for pair in _told(seen, m)}
    )
    silent = {(area, name, "") for area, name in listed if seen.kind != "line"}
    right = {item for item in seen.missing - silent if item[0] not in _hidden(seen, said)}
    right |= {item for item in seen.missing - silent if _of_all(seen, item)}
    if sorted(found) != sorted(right):
        yield f"no figures of {sorted(found)}, where {sorted(right)} were meant"


def _hidden(seen: Seen, said: Said) -> set[str]:
    """Return the areas of which no figure is told: they are only named, or not even that."""
    if any(form == "ends" for form, _ in said):
        return set(seen.cells) - {"OURS", seen.other}
    return {area for form, match in said if form == "also" for area in areas_of(match["areas"])}


def _of_all(seen: Seen, item: tuple[str, str, str]) -> bool:
    """Return whether every area is without a figure in one category for the same reason."""
    return len(seen.cells) > 1 and all((area, *item[1:]) in seen.missing for area in seen.cells)


def _tables(seen: Seen, match: re.Match[str]) -> Iterator[str]:
    """Yield each figure that is not in the tables named."""
    numbers = re.findall(r"\d+", match["tables"])
    if ("Tables" in match[0]) != (len(numbers) > 1) or numbers != sorted(numbers, key=int):
        yield f"not a list of tables: {match[0]}"
    held: set[Fraction] = set()
    for number in numbers:
        if number not in seen.tables:
            yield f"there is no table {number}"
        held |= seen.tables.get(number, frozenset())
    for area, cells in seen.cells.items():
        exact = [cell for cell in cells if isinstance(cell, Fraction)]
        near = range(max(0, seen.places - 1), seen.places + 3)  # of everyone a table rounds more
        lost = [v for v in exact if held.isdisjoint({printed(v, places) for places in near})]
        if lost:
            yield f"not in the tables named: {lost} of {area}"


READERS: dict[str, Callable[[Seen, re.Match[str]], Iterator[str]]] = {
    "standing": standing,
    "courses": courses,
    "listing": _listing,
    "ends": _ends,
    "above": _above,
    "breaks": _breaks,
    "bands": _bands,
    "tables": _tables,
}

"""The words of a statement about groups turned into the groups, years and sides they name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tests.wording.grammar import AREA, COUNTS, SIDE, YEAR
from tests.wording.grouprows import Rows, Who, pupils_counted

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
STAND = rf"{SIDE} (?:both )?(?:the same group in )?{AREA}(?: and {AREA})?"
STANDS = rf"{STAND}(?: (?:and|but) {STAND}){{0,2}}"
WHEN = (
    rf"[Ii]n (?:each of the (?P<n>\w+) years to (?P<t>{YEAR})|both (?P<a>{YEAR}) and (?P<b>{YEAR})"
    rf"|(?P<y>{YEAR}))"
)


def years_said(found: re.Match[str]) -> list[str]:
    """Return the years that a match of `WHEN` names."""
    if found["n"]:
        last, count = int(found["t"][:4]), COUNTS[found["n"]]
        return [f"{y}/{(y + 1) % 100}" for y in range(last - count + 1, last + 1)]
    return [found["y"]] if found["y"] else [found["a"], found["b"]]


def groups_said(rows: Rows, words: str, years: Sequence[str]) -> tuple[list[Who], list[str]] | None:
    """Return the groups that some words name, and what is wrong with the pupils they give."""
    if words.casefold() == "every ethnic group":
        return [NAMES[n] for n in ORIGINS if any(key[0] == NAMES[n] for key in rows.pupils)], []
    counted = re.fullmatch(r"(.*?) \(([^()]*)\)", words)
    name, pupils = (counted[1], counted[2]) if counted else (words, "")
    name = name[:1].lower() + name[1:] if name[:1].lower() + name[1:] in NAMES else name
    groups = [group_named(one) for one in _names(name)]
    if None in groups:
        return None
    kept = [group for group in groups if group is not None]
    wrong = []
    for count, _, year in re.findall(rf"(\d+)( pupils)?(?: in ({YEAR}))?(?=,| and |$)", pupils):
        known = pupils_counted(rows, kept[0], [year] if year else years)
        wrong += [] if int(count) in known else [f"not {count} pupils"]
    return kept, wrong


def _names(words: str) -> list[str]:
    """Return the names of a list; "Asian and Chinese pupils" is two of them."""
    if group_named(words) is not None:
        return [words]
    parts = re.split(r", | and ", words)
    if all(group_named(part) is not None for part in parts):
        return parts
    heads = re.split(r", | and ", words.removesuffix(" pupils"))
    return [f"{head} pupils" for head in heads]


def group_named(words: str) -> Who | None:
    """Return the group of a name, with or without a capital."""
    lower = words[:1].lower() + words[1:]
    return NAMES.get(words, NAMES.get(lower))

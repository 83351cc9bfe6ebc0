"""The words for a table turned into what a listener would find wrong with them, from its cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reportgen.document import Table, plain
from tests.reading import grid, title

REASONS = {
    "c": "withheld to protect confidentiality",
    "z": "not applicable",
    "x": "not available",
    "low": "rounds to zero but is not zero",
    "k": "rounds to zero but is not zero",
    "u": "too unreliable to publish",
}
FIGURES = (
    r"(?P<n>\d+) (?P<r>rows?) by (?P<by>.+?)(?:, and a last row for (?P<last>.+?))?\. "
    r"(?P<c>Columns?) of figures: (?P<heads>.+?)\.(?P<rest>(?: \d+ figures? (?:is|are) marked .+)?)"
)
WORDS = r"(?P<n>\d+) (?P<r>rows?)\. Columns: (?P<heads>.+)\."
MISSING = r"(\d+) (figure is|figures are) marked (\w+) in square brackets: ([^.]+)\."


def problems(table: Table, summary: str) -> Iterator[str]:
    """Yield what is wrong with the words for a table."""
    heads, *rows = grid(table)
    body = [row for row, whole in zip(rows, table.rows, strict=True) if not whole.total]
    last = [row for row, whole in zip(rows, table.rows, strict=True) if whole.total]
    found = re.fullmatch(FIGURES, summary)
    plan = None if found else re.fullmatch(WORDS, summary)
    read = found or plan
    if not read:
        yield f"cannot be read: {summary}"
        return
    if title(table).rstrip(".") in summary and len(title(table).split()) > 2:
        yield "says the title again"
    if int(read["n"]) != len(body) or (read["r"] == "row") != (len(body) == 1):
        yield f"{read['n']} {read['r']}, where {len(body)} stand"
    figures = [plain(column.heading) for column in table.columns if column.align == "right"]
    if plan:
        if figures or plan["heads"] != _listed(heads):
            yield f"columns {plan['heads']}, where {heads} stand"
        return
    assert found
    if found["heads"] != _listed(figures) or (found["c"] == "Column") != (len(figures) == 1):
        yield f"columns {found['heads']}, where {figures} stand"
    if found["by"] != _listed([head for head in heads if head not in figures]):
        yield f"rows by {found['by']}"
    if found["last"] != (last[0][0] if last else None) or len(last) > 1:
        yield f"a last row for {found['last']}"
    yield from _missing(rows, found["rest"])


def _missing(rows: list[list[str]], said: str) -> Iterator[str]:
    """Yield what is wrong in "2 figures are marked x in square brackets: not available."."""
    marks = re.findall(MISSING, said)
    if said.strip() != re.sub(r"\s+", " ", said.strip()) or len(said) != sum(
        len(f" {n} {word} marked {mark} in square brackets: {why}.") for n, word, mark, why in marks
    ):
        yield f"cannot be read: {said}"
    cells = Counter(
        cell for row in rows for cell in row if cell.strip("[]") in REASONS and "[" in cell
    )
    right = {mark.strip("[]"): number for mark, number in cells.items()}
    if {mark: int(n) for n, _, mark, _ in marks} != right:
        yield f"missing {marks}, where {right} stand"
    for n, word, mark, why in marks:
        if why != REASONS[mark] or (word == "figure is") != (n == "1"):
            yield f"{mark} does not mean {why}"


def _listed(items: list[str]) -> str:
    return " and ".join([", ".join(items[:-1]), items[-1]] if items[1:] else items)

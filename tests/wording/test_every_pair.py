"""Of two measures of a real data set at once, no sentence says what the rows of either do not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportgen.facts import Facts
from reportgen.findings import compare, streak
from reportgen.measures import Dictionary, Measure
from reportgen.wording import Statement, state
from tests.wording.published import Published, facts_of
from tests.wording.readpairs import problems_of_two
from tests.wording.test_every_authority import EVERY

FEWEST = 200
"""At least so many sentences on two measures must be read."""


NEXT = 3
"""Each measure is told with so many others."""


def short(measures: dict[str, Measure]) -> dict[str, Measure]:
    """Return measures by short names, so that two of them fit into one sentence."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return {
        id: replace(measure, phrase=f"figure {letters[n // 26]}{letters[n % 26]}")
        for n, (id, measure) in enumerate(measures.items())
    }


def of_two(
    facts: Facts, measures: dict[str, Measure]
) -> Iterator[tuple[tuple[str, str], Statement]]:
    """Yield each statement on two measures: each measure with those that are next of its like."""
    found = {id: [*streak(facts, id), *compare(facts, id)] for id in measures}
    likes: dict[tuple[object, ...], list[str]] = {}
    for id, measure in measures.items():
        likes.setdefault((measure.better, measure.unit, measure.kind), []).append(id)
    for ids in likes.values():
        for n, first in enumerate(ids):
            for second in ids[n + 1 : n + 1 + NEXT]:
                for said in state([*found[first], *found[second]], facts):
                    if len({item.measure.id for item in said.findings}) == 2:
                        yield (first, second), said


def test_every_sentence_on_two_measures_is_borne_out_by_the_rows(published: Published) -> None:
    raw, rows = published.raw, published.rows
    measures = short(published.measures)
    raw.phrases = {id: measure.phrase for id, measure in measures.items()}
    read = joined = 0
    wrong: list[str] = []
    unnoticed: list[str] = []
    for number in sorted(raw.neighbours)[::EVERY]:
        facts = facts_of(raw, rows, Dictionary(measures, {}, {}), number)
        for two, said in of_two(facts, measures):
            read += 1
            joined += " and the figure" in said.text
            problems = problems_of_two(raw, number, two, said.kind, said.text)
            wrong += [f"{raw.names[number]}, {two}: {one}: {said.text}" for one in problems]
            turned = two[::-1]
            if not list(problems_of_two(raw, number, turned, said.kind, said.text)):
                unnoticed.append(said.text)
    raw.phrases = {}
    assert not wrong, f"{len(wrong)} of {read}:\n" + "\n".join(wrong[:20])
    assert not unnoticed, f"figures of the other measure are not noticed: {unnoticed[:5]}"
    assert joined > FEWEST

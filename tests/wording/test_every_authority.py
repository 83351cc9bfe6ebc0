"""Over every authority and measure of a real data set, no sentence says what the rows do not."""

from __future__ import annotations

import os

from reportgen.findings import crossing, record, review, run
from reportgen.measures import Dictionary
from reportgen.wording import state
from tests.wording.published import Published, facts_of
from tests.wording.readback import problems

EVERY = int(os.environ.get("REPORTGEN_EVERY_AUTHORITY", "32"))
"""One authority in this many is read; 1 reads them all, in some minutes."""
FEWEST = 1_000
"""At least this many statements must be checked, so that an empty run does not pass."""


def test_every_statement_about_every_authority_is_borne_out_by_the_rows(
    published: Published,
) -> None:
    raw, rows, measures = published.raw, published.rows, published.measures
    dictionary = Dictionary(measures, {}, {})
    checked = 0
    wrong: list[str] = []
    for number in sorted(raw.neighbours)[::EVERY]:
        facts = facts_of(raw, rows, dictionary, number)
        for measure in measures:
            found = [
                *review(facts, measure),
                *crossing(facts, measure),
                *record(facts, measure),
                *run(facts, measure),
            ]
            for said in state(found, facts):
                checked += 1
                about = f"{raw.names[number]}, {measure}"
                found_wrong = problems(raw, number, measure, said.kind, said.text)
                wrong += [f"{about}: {problem}: {said.text}" for problem in found_wrong]
    assert not wrong, f"{len(wrong)} of {checked}:\n" + "\n".join(wrong[:20])
    assert checked > FEWEST

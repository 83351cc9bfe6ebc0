"""What officers judge stands beside what the figures say: alike on the page, not in the source."""

from __future__ import annotations

from reportgen.compose.lower import lower
from reportgen.document import Block, Callout
from reportgen.report import Report, run
from reportgen.section import Statements
from tests.invented import chapter, facts, prose, report, row, statement
from tests.reading import words

KNOWN = facts(row("score", "2020/21", 59))
WORDS = {"home": {"Areas of strength": prose("Schools share what works.")}}


def made() -> Report:
    said = Statements((statement("strength", "score.all.england.above.2020-21"),))
    return report(KNOWN, chapter("Home", said), words=WORDS)


def inside(block: Block) -> list[tuple[str, str]]:
    assert isinstance(block, Callout)
    return [(inner.id, words(inner)) for inner in block.blocks]


def test_a_judgement_follows_the_findings_in_one_panel_with_an_id_of_its_own() -> None:
    found = made()
    (callout,) = [
        block for block in lower(run(found)[0], found.content) if isinstance(block, Callout)
    ]
    (generated, _), (judged, said) = inside(callout)

    assert generated == "home.score.all.england.above.2020-21"
    assert judged.startswith("home.words.")
    assert said == "Schools share what works."

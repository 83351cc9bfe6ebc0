"""Results: how well the pupils of a made-up area do in a made-up test.

Source: nobody. Every figure is made up.
"""

from reportgen import (
    Facts,
    Parts,
    action_plan,
    bars,
    figures_table,
    notes,
    section,
    strengths_and_development,
    trend,
)


@section("Results", uses=("score",))
def results(facts: Facts) -> Parts:
    yield from notes("results")
    yield from strengths_and_development(facts, "score", by=("sex", "support"))
    yield trend(facts, "score")
    year = max(facts.periods("score"), default=None)
    yield bars(facts, "score", year, by="support")
    yield figures_table(facts, "score", year, "sex")
    yield action_plan("results")

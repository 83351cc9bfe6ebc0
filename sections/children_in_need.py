"""Children in need, including looked-after children: results of children known to social care.

Source: Department for Education, Outcomes for children in need, including children looked after by
local authorities in England, published each spring.
"""

from reportgen import (
    Facts,
    Parts,
    action_plan,
    bars,
    figures_table,
    heading,
    notes,
    section,
    strengths_and_development,
    words,
)

CONTEXT = ("share_fsm", "share_sen_support", "share_ehc_plan")


@section("Children in need, including looked-after children", uses=("attainment_8_social_care",))
def children_in_need(facts: Facts) -> Parts:
    yield from notes("children_in_need")
    yield from strengths_and_development(facts, "attainment_8_social_care", by=("social_care",))
    year = max(facts.periods("attainment_8_social_care"), default=None)
    yield heading("Results at the end of key stage 4")
    yield bars(facts, "attainment_8_social_care", year, by="social_care")
    yield heading("Who these children are")
    yield from words("children_in_need", "Context", title="")
    yield figures_table(
        facts,
        "pupils_in_state_funded_schools",
        year,
        "social_care",
        across="phase",
    )
    for measure in CONTEXT:
        yield bars(facts, measure, year, by="social_care")
    yield action_plan("children_in_need")

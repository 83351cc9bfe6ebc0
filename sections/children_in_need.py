"""Children in need, including looked-after children: results of children known to social care.

Source: Department for Education, Outcomes for children in need, including children looked after by
local authorities in England, published each spring.
"""

from reportgen import (
    Facts,
    Group,
    Parts,
    action_plan,
    bars,
    figures_table,
    heading,
    notes,
    say,
    section,
    strengths_and_development,
    words,
)
from reportgen.facts import Fact, share, total

GROUPS = ("in_need", "protection_plan", "looked_after")
CONTEXT = ("share_fsm", "share_sen_support", "share_ehc_plan")


@section("Children in need, including looked-after children", uses=("attainment_8_social_care",))
def children_in_need(facts: Facts) -> Parts:
    yield from notes("children_in_need")
    yield from strengths_and_development(facts, "attainment_8_social_care", by=("social_care",))
    year = facts.latest("attainment_8_social_care")
    yield heading("Results at the end of key stage 4")
    yield bars(facts, "attainment_8_social_care", year, by="social_care")
    yield from words("children_in_need", "Who these children are")
    yield figures_table(
        facts,
        "pupils_in_state_funded_schools",
        year,
        "social_care",
        across="phase",
    )
    yield say(
        "Special schools teach {in_need} of children in need, {protection_plan} of children on a "
        "child protection plan and {looked_after} of children looked after.",
        **{group: in_special_schools(facts, group) for group in GROUPS},
    )
    for measure in CONTEXT:
        yield bars(facts, measure, year, by="social_care")
    yield action_plan("children_in_need")


def in_special_schools(facts: Facts, group: str) -> Fact | None:
    """Return the share of a group's pupils in state-funded schools who are in special schools."""
    measure, who = "pupils_in_state_funded_schools", Group.of(social_care=group)
    year = facts.latest(measure)
    if year is None:
        return None
    special = facts.find(measure, year, who.with_("phase", "special"))
    phases = facts.groups(measure, year, "phase", base=who)
    whole = total(pupils for phase in phases if (pupils := facts.find(measure, year, phase)))
    return share(special, whole) if special and whole else None

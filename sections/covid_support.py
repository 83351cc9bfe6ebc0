"""Covid-19 support for schools: a record of help given to pupils, families and schools.

Source: the council's own records.
"""

from reportgen import (
    Facts,
    Group,
    Parts,
    amounts_table,
    measures_table,
    notes,
    say,
    section,
    words,
)
from reportgen.facts import total

HOLIDAYS = ("christmas", "february", "easter", "may", "summer")
WINTER_GRANT = Group.of(programme="winter_grant")
TERM_TIME = Group.of(programme="term_time")
ACTIVITY = Group.of(programme="holiday_activity")
DFE = (
    Group.of(funder="dfe", recipient="year_10_disadvantaged"),
    Group.of(funder="dfe", recipient="social_worker"),
)
DEVICES = (
    *DFE,
    Group.of(funder="rothschild", recipient="key_stage_1"),
    Group.of(funder="council", recipient="vulnerable"),
)


@section("Covid-19 support for schools", uses=("vouchers", "devices"))
def covid_support(facts: Facts) -> Parts:
    yield from notes("covid_support")
    yield from words("covid_support", "Pupils")
    yield measures_table(
        facts,
        ("devices", "wifi_access", "device_spend"),
        by=DEVICES,
        title="Devices and wi-fi connections, by who paid for them",
    )
    paid = [
        facts.find("devices", year, group) for year in facts.periods("devices") for group in DFE
    ]
    yield say(
        "The Department for Education paid for {devices} in all.",
        devices=total(number for number in paid if number),
    )
    yield from words("covid_support", "Families")
    yield from voucher_tables(facts)
    yield from words("covid_support", "Schools and leaders")


def voucher_tables(facts: Facts) -> Parts:
    """Yield what each programme of vouchers came to."""
    year = facts.latest("vouchers")
    for programme, title in (
        (WINTER_GRANT, "Holiday food vouchers from the Winter and Local Support Grant"),
        (TERM_TIME, "Term-time food vouchers"),
        (ACTIVITY, "Holiday Activity and Food programme vouchers"),
    ):
        groups = facts.groups("vouchers", year, "occasion", base=programme) if year else ()
        spent = facts.find("voucher_spend", year, programme) if year else None
        yield amounts_table(facts, "vouchers", "voucher_value", groups, title, spent)

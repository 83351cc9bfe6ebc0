"""Introduction: who the children are, how many schools there are, and how comparisons are made.

Sources: Office for National Statistics, population estimates; Department for Education, Schools,
pupils and their characteristics; the council's own list of schools.
"""

from reportgen import (
    Facts,
    Parts,
    details_table,
    key_figures,
    measures_table,
    neighbours_list,
    section,
    words,
)


@section("Introduction")
def introduction(facts: Facts) -> Parts:
    yield from words("introduction", "Context", title="")
    yield from words("introduction", "Our pupils")
    yield key_figures(
        facts,
        ("cyp_share_of_population", "of residents are children and young people"),
        ("pupils_ethnic_minority_share", "of pupils are from ethnic minority groups"),
        ("pupils_first_language_other_share", "of pupils have a first language other than English"),
    )
    yield from words("introduction", "Schools")
    yield measures_table(
        facts,
        ("schools", "schools_academy"),
        by="school_type",
        title="Schools by type, and how many are academies or free schools",
        whole="All schools",
    )
    yield from words("introduction", "How children are tested")
    yield details_table(
        facts,
        "age_at_31_august",
        by=("year_group", "key_stage", "phase"),
        title="Year groups, key stages and ages",
    )
    yield from words("introduction", "Comparing ourselves with others")
    yield neighbours_list(facts)
    yield from words("introduction", "How differences are put into words")
    yield from words("introduction", "The attainment gap")
    yield from words("introduction", "Disadvantaged pupils")
    yield from words("introduction", "Terms used in this report")

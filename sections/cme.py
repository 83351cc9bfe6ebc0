"""Children missing education: those on no school's roll who are not taught in another way.

Source: Department for Education, Children missing education, published for each term.
"""

from reportgen import Facts, Parts, action_plan, columns, course, notes, section, words


@section("Children missing education", uses=("cme_children",))
def cme(facts: Facts) -> Parts:
    yield from notes("cme")
    yield from words("cme", "Context", title="")
    yield course(facts, "cme_children")
    yield columns(facts, "cme_children", "Children missing education on the day of the count")
    yield action_plan("cme")

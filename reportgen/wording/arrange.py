"""Let the author of a chapter put statements first, or leave them out, by what they mean.

A statement is named by its id, or by the id of a finding behind it; a name may stop at any dot, so
that "attainment_8.fsm_fsm" names every statement about that group.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.errors import Problem, SectionError, did_you_mean
from reportgen.wording.statement import Statement


def arrange(
    statements: Sequence[Statement], first: Sequence[str] = (), without: Sequence[str] = ()
) -> tuple[Statement, ...]:
    """Return statements, those named in `first` in that order before the rest, some left out.

    Strengths still stand before areas for development. Raises `SectionError` for each name that
    names none, so that a statement cannot be left out by a name it no longer has.
    """
    _refuse_unknown(statements, (*first, *without))
    kept = [item for item in statements if not any(named(item, name) for name in without)]
    places = {
        item.id: next((n for n, name in enumerate(first) if named(item, name)), len(first))
        for item in kept
    }
    kinds = ("strength", "development", "context")
    return tuple(sorted(kept, key=lambda item: (kinds.index(item.kind), places[item.id])))


def named(statement: Statement, name: str) -> bool:
    """Return whether a name is that of a statement, of a finding behind it, or begins one."""
    ids = (statement.id, *(finding.id for finding in statement.findings))
    return any(id == name or id.startswith(f"{name}.") for id in ids)


def _refuse_unknown(statements: Sequence[Statement], names: Sequence[str]) -> None:
    known = [item.id for item in statements]
    problems = [
        Problem(f"there is no statement “{name}”", hint=did_you_mean(name, known))
        for name in names
        if not any(named(item, name) for item in statements)
    ]
    if problems:
        raise SectionError(problems)

"""Hold what is said in one go: findings alike enough for one statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.area import Role
from reportgen.findings.finding import Comparison, Finding, Kind, Rule
from reportgen.measures import Dimension, Group, Measure
from reportgen.period import Period
from reportgen.wording.groups import ORDER


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to say and the findings it covers; `whole` where true of a whole dimension.

    `exceptions` are groups within its group that stand the other way, `reversed` the dimensions all
    of whose members do. `measures` are the messages on one measure each that it joins.
    """

    kind: Kind
    findings: tuple[Finding, ...]
    whole: Dimension | None = None
    exceptions: tuple[Finding, ...] = ()
    reversed: tuple[Dimension, ...] = ()
    measures: tuple[Message, ...] = ()

    @property
    def rule(self) -> Rule:
        """The rule of its findings."""
        return self.findings[0].rule

    @property
    def measure(self) -> Measure:
        """The measure it is about."""
        return self.findings[0].measure

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups it is about, in printed order."""
        return tuple(dict.fromkeys(item.group for item in self.findings))

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods it is about, oldest first."""
        return tuple(sorted({period for item in self.findings for period in item.periods}))

    @property
    def streak(self) -> bool:
        """Whether it is about a run of years."""
        return self.rule == "streak"

    @property
    def score(self) -> Decimal:
        """The score of its strongest finding, and a little more for each further one."""
        more = 2 * Decimal(len(self.findings) - 1).sqrt()
        return (max(item.score for item in self.findings) + more).quantize(Decimal("0.01"))

    @property
    def roles(self) -> tuple[Role, ...]:
        """The areas compared with, as a sentence names them."""
        found = {role for item in self.findings for role in item.roles}
        return tuple(role for role in ORDER if role in found)

    @property
    def throughout(self) -> tuple[Role, ...]:
        """The areas to which every one of its figures stands alike; of a run, in each year."""
        if not self.streak:
            return self.roles
        return tuple(role for role in self.roles if self._alike(self.comparisons(role)))

    def _alike(self, items: Sequence[Comparison]) -> bool:
        return len(items) == len(self.periods) and len({item.relation for item in items}) == 1

    def comparisons(self, role: Role) -> tuple[Comparison, ...]:
        """Return the comparisons with one area, by group and then period."""
        return tuple(item for finding in self.findings for item in finding.against(role))

"""Hold the figures of authorities that a report does not name, made when a rank asks for them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping

from reportgen.load.candidate import Block
from reportgen.measures import EVERYONE
from reportgen.observation import Observation
from reportgen.period import Period

Make = Callable[[Block, str, Container[str]], Iterable[Observation]]
"""Makes the observations of a block of a file that are about some areas."""


class Elsewhere(Mapping[tuple[str, Period], tuple[Observation, ...]]):
    """The figures for everyone in each other authority, by measure and period.

    There may be tens of thousands, of which a report looks at a few hundred.
    """

    def __init__(
        self, chosen: Iterable[tuple[str, Block]], named: Collection[str], make: Make
    ) -> None:
        self._make = make
        self._others: dict[tuple[str, Period], tuple[str, Block, set[str]]] = {
            (block.source.measure, block.period): (file, block, others)
            for file, block in chosen
            if block.group == EVERYONE and (others := set(block.found.areas).difference(named))
        }
        self._made: dict[tuple[str, Period], tuple[Observation, ...]] = {}

    def __getitem__(self, key: tuple[str, Period]) -> tuple[Observation, ...]:
        if key not in self._made:
            file, block, others = self._others[key]
            self._made[key] = tuple(self._make(block, file, others))
        return self._made[key]

    def __iter__(self) -> Iterator[tuple[str, Period]]:
        return iter(self._others)

    def __len__(self) -> int:
        return len(self._others)

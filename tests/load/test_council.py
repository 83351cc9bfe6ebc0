"""The name of a council follows from the kind of authority, or stands in the list of areas."""

from pathlib import Path

import pytest

from reportgen.area import Area
from reportgen.load.areas import read_areas
from reportgen.load.council import council_of

AREAS = read_areas(Path(__file__).parents[2] / "sections" / "areas.csv")


@pytest.mark.parametrize(
    ("area", "name"),
    [
        ("Norfolk", "Norfolk County Council"),
        ("Manchester", "Manchester City Council"),
        ("Isles of Scilly", "Council of the Isles of Scilly"),
        ("City of London", "City of London Corporation"),
        ("Wokingham", "Wokingham Borough Council"),
        ("Camden", "London Borough of Camden"),
        ("Westminster", "Westminster City Council"),
        ("Kensington and Chelsea", "Royal Borough of Kensington and Chelsea"),
        ("County Durham", "Durham County Council"),
        ("Buckinghamshire", "Buckinghamshire Council"),
    ],
)
def test_a_council_has_its_own_name(area: str, name: str) -> None:
    known = AREAS.of_name(area)
    assert known
    council = council_of(known.area, known)
    assert (council.name, council.certain) == (name, True)


def test_the_name_of_every_authority_of_today_is_certain() -> None:
    names = [council_of(item.area, item) for item in AREAS.authorities]

    assert len(names) > 150
    assert [council.name for council in names if not council.certain] == []
    assert len({council.name for council in names}) == len(names)


def test_the_name_of_a_council_that_is_not_listed_is_a_guess() -> None:
    council = council_of(Area("E10000099", "Newshire"))
    assert (council.name, council.certain) == ("Newshire Council", False)

"""Areas: the same by their code, and each with the part it plays in a report."""

from __future__ import annotations

import pytest

from reportgen.area import ROLES, Area, Comparators
from tests.invented import ALONE, COMPARATORS, ENGLAND, MEAN, NEAR, OURS, REGION


def test_an_area_is_the_same_under_another_name() -> None:
    renamed = Area(OURS.code, "The County of Ourshire")

    assert renamed == OURS
    assert len({renamed, OURS}) == 1
    assert (str(renamed), str(OURS)) == ("The County of Ourshire", "Ourshire")


def test_areas_of_one_name_are_different_places() -> None:
    assert Area("E06000001", "Newport") != Area("W06000022", "Newport")


def test_each_role_has_its_area_and_the_neighbours_that_of_their_mean() -> None:
    areas = [COMPARATORS.area(role) for role in ROLES]

    assert areas == [OURS, MEAN, REGION, ENGLAND]
    assert COMPARATORS.neighbours is not None
    assert COMPARATORS.neighbours.members == NEAR


def test_a_role_that_a_report_does_not_use_has_no_area() -> None:
    assert [ALONE.area(role) for role in ROLES] == [OURS, None, None, None]


def test_the_roles_of_a_report_stand_in_one_order() -> None:
    assert COMPARATORS.roles() == ROLES
    assert Comparators(OURS, england=ENGLAND).roles() == ("ours", "england")
    assert ALONE.roles() == ("ours",)


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("Isles of Scilly", "the Isles of Scilly"),
        ("City of London", "the City of London"),
        ("South East", "the South East"),
        ("Kingston upon Hull, City of", "Kingston upon Hull, City of"),
        ("Surrey", "Surrey"),
    ],
)
def test_a_name_is_spoken_as_people_say_it(name: str, spoken: str) -> None:
    assert Area("", name).spoken == spoken

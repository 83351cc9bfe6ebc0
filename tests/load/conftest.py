"""A small dictionary and the areas of an invented county, for the tests of reading."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.area import Area, Comparators, Neighbours
from reportgen.load.dictionary import read_dictionary
from reportgen.load.figures import read_figures
from reportgen.measures import Dictionary
from reportgen.observation import Observation

MEASURES = """
[units.points]
noun = "points"
noun_one = "point"

[units.pupils]
noun = "pupils"
noun_one = "pupil"

[groups.sex]
name = "Sex"
members = [
  { id = "girls", name = "Girls", noun = "girls", aliases = ["female"] },
  { id = "boys", name = "Boys", noun = "boys" },
]

[groups.sen]
name = "SEN"
members = [
  { id = "ehc_plan", name = "EHC plan", after = "with an EHC plan", aliases = ["EHCP"] },
  { id = "none", name = "None", after = "without SEN" },
]

[groups.language]
name = "First language"
members = [{ id = "english", name = "English" }, { id = "none", name = "None" }]

[measures.score]
name = "Average score"
unit = "points"
kind = "mean"
places = 1

[measures.pupils]
name = "Pupils"
unit = "pupils"
kind = "count"
"""
HEADER = "measure,area_code,area,period,period_kind,sex,sen,value,numerator,status,source,note\n"


@pytest.fixture
def dictionary(tmp_path: Path) -> Dictionary:
    path = tmp_path / "measures.toml"
    path.write_text(MEASURES, encoding="utf-8")
    return read_dictionary(path)


@pytest.fixture
def comparators() -> Comparators:
    near = (Area("E06000901", "Nearshire"), Area("E06000902", "Farshire"))
    return Comparators(
        Area("E06000900", "Ourshire"),
        Neighbours(Area("SN-mean", "Statistical neighbours"), near),
        Area("E12000099", "Mid England"),
        Area("E92000001", "England"),
    )


@pytest.fixture
def figures(
    tmp_path: Path, dictionary: Dictionary, comparators: Comparators
) -> Callable[..., tuple[Observation, ...]]:
    """Return a function that reads rows put under the usual header, one file for each text."""

    def read(*rows: str | bytes, header: str = HEADER) -> tuple[Observation, ...]:
        paths = []
        for number, text in enumerate(rows, 1):
            path = tmp_path / "figures" / f"{number}.csv"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else (header + text).encode())
            paths.append(path)
        return read_figures(paths, tmp_path, dictionary, comparators)

    return read

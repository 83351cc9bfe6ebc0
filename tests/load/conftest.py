"""A small dictionary and the areas of an invented county, for the tests of reading."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.area import Area, Comparators, Neighbours
from reportgen.load.areas import read_areas
from reportgen.load.dictionary import read_dictionary
from reportgen.load.read import DataFile, Loaded, Project, read_files
from reportgen.load.sources import read_sources
from reportgen.measures import Dictionary
from reportgen.observation import Observation
from reportgen.project import read_measures

AREAS = Path(__file__).parents[2] / "sections" / "areas.csv"
Load = Callable[..., Loaded]
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
        files = []
        for number, text in enumerate(rows, 1):
            path = tmp_path / "figures" / f"{number}.csv"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else (header + text).encode())
            files.append(DataFile(path))
        return read_files(files, tmp_path, Project(dictionary), comparators).observations

    return read


SOURCES = """
[[measures.score.sources]]
form = "ees"
title = "Department for Examples, Scores"
value = ["avg_score", "score_average"]
denominator = ["t_pupils", "pupil_count"]
cohort = ["t_pupils", "pupil_count"]
where = { school_kind = ["State-funded"] }
groups = { sex = ["sex", "gender"], sen = ["sen_status"] }

[measures.score.sources.members]
sen = { none = ["No SEN"] }

[[measures.score.sources]]
form = "ees"
title = "Department for Examples, Scores"
needs = ["t_score"]
numerator = ["t_score"]
denominator = ["t_pupils"]
groups = { sex = ["characteristic_gender"] }
symbols = { x = "c" }

[[measures.score.sources]]
form = "lait"
title = "Local Authority Interactive Tool"
period_kind = "academic year"
items = [{ key = "Score" }, { key = "Score_girls", sex = "girls" }]

[[measures.share.sources]]
form = "ofsted"
title = "Ofsted"
count = "pupils"
graded = ["1", "2"]

[[measures.pupils.sources]]
form = "ofsted"
title = "Ofsted"
count = "schools"

[[measures.pupils.sources]]
form = "ons"
title = "Office for National Statistics"
ages = [0, 1]
"""


@pytest.fixture
def standards(tmp_path: Path) -> Project:
    """The measures of this folder with their sources in published files, and every real area."""
    text = MEASURES.replace('kind = "mean"', 'kind = "mean"\nbetter = "higher"')
    text += '[units.percent]\nafter = "%"\n[measures.share]\nname="Share"\nunit="percent"\n'
    path = tmp_path / "published.toml"
    path.write_text(text + 'kind="share"\nbetter="higher"\n' + SOURCES, encoding="utf-8")
    dictionary = read_dictionary(path)
    return Project(dictionary, read_sources(path, dictionary), read_areas(AREAS))


@pytest.fixture
def bucks() -> Comparators:
    near = (Area("E10000025", "Oxfordshire"), Area("E10000030", "Surrey"))
    return Comparators(
        Area("E06000060", "Buckinghamshire"),
        Neighbours(Area("neighbours", "Statistical neighbours"), near),
        Area("E12000008", "South East"),
        Area("E92000001", "England"),
    )


@pytest.fixture
def load(tmp_path: Path, standards: Project, bucks: Comparators) -> Load:
    """Return a function that reads files given as name and content, and checks their account."""

    def read(period: str = "", **files: str | bytes) -> Loaded:
        paths = []
        for name, content in files.items():
            path = tmp_path / "downloads" / name.replace("__", ".")
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            paths.append(DataFile(path, period))
        loaded = read_files(paths, tmp_path, standards, bucks)
        for account in loaded.accounts:
            assert account.rows == account.used + sum(count for _, count in account.aside)
        return loaded

    return read


@pytest.fixture(scope="session")
def measures() -> Project:
    """The measures, sources and areas that this project really has."""
    return read_measures(Path(__file__).parents[2])

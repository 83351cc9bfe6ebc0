"""The long table of LAIT is read by key, with years of the kind that the measure has."""

import io
from collections.abc import Callable
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from reportgen.load.read import Loaded
from reportgen.measures import EVERYONE, Group
from reportgen.observation import Missing, Observation

Load = Callable[..., Loaded]
ROWS = (
    ("Score", "2025", "Buckinghamshire", "53.4", 825.0),
    ("Score", "2024 (Rev)", "England", "7.0000000000000007E-2", 970.0),
    ("Score_girls", "2025 (prov)", "Yorkshire and the Humber", "1", 982.0),
    ("Score_girls", "2025 (prov)", "South East", "-", 989.0),
    ("Score", "2014-16", "Buckinghamshire", "1", 825.0),
    ("Score", "2025", "Bournemouth", "50", 839.0),
    ("Score", "2025", "Nowhere", "50", 999.0),
    ("Other", "2025", "Buckinghamshire", "1", 825.0),
)
NAMES = ("Short Desc", "Years", "LA and Regions", "Values", "LA Number")


def others(loaded: Loaded) -> list[Observation]:
    """Return every figure of the authorities that the report does not name."""
    return [item for items in loaded.elsewhere.values() for item in items]


def parquet() -> bytes:
    made = io.BytesIO()
    pq.write_table(
        pa.table({name: [row[at] for row in ROWS] for at, name in enumerate(NAMES)}), made
    )
    return made.getvalue()


def text() -> bytes:
    lines = [",".join(NAMES), *(",".join(map(str, row)) for row in ROWS)]
    return "\n".join(lines).encode()


@pytest.mark.parametrize("write", [parquet, text])
def test_parquet_and_csv_give_the_same_figures(load: Load, write: Callable[[], bytes]) -> None:
    loaded = load(lait__dat=write())
    found = [(o.area.name, str(o.period), o.group, o.value, o.status) for o in loaded.observations]
    girls = Group.of(sex="girls")
    assert found == [
        ("Buckinghamshire", "2024/25", EVERYONE, Decimal("53.4"), "final"),
        ("South East", "2024/25", girls, Missing.NOT_AVAILABLE, "provisional"),
        ("England", "2023/24", EVERYONE, Decimal("0.07"), "revised"),
    ]
    assert [o.area.code for o in others(loaded)] == ["E06000058"]
    assert dict(loaded.accounts[0].aside) == {
        "about areas that the report does not compare": 1,
        "about an area whose number is not known": 1,
        "of measures that no source names": 1,
        "of a time that cannot be read: “2014-16” is not one academic year": 1,
    }

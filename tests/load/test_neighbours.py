"""A model of statistical neighbours is read from a workbook or CSV, and the newest is known."""

import io
from pathlib import Path

import openpyxl
import pytest

from reportgen.load.areas import Areas, read_areas
from reportgen.load.download import open_download
from reportgen.load.forms import Form
from reportgen.load.neighbours import Model, current, dated, read_model

AREAS = read_areas(Path(__file__).parents[2] / "sections" / "areas.csv")
NUMBERS = (931, 919, 869, 936, 873, 867, 823, 868, 358, 850)


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet
    names = [part for n in range(1, 11) for part in (f"SN{n}", "SNP")]
    sheet.append(["A", "B", 3, 4])
    sheet.append([1, 2, 3, 4])
    sheet.append(["LA num", "LA Name", "LA number", "GOInd", "GOReg", *names])
    close = [part for number in NUMBERS for part in (number, "Close ")]
    sheet.append([825, "Buckinghamshire", 825, 4, "South East", *close])
    sheet.append([None, "Abolished", None])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def wide() -> bytes:
    names = [part for n in range(1, 11) for part in (f"SN_{n}", f"SN_{n}P")]
    close = [part for number in NUMBERS for part in (str(number), "Close ")]
    rows = [["old_la_code", "la_name", *names], ["825", "Bucks", *close], ["", "Abolished"]]
    return "\n".join(",".join(row + [""] * (22 - len(row))) for row in rows).encode()


@pytest.mark.parametrize("data", [workbook(), wide()])
def test_neighbours_are_read_nearest_first(data: bytes) -> None:
    (table,) = open_download(data, "sn")
    assert table.form is Form.NEIGHBOURS
    model = read_model(table)
    found = model.neighbours("825", AREAS)
    assert found
    assert [area.name for area in found.members[:3]] == [
        "Oxfordshire",
        "Hertfordshire",
        "West Berkshire",
    ]
    assert len(found.members) == 10
    assert model.neighbours("420", AREAS) is None


def test_the_current_model_is_the_one_with_the_authorities_of_today() -> None:
    old = Model("z_new_name", {"928": ("825",), "825": ("928",)})
    new = Model("a_old_name", {"940": ("825",), "825": ("941",)})
    assert current([old, new], AREAS) == new
    assert current([], Areas()) is None


def test_a_model_is_dated_by_the_name_of_any_file_that_holds_it() -> None:
    wide = Model("sn_model_2025_wide.csv", {"940": ("825",), "825": ("941",)})
    book = Model("lait/sn_may_2025.xlsx", {"940": ("825",), "825": ("941",), "928": ("825",)})
    old = Model("Groupings_April_2021.csv", {"940": ("941",), "825": ("941",)})
    unnamed = Model("neighbours.csv", {"940": ("331",)})

    assert dated(wide, [wide, book, old]) == "May 2025"
    assert dated(wide, [wide, old]) == "2025"
    assert dated(old, [wide, book, old]) == "April 2021"
    assert dated(unnamed, [wide, unnamed]) == ""


def test_the_date_stands_in_the_name_of_the_model() -> None:
    model = Model("sn", {"825": ("931",)})
    plain, told = model.neighbours("825", AREAS), model.neighbours("825", AREAS, "May 2025")

    assert plain
    assert told
    assert plain.model == "Department for Education statistical neighbour model"
    assert told.model == "Department for Education statistical neighbour model, May 2025"

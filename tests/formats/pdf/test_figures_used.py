"""The figures that travel inside the PDF."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from types import ModuleType

from reportgen.arithmetic import difference
from reportgen.document import Number, Paragraph
from reportgen.formats.pdf import figures_used


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_every_figure_is_there_once_with_the_cell_it_came_from(sample: ModuleType) -> None:
    one = sample.number("59.0")
    figures, *_ = figures_used(sample.document(Paragraph((one, one))))
    (row,) = rows(figures.data)
    assert row["measure"] == "attainment_8"
    assert (row["area"], row["period"], row["value"]) == ("Westshire", "2020/21", "59.0")
    assert (row["file"], row["row"], row["column"]) == ("figures/attainment.csv", "2", "value")


def test_a_figure_that_was_worked_out_brings_those_it_came_from(sample: ModuleType) -> None:
    gap = difference(sample.number("59.0").fact, sample.number("50.9", "2018/19").fact)
    figures, *_ = figures_used(sample.document(Paragraph((Number(gap),))))
    assert [row["value"] for row in rows(figures.data)] == ["59.0", "50.9"]


def test_the_figures_of_charts_tables_and_tiles_are_there(sample: ModuleType) -> None:
    figures, *_ = figures_used(sample.document(sample.chart(), sample.tiles()))
    assert {row["value"] for row in rows(figures.data)} >= {"55.0", "46.6", "903", "2251340"}


def test_the_dictionary_says_what_every_column_symbol_and_statistic_means(
    sample: ModuleType,
) -> None:
    figures, dictionary, _ = figures_used(sample.document())
    known = {(row["entry"], row["name"]) for row in rows(dictionary.data)}
    assert {("column", name) for name in rows(figures.data)[0]} <= known
    assert {("statistic", row["measure"]) for row in rows(figures.data)} <= known
    assert ("symbol", "c") in known
    assert all(row["meaning"] for row in rows(dictionary.data))


def test_the_manifest_has_the_hash_of_each_file(sample: ModuleType) -> None:
    *files, manifest = figures_used(sample.document())
    told = json.loads(manifest.data)
    assert [file["name"] for file in told["files"]] == [file.name for file in files]
    for file, entry in zip(files, told["files"], strict=True):
        assert entry["sha256"] == hashlib.sha256(file.data).hexdigest()
    assert told["date"] == "2021-11-18"


def test_a_document_without_figures_has_nothing_attached(sample: ModuleType) -> None:
    assert figures_used(sample.document(sample.paragraph())) == ()

"""Turn the figures that a document shows into files that travel inside the PDF.

Whoever opens the record years later finds every published number behind it, with the file and the
row it came from, and what each one means, without the program that wrote it.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportgen.document import Document
from reportgen.facts import Fact, Missing, Observation
from reportgen.formats.pdf.archive import Attachment
from reportgen.measures import Measure

_COLUMNS = {
    "measure": "the statistic, by its name in this dictionary",
    "area_code": "the code of the area, as the Office for National Statistics gives it",
    "area": "the name of the area",
    "period": "the year, term, month or day that the figure is for",
    "period_kind": "what sort of time that is",
    "group": "who the figure is about; blank for everyone",
    "value": "the figure as it was published, or a symbol where there is none",
    "numerator": "the count above the line, where the source gives it",
    "denominator": "the count below the line, where the source gives it",
    "cohort": "how many the figure rests on, where the source says",
    "status": "whether it was provisional, revised, final, local or worked out",
    "source": "who published it, and where",
    "note": "what has to be said beside it",
    "file": "the file of the report that holds it",
    "row": "its row in that file, the header being row 1",
    "column": "its column in that file",
}
_CSV = "text/csv"


def figures_used(document: Document) -> tuple[Attachment, ...]:
    """Return the figures behind a document, what they mean, and a list of both with their hashes.

    A figure that was worked out is there as the published ones it was worked out from. None at all
    for a document without figures.
    """
    found = observations(document)
    if not found:
        return ()
    files = (
        Attachment("figures.csv", _table(_COLUMNS, map(_row, found)), _CSV, "the figures used"),
        Attachment(
            "dictionary.csv",
            _table(("entry", "name", "meaning", "unit"), _meanings(found)),
            _CSV,
            "what the columns, the symbols and the statistics mean",
            "Supplement",
        ),
    )
    return (*files, _manifest(document, files))


def observations(document: Document) -> tuple[Observation, ...]:
    """Return the published numbers behind a document, each once, in the order they are met."""
    numbers = (number.fact for number in document.numbers())
    return tuple(dict.fromkeys(fact for each in numbers for fact in _published(each)))


def _published(fact: Fact) -> Iterator[Observation]:
    if isinstance(fact, Observation):
        yield fact
        return
    for part in fact.inputs:
        yield from _published(part)


def _row(fact: Observation) -> tuple[str, ...]:
    group = "; ".join(f"{dimension}={member}" for dimension, member in fact.group.pairs)
    value = fact.value.value[0] if isinstance(fact.value, Missing) else _digits(fact.value)
    counts = (_digits(count) for count in (fact.numerator, fact.denominator, fact.cohort))
    period, cell = fact.period, fact.cell
    where = (cell.file, str(cell.row), cell.column)
    about = (fact.measure.id, fact.area.code, fact.area.name, period.label, str(period.kind), group)
    return (*about, value, *counts, fact.status, fact.source, fact.note, *where)


def _digits(number: Decimal | None) -> str:
    return "" if number is None else f"{number:f}"


def _meanings(found: tuple[Observation, ...]) -> Iterator[tuple[str, ...]]:
    for name, meaning in _COLUMNS.items():
        yield "column", name, meaning, ""
    for missing in Missing:
        yield "symbol", missing.value[0], missing.words, ""
    measures = {fact.measure.id: fact.measure for fact in found}
    for _, measure in sorted(measures.items()):
        yield "statistic", measure.id, _meaning(measure), _unit(measure)


def _meaning(measure: Measure) -> str:
    parts = (measure.name, measure.definition, *(each.reason for each in measure.breaks))
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)


def _unit(measure: Measure) -> str:
    unit = measure.unit
    return unit.before or unit.after or unit.noun


def _table(header: Iterable[str], rows: Iterable[tuple[str, ...]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def _manifest(document: Document, files: tuple[Attachment, ...]) -> Attachment:
    told = {
        "title": document.title,
        "organisation": document.organisation,
        "date": document.date.isoformat(),
        "files": [
            {
                "name": file.name,
                "description": file.description,
                "bytes": len(file.data),
                "sha256": hashlib.sha256(file.data).hexdigest(),
            }
            for file in files
        ],
    }
    data = json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n"
    return Attachment(
        "manifest.json", data, "application/json", "the files attached, with hashes", "Supplement"
    )

"""Put an archive into its folder, beside those that are there, and enter it in the register."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path

from reportgen.archive.manifest import NAME, REPORT, sha256
from reportgen.archive.pack import pack
from reportgen.archive.register import NAME as REGISTER
from reportgen.archive.register import Line, read_register, register_bytes
from reportgen.errors import ArchiveError, Place, Problem
from reportgen.output import alone, room_for
from reportgen.report import Report


def store(report: Report, files: Mapping[str, bytes], on: date) -> Path:
    """Return the path of an archive of some files, written with its line in the register.

    Both are written or neither. Raises `ArchiveError` if they cannot be, and `ProjectError` if
    another archive is being written and does not end.
    """
    folder = report.root / "output" / "archive"
    packed = pack(files)
    with alone(folder, folder / ".writing"):
        return _enter(report, files, packed, on)


def _enter(report: Report, files: Mapping[str, bytes], packed: bytes, on: date) -> Path:
    """Return the path of an archive, written with its line, with the folder to ourselves."""
    folder = report.root / "output" / "archive"
    lines = read_register(folder / REGISTER)
    written: list[Path] = []
    whole = False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = _reserve(folder, f"{report.settings.name}-{report.settings.date}")
        line = _line(path.name, report, files, packed, on)
        new = {path: packed, folder / REGISTER: register_bytes((*lines, line))}
        written = [path, *map(_beside, new)]
        _write(new)
        whole = True
    except OSError as error:
        what = f"the archive cannot be written: {error.strerror}"
        raise ArchiveError(Problem(what, Place(str(folder)), room_for(error))) from error
    finally:
        for each in () if whole else written:
            with suppress(OSError):
                each.unlink(missing_ok=True)
    return path


def _write(files: Mapping[Path, bytes]) -> None:
    """Write files beside their places, and put them there once all of them are whole."""
    for place, data in files.items():
        _beside(place).write_bytes(data)
    for place in files:
        _beside(place).replace(place)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def _reserve(folder: Path, stem: str) -> Path:
    """Return a file of our own, still empty, with the first name that is free."""
    for number in count(1):
        path = folder / (f"{stem}.zip" if number == 1 else f"{stem}-{number}.zip")
        try:
            path.open("xb").close()
            return path
        except FileExistsError:
            continue
    raise AssertionError


def _line(name: str, report: Report, files: Mapping[str, bytes], packed: bytes, on: date) -> Line:
    settings = report.settings
    return Line(
        archive=name,
        archived_on=on.isoformat(),
        title=settings.title,
        date=settings.date.isoformat(),
        sha256=sha256(packed),
        manifest_sha256=sha256(files[NAME]),
        docx_sha256=sha256(files[f"{REPORT}{settings.name}.docx"]),
        pdf_sha256=sha256(files[f"{REPORT}{settings.name}.pdf"]),
    )

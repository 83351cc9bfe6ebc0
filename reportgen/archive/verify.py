"""Say whether a kept file is what it was, bit for bit, and whether it can still be made.

Everything that differs is named. What a damaged file says of itself is told as far as it can be
read, and nothing in it is run unless it is whole and a rebuild is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from reportgen.archive.manifest import REPORT, sha256
from reportgen.archive.pack import LARGEST, Packed, keeps_seal, unpack
from reportgen.archive.rebuild import rebuilt
from reportgen.archive.register import NAME as REGISTER
from reportgen.archive.register import read_register
from reportgen.errors import ArchiveError, Place, Problem
from reportgen.formats.pdf import keeps_fingerprint
from reportgen.formats.pdf.attached import read_attached


def verify(path: Path, archive: Path | None = None, rebuild: bool = False) -> tuple[str, ...]:
    """Return what was compared and found unchanged in an archive, or a PDF that reportgen made.

    A file is also compared with the one in `archive`, if that is given, and an archive with the
    register beside it. `rebuild` makes the documents again from the archive, which runs the
    chapters in it, and compares them too. Raises `ArchiveError` with everything that differs.
    """
    data = _read(path)
    if archive is not None:
        held, said = _archive(_read(archive), archive)
        said += _same_as_kept(data, path, held, archive)
    elif path.suffix.lower() == ".docx":
        what = "a Word draft is there to be edited, so that it carries no fingerprint of its own"
        hint = "compare it with the one that was archived: reportgen verify FILE --archive ZIP"
        raise ArchiveError(Problem(what, Place(str(path)), hint))
    elif data[:2] == b"PK" or path.suffix.lower() == ".zip":
        held, said = _archive(data, path)
    else:
        held, said = None, _pdf(data, path)
    if rebuild:
        if held is None:
            hint = "name its archive too, with --archive"
            what = "a PDF does not hold what it was made from"
            raise ArchiveError(Problem(what, Place(str(path)), hint))
        said += rebuilt(held, archive or path)
    return said


def _read(path: Path) -> bytes:
    place = Place(str(path))
    try:
        if path.stat().st_size > LARGEST:
            raise ArchiveError(Problem("this is larger than any archive", place))
        data = path.read_bytes()
    except OSError as error:
        what = f"the file cannot be read: {error.strerror or error}"
        raise ArchiveError(Problem(what, place)) from error
    if not data:
        raise ArchiveError(Problem("the file is empty", place))
    return data


def _archive(data: bytes, path: Path) -> tuple[Packed, tuple[str, ...]]:
    """Return an archive that is whole, and what was compared."""
    place = Place(str(path))
    problems = [Problem(what, place) for what in _broken_seal(data)]
    try:
        held = unpack(data)
    except ValueError as error:
        if not problems or keeps_seal(data) is None:
            hint = "verify takes a PDF that reportgen made, or a zip of reportgen archive"
            problems.append(Problem(f"this is not an archive: {error}", place, hint))
        raise ArchiveError(problems) from error
    if problems and not held.wrong:
        hint = (
            "its files are what the manifest says; use a copy of the zip that no program saved anew"
        )
        problems = [replace(problem, hint=hint) for problem in problems]
    problems += [Problem(what, place) for what in held.wrong]
    said = [
        f"{len(held.manifest.files)} files, each with the SHA-256 that the manifest gives",
        "every other byte of the zip, by its seal",
    ]
    register = path.parent / REGISTER
    if register.exists():
        problems += _not_as_registered(data, held, path, register)
        said.append(f"the zip and its manifest, by {register.name}")
    if problems:
        raise ArchiveError(problems)
    return held, tuple(said)


def _broken_seal(data: bytes) -> tuple[str, ...]:
    match keeps_seal(data):
        case True:
            return ()
        case False:
            return ("the file was changed: its bytes are not those it was sealed with",)
        case None:
            return ("the file has no seal at its end: it was cut short, added to or altered there",)


def _not_as_registered(data: bytes, held: Packed, path: Path, register: Path) -> list[Problem]:
    lines = read_register(register)
    if any(line.sha256 == sha256(data) for line in lines):
        return []
    place = Place(str(register))
    mine = [line for line in lines if line.archive == path.name]
    if not mine:
        return [Problem(f"there is no line for {path.name} in the register", place)]
    problems = [Problem(f"{path.name} is not the file that was registered", place)]
    if all(line.manifest_sha256 != sha256(held.raw) for line in mine):
        problems.append(Problem(f"nor is the manifest of {path.name}", place))
    return problems


def _same_as_kept(data: bytes, path: Path, held: Packed, archive: Path) -> tuple[str, ...]:
    """Return what was compared, if a file is the document of its kind in an archive."""
    names = [file.name for file in held.manifest.files if file.name.startswith(REPORT)]
    name = next((name for name in names if Path(name).suffix == path.suffix.lower()), None)
    place = Place(str(path))
    if name is None:
        raise ArchiveError(Problem(f"{archive.name} holds no document of this kind", place))
    if data != held.read(name):
        raise ArchiveError(Problem(f"this is not the {name} of {archive.name}", place))
    return (f"every byte, by {name} in {archive.name}",)


def _pdf(data: bytes, path: Path) -> tuple[str, ...]:
    place = Place(str(path))
    whole = keeps_fingerprint(data)
    if whole is None:
        hint = "it was cut short, saved anew by another program, or never made by reportgen"
        problem = Problem("there is no fingerprint of reportgen in the file", place, hint)
        raise ArchiveError(problem)
    attached = read_attached(data)
    wrong = _wrong_attachments(attached) if attached else ()
    problems = [] if whole else [Problem("the file was changed: its fingerprint differs", place)]
    problems += [Problem(what, place) for what in wrong]
    if problems:
        raise ArchiveError(problems)
    said = ("every byte, by the fingerprint in it",)
    return (*said, f"{len(attached)} attached files, by their manifest") if attached else said


def _wrong_attachments(attached: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return what differs between the files attached to a PDF and the manifest among them."""
    try:
        told = json.loads(attached["manifest.json"])
        listed = {entry["name"]: entry["sha256"] for entry in told["files"]}
    except (KeyError, TypeError, ValueError):
        return ("the manifest of the attached files cannot be read",)
    wrong = [f"the attached {name} is missing" for name in listed if name not in attached]
    for name, data in attached.items():
        if name not in listed and name != "manifest.json":
            wrong.append(f"the attached {name} was added")
        elif name in listed and listed[name] != sha256(data):
            wrong.append(f"the attached {name} was changed")
    return tuple(wrong)

"""Hold what an archive says of itself: whose it is, what made it, and the SHA-256 of each file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import PurePosixPath

FORM = "reportgen archive 1"
NAME = "manifest.json"
PROJECT = "project/"
"""Where in an archive the project stands that the report is made from."""
REPORT = "report/"
"""Where in an archive the documents stand."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of an archive: its place in it, its size in bytes, and its SHA-256 in hexadecimal."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive is and holds.

    `folder` is the report's folder within the project; `questions` those that were open when it was
    archived; `made_with` the version of Python and of each package, and a digest of reportgen.
    """

    name: str
    title: str
    organisation: str
    date: str
    folder: str
    questions: tuple[str, ...]
    made_with: Mapping[str, str]
    files: tuple[File, ...]

    @property
    def size(self) -> int:
        """The size of all files together, in bytes."""
        return sum(file.bytes for file in self.files)

    def to_bytes(self) -> bytes:
        """Return the manifest as JSON, the same bytes for the same content."""
        told = {"form": FORM, **asdict(self)}
        return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def file_of(name: str, data: bytes) -> File:
    """Return the entry of a file."""
    return File(name, len(data), sha256(data))


def sha256(data: bytes) -> str:
    """Return the SHA-256 of some bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_manifest(data: bytes) -> Manifest:
    """Return the manifest that `to_bytes` wrote.

    Raises `ValueError` saying what is wrong, if it is none or would lead out of its archive.
    """
    try:
        told = json.loads(data)
        if told.pop("form") != FORM:
            raise ValueError("it is of another form; a newer reportgen may read it")
        files = tuple(File(**entry) for entry in told.pop("files"))
        manifest = Manifest(**told | {"questions": tuple(told["questions"])}, files=files)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("it is not the manifest of an archive") from error
    _refuse_odd(manifest)
    return manifest


def _refuse_odd(manifest: Manifest) -> None:
    """Raise `ValueError` if a part has a value that no archive has."""
    texts = (manifest.name, manifest.title, manifest.organisation, manifest.date, manifest.folder)
    made = manifest.made_with
    if not all(isinstance(text, str) for text in (*texts, *manifest.questions)):
        raise ValueError("it is not the manifest of an archive")
    if not isinstance(made, dict) or not all(isinstance(each, str) for each in made.values()):
        raise ValueError("it does not say what the archive was made with")
    date.fromisoformat(manifest.date)
    for file in manifest.files:
        if not isinstance(file.bytes, int) or file.bytes < 0 or not isinstance(file.sha256, str):
            raise ValueError(f"its entry for {file.name} cannot be right")
    for name in (PROJECT + manifest.folder, *(file.name for file in manifest.files)):
        if not is_inside(name):
            raise ValueError(f"it names a place outside the archive: {name}")


def is_inside(name: str) -> bool:
    """Return whether a name, written to a folder, stays in the folder on any system."""
    if not isinstance(name, str) or not name.isprintable() or "\\" in name or ":" in name:
        return False
    path = PurePosixPath(name)
    return str(path) == name != "." and not path.is_absolute() and ".." not in path.parts

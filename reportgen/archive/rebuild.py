"""Make the documents of an archive again, and say whether they are the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from reportgen.archive.contents import made_with
from reportgen.archive.make import make_documents
from reportgen.archive.manifest import REPORT
from reportgen.archive.pack import Packed
from reportgen.errors import ArchiveError, Place, Problem


def rebuilt(held: Packed, path: Path) -> tuple[str, ...]:
    """Return which documents came out the same, made again from a whole archive.

    Raises `ArchiveError` naming those that did not, and the programs whose version is another one.
    """
    with TemporaryDirectory() as folder:
        made = make_documents(held.unpack_project(Path(folder)))
    kept = {file.name for file in held.manifest.files if file.name.startswith(REPORT)}
    names = sorted(kept | made.keys())
    differ = [n for n in names if n not in kept or n not in made or made[n] != held.read(n)]
    if differ:
        hint = "\n    ".join(_other_versions(held)) or "it was made with the same versions"
        place = Place(str(path))
        raise ArchiveError(
            Problem(f"made again, {name} is not the same", place, hint) for name in differ
        )
    return tuple(f"{name}, made again from the archive: the same bytes" for name in names)


def _other_versions(held: Packed) -> Iterator[str]:
    """Yield each program that is not the one the archive was made with."""
    then, now = held.manifest.made_with, made_with()
    for name in sorted(then.keys() | now.keys()):
        if then.get(name) != now.get(name):
            if name.endswith("files"):
                yield f"{name} are not those of then"
            else:
                yield f"{name}: {then.get(name, 'none')} then, {now.get(name, 'none')} now"

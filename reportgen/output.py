"""Turn the files of a build into what stands in the output folder, and keep every edit.

The rule it guards: only what the last build wrote is replaced. A file that a person changed or has
open stays as it is, and the new one goes beside it under another name. What the last build wrote is
in a register in the folder, with what each draft said when it was built.
"""

from __future__ import annotations

import errno
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from time import sleep

from reportgen.errors import EditedError, Place, Problem, ProjectError

REGISTER = ".build"
"""The folder, within that of a report's output, that holds the register."""
_TRIES, _PAUSE = 50, 0.1
"""How often, and after how many seconds, a folder is tried that another reportgen writes to."""
FULL = (errno.ENOSPC, errno.EDQUOT)
"""What the system says where a disk, or our share of it, is full."""
_CLOSED = (errno.EROFS, errno.EACCES, errno.EPERM)
_HINT = (
    "put what shall last into words/, for no build takes it from here; then move the file "
    "elsewhere or give it another name, and the next build takes this name again"
)


@dataclass(frozen=True, slots=True)
class Written:
    """The files of a build where they were written, and what was left alone instead."""

    paths: tuple[Path, ...]
    kept: tuple[Problem, ...]


def write_output(
    folder: Path, files: Mapping[str, bytes], drafts: Mapping[str, bytes] | None = None
) -> Written:
    """Return where the files of a build went, written all or none.

    `files` are by name; one whose place is taken by a file that is not ours to replace is called
    "name (2).docx" and so on. `drafts` are what Word drafts said, by build id, for the register.
    Raises `ProjectError` if the folder cannot be written to or another does not let go of it,
    and `EditedError` if a file was opened in the meantime; all is then as it was.
    """
    with alone(folder, folder / REGISTER / "writing"):
        return _write(folder, files, drafts or {})


def _write(folder: Path, files: Mapping[str, bytes], drafts: Mapping[str, bytes]) -> Written:
    """Write the files of a build and the register, with the folder to ourselves."""
    register = _read(folder)
    placed: dict[Path, bytes] = {}
    paths: list[Path] = []
    kept: list[Problem] = []
    for name, content in files.items():
        path, reason = _place(folder / name, content, register)
        kept += [reason] if reason else []
        paths.append(path)
        register[path.name] = _digest(content)
        if not (path.is_file() and path.read_bytes() == content):
            placed[path] = content
    for build, said in drafts.items():
        placed[folder / REGISTER / f"{build}.xml"] = said
    listed = json.dumps(register, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    placed[_register(folder)] = listed.encode("utf-8")
    replace_files(placed)
    return Written(tuple(paths), tuple(kept))


@contextmanager
def alone(folder: Path, mark: Path) -> Iterator[None]:
    """Let nobody else write to a folder meanwhile; one that is at work is waited for.

    `mark` is the folder that stands while somebody writes. Raises `ProjectError` if it stays.
    """
    with suppress(OSError):  # where nothing can be written, that is told of the files themselves
        _set(mark, folder)
    try:
        yield
    finally:
        with suppress(OSError):
            mark.rmdir()


def _set(mark: Path, folder: Path) -> None:
    """Make a mark as soon as none stands. Raises `ProjectError` if the one of another stays."""
    mark.parent.mkdir(parents=True, exist_ok=True)
    for _ in range(_TRIES):
        with suppress(FileExistsError):
            mark.mkdir()
            return
        sleep(_PAUSE)
    hint = f"do it again when that has ended; if none is at work, delete “{mark}”"
    raise ProjectError(Problem("another reportgen writes to it", Place(str(folder)), hint))


def edited_in(folder: Path) -> tuple[Path, ...]:
    """Return the files in an output folder that builds wrote and somebody changed since."""
    return tuple(
        path
        for name, digest in sorted(_read(folder).items())
        if (path := folder / name).is_file() and _digest(path.read_bytes()) != digest
    )


def _place(path: Path, content: bytes, register: Mapping[str, str]) -> tuple[Path, Problem | None]:
    """Return where a file goes, and why it is not where it should be."""
    reason = _reason(path, content, register)
    if not reason:
        return path, None
    what, hint = reason
    others = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
    other = next(other for other in others if not _reason(other, content, register))
    said = f"{what}, so it stays as it is; the new one is “{other.name}”"
    return other, Problem(said, Place(str(path)), hint)


def _reason(path: Path, content: bytes, register: Mapping[str, str]) -> tuple[str, str] | None:
    """Return why a file is not ours to replace, and what to do about it; None if it is ours."""
    if not path.exists():
        return None
    if not path.is_file():
        return "something that is no file has this name", "give it another name"
    if path.read_bytes() == content:
        return None
    known = register.get(path.name)
    if known is None:
        return "nothing says that reportgen wrote this file", _HINT
    if known != _digest(path.read_bytes()):
        return "the file was changed since the last build", _HINT
    if lock := _lock(path):
        close = f"close it and build again; if it is not open, delete “{lock.name}”"
        return "the file is open in another program", close
    if not _is_writable(path):
        return "the file is open in another program, or protected", "close it and build again"
    return None


def _lock(path: Path) -> Path | None:
    """Return the file by which Word or LibreOffice says that it has a document open.

    Word puts "~$" before a short name and in place of the first letters of a longer one.
    """
    name = path.name
    names = [f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#"]
    return next((lock for name in names if (lock := path.with_name(name)).exists()), None)


def _is_writable(path: Path) -> bool:
    """Return whether a file may be changed; Windows refuses while a program holds it open."""
    try:
        with path.open("r+b"):
            return True
    except OSError:
        return False


def _register(folder: Path) -> Path:
    return folder / REGISTER / "written.json"


def _read(folder: Path) -> dict[str, str]:
    """Return the digest of every file that builds wrote, by name; none without a register.

    A register that is damaged says nothing, so that no file counts as ours.
    """
    try:
        found = json.loads(_register(folder).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def replace_files(files: Mapping[Path, bytes]) -> None:
    """Write files so that either all of them are new or all are as they were.

    Raises `EditedError` naming every file that another program holds open, and `ProjectError` if
    the folder cannot be written to.
    """
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _beside(path, "new").write_bytes(content)
        _swap(files)
    except OSError as error:
        what = f"the file cannot be written: {error.strerror}"
        hint = _in_the_way(path) or room_for(error)
        raise ProjectError(Problem(what, Place(str(path)), hint)) from error
    finally:
        for path in files:
            with suppress(OSError):  # what went wrong above is what the reader should hear of
                _beside(path, "new").unlink(missing_ok=True)


def _swap(paths: Iterable[Path]) -> None:
    """Put the new files in their places; where that is stopped, put back what was there."""
    every = tuple(paths)
    set_aside = _set_aside(every)
    try:
        for path in every:
            _beside(path, "new").replace(path)
    except BaseException:
        for path in every:
            if path in set_aside:
                _beside(path, "old").replace(path)
            elif not _beside(path, "new").exists():
                path.unlink(missing_ok=True)
        raise
    for path in set_aside:
        _beside(path, "old").unlink()


def _in_the_way(path: Path) -> str:
    """Return a hint that names the file that stands where a folder should be; empty if none."""
    found = next((above for above in path.parents if above.is_file()), None)
    return (
        f"“{found}” is a file, not a folder: rename it, or name another --output" if found else ""
    )


def room_for(error: OSError) -> str:
    """Return what to do about a disk that is full or may not be written to; empty for any other."""
    if error.errno in FULL:
        return "make room on the disk, and do it again: nothing was changed"
    return "choose a folder that can be written to" if error.errno in _CLOSED else ""


def _set_aside(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Rename the files that are there already; return those. If one resists, put all back."""
    moved: list[Path] = []
    held: list[Problem] = []
    for path in paths:
        try:
            if path.exists():
                path.replace(_beside(path, "old"))
                moved.append(path)
        except OSError:
            hint = "close it in Word or the PDF reader, then build again"
            held.append(Problem("the file is open in another program", Place(str(path)), hint))
    if held:
        for path in moved:
            _beside(path, "old").replace(path)
        raise EditedError(held)
    return tuple(moved)


def _beside(path: Path, mark: str) -> Path:
    """Return the name a file has while it waits beside its place; a dot keeps it out of sight."""
    return path.with_name(f".{path.name}.{mark}")

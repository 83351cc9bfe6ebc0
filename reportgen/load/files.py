"""Turn a file into its bytes or its text, or say plainly why that cannot be done.

Text is UTF-8, UTF-16 or what Windows and older Excel call ANSI, told apart by what is in it, so
that figures, words and plans are all read however a program saved them.
"""

from __future__ import annotations

import os
from pathlib import Path

from reportgen.errors import DataError, Place, Problem

SAVE_TABLE = "in Excel choose Save As, then “CSV UTF-8 (Comma delimited)”"
SAVE_WORDS = "open it in a text editor and save it again with the encoding UTF-8"


def read_file(path: Path, file: str) -> bytes | None:
    """Return the bytes of a file, or None where there is none; `file` names it in messages.

    Raises `DataError` if it is there and cannot be read.
    """
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise DataError(unreadable(error, file)) from error


def unreadable(error: OSError, file: str) -> Problem:
    """Return what is wrong with a file or folder that the system does not let us read."""
    what = f"this cannot be read: {error.strerror or error}"
    denied = isinstance(error, PermissionError)
    hint = "ask for the right to read it, or close the program that holds it" if denied else ""
    return Problem(what, Place(file), hint)


def closed_folders(folder: Path, *names: str) -> list[Problem]:
    """Return a problem for each folder within a folder that is there and cannot be looked into."""
    problems = []
    for name in names:
        try:
            os.scandir(folder / name).close()
        except FileNotFoundError:
            continue
        except NotADirectoryError:
            what = "this is a file where a folder should be"
            problems.append(Problem(what, Place(name), "rename or remove it"))
        except OSError as error:
            problems.append(unreadable(error, name))
    return problems


def as_text(data: bytes, file: str, save: str = SAVE_TABLE) -> str:
    """Return the text in some bytes, without a byte order mark; `save` says how to save it anew.

    Raises `DataError` naming the first row that is neither UTF-8 nor Windows text.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise DataError(Problem("the UTF-16 text is damaged", Place(file), save)) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError as other:
            what = "the text is neither UTF-8 nor Windows text"
            raise DataError(Problem(what, Place(file, row), save)) from other

"""Keep bytes in a folder from one build to the next, so that work need not be done again.

Bytes are given back only whole. What was not used for longest goes first when the folder grows too
large. Nothing that goes wrong with the folder ever stops a build: it may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import os
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

LIMIT = 200 * 2**20
"""How many bytes the folder holds at most when a build has ended."""
_DIGITS = 64
_OURS = re.compile(r"\.?[0-9a-f]{64}\..+")


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder of kept files, each named after a checksum of all that its content depends on."""

    folder: Path

    def find(self, name: str) -> bytes | None:
        """Return what is kept under a name, or None if there is nothing that is whole."""
        path = self.folder / name
        try:
            packed = path.read_bytes()
        except OSError:
            return None
        checksum, content = packed[:_DIGITS], packed[_DIGITS:]
        if sha256(content).hexdigest().encode() != checksum:
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # it is in use
        return content

    def keep(self, name: str, content: bytes) -> None:
        """Keep content under a name; where the folder cannot be written, keep nothing."""
        path = self.folder / name
        beside = path.with_name(f".{name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                beside.write_bytes(sha256(content).hexdigest().encode() + content)
                beside.replace(path)
            finally:
                beside.unlink(missing_ok=True)

    def trim(self, limit: int = LIMIT) -> None:
        """Remove the files that were not used for longest, so that at most `limit` bytes stay."""
        room = limit
        for _, size, path in sorted(self._files(), reverse=True):
            room -= size
            if room < 0:
                with contextlib.suppress(OSError):
                    path.unlink()

    def _files(self) -> list[tuple[int, int, Path]]:
        """Return when each file was used, its size and its path; one that is gone is left out."""
        found = []
        with contextlib.suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                with contextlib.suppress(OSError):
                    if _OURS.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                        about = entry.stat(follow_symlinks=False)
                        found.append((about.st_mtime_ns, about.st_size, Path(entry.path)))
        return found

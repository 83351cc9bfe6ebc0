"""Turn files into a zip that ends with its own seal, and read such a zip without trusting it.

The seal is the last of the file: the SHA-256 of every byte before its 64 digits, as the comment
that a zip may have. Nothing is read whole or written to a disk before its size is known to fit.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from reportgen.archive.manifest import NAME, PROJECT, Manifest, read_manifest

LARGEST = 4 * 2**30
"""Bytes; an archive that unpacks to more is not read."""
_MANIFEST_LARGEST = 64 * 2**20
_SEAL = b"Sealed by reportgen. SHA-256 of all bytes before these digits: "
_DIGITS = 64
_EPOCH = (1980, 1, 1, 0, 0, 0)
_BLOCK = 2**20
_WRONG = (zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, ValueError, EOFError, OSError)
"""What Python raises for a zip that is not in order."""


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return files as a sealed zip: the same bytes for the same files, in the order given."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, data, compresslevel=6)
        packed.comment = _SEAL + b"0" * _DIGITS
    content = buffer.getvalue()[:-_DIGITS]
    return content + hashlib.sha256(content).hexdigest().encode()


def keeps_seal(data: bytes) -> bool | None:
    """Return whether a zip still is what its seal says; None if there is no seal at its end."""
    content, digits = data[:-_DIGITS], data[-_DIGITS:]
    if not content.endswith(_SEAL):
        return None
    return hashlib.sha256(content).hexdigest().encode() == digits


@dataclass(frozen=True, slots=True)
class Packed:
    """An archive that was opened: its manifest, also as bytes, and what is wrong with it."""

    manifest: Manifest
    raw: bytes
    wrong: tuple[str, ...]
    data: bytes

    def read(self, name: str) -> bytes:
        """Return a file of an archive with which nothing is wrong."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as opened:
            return opened.read(name)

    def unpack_project(self, folder: Path) -> Path:
        """Write the project to a folder; return the folder of the report in it."""
        for file in self.manifest.files:
            if file.name.startswith(PROJECT):
                path = folder / file.name.removeprefix(PROJECT)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(self.read(file.name))
        return folder / self.manifest.folder


def unpack(data: bytes) -> Packed:
    """Return an archive with every difference between its files and its manifest, in words.

    Raises `ValueError` saying why, if it has no manifest that can be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            raw = _bounded(opened, NAME, _MANIFEST_LARGEST)
            manifest = read_manifest(raw)
            return Packed(manifest, raw, tuple(_differences(opened, manifest)), data)
    except KeyError as error:
        raise ValueError(f"there is no {NAME} in it") from error
    except _WRONG as error:
        raise ValueError(str(error) or "it ends too early") from error


def _bounded(opened: zipfile.ZipFile, name: str, most: int) -> bytes:
    with _open(opened, name) as member:
        data = member.read(most + 1)
    if len(data) > most:
        raise ValueError(f"{name} is larger than it can be")
    return data


def _differences(opened: zipfile.ZipFile, manifest: Manifest) -> list[str]:
    names = [
        item.filename for item in opened.infolist() if not (item.is_dir() and not item.file_size)
    ]
    there = [name for name in names if name != NAME]
    listed = [file.name for file in manifest.files]
    wrong = [f"{name} is in it twice" for name in sorted(set(there)) if there.count(name) > 1]
    wrong += [f"{name} is missing" for name in listed if name not in there]
    wrong += [f"{name} was added" for name in dict.fromkeys(there) if name not in listed]
    if len(set(listed)) < len(listed) or manifest.size > LARGEST:
        return [*wrong, "its manifest cannot be right"]
    for file in manifest.files:
        if file.name in there and _digest(opened, file.name, file.bytes) != file.sha256:
            wrong.append(f"{file.name} was changed")
    return wrong


def _digest(opened: zipfile.ZipFile, name: str, size: int) -> str:
    """Return the SHA-256 of a file of a zip; nothing if it cannot be read or is of another size."""
    digest, left = hashlib.sha256(), size
    try:
        with _open(opened, name) as member:
            while block := member.read(_BLOCK):
                left -= len(block)
                if left < 0:
                    return ""
                digest.update(block)
    except _WRONG:
        return ""
    return digest.hexdigest() if left == 0 else ""


def _open(opened: zipfile.ZipFile, name: str) -> IO[bytes]:
    """Return a file of a zip for reading; only a way of packing that can be read bit by bit."""
    if opened.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile(f"{name} is packed in a way that no archive is")
    return opened.open(name)

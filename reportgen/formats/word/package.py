"""Turn the parts of an Office file into a zip and back, the same bytes for the same parts.

The order of the files, their times and the ids of relationships depend on nothing but the parts.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from reportgen.formats.word.xml import parse, serialise

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "svg": "image/svg+xml",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "emf": "image/x-emf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another, or to an address outside the file."""

    id: str
    kind: str
    target: str
    external: bool = False


@dataclass(slots=True)
class Package:
    """The parts of an Office file by name ("word/document.xml"), their types and their links."""

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    relations: dict[str, list[Relation]] = field(default_factory=dict)

    def add(self, name: str, data: bytes, content_type: str = "") -> None:
        """Put a part in the file, in place of one of the same name."""
        self.parts[name] = data
        if content_type:
            self.types[name] = content_type

    def remove(self, name: str) -> None:
        """Take a part out, with its own links and those that lead to it."""
        self.parts.pop(name, None)
        self.types.pop(name, None)
        self.relations.pop(name, None)
        for source, links in self.relations.items():
            self.relations[source] = [
                link for link in links if link.external or resolve(source, link.target) != name
            ]

    def relate(self, source: str, kind: str, target: str, external: bool = False) -> str:
        """Return the id of a link from `source` ("" for the file itself) to a part or address.

        A link that is there already is used again. `kind` is the last word of a standard kind of
        relationship ("image"), or a whole address.
        """
        kind = kind if "://" in kind else _KINDS + kind
        links = self.relations.setdefault(source, [])
        if not external:
            folder = posixpath.dirname(source)
            target = posixpath.relpath(target, folder) if folder else target
        for link in links:
            if (link.kind, link.target, link.external) == (kind, target, external):
                return link.id
        taken = {link.id for link in links}
        id = next(f"rId{n}" for n in range(1, len(links) + 2) if f"rId{n}" not in taken)
        links.append(Relation(id, kind, target, external))
        return id

    def related(self, source: str, kind: str) -> list[str]:
        """Return the parts that `source` links to as `kind`, in the order of its links."""
        return [
            resolve(source, link.target)
            for link in self.relations.get(source, ())
            if link.kind == _KINDS + kind and not link.external
        ]

    def to_bytes(self) -> bytes:
        """Return the file."""
        files = dict(self.parts)
        for source, links in self.relations.items():
            if links:
                files[_relations_name(source)] = _relations_part(links)
        files["[Content_Types].xml"] = self._types_part()
        return zip_bytes(sorted(files.items(), key=lambda item: _place(item[0])))

    def _types_part(self) -> bytes:
        root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
        used = {name.rsplit(".", 1)[-1].lower() for name in self.parts} | {"rels", "xml"}
        for extension in sorted(used & set(_DEFAULTS)):
            attributes = {"Extension": extension, "ContentType": _DEFAULTS[extension]}
            etree.SubElement(root, f"{{{_TYPES}}}Default", attributes)
        for name in sorted(self.types):
            attributes = {"PartName": f"/{name}", "ContentType": self.types[name]}
            etree.SubElement(root, f"{{{_TYPES}}}Override", attributes)
        return serialise(root)


def read_package(data: bytes) -> Package:
    """Return the parts of an Office file.

    Raises `zipfile.BadZipFile` or `KeyError` if it is none.
    """
    package = Package()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = parse(archive.read("[Content_Types].xml"))
        defaults = {e.get("Extension", "").lower(): e.get("ContentType", "") for e in types}
        overrides = {e.get("PartName", "").lstrip("/"): e.get("ContentType", "") for e in types}
        for name in archive.namelist():
            if name == "[Content_Types].xml" or name.endswith("/"):
                continue
            if name.endswith(".rels"):
                package.relations[_source_name(name)] = _read_relations(archive.read(name))
                continue
            kind = overrides.get(name) or defaults.get(name.rsplit(".", 1)[-1].lower(), "")
            default = _DEFAULTS.get(name.rsplit(".", 1)[-1].lower())
            package.add(name, archive.read(name), "" if kind == default else kind)
    return package


def zip_bytes(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip of files in the order given, with one fixed time for all."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            archive.writestr(entry, data, compresslevel=6)
    return buffer.getvalue()


def resolve(source: str, target: str) -> str:
    """Return the name of the part that a link from `source` leads to."""
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), target))


def _read_relations(data: bytes) -> list[Relation]:
    return [
        Relation(
            link.get("Id", ""),
            link.get("Type", ""),
            link.get("Target", ""),
            link.get("TargetMode") == "External",
        )
        for link in parse(data)
    ]


def _relations_part(links: list[Relation]) -> bytes:
    root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
    for link in links:
        attributes = {"Id": link.id, "Type": link.kind, "Target": link.target}
        if link.external:
            attributes["TargetMode"] = "External"
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", attributes)
    return serialise(root)


def _relations_name(source: str) -> str:
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _source_name(relations: str) -> str:
    folder, name = posixpath.split(relations)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def _place(name: str) -> tuple[int, str]:
    """Return the sort key of a file: what readers look for first comes first."""
    first = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
    return (first.index(name) if name in first else len(first), name)

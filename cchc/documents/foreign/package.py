"""A .docx as a package of parts, opened as what it is: a file from someone else.

Sizes are judged from the archive's list before anything is unpacked; nothing is written to disk.
Source: ECMA-376, part 2 (Open Packaging Conventions).
"""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zlib import error as ZlibError  # noqa: N812 - a class that zlib spells in lower case

from cchc.documents.foreign.disguises import refuse_disguised
from cchc.documents.foreign.harm import refuse_harmful
from cchc.documents.foreign.markup import Element, parsed
from cchc.errors import (
    NotWordDocument,
    TooLargeDocument,
    UnreadableFile,
    UnsafeDocument,
)

MAX_FILE = 100_000_000
MAX_PART = 32_000_000
"""Bytes of one XML part, unpacked: some ten thousand pages."""


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a document. Parts are unpacked one by one, when they are asked for."""

    path: Path
    archive: zipfile.ZipFile

    def root(self, name: str) -> Element | None:
        """Return the top element of an XML part, None if there is no such part."""
        if name not in self.archive.NameToInfo:
            return None
        return parsed(self.path, name, self._bytes(name))

    def related(self, source: str, kind: str) -> Iterator[tuple[str, str]]:
        """Yield (relationship id, part name) of the parts that `source` names as of a kind."""
        folder, base = posixpath.split(source)
        relationships = self.root(posixpath.join(folder, "_rels", f"{base}.rels"))
        for row in relationships if relationships is not None else ():
            if row.get("TargetMode") != "External" and row.get("Type", "").endswith(f"/{kind}"):
                yield row.get("Id", ""), _resolved(folder, row.get("Target", ""))

    def first_related(self, source: str, kind: str) -> Element | None:
        """Return the top element of the first part of a kind, None if there is none."""
        names = [name for _, name in self.related(source, kind)]
        return self.root(names[0]) if names else None

    def main(self) -> str:
        """Return the name of the part that is the document. Raises `NotWordDocument`."""
        for _, name in self.related("", "officeDocument"):
            if name.startswith("word/") and name in self.archive.NameToInfo:
                return name
        raise NotWordDocument(self.path, "trong gói không có văn bản Word", _SAVE_AS)

    def _bytes(self, name: str) -> bytes:
        try:
            with self.archive.open(name) as part:
                data = part.read(MAX_PART + 1)
        except (zipfile.BadZipFile, ZlibError, EOFError, NotImplementedError) as error:
            reason = f"phần {name} của tệp bị hỏng"
            raise NotWordDocument(self.path, reason, _REPAIR) from error
        if len(data) > MAX_PART:
            raise TooLargeDocument(self.path, f"phần {name} hơn {MAX_PART // 1_000_000} MB")
        return data


def open_package(path: Path) -> Package:
    """Return the package at a path, found to be a harmless .docx.

    Raises `UnreadableFile`, `NotWordDocument`, `LockedDocument`, `UnsafeDocument` or
    `TooLargeDocument`.
    """
    data = _read(path)
    refuse_disguised(path, data)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise NotWordDocument(path, "tệp nén bị hỏng", _REPAIR) from error
    refuse_harmful(path, archive.infolist())
    package = Package(path, archive)
    _refuse_macros(package)
    return package


_SAVE_AS = "mở trong Word, chọn Lưu thành (Save As), kiểu Word Document (.docx)"
_REPAIR = "mở và sửa trong Word (Open and Repair), hoặc xin lại tệp"


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE:
            raise TooLargeDocument(path, f"tệp hơn {MAX_FILE // 1_000_000} MB")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path, error) from error


def _refuse_macros(package: Package) -> None:
    types = package.root("[Content_Types].xml")
    if types is None:
        raise NotWordDocument(package.path, "tệp nén này không phải gói Office", _SAVE_AS)
    declared = " ".join(row.get("ContentType", "") for row in types).lower()
    names = " ".join(package.archive.namelist()).lower()
    if "macroenabled" in declared or "vbaproject" in declared or "vbaproject.bin" in names:
        raise UnsafeDocument(package.path, "có macro (mã chạy kèm tài liệu)")


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))

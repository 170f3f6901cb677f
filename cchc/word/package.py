"""A .docx as a package of parts, opened as what it is: a file from someone else.

Sizes are judged from the archive's list before anything is unpacked; nothing is written to disk.
Source: ECMA-376, part 2 (Open Packaging Conventions).
"""

import posixpath
import re
import struct
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element
from xml.sax.saxutils import quoteattr
from zipfile import ZipInfo
from zlib import error as ZlibError  # noqa: N812 - a class that zlib spells in lower case

from cchc.files import bytes_of
from cchc.word.refusal import ASK_AGAIN, REPAIR, SAVE_AS, locked, not_word, too_large, unsafe
from cchc.word.xml import parsed

MAX_ENTRIES = 5_000
MAX_TOTAL = 500_000_000
"""Bytes of all parts, unpacked; pictures make the most of it."""
MAX_RATIO = 250
"""Unpacked against packed; text of a long table reaches about 60."""

_OUTSIDE = re.compile(r"(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:|\x00")


def refuse_harmful(path: Path, entries: Sequence[ZipInfo]) -> None:
    """Raise `RefusedFile` for what an archive lists."""
    names = [entry.filename for entry in entries]
    if any(entry.flag_bits & 1 for entry in entries):
        raise locked(path)
    if any(_OUTSIDE.search(entry.orig_filename) for entry in entries):
        raise unsafe(path, "có tên phần trỏ ra ngoài gói")
    if len({name.lower() for name in names}) < len(names):
        raise unsafe(path, "có hai phần cùng tên")
    if len(entries) > MAX_ENTRIES:
        raise too_large(path, f"có {len(entries)} phần, hơn {MAX_ENTRIES}")
    if sum(entry.file_size for entry in entries) > MAX_TOTAL or any(map(_is_bomb, entries)):
        raise too_large(path, "giải nén ra quá nhiều so với cỡ tệp (bom nén)")


def _is_bomb(entry: ZipInfo) -> bool:
    large = entry.file_size > 1_000_000
    return large and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)


# Files that are called .docx and are something else: told by their first bytes.

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
"""The container of Word before 2007, and of Office's encrypted files ([MS-CFB], 2.2)."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_SIGNATURES = (
    (_OLE, "đây là tệp .doc của Word cũ (1997-2003)"),
    (b"{\\rtf", "đây là tệp RTF"),
    (b"%PDF", "đây là tệp PDF"),
    (b"<", "đây là tệp HTML hoặc XML"),
    (b"PK\x05\x06", "tệp nén rỗng"),
    (b"", "không nhận ra định dạng tệp"),
)


def refuse_disguised(path: Path, data: bytes) -> None:
    """Raise `RefusedFile` unless the bytes begin as a zip archive."""
    if data.startswith(b"PK\x03\x04"):
        return
    if not data:
        raise not_word(path, "tệp rỗng", ASK_AGAIN)
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise locked(path)
    reason = next(reason for start, reason in _SIGNATURES if data.startswith(start))
    raise not_word(path, reason, SAVE_AS)


# A .docx as a package of parts, opened as what it is: a file from someone else.

CONTENT_TYPES = "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"

_DAMAGED = (
    zipfile.BadZipFile, ZlibError, EOFError, NotImplementedError, ValueError, struct.error,
)  # fmt: skip
"""What zipfile raises of an archive that lies about itself: a place before its beginning too."""

MAX_FILE = 100_000_000
MAX_PART = 32_000_000
"""Bytes of one XML part, unpacked: some ten thousand pages."""


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a document. Parts are unpacked one by one, when they are asked for."""

    path: Path
    archive: zipfile.ZipFile
    data: bytes
    """The whole file, as it was read."""

    def names(self) -> list[str]:
        """Return the names of all parts, relationships among them."""
        return self.archive.namelist()

    def sizes(self) -> dict[str, int]:
        """Return the bytes of each part, unpacked, as the archive's list has them."""
        return {entry.filename: entry.file_size for entry in self.archive.infolist()}

    def content_types(self) -> Iterator[tuple[str, str]]:
        """Yield each part or ending that the package declares, with its content type."""
        types = self.root(CONTENT_TYPES)
        for row in types if types is not None else ():
            yield row.get("PartName", row.get("Extension", "")), row.get("ContentType", "")

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
        """Return the name of the part that is the document. Raises `RefusedFile`."""
        for _, name in self.related("", "officeDocument"):
            if name.startswith("word/") and name in self.archive.NameToInfo:
                return name
        raise not_word(self.path, "trong gói không có văn bản Word", SAVE_AS)

    def _bytes(self, name: str) -> bytes:
        try:
            with self.archive.open(name) as part:
                data = part.read(MAX_PART + 1)
        except _DAMAGED as error:
            reason = f"phần {name} của tệp bị hỏng"
            raise not_word(self.path, reason, REPAIR) from error
        if len(data) > MAX_PART:
            raise too_large(self.path, f"phần {name} hơn {MAX_PART // 1_000_000} MB")
        return data


def open_package(path: Path) -> Package:
    """Return the package at a path, found to be a harmless .docx.

    Raises `UnreadableFile`, or `RefusedFile` with why and what to do.
    """
    return package_of(path, _read(path))


def package_of(path: Path, data: bytes) -> Package:
    """Return the package of a file's bytes, found to be harmless. Raises `RefusedFile`."""
    refuse_disguised(path, data)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _DAMAGED as error:
        raise not_word(path, "tệp nén bị hỏng", REPAIR) from error
    refuse_harmful(path, archive.infolist())
    package = Package(path, archive, data)
    _refuse_macros(package)
    return package


def _read(path: Path) -> bytes:
    data = bytes_of(path, MAX_FILE)
    if len(data) > MAX_FILE:
        raise too_large(path, f"tệp hơn {MAX_FILE // 1_000_000} MB")
    return data


def _refuse_macros(package: Package) -> None:
    if CONTENT_TYPES not in package.archive.NameToInfo:
        raise not_word(package.path, "tệp nén này không phải gói Office", SAVE_AS)
    declared = " ".join(kind for _, kind in package.content_types()).lower()
    names = " ".join(package.names()).lower()
    if "macroenabled" in declared or "vbaproject" in declared or "vbaproject.bin" in names:
        raise unsafe(package.path, "có macro (mã chạy kèm tài liệu)")


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))


# Zip archives that are the same bytes for the same parts: no clock and no machine in them.

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest day a zip entry can have."""
_UNIX = 3
_ORDINARY_FILE = 0o100644 << 16


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of the parts, the content types first (as Word writes it), the rest by name.

    Stored, not compressed: what compression gives depends on the machine's zlib.
    """
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system = _UNIX
            entry.external_attr = _ORDINARY_FILE
            archive.writestr(entry, parts[name])
    return out.getvalue()


def undated(data: bytes) -> bytes:
    """Return the archive with every entry's date, system and rights as those of `pack`.

    Written over in place (PKWARE's APPNOTE, 4.3.7 and 4.3.12): unpacking and packing anew would
    cost a twentieth of the whole rendering.
    """
    out = bytearray(data)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        central, entries = archive.start_dir, archive.infolist()
    for entry in entries:
        struct.pack_into("<HH", out, entry.header_offset + 10, *_DOS_TIME_AND_DAY)
        struct.pack_into("<B", out, central + 5, _UNIX)
        struct.pack_into("<HH", out, central + 12, *_DOS_TIME_AND_DAY)
        struct.pack_into("<I", out, central + 38, _ORDINARY_FILE)
        central += 46 + sum(struct.unpack_from("<HHH", out, central + 28))  # name, extra, comment
    return bytes(out)


_DOS_TIME_AND_DAY = (0, 1 << 5 | 1)
"""1 January of year 0, which is 1980."""


# Parts put into a finished package (ECMA-376, part 2).


def repacked(parts: Mapping[str, bytes]) -> bytes:
    """Return a compressed zip of the parts in their order."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return undated(out.getvalue())


def with_element(xml: bytes, name: str, element: str) -> bytes:
    """Return an XML list with one more element at its end."""
    end = re.search(rf"</(\w+:)?{name}\s*>\s*$".encode(), xml)
    if end is None:
        raise AssertionError(name)  # a library has written it
    return xml[: end.start()] + element.encode() + xml[end.start() :]


def with_link(xml: bytes, identifier: str, kind: str, target: str) -> bytes:
    """Return the relationships of a part with one more; `kind` is one of Office's."""
    url = f"{OFFICE}/relationships/{kind}"
    link = f'<Relationship Id="{identifier}" Type="{url}" Target="{target}"/>'
    return with_element(xml, "Relationships", link)


def with_type(types: bytes, part: str, content_type: str) -> bytes:
    """Return the list of content types with that of one more part."""
    kind = f"<Override PartName={quoteattr('/' + part)} ContentType={quoteattr(content_type)}/>"
    return with_element(types, "Types", kind)

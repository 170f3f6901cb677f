"""Opening a template: a file from anyone, measured before it is unpacked, then made ready."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.errors import CchcError, NotWordTemplate, UnreadableFile

if TYPE_CHECKING:
    from cchc.documents.word import WordTemplate

MAX_BYTES = 64 * 1024 * 1024
"""Packed or unpacked; a template with a coat of arms in it is under one megabyte."""
MAX_PARTS = 2000
MAX_TEXT = 4 * 1024 * 1024
"""Bytes of XML that are read for tags; a template of thirty pages has half a megabyte."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A template that is ready to be filled, and what was mended to make it so."""

    path: Path
    document: "WordTemplate"
    notices: list[str] = field(default_factory=list)


def open_template(path: Path) -> Opened:
    """Return the template at a path.

    Raises `UnreadableFile`, `NotWordTemplate`, `HarmfulTemplate`.
    """
    data = _read(path)
    with whole(path):
        return _parsed(path, data)


@contextmanager
def whole(path: Path) -> Iterator[None]:
    """Turn what a damaged or foreign package makes python-docx stumble over into one sentence."""
    try:
        yield
    except CchcError:
        raise
    except zipfile.BadZipFile as error:
        raise NotWordTemplate(path, "không phải tệp nén của Word") from error
    except Exception as error:
        raise NotWordTemplate(path, "tệp hỏng hoặc thuộc loại khác") from error


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise NotWordTemplate(path, _TOO_LARGE)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path, error) from error


def _parsed(path: Path, data: bytes) -> Opened:
    from cchc.documents.dangers import refuse_dangers
    from cchc.documents.word import WordTemplate

    document = WordTemplate(BytesIO(data))
    sizes = _measured(path, data)
    document.init_docx()
    if document.docx.element.body is None:
        raise NotWordTemplate(path, "không có nội dung")
    if document.text_size(sizes) > MAX_TEXT:
        raise NotWordTemplate(path, f"phần chữ lớn hơn {MAX_TEXT // 1024 // 1024} MB")
    _refuse_twins(path, document)
    return Opened(path, document, refuse_dangers(path, document.docx))


def _refuse_twins(path: Path, document: "WordTemplate") -> None:
    # Where the package doesn't say which part has the properties, python-docx makes one more.
    about = document.docx.core_properties
    names = [part.partname for part in document.docx.part.package.iter_parts()]
    if about.title is None or len(set(names)) < len(names):
        raise NotWordTemplate(path, "tệp hỏng, có hai phần cùng tên")


def _measured(path: Path, data: bytes) -> dict[str, int]:
    """Return the unpacked size of each entry."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
        if sum(entry.file_size for entry in entries) > MAX_BYTES or len(entries) > MAX_PARTS:
            raise NotWordTemplate(path, _TOO_LARGE)
        if any(entry.flag_bits & 1 for entry in entries):
            raise NotWordTemplate(path, "tệp có mật khẩu")
        types = archive.read("[Content_Types].xml").lower()
        if b"macroenabled" in types or b"vbaproject" in types:
            raise NotWordTemplate(path, "tệp có macro (.docm, .dotm)")
        return {entry.filename: entry.file_size for entry in entries}


_TOO_LARGE = f"lớn hơn {MAX_BYTES // 1024 // 1024} MB"

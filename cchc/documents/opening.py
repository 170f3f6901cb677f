"""Opening a template: a file from anyone, measured before it is unpacked, then made ready."""

import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.errors import CchcError, NotWordTemplate, UnreadableFile

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

MAX_BYTES = 64 * 1024 * 1024
"""Packed or unpacked; a template with a coat of arms in it is under one megabyte."""
MAX_PARTS = 2000
MAX_TEXT = 4 * 1024 * 1024
"""Bytes of XML that are read for tags; a template of thirty pages has half a megabyte."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A template that is ready to be filled, and what was mended to make it so."""

    path: Path
    document: "DocxTemplate"
    notices: list[str] = field(default_factory=list)


def open_template(path: Path) -> Opened:
    """Return the template at a path.

    Raises `UnreadableFile`, `NotWordTemplate`, `HarmfulTemplate`.
    """
    from cchc.documents.dangers import refuse_dangers

    document = _parsed(path, _read(path))
    return Opened(path, document, refuse_dangers(path, document.docx))


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise NotWordTemplate(path, _TOO_LARGE)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path, error) from error


def _parsed(path: Path, data: bytes) -> "DocxTemplate":
    from cchc.documents.word import WordTemplate

    document = WordTemplate(BytesIO(data))
    try:
        sizes = _measured(path, data)
        document.init_docx()
    except zipfile.BadZipFile as error:
        raise NotWordTemplate(path, "không phải tệp nén của Word") from error
    except CchcError:
        raise
    except Exception as error:
        # On a damaged or a foreign package python-docx raises whatever it stumbles over.
        raise NotWordTemplate(path, "tệp hỏng hoặc thuộc loại khác") from error
    if document.docx.element.body is None:
        raise NotWordTemplate(path, "không có nội dung")
    if sum(sizes[part.partname.lstrip("/")] for part in document.parts()) > MAX_TEXT:
        raise NotWordTemplate(path, f"phần chữ lớn hơn {MAX_TEXT // 1024 // 1024} MB")
    return document


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

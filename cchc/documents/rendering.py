"""Filling a Word template: the one place where template code runs, always shut in.

docxtpl alone drops what it doesn't understand and runs whatever a template says. Here every text
is escaped, an unknown variable is an error, and the code is held by Jinja's sandbox.
"""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.documents.archive import undated
from cchc.documents.properties import Properties, set_properties
from cchc.errors import CchcError, FaultyTemplate, NotWordTemplate, UnreadableFile

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

MAX_BYTES = 64 * 1024 * 1024
"""Unpacked; a template with a coat of arms in it is under one megabyte."""


def render(template: Path, context: Mapping[str, object], properties: Properties) -> bytes:
    """Return the .docx: the template filled from the context; same input, same bytes.

    Raises a `CchcError` that names the fault of the template, or of a text, and its place.
    """
    from cchc.documents.faults import fault_of
    from cchc.documents.mending import mend
    from cchc.documents.sandbox import environment
    from cchc.documents.tags import misplaced_tag

    document = _opened(template)
    if fault := misplaced_tag(document.docx):
        raise FaultyTemplate(template, *fault)
    try:
        document.render(dict(context), environment())
    except CchcError:
        raise
    except Exception as error:
        # A template is a program: whatever it raises is a fault of the template.
        raise fault_of(template, document, context, error) from error
    mend(document.docx.element.body)
    set_properties(document.docx.core_properties, properties)
    out = BytesIO()
    document.save(out)
    return undated(out.getvalue())


def _opened(path: Path) -> "DocxTemplate":
    from docxtpl import DocxTemplate

    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path, error) from error
    document = DocxTemplate(BytesIO(data))
    try:
        _measure(path, data)
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
    return document


def _measure(path: Path, data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MAX_BYTES:
            raise NotWordTemplate(path, f"lớn hơn {MAX_BYTES // 1024 // 1024} MB")

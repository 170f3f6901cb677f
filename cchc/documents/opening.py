"""Opening a template: through the door for Word files, then refused if anything in it is active."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.errors import CchcError
from cchc.word.dangers import ATTACHED_TEMPLATE, Danger, dangers
from cchc.word.package import Package, open_package
from cchc.word.refusal import ASK_AGAIN, REPAIR, SAVE_AS, not_word, unsafe

if TYPE_CHECKING:
    from docx.document import Document

    from cchc.documents.word import WordTemplate

MAX_TEXT = 4 * 1024 * 1024
"""Bytes of XML that are read for tags; a template of thirty pages has half a megabyte."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A template that is ready to be filled, and what was mended to make it so."""

    path: Path
    document: "WordTemplate"
    notices: list[str] = field(default_factory=list)


def open_template(path: Path) -> Opened:
    """Return the template at a path. Raises `UnreadableFile` or `RefusedFile`."""
    package = open_package(path)
    package.main()
    active = list(dangers(package))
    for danger in active:
        if danger.kind != ATTACHED_TEMPLATE:
            raise unsafe(path, danger.words)
    with whole(path):
        return _parsed(package, active)


@contextmanager
def whole(path: Path) -> Iterator[None]:
    """Turn what a damaged package makes python-docx stumble over into one sentence."""
    try:
        yield
    except CchcError:
        raise
    except Exception as error:
        raise not_word(path, "tệp hỏng hoặc thuộc loại khác", REPAIR) from error


def _parsed(package: Package, links: list[Danger]) -> Opened:
    from cchc.documents.word import WordTemplate

    path = package.path
    document = WordTemplate(BytesIO(package.data))
    document.init_docx()
    if document.docx.element.body is None:
        raise not_word(path, "không có nội dung", ASK_AGAIN)
    if document.text_size(package.sizes()) > MAX_TEXT:
        raise not_word(path, f"phần chữ lớn hơn {MAX_TEXT // 1024 // 1024} MB", ASK_AGAIN)
    _refuse_twins(path, document)
    return Opened(path, document, [_detached(document.docx, link) for link in links])


def _refuse_twins(path: Path, document: "WordTemplate") -> None:
    # Where the package doesn't say which part has the properties, python-docx makes one more.
    about = document.docx.core_properties
    names = [part.partname for part in document.docx.part.package.iter_parts()]
    if about.title is None or len(set(names)) < len(names):
        raise not_word(path, "tệp hỏng, có hai phần cùng tên", SAVE_AS)


def _detached(document: "Document", link: Danger) -> str:
    """Take the link to another template out, and say so."""
    from docx.oxml.ns import qn

    for part in document.part.package.iter_parts():
        if part.partname.lstrip("/") == link.part:
            part.rels.pop(link.link, None)
            for element in list(part.element.iter(qn("w:attachedTemplate"))):
                element.getparent().remove(element)
    return f"đã bỏ liên kết tới mẫu khác: {link.words}; Word sẽ tự tải nó khi mở văn bản"

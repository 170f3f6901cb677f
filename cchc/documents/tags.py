"""The Jinja tags of a template, looked at before docxtpl reads them.

docxtpl drops text without a word where a tag isn't closed in its paragraph, and beside a tag that
stands for its whole paragraph or row. Here both are faults.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.document import Document


def misplaced_tag(document: "Document") -> tuple[str, str] | None:
    """Return what is wrong with the first misplaced tag and its paragraph's text, or None."""
    for text in _paragraphs(document):
        if "{" in text or "}" in text:
            for fault, reason in _FAULTS:
                if fault(text):
                    return reason, text
    return None


def _paragraphs(document: "Document") -> Iterator[str]:
    for part in document.part.package.iter_parts():
        element = getattr(part, "element", None)  # a picture has none
        if element is not None:
            for paragraph in element.iter(qn("w:p")):
                yield "".join(piece.text or "" for piece in paragraph.iter(qn("w:t")))


def _is_half(text: str) -> bool:
    return bool(_HALF.search(_WHOLE.sub("", text)))


def _has_company(text: str) -> bool:
    return bool(_FOR_ALL.search(text)) and not _WHOLE.fullmatch(text.strip())


_WHOLE = re.compile(r"\{\{(?:(?!\}\}).)*\}\}|\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\}", re.DOTALL)
_HALF = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_FOR_ALL = re.compile(r"\{[{%#](?:p|tr|tc) ")
_FAULTS = (
    (_is_half, "lệnh không mở và đóng trong cùng một đoạn"),
    (_has_company, "lệnh có chữ p hoặc tr phải đứng một mình trong đoạn"),
)

"""Two printed documents as one, with tracked changes between them (ECMA-376, part 1, 17.13.5)."""

from datetime import date
from io import BytesIO
from typing import NamedTuple

import docx
from docx.document import Document
from docx.oxml.ns import qn

from cchc.documents.amendment.blocks import merged
from cchc.documents.amendment.marks import Marks
from cchc.documents.amendment.markup import Element, arrange, unwrap
from cchc.documents.archive import undated


class Revision(NamedTuple):
    """Whose changes they are, as Word's review pane names them, and of which day."""

    author: str
    day: date


def amended(old: bytes, new: bytes, revision: Revision) -> bytes:
    """Return the new .docx with all that differs from the old one as tracked changes.

    Accepting all of them gives the new text, rejecting all gives the old one. Sections, headers and
    footers are the new document's. Both are documents of one template; same input, same bytes.
    """
    before, after = docx.Document(BytesIO(old)), docx.Document(BytesIO(new))
    body = after.element.body
    marks = Marks(revision.author, revision.day, _first_free(body))
    blocks = merged(_blocks(before), _blocks(after), marks)
    arrange(body, blocks, body.find(qn("w:sectPr")))
    out = BytesIO()
    after.save(out)
    return undated(out.getvalue())


def _blocks(document: Document) -> list[Element]:
    body: Element = document.element.body
    unwrap(body)
    return [block for block in body if block.tag in (qn("w:p"), qn("w:tbl"))]


def _first_free(body: Element) -> int:
    """Return the first number for a change: bookmarks and comments are numbered too."""
    used = (element.get(qn("w:id"), "") for element in body.iter())
    return max((int(number) for number in used if number.isdecimal()), default=0) + 1

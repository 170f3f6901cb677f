"""What a filled template may leave behind that Word calls a damaged or an odd document."""

from math import ceil
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.oxml.document import CT_Body
    from docx.oxml.table import CT_Row, CT_Tc
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement


def mend(body: "CT_Body") -> None:
    """Put the body in order.

    No section without content at its end, no signature alone on a page, no row that is kept whole
    and no page can hold, no cell without a paragraph.
    """
    _drop_empty_last_section(body)
    _keep_signature_with_text(body)
    _let_tall_rows_break(body)
    for cell in body.xpath(_ENDS_WITHOUT_PARAGRAPH):
        cell.append(cell.makeelement(qn("w:p")))


def _drop_empty_last_section(body: "CT_Body") -> None:
    # A plan without an appendix: the paragraph that ends the letter would be followed by an empty
    # landscape page.
    if len(body) < 2 or body[-1].tag != qn("w:sectPr"):
        return
    end, last = body[-2], body[-1]
    section = end.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    if section is None:
        return
    body.replace(last, section)
    if end.find(qn("w:r")) is None:
        body.remove(end)


def _keep_signature_with_text(body: "CT_Body") -> None:
    # Which paragraph is the last before the signature, only the plan tells.
    for table in body.xpath(_WITH_SIGNER):
        before = table.getprevious()
        if before is not None and before.tag == qn("w:p"):
            _keep_with_next(before)


def _keep_with_next(paragraph: "CT_P") -> None:
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        properties = paragraph.makeelement(qn("w:pPr"))
        paragraph.insert(0, properties)
    if properties.find(qn("w:keepNext")) is None:
        named = properties.find(qn("w:pStyle")) is not None
        properties.insert(int(named), properties.makeelement(qn("w:keepNext")))


def _let_tall_rows_break(body: "CT_Body") -> None:
    # Word breaks a row that is kept whole where no page can hold it; LibreOffice does as well, but
    # under a repeated heading it leaves out the last lines.
    for row in body.xpath(_LONG_AND_WHOLE):
        if _lines(row) > _LINES:
            whole = row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}")
            whole.getparent().remove(whole)


def _lines(row: "CT_Row") -> float:
    """Return about how many lines the row is high."""
    return max((_lines_of(cell) for cell in row.iter(qn("w:tc"))), default=0)


def _lines_of(cell: "CT_Tc") -> float:
    width = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    room = int(width.get(qn("w:w"), 0)) - _PADDING if width is not None else 0
    letters = max(room / _LETTER, _NARROW)
    lengths = map(_length, cell.iter(qn("w:p")))
    return sum(ceil(length / letters or 1) + _BETWEEN for length in lengths)


def _length(element: "BaseOxmlElement") -> int:
    # `itertext` asks python-docx's classes for their `text`, and gets every word three times.
    return sum(len(text.text or "") for text in element.iter(qn("w:t")))


_LINES = 28
"""Lines of 12 points that a landscape page surely holds under the table's heading."""
_NARROW = 8
"""Letters on a line of a narrow column."""
_LETTER = 110
"""Twentieths of a point: a wide letter of 12 points, so that rows are thought high, not low."""
_PADDING = 170
"""Twentieths of a point: a cell's own margins."""
_BETWEEN = 0.3
"""Lines between paragraphs of a cell."""

SIGNER = "HoTen"
"""The id of the style of the signer's name."""

# Looked for by lxml itself: python-docx makes an object of every element that Python looks at.
_ENDS_WITHOUT_PARAGRAPH = ".//w:tc[not(*[last()][self::w:p or self::w:sdt])]"
_WITH_SIGNER = f".//w:tbl[.//w:pStyle[@w:val='{SIGNER}']]"
_LONG_AND_WHOLE = (
    ".//w:tbl[w:tr/w:trPr/w:tblHeader]"
    f"/w:tr[w:trPr/w:cantSplit][w:tc[string-length(.) > {_LINES * _NARROW}]]"
)

"""The rows of a table, old against new, and the cells of those that stayed."""

from collections.abc import Sequence

from docx.oxml.ns import qn

from cchc.documents.alignment import aligned
from cchc.documents.amendment.marks import Marks, Status
from cchc.documents.amendment.markup import Element, arrange, source, text_of
from cchc.documents.amendment.paragraphs import Item, with_marks

_ROW, _CELL, _PARAGRAPH = qn("w:tr"), qn("w:tc"), qn("w:p")


def rows_of(table: Element | None) -> list[Element]:
    """Return the rows of a table; none of no table."""
    return _children(table, _ROW)


def merged_rows(old: Sequence[Element], new: Sequence[Element], marks: Marks) -> list[Element]:
    """Return the rows of both as one table has them, with marks on what differs."""

    def of_a_shape(a: int, b: int) -> bool:
        simple = not (_holds_table(old[a]) or _holds_table(new[b]))
        return simple and len(_cells(old[a])) == len(_cells(new[b]))

    pairs = aligned([_key(row) for row in old], [_key(row) for row in new], of_a_shape)
    if len(old) == len(new) == 1 and of_a_shape(0, 0):
        pairs = [(0, 0)]  # a table for layout: whoever signs now, the row is the same
    return [
        _row(old[a] if a is not None else None, new[b] if b is not None else None, marks)
        for a, b in pairs
    ]


def _key(row: Element) -> str:
    # A table inside a cell comes and goes whole, with its row: the last end of a cell can't.
    return source(row) if _holds_table(row) else "\t".join(map(text_of, _cells(row)))


def _row(old: Element | None, new: Element | None, marks: Marks) -> Element:
    """Return a row that stayed with what differs in its cells, or a row that came or went."""
    if old is not None and new is not None:
        if not _holds_table(new):
            for was, now in zip(_cells(old), _cells(new), strict=True):
                _mark_cell(was, now, marks)
        return new
    (row,) = (one for one in (old, new) if one is not None)
    marks.row(row, Status.DELETED if new is None else Status.INSERTED)
    return row


def _mark_cell(old: Element, new: Element, marks: Marks) -> None:
    if source(old) == source(new):
        return
    before, after = _children(old, _PARAGRAPH), _children(new, _PARAGRAPH)
    pairs = aligned([text_of(one) for one in before], [text_of(one) for one in after])
    items = [
        Item(before[a] if a is not None else None, after[b] if b is not None else None)
        for a, b in pairs
    ]
    arrange(new, with_marks(items, marks))


def _holds_table(row: Element) -> bool:
    return next(row.iter(qn("w:tbl")), None) is not None


def _cells(row: Element) -> list[Element]:
    return _children(row, _CELL)


def _children(block: Element | None, tag: str) -> list[Element]:
    return [child for child in block if child.tag == tag] if block is not None else []

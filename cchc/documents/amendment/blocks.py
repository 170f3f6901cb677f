"""The body of a document, old against new: its paragraphs and its tables."""

from collections import Counter
from collections.abc import Iterator, Sequence

from docx.oxml.ns import qn

from cchc.documents.alignment import aligned
from cchc.documents.amendment.marks import Marks
from cchc.documents.amendment.markup import Element, arrange, ends_section, source, text_of
from cchc.documents.amendment.paragraphs import Item, with_marks
from cchc.documents.amendment.rows import merged_rows, rows_of

_TABLE = qn("w:tbl")


def merged(old: Sequence[Element], new: Sequence[Element], marks: Marks) -> list[Element]:
    """Return the blocks of both as one, with marks on what differs."""
    return list(_merged(old, new, marks))


def _merged(old: Sequence[Element], new: Sequence[Element], marks: Marks) -> Iterator[Element]:
    paragraphs: list[Item] = []
    for item in _items(old, new):
        if not _is_table(item):
            paragraphs.append(item)
            continue
        yield from with_marks(paragraphs, marks)
        paragraphs = []
        yield _table(item, marks)
    yield from with_marks(paragraphs, marks)


def _items(old: Sequence[Element], new: Sequence[Element]) -> Iterator[Item]:
    def of_a_kind(a: int, b: int) -> bool:
        return (old[a].tag, ends_section(old[a])) == (new[b].tag, ends_section(new[b]))

    frames = _single_frames(old) & _single_frames(new)
    before, after = ([_key(block, frames) for block in blocks] for blocks in (old, new))
    for a, b in aligned(before, after, of_a_kind):
        yield Item(old[a] if a is not None else None, new[b] if b is not None else None)


def _key(block: Element, frames: set[str]) -> str:
    """Return what tells blocks apart: their text, or a frame that there is one table of."""
    # Signs and no words before the text: they tell kinds apart and make nothing alike.
    if block.tag != _TABLE:
        return f"{'§' * ends_section(block)}¶{text_of(block)}"
    frame = _frame(block)
    return f"▦{frame if frame in frames else text_of(block)}"


def _single_frames(blocks: Sequence[Element]) -> set[str]:
    """Return the frames that only one table has: it is from one place of the template."""
    count = Counter(_frame(block) for block in blocks if block.tag == _TABLE)
    return {frame for frame, number in count.items() if number == 1}


def _frame(table: Element) -> str:
    return source(table.find(qn("w:tblPr"))) + source(table.find(qn("w:tblGrid")))


def _is_table(item: Item) -> bool:
    return any(block is not None and block.tag == _TABLE for block in (item.old, item.new))


def _table(item: Item, marks: Marks) -> Element:
    """Return a table: its frame is the new one's, its rows are both's."""
    frame = item.new if item.new is not None else item.old
    assert frame is not None  # noqa: S101 - an item has one of them
    arrange(frame, merged_rows(rows_of(item.old), rows_of(item.new), marks))
    return frame

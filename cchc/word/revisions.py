"""A row of paragraphs, old against new, as one with tracked changes.

A mark on the end of a paragraph says that, without it, the paragraph and the next one are one: the
text stays, and what is left has the properties of the next. The last end of a cell, or before a
table, can't go. So a paragraph that comes or goes at the very end moves the mark to the paragraph
before it, whose end is what really came or went.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from io import BytesIO
from itertools import groupby
from typing import NamedTuple

import docx
from docx.document import Document
from docx.oxml.ns import qn

from cchc.word.align import LIKE, aligned, likeness
from cchc.word.package import undated
from cchc.word.revision_marks import (
    Element,
    Marks,
    RevisionStatus,
    arrange,
    element,
    ends_section,
    properties,
    source,
    text_of,
    unwrap,
)

_TOKENS = re.compile(r"\s+|\w+(?:[^\w\s]+\w+)*|[^\w\s]+")
"""Gaps; words with the signs inside them ("20/11/2025", "VP-TK"); signs by themselves."""


@dataclass(frozen=True, slots=True)
class ParagraphPiece:
    """Something of a paragraph: a token of text, or elements that stay together."""

    key: str
    """What is compared; for a text the text itself."""
    format: Element | None = None
    """The properties of the run that the text stands in."""
    elements: tuple[Element, ...] = ()
    """Of what isn't text: a line break, a picture, a field from its begin to its end."""


def pieces_of(paragraph: Element) -> list[ParagraphPiece]:
    """Return the content of a paragraph as pieces."""
    return list(_pieces(paragraph))


def elements_of(pieces: Sequence[ParagraphPiece]) -> Iterator[Element]:
    """Yield runs, and what stands beside runs, that hold the pieces; neighbours alike are one."""
    for _, group in groupby(pieces, lambda piece: None if piece.elements else source(piece.format)):
        together = list(group)
        if together[0].elements:
            for piece in together:
                yield from piece.elements
        else:
            text = "".join(piece.key for piece in together)
            yield _run(together[0].format, _text(text))


def _pieces(paragraph: Element) -> Iterator[ParagraphPiece]:
    field: list[Element] = []
    depth = 0
    for item in paragraph:
        if item.tag == qn("w:pPr"):
            continue
        depth += _depth(item)
        if depth or field:
            # From begin to end a field is one thing: half of it would be a damaged document.
            field.append(item)
            if depth <= 0:
                yield _whole(field)
                field, depth = [], 0
        elif item.tag == qn("w:r"):
            yield from _of_run(item)
        else:
            yield _whole([item])
    if field:
        yield _whole(field)


def _of_run(run: Element) -> Iterator[ParagraphPiece]:
    form = run.find(qn("w:rPr"))
    for item in run:
        if item.tag == qn("w:t"):
            yield from (ParagraphPiece(token, form) for token in _TOKENS.findall(item.text or ""))
        elif item.tag != qn("w:rPr"):
            yield ParagraphPiece(f"\0{source(item)}", form, (_run(form, item),))


def _whole(items: list[Element]) -> ParagraphPiece:
    return ParagraphPiece("\0" + "".join(map(source, items)), None, tuple(items))


def _depth(item: Element) -> int:
    kinds = [sign.get(qn("w:fldCharType")) for sign in item.iter(qn("w:fldChar"))]
    return kinds.count("begin") - kinds.count("end")


def _run(form: Element | None, item: Element) -> Element:
    run = element("w:r")
    if form is not None:
        run.append(deepcopy(form))
    run.append(deepcopy(item))
    return run


def _text(text: str) -> Element:
    made = element("w:t")
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


# What changed within a paragraph, by words: a reader is to see what is said otherwise.

Stretch = tuple[RevisionStatus, list[ParagraphPiece]]


def stretches(old: Sequence[ParagraphPiece], new: Sequence[ParagraphPiece]) -> list[Stretch]:
    """Return what is kept (as the new paragraph has it), deleted and inserted, in order."""
    found: list[Stretch] = []
    before, after = [piece.key for piece in old], [piece.key for piece in new]
    if before == after:
        return [(RevisionStatus.KEPT, list(new))]
    for kept, a, b, c, d in _blocks(before, after):
        if kept:
            found.append((RevisionStatus.KEPT, list(new[c:d])))
            continue
        found.append((RevisionStatus.DELETED, list(old[a:b])))
        found.append((RevisionStatus.INSERTED, list(new[c:d])))
    return [stretch for stretch in found if stretch[1]]


_Block = tuple[bool, int, int, int, int]


def _blocks(old: list[str], new: list[str]) -> list[_Block]:
    if likeness(" ".join(old), " ".join(new)) < LIKE and any(map(_is_word, old)):
        # Two sentences that only share "và" and "của" are not an edit of each other.
        return [(False, 0, len(old), 0, len(new))]
    # Gaps are everywhere: no match begins with one, and none is looked for.
    codes = SequenceMatcher(str.isspace, old, new, autojunk=False).get_opcodes()
    return list(_joined([(name == "equal", a, b, c, d) for name, a, b, c, d in codes], old))


def _joined(blocks: list[_Block], old: list[str]) -> Iterator[_Block]:
    """Yield the blocks, changes that only a gap or a sign keeps apart taken as one."""
    pending: _Block | None = None
    for number, block in enumerate(blocks):
        kept, a, b, c, d = block
        inner = 0 < number < len(blocks) - 1
        if kept and not (inner and not any(map(_is_word, old[a:b]))):
            yield from (pending,) if pending else ()
            yield block
            pending = None
        else:
            pending = (False, pending[1], b, pending[3], d) if pending else (False, a, b, c, d)
    yield from (pending,) if pending else ()


def _is_word(token: str) -> bool:
    return token[:1] == "\0" or any(letter.isalnum() for letter in token)


# A row of paragraphs, old against new, as one with tracked changes.


@dataclass(slots=True)
class ParagraphPair:
    """A paragraph as it was, as it is, or both."""

    old: Element | None
    new: Element | None

    @property
    def status(self) -> RevisionStatus:
        """Return what became of the paragraph."""
        if self.new is None:
            return RevisionStatus.DELETED
        return RevisionStatus.INSERTED if self.old is None else RevisionStatus.KEPT


def with_marks(items: Sequence[ParagraphPair], marks: Marks) -> list[Element]:
    """Return the paragraphs of a stretch that ends a cell, the body, or stands before a table."""
    items = _with_a_last_fellow(list(items))
    ends = [item.status for item in items]
    anchor = max((n for n, end in enumerate(ends) if end is RevisionStatus.KEPT), default=-1)
    if 0 <= anchor < len(items) - 1 and not ends_section(items[anchor].new):
        # All that follows came, or all went: the end before each of them did.
        ends = [*ends[:anchor], *ends[anchor + 1 :], RevisionStatus.KEPT]
        return [
            *(_marked(item, end, marks) for item, end in zip(items[:-1], ends[:-1], strict=True)),
            _last(items[anchor], items[-1], marks),
        ]
    return [_marked(item, end, marks) for item, end in zip(items, ends, strict=True)]


def _with_a_last_fellow(items: list[ParagraphPair]) -> list[ParagraphPair]:
    """Return the items; where some went and some came at the end, the last of both are fellows."""
    start = 1 + max(
        (n for n, item in enumerate(items) if item.status is RevisionStatus.KEPT), default=-1
    )
    gone = [n for n in range(start, len(items)) if items[n].new is None]
    come = [n for n in range(start, len(items)) if items[n].old is None]
    if not gone or not come:
        return items
    pair = ParagraphPair(items[gone[-1]].old, items[come[-1]].new)
    return [item for n, item in enumerate(items) if n not in (gone[-1], come[-1])] + [pair]


def _marked(item: ParagraphPair, end: RevisionStatus, marks: Marks) -> Element:
    paragraph = _content(item, marks)
    if item.old is not None and item.new is not None:
        marks.formerly(paragraph, item.old.find(qn("w:pPr")))
    marks.end(paragraph, end)
    return paragraph


def _last(anchor: ParagraphPair, item: ParagraphPair, marks: Marks) -> Element:
    """Return the last paragraph, whose end becomes that of the anchor if the others go."""
    paragraph = _content(item, marks)
    if item.new is not None and anchor.old is not None:
        marks.formerly(paragraph, anchor.old.find(qn("w:pPr")))
    elif item.old is not None and anchor.new is not None:
        was = deepcopy(item.old.find(qn("w:pPr")))
        _take_properties(paragraph, anchor.new)
        marks.formerly(paragraph, was)
    return paragraph


def _content(item: ParagraphPair, marks: Marks) -> Element:
    """Return the paragraph with its words marked, its end and properties not yet."""
    old, new = item.old, item.new
    marks.begin(item.status)
    if new is None or old is None:
        (only,) = (one for one in (old, new) if one is not None)
        _drop_section(only, item.status)
        marks.whole(only, item.status)
        return only
    found = stretches(pieces_of(old), pieces_of(new))
    if any(status is not RevisionStatus.KEPT for status, _ in found):
        for child in [child for child in new if child.tag != qn("w:pPr")]:
            new.remove(child)
        for status, pieces in found:
            new.extend(marks.runs(elements_of(pieces), status))
    return new


def _drop_section(paragraph: Element, status: RevisionStatus) -> None:
    # The sections are the new document's: one that went would be one too many till it is accepted.
    section = paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    if section is not None and status is RevisionStatus.DELETED:
        section.getparent().remove(section)


def _take_properties(paragraph: Element, other: Element) -> None:
    """Give a paragraph the properties of another, without its marks and its section."""
    taken = deepcopy(properties(other, "w:pPr"))
    for gone in ("./w:sectPr | ./w:pPrChange | ./w:rPr/w:ins | ./w:rPr/w:del", "./w:rPr[not(*)]"):
        for item in taken.xpath(gone):
            item.getparent().remove(item)
    paragraph.remove(properties(paragraph, "w:pPr"))
    paragraph.insert(0, taken)


# The rows of a table, old against new, and the cells of those that stayed.

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
    marks.row(row, RevisionStatus.DELETED if new is None else RevisionStatus.INSERTED)
    return row


def _mark_cell(old: Element, new: Element, marks: Marks) -> None:
    if source(old) == source(new):
        return
    before, after = _children(old, _PARAGRAPH), _children(new, _PARAGRAPH)
    pairs = aligned([text_of(one) for one in before], [text_of(one) for one in after])
    items = [
        ParagraphPair(before[a] if a is not None else None, after[b] if b is not None else None)
        for a, b in pairs
    ]
    arrange(new, with_marks(items, marks))


def _holds_table(row: Element) -> bool:
    return next(row.iter(qn("w:tbl")), None) is not None


def _cells(row: Element) -> list[Element]:
    return _children(row, _CELL)


def _children(block: Element | None, tag: str) -> list[Element]:
    return [child for child in block if child.tag == tag] if block is not None else []


# The body of a document, old against new: its paragraphs and its tables.

_TABLE = qn("w:tbl")


def merged(old: Sequence[Element], new: Sequence[Element], marks: Marks) -> list[Element]:
    """Return the blocks of both as one, with marks on what differs."""
    return list(_merged(old, new, marks))


def _merged(old: Sequence[Element], new: Sequence[Element], marks: Marks) -> Iterator[Element]:
    paragraphs: list[ParagraphPair] = []
    for item in _items(old, new):
        if not _is_table(item):
            paragraphs.append(item)
            continue
        yield from with_marks(paragraphs, marks)
        paragraphs = []
        yield _table(item, marks)
    yield from with_marks(paragraphs, marks)


def _items(old: Sequence[Element], new: Sequence[Element]) -> Iterator[ParagraphPair]:
    def of_a_kind(a: int, b: int) -> bool:
        return (old[a].tag, ends_section(old[a])) == (new[b].tag, ends_section(new[b]))

    frames = _single_frames(old) & _single_frames(new)
    before, after = ([_block_key(block, frames) for block in blocks] for blocks in (old, new))
    for a, b in aligned(before, after, of_a_kind):
        yield ParagraphPair(old[a] if a is not None else None, new[b] if b is not None else None)


def _block_key(block: Element, frames: set[str]) -> str:
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
    # The columns by their number: how wide they are may follow what stands in them.
    return source(table.find(qn("w:tblPr"))) + "|" * len(_columns(table))


def _columns(table: Element) -> list[int]:
    return [int(column.get(qn("w:w"), "0")) for column in table.iter(qn("w:gridCol"))]


def _is_table(item: ParagraphPair) -> bool:
    return any(block is not None and block.tag == _TABLE for block in (item.old, item.new))


def _table(item: ParagraphPair, marks: Marks) -> Element:
    """Return a table: its frame is the new one's, its rows are both's."""
    frame = item.new if item.new is not None else item.old
    assert frame is not None  # noqa: S101 - an item has one of them
    if item.old is not None and len(_columns(item.old)) == len(_columns(frame)):
        for row in rows_of(item.old):
            _set_widths(row, _columns(frame))
    arrange(frame, merged_rows(rows_of(item.old), rows_of(item.new), marks))
    return frame


def _set_widths(row: Element, columns: Sequence[int]) -> None:
    """Give the cells of a row the widths of other columns, of the same number."""
    first = 0
    for cell in _cells(row):
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        last = first + (int(span.get(qn("w:val"), "1")) if span is not None else 1)
        for wide in cell.iterfind(f"{qn('w:tcPr')}/{qn('w:tcW')}"):
            wide.set(qn("w:w"), str(sum(columns[first:last])))
        first = last


# Two printed documents as one, with tracked changes between them (ECMA-376, part 1, 17.13.5).


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
    blocks = merged(_body_blocks(before), _body_blocks(after), marks)
    arrange(body, blocks, body.find(qn("w:sectPr")))
    out = BytesIO()
    after.save(out)
    return undated(out.getvalue())


def _body_blocks(document: Document) -> list[Element]:
    body: Element = document.element.body
    unwrap(body)
    return [block for block in body if block.tag in (qn("w:p"), qn("w:tbl"))]


def _first_free(body: Element) -> int:
    """Return the first number for a change: bookmarks and comments are numbered too."""
    used = (element.get(qn("w:id"), "") for element in body.iter())
    return max((int(number) for number in used if number.isdecimal()), default=0) + 1

"""A row of paragraphs, old against new, as one with tracked changes.

A mark on the end of a paragraph says that, without it, the paragraph and the next one are one: the
text stays, and what is left has the properties of the next. The last end of a cell, or before a
table, can't go. So a paragraph that comes or goes at the very end moves the mark to the paragraph
before it, whose end is what really came or went.
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from docx.oxml.ns import qn

from cchc.documents.amendment.marks import Marks, Status
from cchc.documents.amendment.markup import Element, ends_section, properties
from cchc.documents.amendment.pieces import elements_of, pieces_of
from cchc.documents.amendment.wording import stretches


@dataclass(slots=True)
class Item:
    """A paragraph as it was, as it is, or both."""

    old: Element | None
    new: Element | None

    @property
    def status(self) -> Status:
        """Return what became of the paragraph."""
        if self.new is None:
            return Status.DELETED
        return Status.INSERTED if self.old is None else Status.KEPT


def with_marks(items: Sequence[Item], marks: Marks) -> list[Element]:
    """Return the paragraphs of a stretch that ends a cell, the body, or stands before a table."""
    items = _with_a_last_fellow(list(items))
    ends = [item.status for item in items]
    anchor = max((n for n, end in enumerate(ends) if end is Status.KEPT), default=-1)
    if 0 <= anchor < len(items) - 1 and not ends_section(items[anchor].new):
        # All that follows came, or all went: the end before each of them did.
        ends = [*ends[:anchor], *ends[anchor + 1 :], Status.KEPT]
        return [
            *(_marked(item, end, marks) for item, end in zip(items[:-1], ends[:-1], strict=True)),
            _last(items[anchor], items[-1], marks),
        ]
    return [_marked(item, end, marks) for item, end in zip(items, ends, strict=True)]


def _with_a_last_fellow(items: list[Item]) -> list[Item]:
    """Return the items; where some went and some came at the end, the last of both are fellows."""
    start = 1 + max((n for n, item in enumerate(items) if item.status is Status.KEPT), default=-1)
    gone = [n for n in range(start, len(items)) if items[n].new is None]
    come = [n for n in range(start, len(items)) if items[n].old is None]
    if not gone or not come:
        return items
    pair = Item(items[gone[-1]].old, items[come[-1]].new)
    return [item for n, item in enumerate(items) if n not in (gone[-1], come[-1])] + [pair]


def _marked(item: Item, end: Status, marks: Marks) -> Element:
    paragraph = _content(item, marks)
    if item.old is not None and item.new is not None:
        marks.formerly(paragraph, item.old.find(qn("w:pPr")))
    marks.end(paragraph, end)
    return paragraph


def _last(anchor: Item, item: Item, marks: Marks) -> Element:
    """Return the last paragraph, whose end becomes that of the anchor if the others go."""
    paragraph = _content(item, marks)
    if item.new is not None and anchor.old is not None:
        marks.formerly(paragraph, anchor.old.find(qn("w:pPr")))
    elif item.old is not None and anchor.new is not None:
        was = deepcopy(item.old.find(qn("w:pPr")))
        _take_properties(paragraph, anchor.new)
        marks.formerly(paragraph, was)
    return paragraph


def _content(item: Item, marks: Marks) -> Element:
    """Return the paragraph with its words marked, its end and properties not yet."""
    old, new = item.old, item.new
    marks.begin(item.status)
    if new is None or old is None:
        (only,) = (one for one in (old, new) if one is not None)
        _drop_section(only, item.status)
        marks.whole(only, item.status)
        return only
    found = stretches(pieces_of(old), pieces_of(new))
    if any(status is not Status.KEPT for status, _ in found):
        for child in [child for child in new if child.tag != qn("w:pPr")]:
            new.remove(child)
        for status, pieces in found:
            new.extend(marks.runs(elements_of(pieces), status))
    return new


def _drop_section(paragraph: Element, status: Status) -> None:
    # The sections are the new document's: one that went would be one too many till it is accepted.
    section = paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    if section is not None and status is Status.DELETED:
        section.getparent().remove(section)


def _take_properties(paragraph: Element, other: Element) -> None:
    """Give a paragraph the properties of another, without its marks and its section."""
    taken = deepcopy(properties(other, "w:pPr"))
    for gone in ("./w:sectPr | ./w:pPrChange | ./w:rPr/w:ins | ./w:rPr/w:del", "./w:rPr[not(*)]"):
        for item in taken.xpath(gone):
            item.getparent().remove(item)
    paragraph.remove(properties(paragraph, "w:pPr"))
    paragraph.insert(0, taken)

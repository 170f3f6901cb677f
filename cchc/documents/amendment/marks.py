"""The marks of tracked changes: on runs, on the ends of paragraphs, on rows, on properties.

Source: ECMA-376, part 1: 17.13.5.14 (deleted run), .15 (deleted paragraph mark), .12 (deleted row),
.18, .20 and .16 (inserted), .29 (former properties of a paragraph).
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from docx.oxml.ns import qn

from cchc.documents.amendment.markup import (
    Element,
    element,
    mark_properties,
    own_properties,
    properties,
    source,
)


class Status(StrEnum):
    """What became of something; the values are the names of Word's elements."""

    KEPT = ""
    INSERTED = "w:ins"
    DELETED = "w:del"


class Marks:
    """Makes marks, all of one author and day, numbered one after another."""

    def __init__(self, author: str, day: date, first: int) -> None:
        self._author, self._day, self._next = author, day, first
        self._kept = self._minute = 0

    def begin(self, status: Status) -> None:
        """Begin a paragraph: what is marked from here on is of its minute.

        LibreOffice takes insertions of one author and moment for one where they stand at the end of
        a paragraph and the start of the next, though the end between them was there before, and
        rejecting them joins the two. So paragraphs that stay take turns with other minutes.
        """
        self._kept += status is Status.KEPT
        self._minute = 5 + 5 * (self._kept % 2) if status is Status.KEPT else 0

    def runs(self, content: Iterable[Element], status: Status) -> list[Element]:
        """Return the content of a paragraph with its runs marked; what isn't a run holds some."""
        if status is Status.KEPT:
            return list(content)
        marked: list[Element] = []
        wrapper: Element | None = None
        for item in content:
            if item.tag != qn("w:r"):
                self._inside(item, status)
                marked.append(item)
                wrapper = None
                continue
            if wrapper is None:
                wrapper = self._mark(status)
                marked.append(wrapper)
            wrapper.append(_deleted(item) if status is Status.DELETED else item)
        return marked

    def whole(self, paragraph: Element, status: Status) -> None:
        """Mark all of a paragraph's content, not its end."""
        content = [item for item in paragraph if item.tag != qn("w:pPr")]
        for item in content:
            paragraph.remove(item)
        paragraph.extend(self.runs(content, status))

    def end(self, paragraph: Element, status: Status) -> None:
        """Mark the end of a paragraph: without it, the next one's text would go on in it."""
        if status is not Status.KEPT:
            of_mark = mark_properties(paragraph)
            of_mark.insert(0, self._mark(status))

    def row(self, row: Element, status: Status) -> None:
        """Mark a whole row, with all that is in its cells."""
        self.begin(status)
        properties(row, "w:trPr").append(self._mark(status))
        for paragraph in list(row.iter(qn("w:p"))):
            self.whole(paragraph, status)
            self.end(paragraph, status)

    def formerly(self, paragraph: Element, old: Element | None) -> None:
        """Note the properties that a paragraph had, if it has others now."""
        now = properties(paragraph, "w:pPr")
        was, new = own_properties(old), own_properties(now)
        if source(was) != source(new):
            change = self._mark_of("w:pPrChange")
            change.append(was)
            now.append(change)

    def _inside(self, holder: Element, status: Status) -> None:
        """Mark the runs in a link or a field."""
        content = list(holder)
        for item in content:
            holder.remove(item)
        holder.extend(self.runs(content, status))

    def _mark(self, status: Status) -> Element:
        return self._mark_of(status.value)

    def _mark_of(self, name: str) -> Element:
        mark = element(name)
        mark.set(qn("w:id"), str(self._next))
        mark.set(qn("w:author"), self._author)
        mark.set(qn("w:date"), f"{self._day.isoformat()}T00:{self._minute:02}:00Z")
        self._next += 1
        return mark


_DELETED_NAMES = {qn("w:t"): qn("w:delText"), qn("w:instrText"): qn("w:delInstrText")}
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def _deleted(run: Element) -> Element:
    for item in run.iter(*_DELETED_NAMES):
        item.tag = _DELETED_NAMES[item.tag]
        item.set(_XML_SPACE, "preserve")
    return run

"""What the amendment needs to know of WordprocessingML: texts, properties, wrappers."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from datetime import date
from enum import StrEnum

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

Element = BaseOxmlElement

_WRAPPERS = frozenset(map(qn, ("w:sdt", "w:customXml", "w:smartTag")))
_WRAPPED = frozenset(map(qn, ("w:sdtPr", "w:sdtEndPr", "w:customXmlPr", "w:smartTagPr")))
_NOT_OWN = frozenset(map(qn, ("w:rPr", "w:sectPr", "w:pPrChange")))
_MARKERS = frozenset(
    qn(f"w:{name}")
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference",
        "proofErr", "lastRenderedPageBreak",
    )
)  # fmt: skip


def element(name: str) -> Element:
    """Return a new element, "w:ins" and its like."""
    made: Element = OxmlElement(name)
    return made


def unwrap(root: Element) -> None:
    """Take out what wraps paragraphs, rows or runs, and marks of places, keeping the content.

    A change can't reach into a content control from outside; a place can't be marked twice.
    """
    for found in list(root.iter()):
        if found.tag in _MARKERS:
            found.getparent().remove(found)
        elif found.tag in _WRAPPERS:
            _replace(found, _content(found))


def _content(wrapper: Element) -> list[Element]:
    inner = wrapper.find(qn("w:sdtContent"))
    return [child for child in (wrapper if inner is None else inner) if child.tag not in _WRAPPED]


def _replace(old: Element, new: Iterable[Element]) -> None:
    for item in new:
        old.addprevious(item)
    old.getparent().remove(old)


def arrange(holder: Element, children: Sequence[Element], before: Element | None = None) -> None:
    """Put children into a holder in this order, at its end or before one that stays the last.

    Those that are in it already are in order and stay: moving a long table takes seconds.
    """
    for child in reversed(children):
        if child.getparent() is not holder:
            if before is None:
                holder.append(child)
            else:
                before.addprevious(child)
        before = child


def text_of(block: Element) -> str:
    """Return the words of a paragraph, a cell or a table, with a space between paragraphs."""
    words = (qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:p"))
    return "".join(
        (found.text or "") if found.tag == words[0] else " " for found in block.iter(*words)
    ).strip()


def ends_section(block: Element | None) -> bool:
    """Return whether a paragraph is the last one of a section."""
    return block is not None and block.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None


def properties(block: Element, name: str) -> Element:
    """Return the properties of a paragraph, run or row, made if there are none.

    They are the first child of any of these, but for a row's exceptions to its table (w:tblPrEx).
    """
    found: Element | None = block.find(qn(name))
    if found is None:
        found = element(name)
        exceptions = block.find(qn("w:tblPrEx"))
        block.insert(0 if exceptions is None else 1, found)
    return found


def own_properties(old: Element | None) -> Element:
    """Return a copy of a paragraph's properties without those of its mark and its section."""
    own = deepcopy(old) if old is not None else element("w:pPr")
    for item in list(own):
        if item.tag in _NOT_OWN:
            own.remove(item)
    return own


def mark_properties(paragraph: Element) -> Element:
    """Return the properties of the mark that ends a paragraph, made if there are none."""
    of_paragraph = properties(paragraph, "w:pPr")
    found: Element | None = of_paragraph.find(qn("w:rPr"))
    if found is None:
        found = element("w:rPr")
        later = [item for item in of_paragraph if item.tag in _NOT_OWN]
        if later:
            later[0].addprevious(found)
        else:
            of_paragraph.append(found)
    return found


def source(block: Element | None) -> str:
    """Return all that an element is, for comparing; "" for none.

    Not its XML: that declares what its place in a document happens to declare.
    """
    if block is None:
        return ""
    inside = "".join(map(source, block))
    return f"<{block.tag} {sorted(block.items())}>{block.text or ''}{inside}</>"


# The marks of tracked changes: on runs, on the ends of paragraphs, on rows, on properties.


class RevisionStatus(StrEnum):
    """What became of something; the values are the names of Word's elements."""

    KEPT = ""
    INSERTED = "w:ins"
    DELETED = "w:del"


class Marks:
    """Makes marks, all of one author and day, numbered one after another."""

    def __init__(self, author: str, day: date, first: int) -> None:
        self._author, self._day, self._next = author, day, first
        self._kept = self._minute = 0

    def begin(self, status: RevisionStatus) -> None:
        """Begin a paragraph: what is marked from here on is of its minute.

        LibreOffice takes insertions of one author and moment for one where they stand at the end of
        a paragraph and the start of the next, though the end between them was there before, and
        rejecting them joins the two. So paragraphs that stay take turns with other minutes.
        """
        self._kept += status is RevisionStatus.KEPT
        self._minute = 5 + 5 * (self._kept % 2) if status is RevisionStatus.KEPT else 0

    def runs(self, content: Iterable[Element], status: RevisionStatus) -> list[Element]:
        """Return the content of a paragraph with its runs marked; what isn't a run holds some."""
        if status is RevisionStatus.KEPT:
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
            wrapper.append(_deleted(item) if status is RevisionStatus.DELETED else item)
        return marked

    def whole(self, paragraph: Element, status: RevisionStatus) -> None:
        """Mark all of a paragraph's content, not its end."""
        content = [item for item in paragraph if item.tag != qn("w:pPr")]
        for item in content:
            paragraph.remove(item)
        paragraph.extend(self.runs(content, status))

    def end(self, paragraph: Element, status: RevisionStatus) -> None:
        """Mark the end of a paragraph: without it, the next one's text would go on in it."""
        if status is not RevisionStatus.KEPT:
            of_mark = mark_properties(paragraph)
            of_mark.insert(0, self._mark(status))

    def row(self, row: Element, status: RevisionStatus) -> None:
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

    def _inside(self, holder: Element, status: RevisionStatus) -> None:
        """Mark the runs in a link or a field."""
        content = list(holder)
        for item in content:
            holder.remove(item)
        holder.extend(self.runs(content, status))

    def _mark(self, status: RevisionStatus) -> Element:
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

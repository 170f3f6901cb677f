"""What the amendment needs to know of WordprocessingML: texts, properties, wrappers."""

from collections.abc import Iterable, Sequence
from copy import deepcopy

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

"""The text of a paragraph, and tags that Word has split over several of its runs, mended.

Word starts a new run wherever a spelling mark, a correction or a change of look begins. A tag is
brought together in the run it begins in, so it also takes that run's look.
"""

from collections.abc import Iterator

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from cchc.documents.tags import Tag, tags_in


def text_of(paragraph: Element) -> str:
    """Return the text of a paragraph, a space for a tab or a line break; boxes in it left out."""
    return "".join(words for _, words in _pieces(paragraph))


def mend_split_tags(paragraph: Element) -> list[str]:
    """Bring each tag that stands in several runs into its first one, and return those tags."""
    pieces = list(_pieces(paragraph))
    if sum(element.tag == _TEXT for element, _ in pieces) < 2:
        return []
    text = "".join(words for _, words in pieces)
    owners = [number for number, (_, words) in enumerate(pieces) for _ in words]
    split = [
        tag
        for tag in tags_in(text)
        if isinstance(tag, Tag) and owners[tag.start] != owners[tag.end - 1]
    ]
    for tag in split:
        owners[tag.start : tag.end] = [owners[tag.start]] * (tag.end - tag.start)
    if split:
        _write(pieces, text, owners)
    return [text[tag.start : tag.end] for tag in split]


def _pieces(paragraph: Element) -> Iterator[tuple[Element, str]]:
    for element in paragraph.iter(_TEXT, *_SPACES):
        if next(element.iterancestors(_PARAGRAPH)) is paragraph:
            yield element, (element.text or "") if element.tag == _TEXT else " "


def _write(pieces: list[tuple[Element, str]], text: str, owners: list[int]) -> None:
    words: list[list[str]] = [[] for _ in pieces]
    for owner, letter in zip(owners, text, strict=True):
        words[owner].append(letter)
    for (element, _), letters in zip(pieces, words, strict=True):
        if element.tag == _TEXT:
            element.text = "".join(letters)
            element.set(_SPACE, "preserve")
        elif not letters:
            element.getparent().remove(element)


_PARAGRAPH, _TEXT = qn("w:p"), qn("w:t")
_SPACES = (qn("w:tab"), qn("w:br"), qn("w:cr"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

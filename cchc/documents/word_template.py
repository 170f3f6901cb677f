"""docxtpl, with what an official document needs otherwise: nothing mended in silence.

Its tags are found in one pass, each whole or told as half; and what Word has split over several
runs is brought together: Word starts a new run wherever a spelling mark, a correction or a change
of look begins. A tag is brought together in the run it begins in, so it also takes that run's look.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docxtpl import DocxTemplate
from lxml import etree

if TYPE_CHECKING:
    from jinja2 import Environment


class WordTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl has no annotations
    """A Word template whose XML is checked, and whose every part is filled once."""

    def parts(self) -> Iterator[Part]:
        """Yield the parts that have tags: the body, headers and footers, notes."""
        main = self.docx.part
        yield main
        seen = set()
        for relationship in main.rels.values():
            if relationship.reltype in _FILLED:
                part = relationship.target_part
                if part.partname not in seen:
                    seen.add(part.partname)
                    yield part

    def fix_tables(self, xml: str) -> Any:
        """Return the filled body as a tree. Raises `CutApart` where it isn't whole.

        docxtpl itself lets the parser leave out what doesn't fit.
        """
        try:
            whole = etree.fromstring(xml, _STRICT)
        except etree.XMLSyntaxError as error:
            raise CutApart(str(error)) from error
        # Only rows of different numbers of cells need docxtpl's care.
        return super().fix_tables(xml) if self._has_columns else whole

    def patch_xml(self, src_xml: str) -> str:
        """Return the XML as a Jinja template. Raises `OutsideText` for tags that nobody sees."""
        if stray := tag_outside_text(src_xml):
            raise OutsideText(stray)
        self._has_columns = "{%tc " in src_xml or self._has_columns
        patched: str = super().patch_xml(src_xml)
        # docxtpl gives Jinja < and > as they are typed, but leaves & as XML writes it.
        return _TAG.sub(_with_and, patched) if "&amp;" in patched else patched

    def resolve_listing(self, xml: str) -> str:
        """Return the XML with Word's line breaks for those in texts.

        docxtpl's own way takes a time that grows with the square of a document of empty paragraphs.
        """
        return _BROKEN.sub(_with_breaks, xml)

    def map_tree(self, tree: Any) -> None:
        """Put the filled body in the place of the template's.

        That one is emptied first: moved out whole, its size would count squared.
        """
        self.docx.element.body.clear()
        super().map_tree(tree)

    def text_size(self, sizes: Mapping[str, int]) -> int:
        """Return the bytes that are read for tags; a header costs each time it is referred to."""
        main = self.docx.part
        parts = [main, *(r.target_part for r in main.rels.values() if r.reltype in _FILLED)]
        return sum(sizes.get(part.partname.lstrip("/"), 0) for part in parts)

    def source_lines(self, part: Part) -> list[str]:
        """Return a part as Jinja reads it: a line for each paragraph, as docxtpl makes them."""
        xml = self.get_xml() if part is self.docx.part else self.get_part_xml(part)
        return re.sub(r"<w:p([ >])", r"\n<w:p\1", self.patch_xml(xml)).split("\n")

    def render_properties(self, context: Mapping[str, object], jinja_env: Any = None) -> None:
        """Do nothing: the properties are the plan's own."""

    def render_footnotes(
        self, context: Mapping[str, object], jinja_env: "Environment | None" = None
    ) -> None:
        """Fill the notes, each part once: filled again, what a plan says would run as code."""
        for part in self.parts():
            if part.content_type in _NOTE_TYPES:
                xml = self.patch_xml(part.blob.decode("utf-8"))
                filled = self.render_xml_part(xml, part, context, jinja_env)
                part._blob = filled.encode("utf-8")  # noqa: SLF001 - as docxtpl does

    _has_columns = False


def _with_breaks(text: re.Match[str]) -> str:
    return text.group().replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')


def _with_and(tag: re.Match[str]) -> str:
    return tag.group().replace("&amp;", "&")


class OutsideText(Exception):
    """A tag stands in an attribute, in a field's code, in deleted text: where no reader sees it."""

    def __init__(self, tag: str) -> None:
        super().__init__(
            f"lệnh {tag} nằm ở chỗ không phải chữ của văn bản (thuộc tính của hình, mã của trường,"
            " chữ đã xóa khi theo dõi thay đổi)"
        )


class CutApart(Exception):
    """What a template makes isn't whole XML: a tag begins inside an element and ends outside."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            "lệnh cắt ngang một đoạn hoặc một bảng; lệnh mở và lệnh đóng phải cùng loại"
            f" ({{%p …, {{%tr …) và cùng chỗ ({reason})"
        )


_BROKEN = re.compile(r"<w:t(?: [^>]*)?>[^<\n]*\n[^<]*</w:t>")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_STRICT = etree.XMLParser(resolve_entities=False)
_MARGINS = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
_NOTES = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)
_FILLED = (*_MARGINS, *_NOTES)
_NOTE_TYPES = (CONTENT_TYPE.WML_FOOTNOTES, CONTENT_TYPE.WML_ENDNOTES)


# The Jinja tags in the text of a paragraph.


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: where it stands in the text, and what it says.

    `unit` is what it stands for as a whole: "p", "tr", "tc", "r", or "" for the words around it.
    """

    start: int
    end: int
    kind: str
    """"{{", "{%" or "{#"."""
    unit: str
    says: str

    @property
    def word(self) -> str:
        """Return the first word: for, endfor, if … for an instruction."""
        return self.says.split(maxsplit=1)[0] if self.says else ""


@dataclass(frozen=True, slots=True)
class Half:
    """A sign that opens or closes a tag, without its other half."""

    start: int


def tags_in(text: str) -> Iterator[Tag | Half]:
    """Yield the tags of a text in order; one pass, however many signs a text has."""
    opened: re.Match[str] | None = None
    for sign in _SIGN.finditer(text):
        if sign.group() in _CLOSES:
            if opened is not None:
                yield Half(opened.start())
            opened = sign
        elif opened is not None and sign.group() == _CLOSES[opened.group()]:
            yield _tag(text, opened, sign.end())
            opened = None
        else:
            yield Half(sign.start() if opened is None else opened.start())
            opened = None
    if opened is not None:
        yield Half(opened.start())


def tag_outside_text(xml: str) -> str:
    """Return the start of the first tag of a part that stands outside the text, or ""."""
    rest = _SHOWN_TEXT.sub("", xml)
    found = _OPENS.search(rest)
    return rest[found.start() :][:_SHOWN] if found else ""


def _tag(text: str, opened: re.Match[str], end: int) -> Tag:
    inside = text[opened.end() : end - 2]
    unit = _UNIT.match(inside)
    says = inside[unit.end() :] if unit else inside
    return Tag(opened.start(), end, opened.group(), unit[1] if unit else "", says.strip(" \t\n-+"))


_SIGN = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_OPENS = re.compile(r"\{[{%#]")
_SHOWN_TEXT = re.compile(r"<w:t(?: [^>]*)?>[^<]*</w:t>")
_SHOWN = 40
_CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
# docxtpl knows them only without a space before: "{% p if …" is an unknown instruction to Jinja.
_UNIT = re.compile(r"(p|tr|tc|r)(?=\s)")


# The text of a paragraph, and tags that Word has split over several of its runs, mended.


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

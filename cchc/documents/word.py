"""docxtpl, with what an official document needs otherwise: nothing mended in silence."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part
from docxtpl import DocxTemplate
from lxml import etree

from cchc.documents.tags import tag_outside_text

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
        told = [main, *(r.target_part for r in main.rels.values() if r.reltype in _FILLED)]
        return sum(sizes.get(part.partname.lstrip("/"), 0) for part in told)

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

"""The templates that the package ships: Word files, their own source, in the decree's form."""

from collections.abc import Iterator

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from cchc.documents.templates import built_in
from cchc.documents.variables import SPECIMENS

# The order of children in the schema (ECMA-376, part 1): Word refuses a file that has another.
ORDERS = {
    "w:pPr": "pStyle keepNext keepLines widowControl pBdr spacing ind jc outlineLvl rPr sectPr",
    "w:rPr": "rStyle rFonts b bCs i iCs sz szCs lang",
    "w:tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "w:tcPr": "tcW gridSpan vAlign",
    "w:sectPr": "headerReference type pgSz pgMar pgNumType titlePg",
    "w:style": "name basedOn uiPriority semiHidden qFormat pPr rPr tblPr",
    "w:settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang "
    "decimalSymbol listSeparator",
}


@pytest.fixture(params=SPECIMENS)
def document(request: pytest.FixtureRequest) -> Document:
    """Each template in turn."""
    return docx.Document(str(built_in(f"{request.param}.docx")))


def elements(document: Document, tag: str) -> Iterator[BaseOxmlElement]:
    for part in document.part.package.iter_parts():
        if part.content_type.endswith("+xml"):
            yield from parse_xml(part.blob).iter(qn(tag))


def test_there_is_one_for_each_specimen_and_no_other() -> None:
    folder = built_in().parent
    assert {path.stem for path in folder.glob("*.docx")} == set(SPECIMENS)


def test_children_stand_in_the_order_of_the_schema(document: Document) -> None:
    for tag, names in ORDERS.items():
        order = [qn(f"w:{name}") for name in names.split()]
        found = [[child.tag for child in element] for element in elements(document, tag)]
        assert found, tag
        for children in found:
            assert children == sorted(children, key=order.index)


def test_every_style_names_its_font_in_all_four_slots(document: Document) -> None:
    fonts = list(elements(document, "w:rFonts"))
    assert len(fonts) > 30
    for font in fonts:
        slots = {slot: font.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
        assert set(slots.values()) == {"Times New Roman"}
        assert len(font.attrib) == 4  # no theme font beside them


def test_there_is_no_theme_and_no_colour_but_black(document: Document) -> None:
    parts = list(document.part.package.iter_parts())
    assert not [part.partname for part in parts if "theme" in part.partname]
    assert not list(elements(document, "w:color"))
    roots = [parse_xml(part.blob) for part in parts if part.content_type.endswith("+xml")]
    colours = {element.get(qn("w:color")) for root in roots for element in root.iter()}
    assert colours - {None} == {"000000"}


def test_rules_are_drawn_and_nothing_is_underlined(document: Document) -> None:
    assert len(list(elements(document, "w:pBdr"))) == 3
    assert not list(elements(document, "w:u"))


def test_the_language_is_vietnamese(document: Document) -> None:
    assert [lang.get(qn("w:val")) for lang in elements(document, "w:lang")] == ["vi-VN"]


def test_every_style_that_is_used_is_there_under_a_vietnamese_name(document: Document) -> None:
    styles = {style.style_id: style.name for style in document.styles}
    used = {
        str(use.get(qn("w:val")))
        for tag in ("w:pStyle", "w:rStyle", "w:tblStyle")
        for use in elements(document, tag)
    }
    assert len(used) > 15
    assert used <= styles.keys()
    assert {"Nội dung", "Mục", "Khoản", "Căn cứ", "Nơi nhận", "Ô bảng"} <= set(styles.values())


def test_no_style_has_a_comma_in_its_name(document: Document) -> None:
    # Word reads "Ô bảng, trái" as two names of one style, and its validator refuses the file.
    names = [style.find(qn("w:name")).get(qn("w:val")) for style in elements(document, "w:style")]
    assert len(names) > 30
    assert not [name for name in names if "," in name]

"""The built-in template: what the form makes, in the shape that Word's schema wants."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from cchc.documents.form.package import template
from cchc.documents.profile import ND30_2020
from cchc.documents.template import built_in

PARTS = ("word/document.xml", "word/styles.xml", "word/header1.xml", "word/settings.xml")

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


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(template(ND30_2020))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def elements(parts: dict[str, bytes], tag: str) -> Iterator[BaseOxmlElement]:
    for name in PARTS:
        yield from parse_xml(parts[name]).iter(qn(tag))


def test_the_template_in_the_repository_is_the_one_that_the_form_makes() -> None:
    assert built_in().read_bytes() == template(ND30_2020)


@pytest.mark.parametrize("tag", ORDERS)
def test_children_stand_in_the_order_of_the_schema(parts: dict[str, bytes], tag: str) -> None:
    order = [qn(f"w:{name}") for name in ORDERS[tag].split()]
    found = [[child.tag for child in element] for element in elements(parts, tag)]
    assert found
    for children in found:
        assert children == sorted(children, key=order.index)


def test_every_style_names_its_font_in_all_four_slots(parts: dict[str, bytes]) -> None:
    fonts = list(elements(parts, "w:rFonts"))
    assert len(fonts) > 30
    for font in fonts:
        slots = {slot: font.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
        assert set(slots.values()) == {"Times New Roman"}
        assert len(font.attrib) == 4  # no theme font beside them


def test_there_is_no_theme_and_no_colour_but_black(parts: dict[str, bytes]) -> None:
    assert not [name for name in parts if "theme" in name]
    assert not list(elements(parts, "w:color"))
    colours = {
        element.get(qn("w:color"))
        for name in PARTS
        for element in parse_xml(parts[name]).iter()
        if element.get(qn("w:color"))
    }
    assert colours == {"000000"}


def test_rules_are_drawn_and_nothing_is_underlined(parts: dict[str, bytes]) -> None:
    assert len(list(elements(parts, "w:pBdr"))) == 3
    assert not list(elements(parts, "w:u"))


def test_the_language_is_vietnamese(parts: dict[str, bytes]) -> None:
    assert [lang.get(qn("w:val")) for lang in elements(parts, "w:lang")] == ["vi-VN"]


def test_every_style_that_is_used_is_there_under_a_vietnamese_name(
    parts: dict[str, bytes],
) -> None:
    styles = {
        str(style.get(qn("w:styleId"))): str(style.find(qn("w:name")).get(qn("w:val")))
        for style in elements(parts, "w:style")
    }
    used = {
        str(use.get(qn("w:val")))
        for tag in ("w:pStyle", "w:rStyle", "w:tblStyle")
        for use in elements(parts, tag)
    }
    assert len(used) > 20
    assert used <= styles.keys()
    assert {"Nội dung", "Mục", "Khoản", "Căn cứ", "Nơi nhận", "Ô bảng"} <= set(styles.values())

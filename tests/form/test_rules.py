"""A document that is right has no finding; broken in one way it has that rule's, and no other."""

import unicodedata
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from cchc.diagnostics import Severity, WordPlace
from cchc.form.lint import lint
from cchc.form.rules import RULEBOOK as RULES
from tests.form.office import (
    LONG,
    decision,
    element,
    find,
    letter,
    plan,
    retype,
    saved,
    short,
)

Break = Callable[[Document], object]


def rules_of(document: Document, path: Path) -> set[str]:
    return {fault.rule for fault in lint(saved(document, path / "a.docx"))}


def look(start: str, **wanted: bool) -> Break:
    def break_(document: Document) -> None:
        for key, value in wanted.items():
            for run in find(document, start).runs:
                setattr(run.font, key, value)

    return break_


def sized(start: str, points: float) -> Break:
    def break_(document: Document) -> None:
        for run in find(document, start).runs:
            run.font.size = Pt(points)

    return break_


def typed(start: str, text: str) -> Break:
    return lambda document: retype(document, start, text)


def removed(*starts: str) -> Break:
    def break_(document: Document) -> None:
        for start in starts:
            found = find(document, start)._p
            found.getparent().remove(found)

    return break_


def dropped(tag: str, which: int = 0) -> Break:
    """Take the which-th element of a name out of the document."""

    def break_(document: Document) -> None:
        found = list(document.element.body.iter(qn(f"w:{tag}")))[which]
        found.getparent().remove(found)

    return break_


def set_attribute(tag: str, key: str, value: str, which: int = 0) -> Break:
    def break_(document: Document) -> None:
        list(document.element.body.iter(qn(f"w:{tag}")))[which].set(qn(f"w:{key}"), value)

    return break_


def page(**sides: float) -> Break:
    def break_(document: Document) -> None:
        for side, millimetres in sides.items():
            setattr(document.sections[0], side, Mm(millimetres))

    return break_


def header_shape(document: Document) -> None:
    document.sections[0].header.paragraphs[0].alignment = ALIGN.RIGHT


def header_size(document: Document) -> None:
    header = document.sections[0].header._element
    next(iter(header.iter(qn("w:sz")))).set(qn("w:val"), "22")


def no_header(document: Document) -> None:
    header = document.sections[0].header._element
    field = next(iter(header.iter(qn("w:fldSimple"))))
    field.getparent().remove(field)


def number_on_first(document: Document) -> None:
    document.sections[0].different_first_page_header_footer = False


def across(document: Document) -> None:
    page(page_width=297, page_height=210)(document)


def east_asian(document: Document) -> None:
    run = find(document, "- Tiếp").runs[0]._r
    run.get_or_add_rPr().append(element("rFonts", eastAsia="MS Mincho"))


def other_font(document: Document) -> None:
    find(document, "- Tiếp").runs[0].font.name = "Arial"


def red(document: Document) -> None:
    find(document, "- Tiếp").runs[0].font.color.rgb = RGBColor(255, 0, 0)


def underlined_motto(document: Document) -> None:
    dropped("pBdr", 1)(document)
    find(document, "Độc lập").runs[0].underline = True


def narrow_cell(document: Document) -> None:
    document.tables[0].rows[0].cells[1].width = Mm(85)


def tracked(document: Document) -> None:
    run = find(document, "- Tiếp").runs[0]._r
    inserted = element("ins", id="1", author="A")
    run.addprevious(inserted)
    inserted.append(run)


def commented(document: Document) -> None:
    find(document, "- Tiếp").add_run()._r.append(element("commentReference", id="0"))


def highlighted(document: Document) -> None:
    find(document, "- Tiếp").runs[0].font.highlight_color = WD_COLOR_INDEX.YELLOW


def draft(document: Document) -> None:
    number = find(document, "Số:")
    added = deepcopy(number._p)
    number._p.addnext(added)
    next(iter(added.iter(qn("w:t")))).text = "DỰ THẢO"


def emptied(document: Document) -> None:
    find(document, "- Tiếp")._p.addprevious(element("p"))


def fetched(document: Document) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    document.part.relate_to("file://server/share/a.png", kind, is_external=True)


def shaped(start: str, **wanted: object) -> Break:
    def break_(document: Document) -> None:
        for key, value in wanted.items():
            setattr(find(document, start).paragraph_format, key, value)

    return break_


def aligned(start: str, align: ALIGN) -> Break:
    def break_(document: Document) -> None:
        find(document, start).alignment = align

    return break_


def small_table(document: Document) -> None:
    document.tables[2].rows[3].cells[1].paragraphs[1].runs[0].font.size = Pt(9)


def tabbed_head(document: Document) -> None:
    head = document.tables[0]._tbl
    for text in ("ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 05\tSơn Hạ, ngày"):
        head.addprevious(deepcopy(find(document, "KẾ HOẠCH")._p))
        retype(document, "KẾ HOẠCH", text)
    head.getparent().remove(head)


def tabbed_closing(document: Document) -> None:
    closing = document.tables[1]._tbl
    for text in ("Nơi nhận:\tTM. ỦY BAN NHÂN DÂN", "- Lưu: VT.\tCHỦ TỊCH", "\tĐinh Trường Sơn"):
        closing.addprevious(deepcopy(find(document, "- Lưu")._p))
        retype(document, "- Lưu", text)
    closing.getparent().remove(closing)


def number_in_footer(document: Document) -> None:
    section = document.sections[0]
    for paragraph in section.header.paragraphs:
        section.footer._element.append(paragraph._p)
    section.header.add_paragraph()


def first_of_two_appendices(document: Document) -> None:
    retype(document, "Phụ lục", "Phụ lục I")
    for start, text in (("Phụ lục", "Phụ lục II"), ("(Kèm", "(Kèm theo Kế hoạch số 05/KH-UBND)")):
        placed = deepcopy(find(document, start)._p)
        document.element.body[-1].addprevious(placed)
        Paragraph(placed, document._body).runs[0].text = text
    removed("(Kèm")(document)


def arabic_number(document: Document) -> None:
    retype(document, "Phụ lục", "Phụ lục I")
    for start, text in (("Phụ lục", "Phụ lục 2"), ("(Kèm", "(Kèm theo Kế hoạch số 05/KH-UBND)")):
        placed = deepcopy(find(document, start)._p)
        document.element.body[-1].addprevious(placed)
        Paragraph(placed, document._body).runs[0].text = text


BREAKS: tuple[tuple[str, Callable[[], Document], Break], ...] = (
    ("page-size", letter, page(page_width=216, page_height=279)),
    ("page-orientation", plan, across),
    ("page-margins", plan, page(left_margin=25)),
    ("page-number-missing", plan, no_header),
    ("page-number-place", plan, header_shape),
    ("page-number-place", plan, number_in_footer),
    ("page-number-first", plan, number_on_first),
    ("page-number-letters", plan, header_size),
    ("page-number-letters", plan, set_attribute("pgNumType", "fmt", "lowerRoman")),
    ("page-number-appendix", plan, dropped("pgNumType")),
    ("font", plan, other_font),
    ("font-slots", plan, east_asian),
    ("colour", plan, red),
    ("rule-colour", plan, set_attribute("top", "color", "4472C4")),
    ("not-of-form", plan, removed("Số:", "Sơn Hạ, ngày", "KẾ HOẠCH")),
    ("tracked-changes", plan, tracked),
    ("comments", plan, commented),
    ("highlight", plan, highlighted),
    ("placeholder", plan, typed("- Tiếp", "- Hoàn thành trước ngày ………/2025;")),
    ("draft-word", plan, draft),
    ("empty-paragraphs", plan, emptied),
    ("doubled-spaces", plan, typed("a) Rà", "a) Rà  soát;")),
    ("signer-capitals", plan, typed("Đinh Trường", "ĐINH TRƯỜNG SƠN")),
    ("signer-degree", plan, typed("Đinh Trường", "ThS. Đinh Trường Sơn")),
    ("appendix-capitals", plan, typed("Phụ lục", "PHỤ LỤC")),
    ("subject-mark", plan, typed("Cải cách", "Cải cách hành chính năm 2025.")),
    ("active-content", plan, fetched),
    ("composed-letters", plan, typed("a)", unicodedata.normalize("NFD", "a) Rà soát;"))),
    ("legacy-encoding", plan, typed("- Tiếp", "- TiÕp tôc thùc hiÖn c«ng t¸c c¶i c¸ch hµnh chÝnh")),
    ("hidden-letters", plan, typed("a)", "a) Rà\u200b soát;")),
    ("nation-text", plan, typed("CỘNG", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
    ("nation-text", plan, removed("CỘNG")),
    ("nation-letters", plan, sized("CỘNG", 11)),
    ("motto-text", plan, typed("Độc lập", "Độc lập – Tự do – Hạnh phúc")),
    ("motto-letters", plan, look("Độc lập", italic=True)),
    ("motto-rule", plan, underlined_motto),
    ("agency-missing", plan, removed("ỦY BAN NHÂN DÂN")),
    ("agency-letters", plan, look("ỦY BAN NHÂN DÂN", bold=False)),
    ("agency-rule", plan, dropped("pBdr")),
    ("letterhead-wraps", plan, narrow_cell),
    ("tabbed-layout", plan, tabbed_head),
    ("tabbed-layout", plan, tabbed_closing),
    ("number-form", plan, typed("Số:", "Số: 5/KH-UBND")),
    ("number-form", plan, typed("Số:", "Số: 05/KH - UBND")),
    ("number-form", plan, removed("Số:")),
    ("number-form", plan, typed("Số:", "Số 05")),
    ("number-form", plan, typed("Số:", "Số 05/KH-UBND")),
    ("number-form", plan, typed("Số:", "Số: 05/KH–UBND")),
    ("number-form", plan, typed("Số:", "Số: 05/KH-Ubnd")),
    ("number-letters", plan, look("Số:", bold=True)),
    ("symbol-kind", plan, typed("Số:", "Số: 05/BC-UBND")),
    ("symbol-kind", letter, typed("Số:", "Số: 12/TB-UBND")),
    ("date-form", plan, typed("Sơn Hạ,", "Sơn Hạ, ngày 5 tháng 12 năm 2024")),
    ("date-form", plan, typed("Sơn Hạ,", "Sơn Hạ, ngày 05 tháng 2 năm 2025")),
    ("date-form", plan, typed("Sơn Hạ,", "Sơn Hạ, ngày 05 tháng 03 năm 2025")),
    ("date-form", plan, typed("Sơn Hạ,", "Sơn Hạ, ngày 31 tháng 11 năm 2025")),
    ("date-form", plan, removed("Sơn Hạ,")),
    ("date-form", plan, typed("Sơn Hạ,", "Sơn Hạ, ngày năm tháng 12 năm 2024")),
    ("date-letters", plan, look("Sơn Hạ,", italic=False)),
    ("place-missing", plan, typed("Sơn Hạ,", "ngày 05 tháng 12 năm 2024")),
    ("place-missing", plan, typed("Sơn Hạ,", "Sơn Hạ ngày 05 tháng 12 năm 2024")),
    ("letter-subject-letters", letter, look("V/v", italic=True)),
    ("title-missing", plan, removed("Cải cách hành chính")),
    ("title-missing", letter, removed("V/v")),
    ("title-letters", plan, look("Cải cách hành chính", bold=False)),
    ("title-letters", plan, sized("KẾ HOẠCH", 16)),
    ("title-place", plan, aligned("KẾ HOẠCH", ALIGN.LEFT)),
    ("title-place", plan, shaped("KẾ HOẠCH", first_line_indent=Mm(12.7))),
    ("subject-rule", plan, dropped("pBdr", 2)),
    ("basis-letters", plan, look("Căn cứ Luật", italic=False)),
    ("basis-marks", plan, typed("Căn cứ Luật", "Căn cứ Luật Tổ chức chính quyền địa phương.")),
    ("body-size", plan, sized("- Tiếp", 12)),
    ("body-slope", plan, look("- Tiếp", italic=True)),
    ("body-slope", plan, look("- Tiếp", bold=True)),
    ("body-justified", plan, aligned("- Tiếp", ALIGN.LEFT)),
    ("first-line", plan, shaped("- Tiếp", first_line_indent=Mm(5))),
    ("paragraph-spacing", plan, shaped("a)", space_after=Pt(3))),
    ("line-spacing", plan, shaped("- Tiếp", line_spacing=2.0)),
    ("line-spacing", plan, shaped("- Tiếp", line_spacing=Pt(12))),
    ("heading-letters", plan, typed("I. MỤC", "I. Mục đích")),
    ("heading-numbers", plan, typed("II.", "III. NHIỆM VỤ (Có phụ lục kèm theo)")),
    ("heading-numbers", plan, typed("2.", "3. Mục tiêu cụ thể")),
    ("heading-numbers", plan, typed("đ)", "e) Tổng kết.")),
    ("heading-numbers", decision, typed("Điều 2", "Điều 3. Quyết định có hiệu lực./.")),
    ("clause-letters", plan, look("1. Mục", bold=False)),
    ("end-mark", plan, typed("Trên đây", "Trên đây là Kế hoạch năm 2025.")),
    ("signer-form", plan, typed("TM.", "T/M ỦY BAN NHÂN DÂN")),
    ("signer-form", plan, removed("Đinh Trường Sơn")),
    ("signer-form", plan, removed("CHỦ TỊCH")),
    ("signer-form", plan, removed("TM.", "CHỦ TỊCH", "Đinh Trường Sơn")),
    ("signer-letters", plan, look("CHỦ TỊCH", bold=False)),
    ("signature-split", plan, dropped("cantSplit")),
    ("recipients-form", plan, typed("- UBND", "UBND huyện;")),
    ("recipients-form", plan, typed("- UBND", "- UBND huyện")),
    ("recipients-form", plan, typed("Nơi nhận:", "Nơi nhận")),
    ("recipients-form", plan, removed("- UBND", "- Lưu")),
    ("recipients-letters", plan, sized("- UBND", 12)),
    ("recipients-archive", plan, typed("- Lưu", "- Lưu: Hồ sơ.")),
    ("appendix-heading", plan, removed("Phụ lục", "DANH MỤC", "(Kèm theo")),
    ("appendix-letters", plan, sized("Phụ lục", 13)),
    ("appendix-number", plan, arabic_number),
    ("appendix-attachment", plan, removed("(Kèm theo")),
    ("appendix-attachment", plan, first_of_two_appendices),
    ("appendix-unmentioned", plan, typed("II.", "II. NHIỆM VỤ")),
    ("table-header", plan, dropped("tblHeader")),
    ("table-letters", plan, small_table),
    ("table-width", plan, set_attribute("gridCol", "w", "12000", 5)),
)


@pytest.mark.parametrize(
    "make",
    [
        plan,
        letter,
        decision,
        lambda: short("BÁO CÁO", "BC"),
        lambda: short("TỜ TRÌNH", "TTr"),
        lambda: short("THÔNG BÁO", "TB"),
    ],
)
def test_a_document_in_the_decrees_form_has_no_finding(
    make: Callable[[], Document], tmp_path: Path
) -> None:
    assert lint(saved(make(), tmp_path / "a.docx")) == []


@pytest.mark.parametrize(
    ("rule", "make", "break_"), BREAKS, ids=[f"{row[0]}-{i}" for i, row in enumerate(BREAKS)]
)
def test_a_break_is_found_by_its_rule_and_by_no_other(
    rule: str, make: Callable[[], Document], break_: Break, tmp_path: Path
) -> None:
    document = make()
    break_(document)
    assert rules_of(document, tmp_path) == {rule}


def test_every_rule_is_broken_here_and_has_a_page() -> None:
    assert len(list(RULES)) >= 20
    assert {rule.name for rule in RULES} == {rule for rule, _, _ in BREAKS}
    for rule in RULES:
        page_ = rule.page
        assert "Vì sao: " in page_, rule.name
        assert "Nguồn: " in page_, rule.name


def test_a_finding_says_where_what_and_what_is_asked(tmp_path: Path) -> None:
    document = plan()
    sized("- Tiếp", 12)(document)
    (fault,) = lint(saved(document, tmp_path / "a.docx"))
    place = fault.place
    everything = [p.text for p in document.element.body.iter(qn("w:p")) if p is not None]
    assert isinstance(place, WordPlace)
    assert place.paragraph is not None
    assert everything[place.paragraph - 1] == f"- {LONG}"
    assert (fault.severity, fault.found) == (Severity.ERROR, "12 pt")
    assert (fault.hint, fault.excerpt[:9]) == ("cỡ chữ từ 13 đến 14 pt", "- Tiếp tụ")

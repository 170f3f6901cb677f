"""The document of the real plan, read back by python-docx: texts, sections, table, styles."""

import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table

from tests.documents.plans import printed, real_plan, words

GROUPS = 7
TASKS = 38


@pytest.fixture(scope="module")
def document() -> Document:
    return printed(real_plan())


@pytest.fixture(scope="module")
def table(document: Document) -> Table:
    return document.tables[-1]


def is_group(table: Table, number: int) -> bool:
    return len(table.rows[number]._tr.tc_lst) == 1


def test_the_letterhead_stands_first(document: Document) -> None:
    assert words(document)[:7] == [
        "ỦY BAN NHÂN DÂN\nXÃ SƠN HẠ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số:         /KH-UBND",
        "Sơn Hạ, ngày      tháng 12 năm 2024",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2025 Xã Sơn Hạ",
    ]


def test_the_headings_are_those_of_the_plan_with_outline_levels(document: Document) -> None:
    headings = {p.text: p.style.name for p in document.paragraphs if p.style}
    assert headings["I. MỤC ĐÍCH, YÊU CẦU"] == "Mục"
    assert headings["II. NHIỆM VỤ CỤ THỂ (Có phụ lục kèm theo)"] == "Mục"
    assert headings["2.1. Công chức Văn phòng - Thống kê"] == "Khoản"
    levels = {
        name: document.styles[name].element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        for name in ("Mục", "Khoản", "Điểm", "Phụ lục")
    }
    assert [level.get(qn("w:val")) for level in levels.values()] == ["0", "1", "2", "0"]


def test_the_remark_after_a_heading_is_not_bold(document: Document) -> None:
    heading = next(p for p in document.paragraphs if p.text.startswith("II."))
    assert [run.style.name for run in heading.runs][-1] == "Không đậm"


def test_legal_bases_end_with_semicolons_and_the_last_with_a_full_stop(document: Document) -> None:
    bases = [p.text for p in document.paragraphs if p.style and p.style.name == "Căn cứ"]
    assert [text[:8] + text[-1] for text in bases] == ["Căn cứ K;", "Căn cứ K."]


def test_the_letter_ends_with_the_signature_block(document: Document) -> None:
    left, right = (cell.text.split("\n") for cell in document.tables[1].rows[0].cells)
    assert left[:3] == ["Nơi nhận:", "- UBND huyện;", "- Phòng Nội vụ huyện;"]
    assert left[-2:] == ["- CT, các PCT UBND Xã;", "- Lưu: VT."]
    assert right == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Đinh Trường Sơn"]


def test_the_signature_block_stays_whole_and_with_the_text(document: Document) -> None:
    block = document.tables[1]
    assert len(block.rows) == 1
    assert block.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None
    before = block._tbl.getprevious()
    last = next(p for p in document.paragraphs if p._p is before)
    assert last.text.endswith("./.")
    assert last.style
    assert last.style.paragraph_format.keep_with_next


def geometry(section: Section) -> list[float | None]:
    lengths = (
        section.page_width,
        section.page_height,
        section.top_margin,
        section.bottom_margin,
        section.left_margin,
        section.right_margin,
    )
    return [round(length.mm) if length is not None else None for length in lengths]


def test_the_letter_is_upright_and_the_appendix_across(document: Document) -> None:
    letter, appendix = document.sections
    assert (letter.orientation, appendix.orientation) == (WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE)
    assert geometry(letter) == [210, 297, 20, 20, 30, 15]
    assert geometry(appendix) == [297, 210, 20, 20, 30, 15]


def test_pages_are_numbered_from_one_in_each_section_and_not_on_its_first(
    document: Document,
) -> None:
    for section in document.sections:
        assert section.different_first_page_header_footer
        start = section._sectPr.find(qn("w:pgNumType"))
        assert start is not None
        assert start.get(qn("w:start")) == "1"
    header = document.sections[0].header
    assert "PAGE" in header._element.xml
    assert header.paragraphs[0].style
    assert header.paragraphs[0].style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER


def test_the_letterhead_table_is_as_wide_as_measured(document: Document) -> None:
    widths = [column.width for column in document.tables[0].columns]
    assert [width and round(width.mm, 1) for width in widths] == [72.5, 101.5]
    assert "w:tblBorders" not in document.tables[0]._tbl.xml


def test_the_table_has_its_header_the_groups_and_every_task(table: Table) -> None:
    assert len(table.rows) == 1 + GROUPS + TASKS
    assert len(table.columns) == 7
    groups = [row for row in range(len(table.rows)) if is_group(table, row)]
    assert len(groups) == GROUPS
    assert table.rows[groups[-1]].cells[0].text.startswith("VII. XÂY DỰNG")
    first = [cell.text for cell in table.rows[2].cells]
    assert first[0] == "01"
    assert first[2] == "Bộ phận Văn hóa - Xã hội, Bộ phận Văn phòng - Thống kê"
    assert first[4] == "Kế hoạch thực hiện của UBND xã; báo cáo kết quả thực hiện"


def test_the_header_row_is_repeated_and_only_long_rows_may_split(table: Table) -> None:
    flags = [{child.tag for child in row._tr.xpath("w:trPr/*")} for row in table.rows]
    assert flags[0] == {qn("w:cantSplit"), qn("w:tblHeader")}
    assert all(flag <= {qn("w:cantSplit")} for flag in flags[1:])
    split = [row for row, flag in zip(table.rows, flags, strict=True) if not flag]
    assert 5 < len(split) < 25
    assert all(max(len(cell.text) for cell in row.cells) > 50 for row in split)


def test_a_group_row_spans_the_table_and_stays_with_its_first_task(table: Table) -> None:
    for number in range(len(table.rows)):
        if is_group(table, number):
            cell = table.rows[number].cells[0]
            assert cell._tc.grid_span == 7
            style = cell.paragraphs[0].style
            assert style
            assert style.paragraph_format.keep_with_next
            assert style.element.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None


def test_body_text_is_justified_with_a_first_line_and_space_between(document: Document) -> None:
    form = document.styles["Nội dung"].paragraph_format
    assert form.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert abs(form.first_line_indent - Mm(12.7)) < Pt(0.1)
    assert form.space_after == Pt(6)


def test_the_properties_are_the_plans_own(document: Document) -> None:
    core = document.core_properties
    assert core.title == "KẾ HOẠCH Cải cách hành chính năm 2025 Xã Sơn Hạ"
    assert core.author == core.last_modified_by == "ỦY BAN NHÂN DÂN XÃ SƠN HẠ"
    assert core.language == "vi-VN"
    assert f"{core.created:%Y-%m-%d}" == f"{core.modified:%Y-%m-%d}" == "2024-12-01"

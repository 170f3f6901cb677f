"""Other ways to lay out what is right: none of them is a fault."""

import copy
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt

from cchc.form.anatomy import dissected
from cchc.form.document import Component
from cchc.form.lint import lint
from cchc.form.profile import ND30_2020
from cchc.word.layout import read_paper
from tests.form.office import Line, Writer, decision, element, find, letter, plan, retype, saved

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
_WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'

OLD_LINE = f'<w:r {_W} {_V}><w:pict><v:line from="0,0" to="100,0"/></w:pict></w:r>'
SHAPE = (
    f"<w:r {_W} {_V} {_WPS} {_MC} {_A}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
    '<wps:wsp><wps:cNvCnPr/><wps:spPr><a:prstGeom prst="line"/><a:ln w="6350">{}</a:ln></wps:spPr>'
    '<wps:style><a:lnRef idx="1"><a:schemeClr val="accent1"/></a:lnRef></wps:style></wps:wsp>'
    # The same line for older programs, in a colour that nobody sees.
    '</w:drawing></mc:Choice><mc:Fallback><w:pict><v:line strokecolor="red"/></w:pict>'
    "</mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'


def drawn(run: str, *starts: str) -> Callable[[Document], None]:
    """Take the borders away and draw lines, with their anchors in some paragraphs."""

    def change(document: Document) -> None:
        for border in list(document.element.body.iter(qn("w:pBdr"))):
            border.getparent().remove(border)
        for start in starts:
            find(document, start)._p.append(parse_xml(run))

    return change


def anchored_together(document: Document) -> None:
    drawn(SHAPE.replace("{}", BLACK), "CỘNG", "CỘNG", "Cải cách")(document)


def one_paragraph_letterhead(document: Document) -> None:
    motto = find(document, "Độc lập")
    nation = find(document, "CỘNG")
    nation.runs[-1].add_break()
    nation._p.append(motto.runs[0]._r)
    motto._p.getparent().remove(motto._p)


def signed(document: Document) -> None:
    name = find(document, "Đinh Trường Sơn")
    Writer(document).write(document.tables[1].rows[0].cells[1], Line("(Đã ký)", italic=True))
    placed = document.tables[1].rows[0].cells[1].paragraphs[-1]._p
    name._p.addprevious(placed)


def broken_recipients(document: Document) -> None:
    first, second = find(document, "- UBND"), find(document, "- Lưu")
    first.runs[0].add_break()
    first._p.append(second.runs[0]._r)
    second._p.getparent().remove(second._p)


def several_addressees(document: Document) -> None:
    retype(document, "Kính gửi", "Kính gửi:")
    body = find(document, "Căn cứ")
    for text in ("- Bộ phận Tư pháp;", "- Bộ phận Tài chính."):
        body._p.addprevious(
            Writer(document).write(document, Line(text, align=ALIGN.LEFT, first=60))._p
        )


def long_subject(document: Document) -> None:
    first = find(document, "Cải cách")
    second = Writer(document).write(document, Line("trên địa bàn xã Sơn Hạ", bold=True))
    first._p.addnext(second._p)


def blank_number_and_day(document: Document) -> None:
    retype(document, "Số:", "Số:         /KH-UBND")
    retype(document, "Sơn Hạ,", "Sơn Hạ, ngày      tháng 12 năm 2024")


def dotted_number_and_day(document: Document) -> None:
    retype(document, "Số:", "Số: ……/KH-UBND")
    retype(document, "Sơn Hạ,", "Sơn Hạ, ngày … tháng … năm 2025")


def capitals_by_formatting(document: Document) -> None:
    retype(document, "KẾ HOẠCH", "Kế hoạch")
    find(document, "Kế hoạch").runs[0].font.all_caps = True


def framed_number(document: Document) -> None:
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.alignment = ALIGN.LEFT
    paragraph._p.get_or_add_pPr().insert(0, element("framePr", xAlign="center"))


def money_and_days(document: Document) -> None:
    retype(document, "b)", "30.000 đồng mỗi hồ sơ;")
    retype(document, "a)", "15 ngày làm việc;")
    for letter_, text in zip("cdđ", ("a) Giám sát;", "b) Báo cáo;", "c) Tổng kết."), strict=True):
        retype(document, f"{letter_})", text)


def without_tables(document: Document) -> None:
    """Take the letterhead and the closing out of their tables, one side after the other."""
    for table in document.tables[:2]:
        for cell in table.rows[0].cells:
            for paragraph in cell.paragraphs:
                table._tbl.addprevious(paragraph._p)
        table._tbl.getparent().remove(table._tbl)
    for start in ("TM.", "CHỦ TỊCH"):
        find(document, start).paragraph_format.keep_with_next = True


def held_by_its_lines(document: Document) -> None:
    for found in list(document.element.body.iter(qn("w:cantSplit"))):
        found.getparent().remove(found)
    for start in ("TM.", "CHỦ TỊCH"):
        find(document, start).paragraph_format.keep_with_next = True


def in_content_controls(document: Document) -> None:
    for start in ("KẾ HOẠCH", "- Tiếp"):
        found = find(document, start)._p
        control, content = element("sdt"), element("sdtContent")
        found.addprevious(control)
        control.append(content)
        content.append(found)


def members_in_a_table(document: Document) -> None:
    table = Writer(document).table(2, (60, 60))
    for row, text in zip(table.rows, ("CHỦ TỊCH", "KT. CHỦ TỊCH"), strict=True):
        row.cells[1].paragraphs[0].add_run(text)
    find(document, "II.")._p.addprevious(table._tbl)


def exact_spacing(document: Document) -> None:
    find(document, "- Tiếp").paragraph_format.line_spacing = Pt(17)


def two_appendices(document: Document) -> None:
    retype(document, "Phụ lục", "Phụ lục I")
    for line in (
        Line("Phụ lục II", bold=True),
        Line("BIỂU MẪU", bold=True),
        Line("(Kèm theo Kế hoạch số 05/KH-UBND)", italic=True),
    ):
        Writer(document).write(document, line)


def days_in_subject_and_bases(document: Document) -> None:
    """Let a subject and the first legal basis end with a day, as the date line does."""
    retype(document, "Cải cách", "Thực hiện Kết luận tại cuộc họp ngày 20 tháng 11 năm 2024")
    retype(document, "Căn cứ Luật", "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;")
    retype(document, "DANH MỤC", "VIỆC CỦA QUYẾT ĐỊNH SỐ 06/QĐ-TTG NGÀY 06 THÁNG 01 NĂM 2022")


def another_issuer(document: Document) -> None:
    """Let somebody decide whom no list of offices names, over two lines."""
    retype(document, "CHỦ TỊCH ỦY BAN", "THỦ TƯỚNG CHÍNH PHỦ")
    above = find(document, "THỦ TƯỚNG")
    above._p.addprevious(copy.deepcopy(above._p))
    retype(document, "Số: 15", "Số: 15/QĐ-TTg")


def parts_with_letters(document: Document) -> None:
    """Number parts by the Vietnamese alphabet, past the letters that are Roman numbers."""
    at = find(document, "II. NHIỆM VỤ")
    for sign in "ABCDEGHIKLMN":
        copied = copy.deepcopy(find(document, "I. MỤC ĐÍCH")._p)
        at._p.addprevious(copied)
        copied.findall(qn("w:r"))[0].find(qn("w:t")).text = f"{sign}. ĐƠN VỊ"


def clauses_with_signs(document: Document) -> None:
    """Begin the text of numbered clauses with a dash or a quotation mark."""
    for number, text in ((1, "- Hoàn thiện;"), (2, "“Số hóa” hồ sơ;"), (3, "Tổng kết.")):
        copied = copy.deepcopy(find(document, "a) Rà soát")._p)
        find(document, "II. NHIỆM VỤ")._p.addprevious(copied)
        copied.findall(qn("w:r"))[0].find(qn("w:t")).text = f"{number}. {text}"


def dotted_form(document: Document) -> None:
    retype(document, "Ghi chú", "Đơn vị: …………………………")


@pytest.mark.parametrize(
    ("make", "change"),
    [
        (plan, drawn(OLD_LINE, "ỦY BAN", "Độc lập", "Cải cách")),
        (plan, drawn(SHAPE.replace("{}", BLACK), "ỦY BAN", "Độc lập", "Cải cách")),
        (plan, anchored_together),
        (plan, one_paragraph_letterhead),
        (plan, signed),
        (plan, broken_recipients),
        (plan, long_subject),
        (plan, blank_number_and_day),
        (plan, dotted_number_and_day),
        (plan, capitals_by_formatting),
        (plan, framed_number),
        (plan, money_and_days),
        (plan, exact_spacing),
        (plan, members_in_a_table),
        (plan, without_tables),
        (plan, held_by_its_lines),
        (plan, in_content_controls),
        (plan, two_appendices),
        (plan, days_in_subject_and_bases),
        (plan, parts_with_letters),
        (plan, clauses_with_signs),
        (plan, dotted_form),
        (decision, another_issuer),
        (letter, several_addressees),
    ],
)
def test_it_is_as_right_as_the_usual_way(
    make: Callable[[], Document], change: Callable[[Document], None], tmp_path: Path
) -> None:
    document = make()
    change(document)
    assert [str(fault) for fault in lint(saved(document, tmp_path / "a.docx"))] == []


def test_a_shape_without_a_colour_of_its_own_has_the_themes(tmp_path: Path) -> None:
    document = plan()
    drawn(SHAPE.replace("{}", ""), "ỦY BAN", "Độc lập", "Cải cách")(document)
    faults = lint(saved(document, tmp_path / "a.docx"))
    assert {fault.rule for fault in faults} == {"rule-colour"}
    assert faults[0].found == "của chủ đề (accent1)"


def test_the_agency_above_is_told_from_the_one_that_issues(tmp_path: Path) -> None:
    document = plan()
    above = Writer(document).write(document, Line("ỦY BAN NHÂN DÂN HUYỆN SƠN HÀ", 13))
    find(document, "ỦY BAN NHÂN DÂN\n")._p.addprevious(above._p)
    path = saved(document, tmp_path / "a.docx")
    assert lint(path) == []
    subject = dissected(read_paper(path), ND30_2020)
    assert [p.text for p in subject.of(Component.PARENT)] == ["ỦY BAN NHÂN DÂN HUYỆN SƠN HÀ"]
    assert [p.text for p in subject.of(Component.AGENCY)] == ["ỦY BAN NHÂN DÂN", "XÃ SƠN HẠ"]


def test_the_parts_of_a_plan_are_found(tmp_path: Path) -> None:
    subject = dissected(read_paper(saved(plan(), tmp_path / "a.docx")), ND30_2020)
    once = (
        Component.NATION,
        Component.MOTTO,
        Component.NUMBER,
        Component.DATE,
        Component.KIND,
        Component.SUBJECT,
        Component.RECIPIENTS_WORD,
        Component.SIGNER,
        Component.APPENDIX_WORD,
        Component.APPENDIX_TITLE,
        Component.ATTACHMENT,
    )
    for part in once:
        assert len(list(subject.of(part))) == 1, part
    counts = {
        Component.BASIS: 2,
        Component.HEADING: 2,
        Component.CLAUSE: 2,
        Component.POINT: 5,
        Component.RECIPIENT: 2,
    }
    for part, count in counts.items():
        assert len(list(subject.of(part))) == count, part

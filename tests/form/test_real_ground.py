"""What real offices write and draw is no fault where the decree doesn't say so."""

from copy import deepcopy
from pathlib import Path

import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from cchc.diagnostics import Problem
from cchc.form.lint import lint
from tests.form.office import LONG, Line, Writer, decision, element, find, letter, plan, saved

VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'


def problems(document: Document, path: Path) -> list[Problem]:
    return lint(saved(document, path / "a.docx"))


def rules(document: Document, path: Path) -> list[str]:
    return [problem.rule for problem in problems(document, path)]


def unruled(document: Document) -> None:
    """Take away the two lines under agency and motto."""
    for border in list(document.tables[0]._tbl.iter(qn("w:pBdr"))):
        border.getparent().remove(border)


def drawn(document: Document, start: str, shape: str) -> None:
    run = parse_xml(f"<w:r {nsdecls('w')} {VML}><w:pict>{shape}</w:pict></w:r>")
    find(document, start)._p.append(run)


STRAIGHT = '<v:line from="10pt,1pt" to="90pt,1pt" strokecolor="black"/>'
CONNECTOR = '<v:shape type="#_x0000_t32" style="width:80pt;height:0" strokecolor="black"/>'
FLAT = '<v:rect style="width:80pt;height:1.5pt" o:hr="t" stroked="f" fillcolor="black"/>'
GROUP = f"<v:group>{STRAIGHT}</v:group>"


@pytest.mark.parametrize("shape", [STRAIGHT, CONNECTOR, FLAT, GROUP])
def test_lines_anchored_at_number_and_date_are_those_of_agency_and_motto(
    shape: str, tmp_path: Path
) -> None:
    document = plan()
    unruled(document)
    drawn(document, "Số:", shape)
    drawn(document, "Sơn Hạ, ngày", shape)
    assert rules(document, tmp_path) == []


def test_two_lines_at_one_anchor_are_one_for_each_side(tmp_path: Path) -> None:
    document = plan()
    unruled(document)
    drawn(document, "Sơn Hạ, ngày", STRAIGHT + STRAIGHT)
    assert rules(document, tmp_path) == []


def test_one_line_on_the_left_is_no_line_on_the_right(tmp_path: Path) -> None:
    document = plan()
    unruled(document)
    drawn(document, "Số:", STRAIGHT)
    assert rules(document, tmp_path) == ["motto-rule"]


@pytest.mark.parametrize(
    "shape",
    [
        '<v:line from="10pt,1pt" to="90pt,1pt" strokecolor="white"/>',
        '<v:line from="10pt,1pt" to="90pt,1pt" stroked="f"/>',
        '<v:rect style="width:80pt;height:60pt" strokecolor="black"/>',
    ],
)
def test_what_nobody_sees_as_a_line_is_none(shape: str, tmp_path: Path) -> None:
    document = plan()
    unruled(document)
    drawn(document, "Số:", shape)
    drawn(document, "Sơn Hạ, ngày", shape)
    assert set(rules(document, tmp_path)) == {"agency-rule", "motto-rule"}


def test_an_invisible_border_has_no_colour(tmp_path: Path) -> None:
    document = plan()
    for kind, size in (("none", "0"), ("single", "0"), ("nil", "4")):
        borders = element("pBdr")
        borders.append(element("top", val=kind, sz=size, color="E5E7EB"))
        find(document, "Cải cách hành chính")._p.get_or_add_pPr().append(deepcopy(borders))
    assert rules(document, tmp_path) == []


def test_a_frame_in_the_text_is_no_rule_of_the_decree(tmp_path: Path) -> None:
    document = plan()
    borders = element("pBdr")
    borders.append(element("top", val="single", sz="4", color="1F4E79"))
    find(document, "- Tiếp")._p.get_or_add_pPr().append(borders)
    assert rules(document, tmp_path) == []


def test_a_subject_of_a_letter_goes_on_over_a_line_that_begins_with_a_number(
    tmp_path: Path,
) -> None:
    document = letter()
    about = find(document, "V/v")
    about.runs[0].text = "V/v triển khai Công văn"
    more = deepcopy(about._p)
    about._p.addnext(more)
    next(iter(more.iter(qn("w:t")))).text = "số 3653/VPCP-CĐS"
    assert rules(document, tmp_path) == []


def test_a_hyphen_has_no_weight(tmp_path: Path) -> None:
    document = plan()
    motto = find(document, "Độc lập")
    motto.runs[0].text = "Độc lập"
    for text in (" - ", "Tự do", " - ", "Hạnh phúc"):
        run = motto.add_run(text)
        run.font.size, run.bold = motto.runs[0].font.size, text != " - "
    assert rules(document, tmp_path) == []


def test_the_line_of_attachment_may_take_two_lines(tmp_path: Path) -> None:
    document = plan()
    kept = find(document, "(Kèm theo")
    kept.runs[0].text = "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 12 năm 2024"
    more = deepcopy(kept._p)
    kept._p.addnext(more)
    next(iter(more.iter(qn("w:t")))).text = "của UBND xã Sơn Hạ)"
    assert rules(document, tmp_path) == []


def test_what_follows_the_heading_of_an_appendix_is_no_title(tmp_path: Path) -> None:
    document = plan()
    kept = find(document, "(Kèm theo")
    form = Writer(document).write(document, Line("Biểu mẫu 1", bold=True))
    group = Writer(document).write(document, Line("I. CÔNG TÁC", bold=True, align=ALIGN.JUSTIFY))
    kept._p.addnext(group._p)
    kept._p.addnext(form._p)
    assert rules(document, tmp_path) == []


def test_an_article_may_be_written_with_a_colon(tmp_path: Path) -> None:
    document = decision()
    for number in ("1", "2"):
        run = find(document, f"Điều {number}.").runs[0]
        run.text = run.text.replace(f"Điều {number}.", f"Điều {number}:")
    assert rules(document, tmp_path) == []


def test_spaces_put_the_name_of_the_state_in_the_middle_as_well(tmp_path: Path) -> None:
    document = plan()
    nation = find(document, "CỘNG HÒA")
    nation.alignment = ALIGN.LEFT
    nation.runs[0].text = "   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert rules(document, tmp_path) == []


def test_a_fault_at_many_places_is_told_once_with_their_count(tmp_path: Path) -> None:
    document = plan()
    for row in document.tables[-1].rows:
        for cell in row.cells:
            for run in (run for p in cell.paragraphs for run in p.runs):
                run.font.size = Pt(9)
    found = problems(document, tmp_path)
    assert [problem.rule for problem in found] == ["table-letters"]
    assert "48 chỗ: đoạn " in found[0].message


def test_pages_with_one_fault_are_told_together(tmp_path: Path) -> None:
    document = decision()
    document.add_section()
    document.add_paragraph(LONG)
    for section in document.sections:
        section.page_width, section.page_height = Mm(215.9), Mm(279.4)
    found = [p for p in problems(document, tmp_path) if p.rule == "page-size"]
    assert len(found) == 1
    assert "phần trang 1, 2 là 216 × 279 mm" in found[0].message


def test_one_appendix_of_several_in_other_files_may_have_its_number(tmp_path: Path) -> None:
    document = plan()
    find(document, "Phụ lục").runs[0].text = "Phụ lục III"
    assert rules(document, tmp_path) == []


def test_the_header_of_pages_that_a_section_does_not_have_is_not_judged(tmp_path: Path) -> None:
    document = letter()
    find_number = document.sections[0].header.paragraphs[0]
    find_number.alignment = ALIGN.RIGHT
    assert rules(document, tmp_path) == []


def test_a_colour_that_nobody_tells_from_black_is_black(tmp_path: Path) -> None:
    document = plan()
    find(document, "- Tiếp").runs[0].font.color.rgb = RGBColor(0x0D, 0x0D, 0x0D)
    assert rules(document, tmp_path) == []


def test_a_tint_of_the_themes_text_is_the_colour_that_came_of_it(tmp_path: Path) -> None:
    document = plan()
    for start, colour in (("- Tiếp", "0D0D0D"), ("a) Rà soát", "7F7F7F")):
        look = find(document, start).runs[0]._r.get_or_add_rPr()
        look.append(element("color", val=colour, themeColor="text1", themeTint="F2"))
    assert rules(document, tmp_path) == ["colour"]


def test_a_line_as_the_border_of_a_cell_is_a_line(tmp_path: Path) -> None:
    document = plan()
    unruled(document)
    for cell in document.tables[0].rows[0].cells:
        borders = element("tcBorders")
        borders.append(element("bottom", val="single", sz="4", color="000000"))
        cell._tc.get_or_add_tcPr().append(borders)
    assert rules(document, tmp_path) == []


def test_number_and_date_may_stand_in_a_table_of_their_own(tmp_path: Path) -> None:
    document = plan()
    head = document.tables[0]._tbl
    below = deepcopy(head)
    head.addnext(below)
    head.addnext(element("p"))
    for table, gone in ((head, ("Số:", "Sơn Hạ, ngày")), (below, ("ỦY", "CỘNG", "Độc"))):
        for p in list(table.iter(qn("w:p"))):
            text = "".join(t.text or "" for t in p.iter(qn("w:t")))
            if text.startswith(gone) or (table is below and not text):
                p.getparent().remove(p)
    assert rules(document, tmp_path) == []


def test_a_line_typed_under_the_agency_and_a_stamp_are_no_names(tmp_path: Path) -> None:
    document = plan()
    for text in ("-----o0o-----", "HỎA TỐC"):
        find(document, "Số:").insert_paragraph_before(text)
    assert rules(document, tmp_path) == []


def test_a_sign_of_another_font_is_no_letter(tmp_path: Path) -> None:
    document = plan()
    run = find(document, "- Tiếp").add_run("☐")
    run.font.size = Pt(14)
    run._r.get_or_add_rPr().append(element("rFonts", ascii="MS Gothic", hAnsi="MS Gothic"))
    assert rules(document, tmp_path) == []


def test_a_remark_behind_the_end_of_the_text_hides_no_end(tmp_path: Path) -> None:
    document = plan()
    Writer(document).body("(Kèm theo Phụ lục).")
    more = document.paragraphs[-1]._p
    find(document, "Trên đây")._p.addnext(more)
    assert rules(document, tmp_path) == []


def test_a_cell_is_as_wide_as_the_grid_lets_it_be(tmp_path: Path) -> None:
    document = plan()
    document.tables[0].autofit = True
    for cell in document.tables[0].rows[0].cells:
        next(iter(cell._tc.iter(qn("w:tcW")))).set(qn("w:w"), str(90 * 1440 // 25))
    assert rules(document, tmp_path) == []

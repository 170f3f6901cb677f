"""A Word file is read as Word shows it: its own numbers, changes accepted, nothing lost unsaid."""

from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import _Cell

from cchc.exchange.intake.blocks import Blocks, SourceParagraph, SourceTable
from cchc.exchange.intake.word import read_word
from tests.exchange.intake.papers import add_table, flat, mark, paper, saved, set_font, tasks_of

FULL = ("Sở Nội vụ", "Sở Tư pháp", "Kế hoạch", "Quý I")


def texts(source: Blocks) -> list[str]:
    return [
        block.whole for block in source.blocks if isinstance(block, SourceParagraph) and block.whole
    ]


def grid(source: Blocks) -> list[list[str]]:
    tables = [block for block in source.blocks if isinstance(block, SourceTable)]
    return [[cell.text for cell in row.cells] for row in tables[0].rows]


def wrapped(run: str, tag: str) -> str:
    return f'<w:p {nsdecls("w")}><w:{tag} w:id="1" w:author="A"><w:r>{run}</w:r></w:{tag}></w:p>'


def put(cell: _Cell, xml: str) -> None:
    cell._tc.remove(cell.paragraphs[0]._p)
    cell._tc.append(parse_xml(xml))


def test_what_was_inserted_is_read_and_what_was_deleted_is_not_and_it_is_said(
    tmp_path: Path,
) -> None:
    document = paper(("1", "Một", *FULL))
    put(document.tables[0].cell(1, 5), wrapped("<w:t>Quý II</w:t>", "ins"))
    put(document.tables[0].cell(1, 4), wrapped("<w:delText>Báo cáo</w:delText>", "del"))
    source = read_word(saved(document, tmp_path))
    assert grid(source)[1][4:] == ["", "Quý II"]
    assert "Track Changes" in source.doubts[0].why


def test_a_row_that_was_deleted_is_left_out_and_named(tmp_path: Path) -> None:
    document = paper(("1", "Một", *FULL), ("2", "Việc cũ", *FULL))
    properties = document.tables[0].rows[2]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:del"))
    source = read_word(saved(document, tmp_path))
    assert len(grid(source)) == 2
    assert source.lost[0][0] == "bảng 1, hàng 3"
    assert "Việc cũ" in source.lost[0][1]


def test_a_row_struck_through_by_hand_is_left_out_and_named(tmp_path: Path) -> None:
    document = paper(("1", "Một", *FULL), ("2", "Việc bỏ", *FULL))
    for cell in document.tables[0].rows[2].cells:
        mark(cell, "w:strike")
    source = read_word(saved(document, tmp_path))
    assert len(grid(source)) == 2
    assert "Việc bỏ" in source.lost[0][1]


def test_words_struck_through_in_a_cell_are_left_out_and_told(tmp_path: Path) -> None:
    document = paper(("1", "Một", *FULL))
    run = document.tables[0].cell(1, 1).paragraphs[0].add_run(" cũ")
    run.font.strike = True
    source = read_word(saved(document, tmp_path))
    assert grid(source)[1][1] == "Một"
    assert [(d.place, d.text) for d in source.doubts] == [("bảng 1, hàng 2, cột 2", "cũ")]


def test_numbers_that_word_writes_by_itself_are_read(tmp_path: Path) -> None:
    document = paper(("", "Một", *FULL), ("", "Hai", *FULL))
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    ))  # fmt: skip
    numbering.append(parse_xml(
        f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'
    ))  # fmt: skip
    for row in document.tables[0].rows[1:]:
        properties = row.cells[0].paragraphs[0]._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="77"/></w:numPr>'))
    assert [number for _, number, _ in flat(tasks_of(document, tmp_path))] == ["1", "2"]


def test_a_table_inside_a_cell_and_a_text_box_are_read_and_told(tmp_path: Path) -> None:
    document = paper(("1", "Một", *FULL))
    cell = document.tables[0].cell(1, 3)
    cell.text = ""
    cell.add_table(1, 1).cell(0, 0).text = "Sở Y tế"
    box = parse_xml(
        f"<w:p {nsdecls('w')}><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>PHỤ LỤC: DANH MỤC</w:t>"
        "</w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
    )
    document.element.body.insert(0, box)
    source = read_word(saved(document, tmp_path))
    assert grid(source)[1][3] == "Sở Y tế"
    assert "PHỤ LỤC: DANH MỤC" in texts(source)
    assert any("bảng nằm trong ô" in doubt.why for doubt in source.doubts)


def test_breaks_tabs_and_decomposed_letters_are_made_plain(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Quy\u0301\u00a0I\tna\u0306m\u200b 2026")
    assert texts(read_word(saved(document, tmp_path))) == ["Quý I năm 2026"]


def test_letters_of_an_old_font_are_read_as_the_page_shows_them(tmp_path: Path) -> None:
    document = paper(("1", "X©y dùng KÕ ho¹ch c¶i c¸ch", "Së Néi vô", "", "", "Quý I"))
    set_font(document, ".VnTime")
    source = read_word(saved(document, tmp_path))
    assert grid(source)[1][1:3] == ["Xây dựng Kế hoạch cải cách", "Sở Nội vụ"]
    assert any("TCVN3" in doubt.why for doubt in source.doubts)


def test_a_merged_cell_with_words_of_its_own_is_told(tmp_path: Path) -> None:
    document = paper(("1", "Một", *FULL), ("2", "Hai", None, "Sở Y tế", "Báo cáo", "Quý II"))
    hidden = document.tables[0].rows[2]._tr.findall(qn("w:tc"))[2]
    hidden.find(qn("w:p")).append(parse_xml(f"<w:r {nsdecls('w')}><w:t>Sở Xây dựng</w:t></w:r>"))
    tasks = tasks_of(document, tmp_path)
    assert flat(tasks)[1][2]["chu_tri"] == "Sở Nội vụ"
    assert any(doubt.text == "Sở Xây dựng" for doubt in tasks.doubts)


def test_comments_and_footnotes_are_told_and_not_imported(tmp_path: Path) -> None:
    document = paper(("1", "Một", *FULL))
    document.add_comment(document.paragraphs[0].runs, text="Xem lại hạn", author="A")
    source = read_word(saved(document, tmp_path))
    assert [d.text for d in source.doubts if "lời bình" in d.why] == ["Xem lại hạn"]


def test_columns_are_told_by_where_their_cells_stand_not_by_how_many_there_are(
    tmp_path: Path,
) -> None:
    document = Document()
    table = add_table(
        document,
        ("STT", "Nhiệm vụ", "<", "Chủ trì", "Thời hạn"),
        ("1", "Một", "<", "Sở Nội vụ", "Quý I"),
    )
    assert len(table.columns) == 5
    tasks = tasks_of(document, tmp_path)
    assert flat(tasks)[0][2] == {"noi_dung": "Một", "chu_tri": "Sở Nội vụ", "thoi_gian": "Quý I"}


@pytest.mark.parametrize("shape", ["trHeight", "cantSplit"])
def test_how_a_row_is_set_does_not_matter(shape: str, tmp_path: Path) -> None:
    document = paper(("1", "Một", *FULL))
    document.tables[0].rows[1]._tr.get_or_add_trPr().append(OxmlElement(f"w:{shape}"))
    assert len(flat(tasks_of(document, tmp_path))) == 1

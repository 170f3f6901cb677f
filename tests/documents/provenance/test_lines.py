"""The words of a document are what a reader reads, whatever the markup around them."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from cchc.documents.origin import PlaceKind, lines_of
from cchc.word.package import Package


def words(*paragraphs: str) -> list[str]:
    document = docx.Document()
    for xml in paragraphs:
        element = parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>")
        document.element.body.insert(len(document.element.body) - 1, element)
    return [
        line.cells[0] for line in lines_of(packaged(document)) if line.kind is PlaceKind.PARAGRAPH
    ]


def packaged(document: object) -> Package:
    out = BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return Package(Path("a.docx"), zipfile.ZipFile(out), out.getvalue())


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("7")}'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (run("một ") + run("hai"), "một hai"),
        (f"<w:ins>{run('mới')}</w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>", "mới"),
        (f"<w:del>{run('cũ')}</w:del>{run('còn')}", "còn"),
        (f"{run('trang ')}{FIELD}{run(' hết')}", "trang  hết"),
        (f'<w:fldSimple w:instr="DATE">{run("hôm nay")}</w:fldSimple>{run("ngày")}', "ngày"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>", "a\nb\tc"),
        (f"<w:hyperlink>{run('liên kết')}</w:hyperlink>", "liên kết"),
        (f"<w:sdt><w:sdtContent>{run('ô nhập')}</w:sdtContent></w:sdt>", "ô nhập"),
    ],
)
def test_a_paragraph_is_what_is_read(xml: str, text: str) -> None:
    assert words(xml) == [text]


def test_blank_paragraphs_are_no_lines() -> None:
    assert words("", run(" "), run("một")) == ["một"]


def test_rows_and_cells_are_numbered_in_their_table() -> None:
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "đầu"
    document.add_paragraph("giữa")
    table = document.add_table(2, 2)
    table.cell(1, 1).text = "hai\n\ndòng"
    lines = lines_of(packaged(document))
    assert [(line.kind.value, line.table, line.number, line.cells) for line in lines] == [
        ("row", 1, 1, ("đầu",)),
        ("paragraph", 0, 1, ("giữa",)),
        ("row", 2, 1, ("", "")),
        ("row", 2, 2, ("", "hai\ndòng")),
    ]


def test_a_text_of_the_pages_head_counts_once() -> None:
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    for part in (section.header, section.first_page_header, section.footer):
        part.paragraphs[0].text = "MẬT"
    lines = lines_of(packaged(document))
    assert [(line.kind, line.cells) for line in lines] == [(PlaceKind.MARGIN, ("MẬT",))]

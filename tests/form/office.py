"""An office's document made with python-docx, right in every figure, to be broken one at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
AROUND = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass
class Line:
    """A line to be written: its text and look."""

    text: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: ALIGN = ALIGN.CENTER
    first: float = 0
    after: float = 0


@dataclass
class Writer:
    """A document that is being written."""

    document: Document = field(default_factory=docx.Document)

    def write(self, place: Document | _Cell, line: Line) -> Paragraph:
        paragraph = place.add_paragraph()
        run = paragraph.add_run(line.text)
        run.font.size, run.bold, run.italic = Pt(line.size), line.bold, line.italic
        paragraph.alignment = line.align
        shape = paragraph.paragraph_format
        shape.first_line_indent, shape.space_after = Mm(line.first), Pt(line.after)
        return paragraph

    def body(self, text: str, *, bold: bool = False, italic: bool = False) -> Paragraph:
        line = Line(text, bold=bold, italic=italic, align=ALIGN.JUSTIFY, first=12.7, after=6)
        return self.write(self.document, line)

    def rule(self, place: Document | _Cell) -> None:
        paragraph = place.add_paragraph()
        borders = element("pBdr")
        borders.append(element("top", val="single", sz="6", color="000000"))
        paragraph._p.get_or_add_pPr().append(borders)

    def table(self, rows: int, widths: tuple[float, ...]) -> Table:
        table: Table = self.document.add_table(rows, len(widths))
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)
        return table


def element(name: str, **attributes: str) -> BaseOxmlElement:
    """Return an element of WordprocessingML."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def begin(writer: Writer) -> None:
    """Set the page, the font of all four slots, and the page number."""
    style = writer.document.styles["Normal"].element
    fonts = style.get_or_add_rPr().get_or_add_rFonts()
    for slot in SLOTS:
        fonts.set(qn(f"w:{slot}"), "Times New Roman")
    _page(writer.document.sections[0])
    section = writer.document.sections[0]
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = ALIGN.CENTER
    field_ = element("fldSimple", instr=" PAGE ")
    run = paragraph.add_run("2")
    run.font.size = Pt(14)
    field_.append(run._r)
    paragraph._p.append(field_)


def _page(section: Section) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)


def letterhead(writer: Writer, number: str, about: str = "") -> None:
    """Write agency and Quốc hiệu, number and date; for a công văn its subject too."""
    head = writer.table(1, (72.5, 101.5))
    left, right = head.rows[0].cells
    writer.write(left, Line("ỦY BAN NHÂN DÂN\nXÃ SƠN HẠ", 13, bold=True))
    writer.rule(left)
    writer.write(left, Line(number, 13))
    if about:
        writer.write(left, Line(about, 12))
    writer.write(right, Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True))
    writer.write(right, Line("Độc lập - Tự do - Hạnh phúc", 14, bold=True))
    writer.rule(right)
    writer.write(right, Line("Sơn Hạ, ngày 05 tháng 12 năm 2024", 13, italic=True))


def title(writer: Writer, kind: str, about: str) -> None:
    """Write the title and the subject with its rule."""
    writer.write(writer.document, Line(kind, bold=True))
    writer.write(writer.document, Line(about, bold=True))
    writer.rule(writer.document)


def closing(writer: Writer, *recipients: str) -> None:
    """Write who receives and who signs, in a row that stays whole."""
    row = writer.table(1, (80, 85)).rows[0]
    row._tr.get_or_add_trPr().append(element("cantSplit"))
    left, right = row.cells
    writer.write(left, Line("Nơi nhận:", 12, bold=True, italic=True, align=ALIGN.LEFT))
    for recipient in recipients or ("- UBND huyện;", "- Lưu: VT."):
        writer.write(left, Line(recipient, 11, align=ALIGN.LEFT))
    for text in ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Đinh Trường Sơn"):
        writer.write(right, Line(text, bold=True))


def appendix(writer: Writer) -> None:
    """Write an appendix with a long table, in a section of its own."""
    section = writer.document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section._sectPr.append(element("pgNumType", start="1"))
    writer.write(writer.document, Line("Phụ lục", bold=True))
    writer.write(writer.document, Line("DANH MỤC NHIỆM VỤ", bold=True))
    kept = "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 12 năm 2024 của UBND xã Sơn Hạ)"
    writer.write(writer.document, Line(kept, italic=True))
    table = writer.table(16, (20, 150, 80))
    borders = element("tblBorders")
    for side in AROUND:
        borders.append(element(side, val="single", sz="4"))
    table._tbl.tblPr.append(borders)
    table.rows[0]._tr.get_or_add_trPr().append(element("tblHeader"))
    for row in table.rows:
        for cell in row.cells:
            writer.write(cell, Line("Rà soát", 12))
    writer.body("Ghi chú: các nhiệm vụ thực hiện trong năm.")


LONG = (
    "Tiếp tục triển khai thực hiện tốt công tác cải cách hành chính, nâng cao chất lượng giải "
    "quyết thủ tục hành chính tại Bộ phận Tiếp nhận và Trả kết quả."
)


def plan() -> Document:
    """Return a kế hoạch with an appendix."""
    writer = Writer()
    begin(writer)
    letterhead(writer, "Số: 05/KH-UBND")
    title(writer, "KẾ HOẠCH", "Cải cách hành chính năm 2025")
    writer.body("Căn cứ Luật Tổ chức chính quyền địa phương;", italic=True)
    writer.body("Căn cứ Kế hoạch số 234/KH-UBND ngày 19/12/2024.", italic=True)
    writer.body("I. MỤC ĐÍCH", bold=True)
    writer.body("1. Mục tiêu chung", bold=True)
    writer.body(LONG)
    writer.body("2. Mục tiêu cụ thể", bold=True)
    for text in ("a) Rà soát;", "b) Kiểm tra;", "c) Giám sát;", "d) Báo cáo;", "đ) Tổng kết."):
        writer.body(text)
    writer.body("II. NHIỆM VỤ (Có phụ lục kèm theo)", bold=True)
    writer.body(f"- {LONG}")
    writer.body("Trên đây là Kế hoạch năm 2025./.")
    closing(writer)
    appendix(writer)
    return writer.document


def letter() -> Document:
    """Return a công văn."""
    writer = Writer()
    begin(writer)
    letterhead(writer, "Số: 12/UBND-VP", "V/v rà soát thủ tục hành chính")
    writer.write(writer.document, Line("Kính gửi: Các bộ phận chuyên môn."))
    writer.body(f"Căn cứ kế hoạch năm, UBND xã đề nghị các bộ phận: {LONG}")
    writer.body("UBND xã đề nghị các bộ phận thực hiện./.")
    closing(writer, "- Như trên;", "- Lưu: VT, VP.")
    return writer.document


def decision() -> Document:
    """Return a quyết định, with articles."""
    writer = Writer()
    begin(writer)
    letterhead(writer, "Số: 15/QĐ-UBND")
    title(writer, "QUYẾT ĐỊNH", "Về việc thành lập Tổ rà soát thủ tục hành chính")
    writer.write(writer.document, Line("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SƠN HẠ", bold=True))
    writer.body("Căn cứ Luật Tổ chức chính quyền địa phương;", italic=True)
    writer.body("Theo đề nghị của Công chức Văn phòng - Thống kê.", italic=True)
    writer.write(writer.document, Line("QUYẾT ĐỊNH:", bold=True))
    writer.body(f"Điều 1. Thành lập Tổ rà soát. {LONG}")
    writer.body("Điều 2. Quyết định có hiệu lực từ ngày ký./.")
    closing(writer, "- Như Điều 2;", "- Lưu: VT.")
    return writer.document


def short(kind: str, abbreviation: str) -> Document:
    """Return a short document of a kind that has a title."""
    writer = Writer()
    begin(writer)
    letterhead(writer, f"Số: 21/{abbreviation}-UBND")
    title(writer, kind, "Kết quả cải cách hành chính quý I năm 2025")
    writer.body(f"Thực hiện Kế hoạch số 05/KH-UBND, UBND xã báo cáo như sau: {LONG}")
    writer.body("Trên đây là nội dung báo cáo./.")
    closing(writer)
    return writer.document


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Yield every paragraph, those in tables too."""
    for found in document.element.body.iter(qn("w:p")):
        yield Paragraph(found, document._body)


def find(document: Document, start: str) -> Paragraph:
    """Return the first paragraph whose text begins so."""
    return next(p for p in paragraphs(document) if p.text.startswith(start))


def retype(document: Document, start: str, text: str) -> None:
    """Write another text into a paragraph, in the same look."""
    find(document, start).runs[0].text = text


def saved(document: Document, path: Path) -> Path:
    """Write a document to a file and return its path."""
    document.save(str(path))
    return path

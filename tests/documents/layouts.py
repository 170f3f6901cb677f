"""Templates as other offices make them: by hand in Word, another layout than the built-in one."""

from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm
from docx.table import Table


def six_columns(folder: Path) -> Path:
    """Return a portrait template with six columns in another order, and the list of tasks first."""
    document = docx.Document()
    document.add_heading("{{ co_quan.ban_hanh }}: {{ trich_yeu | upper }}", 0)
    table = titled(document, "Mã", "Thời hạn", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Kết quả")
    row(table, "{%tr for nhom in phu_luc.nhom %}")
    row(table, "{{ nhom.so }}", "", "{{ nhom.tieu_de }}")
    row(table, "{%tr for nhiem_vu in nhom.nhiem_vu %}")
    row(
        table,
        "{{ nhiem_vu.ma }}",
        "{{ nhiem_vu.thoi_gian }}",
        "{{ nhiem_vu.noi_dung }}",
        "{{ nhiem_vu.chu_tri }}",
        "{{ nhiem_vu.phoi_hop }}",
        "{{ nhiem_vu.san_pham }}{% if nhiem_vu.ghi_chu %} ({{ nhiem_vu.ghi_chu }}){% endif %}",
    )
    row(table, "{%tr endfor %}")
    row(table, "{%tr endfor %}")
    document.add_paragraph("{{ nguoi_ky.chuc_vu }} {{ nguoi_ky.ho_ten }}")
    return saved(document, folder / "sau-cot.docx")


def without_groups(folder: Path) -> Path:
    """Return a landscape template of one running list, with the office's own letterhead."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.header.paragraphs[0].text = "{{ co_quan.ten }} - {{ nam }}"
    section.footer.paragraphs[0].text = "{{ so_ky_hieu }}"
    table = titled(document, "TT", "Việc", "Ai")
    row(table, "{%tr for nhom in phu_luc.nhom %}")
    row(table, "{%tr for nhiem_vu in nhom.nhiem_vu %}")
    row(table, "{{ nhom.so }}.{{ nhiem_vu.stt }}", "{{ nhiem_vu.noi_dung }}", "")
    who = table.rows[-1].cells[2]
    who.paragraphs[0].text = "{%p for dong in nhiem_vu.chu_tri_doan %}"
    who.add_paragraph("{{ dong }}")
    who.add_paragraph("{%p endfor %}")
    row(table, "{%tr endfor %}")
    row(table, "{%tr endfor %}")
    return saved(document, folder / "mot-danh-sach.docx")


def letter_only(folder: Path) -> Path:
    """Return a template that prints the body alone, recipients on one line, no table at all."""
    document = docx.Document()
    for line in (
        "{{ ngay_thang }}",
        "{%p for dong in can_cu %}",
        "- {{ dong }}",
        "{%p endfor %}",
        "{%p for muc in phan recursive %}",
        "{{ muc.de_muc }}",
        "{%p for dong in muc.doan %}",
        "{{ dong }}",
        "{%p endfor %}",
        "{%p for dong in muc.y %}",
        "+ {{ dong }}",
        "{%p endfor %}",
        "{{p loop(muc.muc) }}",
        "{%p endfor %}",
        'Gửi: {{ noi_nhan | join("; ") }}',
    ):
        document.add_paragraph(line)
    return saved(document, folder / "chi-cong-van.docx")


def titled(document: Document, *titles: str) -> Table:
    """Return a table with a row of titles."""
    table: Table = document.add_table(0, len(titles))
    row(table, *titles)
    return table


def row(table: Table, *texts: str) -> None:
    """Add a row; cells without a text stay empty."""
    cells = table.add_row().cells  # type: ignore[no-untyped-call]
    for cell, text in zip(cells, texts, strict=False):
        cell.text = text


def saved(document: Document, path: Path) -> Path:
    """Save a document, and return where it is."""
    document.save(str(path))
    return path

"""The appendix: its heading, and the table of seven columns."""

from cchc.documents.form.ooxml import cell, paragraph, row, table, tag
from cchc.documents.profile import Profile

_TITLES = (
    "STT",
    "Nội dung/ Nhiệm vụ",
    "Cơ quan chủ trì thực hiện",
    "Cơ quan phối hợp",
    "Sản phẩm",
    "Thời gian thực hiện",
    "Ghi chú",
)


def _lines(key: str, style: str) -> str:
    # `noi_dung_doan` are the paragraphs of `noi_dung`: docxtpl can't make them out of one text.
    return tag(f"for dong in nhiem_vu.{key}_doan") + paragraph(style, "{{ dong }}") + tag("endfor")


def _offices(key: str) -> str:
    """Return names in the middle of the cell, or a text of several lines from its left."""
    return (
        tag(f"if nhiem_vu.{key}_van_ban")
        + _lines(key, "OTrai")
        + tag("else")
        + paragraph("OGiua", f"{{{{ nhiem_vu.{key} }}}}")
        + tag("endif")
    )


_CELLS = (
    paragraph("OGiua", "{{ nhiem_vu.stt }}"),
    _lines("noi_dung", "OBang"),
    _offices("chu_tri"),
    _offices("phoi_hop"),
    _lines("san_pham", "OTrai"),
    _lines("thoi_gian", "OGiua"),
    _lines("ghi_chu", "OGiua"),
)


def appendix(profile: Profile, after_table: str) -> str:
    """Return everything that stands in the appendix's section; a table can't be the last of it."""
    return (
        tag("if phu_luc")
        + paragraph("PhuLuc", "Phụ lục")
        + paragraph("TenPhuLuc", "{{ phu_luc.tieu_de }}")
        + paragraph("KemTheo", "{{ kem_theo }}")
        + _tasks(profile)
        + after_table
        + tag("endif")
    )


def _tasks(profile: Profile) -> str:
    widths = profile.columns
    titles = (
        cell(width, paragraph("DauBang", title), middle=True)
        for width, title in zip(widths, _TITLES, strict=True)
    )
    group = cell(
        sum(widths), paragraph("NhomBang", "{{ nhom.so }}. {{ nhom.tieu_de }}"), span=len(widths)
    )
    return table(
        widths,
        row(*titles, heading=True),
        _rows(profile, "for nhom in phu_luc.nhom"),
        row(group),
        _rows(profile, "for nhiem_vu in nhom.nhiem_vu"),
        row(*(cell(w, lines, middle=True) for w, lines in zip(widths, _CELLS, strict=True))),
        _rows(profile, "endfor"),
        _rows(profile, "endfor"),
        style="BangPhuLuc",
        centred=True,
    )


def _rows(profile: Profile, instruction: str) -> str:
    """Return a row that is only an instruction: docxtpl takes it out of the table."""
    line = paragraph("LenhMau", "{%tr " + instruction + " %}")
    return row(cell(sum(profile.columns), line, span=len(profile.columns)))

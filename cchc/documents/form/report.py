"""The template of the report (báo cáo): what was done, what wasn't, figures, what comes next."""

from cchc.documents.form.letter import CLOSING, TITLE, letterhead, signature
from cchc.documents.form.ooxml import cell, paragraph, picture, row, table, tag
from cchc.documents.form.package import Letter, letter_template
from cchc.documents.form.placeholder import placeholder
from cchc.documents.form.styles import Style
from cchc.documents.profile import Lettering, Profile

CHART = "bieu_do"
"""The name of the chart, by which it is found and drawn anew."""
_WIDTHS = (57.0, 18.0, 18.0, 18.0, 18.0, 18.0, 18.0)
_COLUMNS = (
    ("Tổng số mốc", "tong"),
    ("Hoàn thành đúng hạn", "xong_dung_han"),
    ("Hoàn thành quá hạn", "xong_qua_han"),
    ("Chưa hoàn thành, trong hạn", "chua_trong_han"),
    ("Chưa hoàn thành, quá hạn", "chua_qua_han"),
    ("Đã hủy", "da_huy"),
)


def report_template(profile: Profile) -> bytes:
    """Return templates/bao-cao.docx: the same bytes always, on any machine."""
    parts = (
        letterhead(profile),
        TITLE,
        paragraph("NoiDung", "{{ mo_dau }}"),
        _DONE,
        _OPEN,
        _figures(profile),
        _DIFFICULTIES,
        _NEXT,
        CLOSING,
        signature(profile),
    )
    pictures = {CHART: placeholder(320, 160)}
    return letter_template(
        profile, Letter("Mẫu báo cáo", "".join(parts), _styles(profile), pictures)
    )


def _styles(profile: Profile) -> tuple[Style, ...]:
    font = profile.letters
    total = Lettering(font.table.size, bold=True)
    # The tables are short: each stays on one page with its heading.
    return (
        Style("OTen", "Ô tên trong bảng số liệu", font.table, "left", 2, 2, keep_next=True),
        Style("OSo", "Ô số trong bảng số liệu", font.table, "center", 2, 2, keep_next=True),
        Style("Hinh", "Hình", font.body, "center", 6, 6, keep_next=True),
        Style("CongBang", "Tổng cộng trong bảng", total, "center", 2, 2),
    )


def _each(loop: str, text: str, style: str = "GachDauDong") -> str:
    return tag(f"for {loop}") + paragraph(style, text) + tag("endfor")


def _if(condition: str, *then: str) -> str:
    return tag(f"if {condition}") + "".join(then) + tag("endif")


_DONE = (
    paragraph("Muc", "I. KẾT QUẢ THỰC HIỆN")
    + paragraph("NoiDung", "{{ tong_quan }}")
    + tag("for nhom in nhom")
    + paragraph("Khoan", "{{ nhom.de_muc }}")
    + _each("viec in nhom.da_lam", "- {{ viec.cau }}")
    + _if(
        "nhom.co_viec and not nhom.da_lam",
        paragraph("NoiDung", "Chưa có nhiệm vụ nào đến hạn trong kỳ được hoàn thành."),
    )
    + _if(
        "nhom.thuong_xuyen",
        paragraph(
            "NoiDung",
            "Nhiệm vụ thực hiện thường xuyên, không có thời hạn: số {{ nhom.thuong_xuyen }}.",
        ),
    )
    + tag("endfor")
    + _if(
        "ngoai_ky",
        paragraph("NoiDung", "Ngoài ra, trong kỳ đã hoàn thành các việc có hạn ngoài kỳ:"),
        _each("viec in ngoai_ky", "- {{ viec.cau }}"),
    )
)

_OPEN = (
    paragraph("Muc", "II. NHIỆM VỤ CHƯA HOÀN THÀNH VÀ SỐ LIỆU TỔNG HỢP")
    + tag("for loai in chua_xong")
    + paragraph("Khoan", "{{ loai.de_muc }}")
    + _each("viec in loai.viec", "- {{ viec.cau }}")
    + tag("endfor")
    + _if(
        "not chua_xong",
        paragraph("NoiDung", "Không có nhiệm vụ nào đến hạn trong kỳ mà chưa hoàn thành."),
    )
)

_DIFFICULTIES = (
    paragraph("Muc", "III. KHÓ KHĂN, VƯỚNG MẮC")
    + _each(
        "muc in kho_khan",
        "- {{ muc.don_vi }}{% if muc.don_vi %}: {% endif %}"
        "{% for y in muc.y %}{{ y.noi_dung }} ({{ y.ma }})"
        '{{ "." if loop.last else "; " }}{% endfor %}',
    )
    + _if(
        "not kho_khan",
        paragraph("NoiDung", "Trong kỳ không có khó khăn, vướng mắc được ghi nhận."),
    )
)

_NEXT = (
    paragraph("Muc", "IV. NHIỆM VỤ KỲ TIẾP THEO")
    + _if(
        "viec_ky_sau",
        paragraph(
            "NoiDung",
            "Tiếp tục các nhiệm vụ chưa hoàn thành nêu tại mục II và thực hiện các nhiệm vụ"
            " đến hạn trong {{ ky_sau }}:",
        ),
    )
    + _each("viec in viec_ky_sau", "- {{ viec.cau }}")
    + _if(
        "not viec_ky_sau",
        paragraph("NoiDung", "Kế hoạch không có nhiệm vụ nào đến hạn trong {{ ky_sau }}."),
    )
)


def _figures(profile: Profile) -> str:
    """Return both tables, numbered after the parts of what isn't done, and the chart."""
    return (
        paragraph("Khoan", "{{ chua_xong|length + 1 }}. Số liệu theo nhóm nhiệm vụ")
        + _table("theo_nhom", "Nhóm nhiệm vụ")
        + _if(
            CHART,
            paragraph("Hinh", picture(CHART, 150, 75, CHART)),
            paragraph(
                "NoiDung",
                "Biểu đồ số mốc theo nhóm nhiệm vụ: ô đen là hoàn thành đúng hạn, ô sọc chéo là"
                " hoàn thành quá hạn, ô trắng là chưa hoàn thành và còn trong hạn, ô lưới là chưa"
                " hoàn thành và quá hạn; BC là báo cáo theo chế độ.",
            ),
        )
        + paragraph("Khoan", "{{ chua_xong|length + 2 }}. Số liệu theo đơn vị chủ trì")
        + _table("theo_don_vi", "Đơn vị chủ trì")
        + paragraph(
            "NoiDung",
            "Mốc có nhiều đơn vị chủ trì được tính cho đơn vị đứng đầu.",
            properties='<w:spacing w:before="120"/>',
        )
    )


def _table(rows: str, title: str) -> str:
    titles = (title, *(words for words, _ in _COLUMNS))
    keys = tuple(key for _, key in _COLUMNS)
    one = ("{{ hang.ten }}", *(f"{{{{ hang.{key} }}}}" for key in keys))
    total = ("{{ so_lieu.ten }}", *(f"{{{{ so_lieu.{key} }}}}" for key in keys))
    return table(
        _WIDTHS,
        row(*_cells(titles, "DauBang"), heading=True),
        _instruction(f"for hang in {rows}"),
        row(*_cells(one, "OSo", "OTen")),
        _instruction("endfor"),
        row(*_cells(total, "CongBang")),
        style="BangPhuLuc",
        centred=True,
    )


def _cells(texts: tuple[str, ...], style: str, first: str = "") -> list[str]:
    styles = (first or style, *([style] * (len(texts) - 1)))
    return [
        cell(width, paragraph(one, text), middle=True)
        for width, text, one in zip(_WIDTHS, texts, styles, strict=True)
    ]


def _instruction(text: str) -> str:
    line = paragraph("LenhMau", "{%tr " + text + " %}")
    return row(cell(sum(_WIDTHS), line, span=len(_WIDTHS)))

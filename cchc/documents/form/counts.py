"""The figures of the report's template: two tables of counts, and the place of the chart."""

from cchc.documents.form.ooxml import cell, paragraph, picture, row, table, when

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


def figures() -> str:
    """Return both tables, numbered after the parts of what isn't done, and the chart."""
    return (
        paragraph("Khoan", "{{ chua_xong|length + 1 }}. Số liệu theo nhóm nhiệm vụ")
        + _table("theo_nhom", "Nhóm nhiệm vụ")
        + when(
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
        + paragraph(
            "NoiDung",
            "Mốc có nhiều đơn vị chủ trì được tính cho đơn vị đứng đầu:",
            properties="<w:keepNext/>",
        )
        + _table("theo_don_vi", "Đơn vị chủ trì")
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

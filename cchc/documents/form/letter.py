"""The letter: letterhead, title, body, signature. Its tags are the keys of the plan's YAML."""

from cchc.documents.form.ooxml import cell, paragraph, row, run, table, tag
from cchc.documents.profile import Profile


def letter(profile: Profile) -> str:
    """Return everything that stands before the appendix."""
    parts = (letterhead(profile), TITLE, _LEGAL_BASIS, _SECTIONS, CLOSING, signature(profile))
    return "".join(parts)


def letterhead(profile: Profile, *under_number: str) -> str:
    """Return agency, Quốc hiệu, number and date; what more stands under the number follows it."""
    left, right = profile.header.left, profile.header.right
    agency = (
        tag("if co_quan.chu_quan"),
        paragraph("CoQuanChuQuan", "{{ co_quan.chu_quan }}"),
        tag("endif"),
        paragraph("CoQuan", "{{ co_quan.ban_hanh }}"),
        paragraph("KeCoQuan"),
    )
    nation = (
        paragraph("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        paragraph("TieuNgu", "Độc lập - Tự do - Hạnh phúc"),
        paragraph("KeTieuNgu"),
    )
    number = paragraph("SoKyHieu", "{{ so_ky_hieu }}")
    date = paragraph("DiaDanh", "{{ ngay_thang }}")
    return table(
        (left, right),
        row(cell(left, *agency), cell(right, *nation)),
        # A row of its own: the number and the date stay on one line, however long the agency is.
        row(cell(left, number, *under_number), cell(right, date)),
        style="TableNormal",
        centred=True,
    )


TITLE = (
    paragraph("TenLoai", "{{ ten_loai }}")
    + paragraph("TrichYeu", "{{ trich_yeu }}")
    + paragraph("KeTrichYeu")
)

_LEGAL_BASIS = (
    tag("for dong in can_cu")
    + paragraph("CanCu", 'Căn cứ {{ dong }}{{ "." if loop.last else ";" }}')
    + tag("endfor")
    + tag("if mo_dau")
    + paragraph("NoiDung", "{{ mo_dau }}")
    + tag("endif")
)


def _heading(style: str) -> str:
    remark = run("{% if muc.ghi_chu %} {{ muc.ghi_chu }}{% endif %}", "KhongDam")
    return paragraph(style, "{{ muc.de_muc }}", remark)


def _each(name: str, style: str, text: str) -> str:
    return tag(f"for dong in muc.{name}") + paragraph(style, text) + tag("endfor")


# A part holds parts of the same shape, so the loop calls itself; how deep it is tells the style.
_SECTIONS = (
    tag("for muc in phan recursive")
    + tag("if muc.de_muc and loop.depth == 1")
    + _heading("Muc")
    + tag("elif muc.de_muc and loop.depth == 2")
    + _heading("Khoan")
    + tag("elif muc.de_muc")
    + _heading("Diem")
    + tag("endif")
    + _each("doan", "NoiDung", "{{ dong }}")
    + _each("y", "GachDauDong", "- {{ dong }}")
    + paragraph("LenhMau", "{{p loop(muc.muc) }}")
    + tag("if muc.luu_y")
    + paragraph("LuuY", "Lưu ý: {{ muc.luu_y }}")
    + tag("endif")
    + tag("endfor")
)

CLOSING = tag("if ket") + paragraph("Ket", "{{ ket }}") + tag("endif")


def signature(profile: Profile) -> str:
    """Return recipients and signer, side by side."""
    page = profile.page
    half = (page.width - page.left.chosen - page.right.chosen) / 2
    recipients = (
        paragraph("NoiNhanChu", "{% if noi_nhan %}Nơi nhận:{% endif %}"),
        tag("for dong in noi_nhan"),
        paragraph("NoiNhan", '- {{ dong }}{{ "." if loop.last else ";" }}'),
        tag("endfor"),
    )
    signer = (
        tag("if nguoi_ky.quyen_han"),
        paragraph("QuyenHan", "{{ nguoi_ky.quyen_han }}"),
        tag("endif"),
        tag("if nguoi_ky.chuc_vu"),
        paragraph("ChucVu", "{{ nguoi_ky.chuc_vu }}"),
        tag("endif"),
        paragraph("HoTen", "{{ nguoi_ky.ho_ten }}"),
    )
    return table(
        (half, half), row(cell(half, *recipients), cell(half, *signer)), style="TableNormal"
    )

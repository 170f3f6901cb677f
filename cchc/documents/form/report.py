"""The template of the report (báo cáo): what was done, what wasn't, figures, what comes next."""

from cchc.documents.form.counts import CHART, figures
from cchc.documents.form.letter import CLOSING, TITLE, letterhead, signature
from cchc.documents.form.ooxml import each, paragraph, tag, when
from cchc.documents.form.package import Letter, letter_template
from cchc.documents.form.placeholder import placeholder
from cchc.documents.form.styles import Style
from cchc.documents.profile import Lettering, Profile


def report_template(profile: Profile) -> bytes:
    """Return templates/bao-cao.docx: the same bytes always, on any machine."""
    parts = (
        letterhead(profile),
        TITLE,
        paragraph("NoiDung", "{{ mo_dau }}"),
        _DONE,
        _OPEN,
        figures(),
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


def _bullets(loop: str, text: str) -> str:
    return each(loop, paragraph("GachDauDong", text))


_DONE = (
    paragraph("Muc", "I. KẾT QUẢ THỰC HIỆN")
    + paragraph("NoiDung", "{{ tong_quan }}")
    + tag("for nhom in nhom")
    + paragraph("Khoan", "{{ nhom.de_muc }}")
    + _bullets("viec in nhom.da_lam", "- {{ viec.cau }}")
    + when(
        "nhom.co_viec and not nhom.da_lam",
        paragraph("NoiDung", "Chưa có nhiệm vụ nào đến hạn trong kỳ được hoàn thành."),
    )
    + when(
        "nhom.thuong_xuyen",
        paragraph(
            "NoiDung",
            "Nhiệm vụ thực hiện thường xuyên, không có thời hạn: số {{ nhom.thuong_xuyen }}.",
        ),
    )
    + tag("endfor")
    + when(
        "ngoai_ky",
        paragraph("NoiDung", "Ngoài ra, trong kỳ đã hoàn thành các việc có hạn ngoài kỳ:"),
        _bullets("viec in ngoai_ky", "- {{ viec.cau }}"),
    )
)

_OPEN = (
    paragraph("Muc", "II. NHIỆM VỤ CHƯA HOÀN THÀNH VÀ SỐ LIỆU TỔNG HỢP")
    + tag("for loai in chua_xong")
    + paragraph("Khoan", "{{ loai.de_muc }}")
    + _bullets("viec in loai.viec", "- {{ viec.cau }}")
    + tag("endfor")
    + when(
        "not chua_xong",
        paragraph("NoiDung", "Không có nhiệm vụ nào đến hạn trong kỳ mà chưa hoàn thành."),
    )
)

_DIFFICULTIES = (
    # What follows a table stands too near to it otherwise.
    paragraph("Muc", "III. KHÓ KHĂN, VƯỚNG MẮC", properties='<w:spacing w:before="240"/>')
    + _bullets(
        "muc in kho_khan",
        "- {{ muc.don_vi }}{% if muc.don_vi %}: {% endif %}"
        "{% for y in muc.y %}{{ y.noi_dung }} ({{ y.ma }})"
        '{{ "." if loop.last else "; " }}{% endfor %}',
    )
    + when(
        "not kho_khan",
        paragraph("NoiDung", "Trong kỳ không có khó khăn, vướng mắc được ghi nhận."),
    )
)

_NEXT = (
    paragraph("Muc", "IV. NHIỆM VỤ KỲ TIẾP THEO")
    + when(
        "viec_ky_sau",
        paragraph(
            "NoiDung",
            "Tiếp tục các nhiệm vụ chưa hoàn thành nêu tại mục II và thực hiện các nhiệm vụ"
            " đến hạn trong {{ ky_sau }}:",
        ),
    )
    + _bullets("viec in viec_ky_sau", "- {{ viec.cau }}")
    + when(
        "not viec_ky_sau",
        paragraph("NoiDung", "Kế hoạch không có nhiệm vụ nào đến hạn trong {{ ky_sau }}."),
    )
)

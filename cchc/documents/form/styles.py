"""The styles of the template, under the names a clerk knows: one row a style."""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc.documents.profile import Lettering, Profile, Span


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. Lengths in millimetres, space before and after in points."""

    id: str
    name: str
    letters: Lettering
    align: str = "left"
    before: float = 0
    after: float = 0
    first_line: float = 0
    indent: tuple[float, float] = (0, 0)
    keep_next: bool = False
    outline: int | None = None
    rule: bool = False
    """A rule is an empty paragraph with a border: as long as its indents leave it."""


def paragraph_styles(profile: Profile) -> Iterator[Style]:
    """Yield the paragraph styles, in the order their parts stand on paper."""
    yield from _letterhead(profile)
    yield from _body(profile)
    yield from _signature(profile)
    yield from _appendix(profile)
    yield Style("LenhMau", "Lệnh mẫu (không in)", Lettering(Span(9, 9, 9)))


def _letterhead(profile: Profile) -> Iterator[Style]:
    head, font = profile.header, profile.letters
    agency = ((head.left - head.agency) / 2,) * 2
    page = profile.page
    line = page.width - page.left.chosen - page.right.chosen
    yield Style("QuocHieu", "Quốc hiệu", font.nation, "center")
    yield Style("TieuNgu", "Tiêu ngữ", font.motto, "center")
    yield _rule("KeTieuNgu", "Kẻ dưới tiêu ngữ", head.right, head.motto_rule)
    yield Style("CoQuanChuQuan", "Cơ quan chủ quản", font.parent, "center", indent=agency)
    yield Style("CoQuan", "Cơ quan", font.agency, "center", indent=agency)
    yield _rule("KeCoQuan", "Kẻ dưới cơ quan", head.left, head.agency_rule)
    yield Style("SoKyHieu", "Số ký hiệu", font.number, "center", before=6)
    yield Style("DiaDanh", "Địa danh", font.date, "center", before=6)
    yield Style("TenLoai", "Tên loại", font.kind, "center", before=18, keep_next=True)
    yield Style("TrichYeu", "Trích yếu", font.subject, "center", keep_next=True)
    yield _rule("KeTrichYeu", "Kẻ dưới trích yếu", line, head.subject_rule, after=12)


def _body(profile: Profile) -> Iterator[Style]:
    font, after, first = profile.letters, profile.between_paragraphs, profile.first_line
    yield Style("CanCu", "Căn cứ", font.basis, "both", 0, after, first)
    yield Style("NoiDung", "Nội dung", font.body, "both", 0, after, first)
    yield Style("Muc", "Mục", font.heading, "both", 0, after, first, keep_next=True, outline=0)
    yield Style("Khoan", "Khoản", font.heading, "both", 0, after, first, keep_next=True, outline=1)
    yield Style("Diem", "Điểm", font.body, "both", 0, after, first, keep_next=True, outline=2)
    yield Style("GachDauDong", "Gạch đầu dòng", font.body, "both", 0, after, first)
    yield Style("LuuY", "Lưu ý", font.basis, "both", 0, after, first)
    yield Style("Ket", "Kết", font.body, "both", 0, after, first, keep_next=True)


def _signature(profile: Profile) -> Iterator[Style]:
    font = profile.letters
    yield Style("NoiNhanChu", "Nơi nhận (chữ)", font.recipients_word, before=6)
    yield Style("NoiNhan", "Nơi nhận", font.recipients)
    yield Style("QuyenHan", "Quyền hạn", font.authority, "center", before=6)
    yield Style("ChucVu", "Chức vụ", font.authority, "center")
    yield Style("HoTen", "Họ tên", font.signer, "center", before=profile.signature)


def _appendix(profile: Profile) -> Iterator[Style]:
    font = profile.letters
    bold = Lettering(font.table.size, bold=True)
    yield Style("PhuLuc", "Phụ lục", font.appendix_word, "center", keep_next=True, outline=0)
    yield Style("TenPhuLuc", "Tên phụ lục", font.appendix_title, "center", keep_next=True)
    yield Style("KemTheo", "Kèm theo", font.attachment, "center", after=12, keep_next=True)
    yield Style("DauBang", "Đầu bảng", bold, "center", 2, 2, keep_next=True)
    yield Style("NhomBang", "Nhóm trong bảng", bold, "left", 2, 2, keep_next=True, outline=1)
    yield Style("OBang", "Ô bảng", font.table, "both", 2, 2)
    yield Style("OTrai", "Ô bảng, trái", font.table, "left", 2, 2)
    yield Style("OGiua", "Ô bảng, giữa", font.table, "center", 2, 2)
    yield Style("SoTrang", "Số trang", font.page_number, "center")


def _rule(id_: str, name: str, width: float, length: float, after: float = 0) -> Style:
    side = (width - length) / 2
    letters = Lettering(Span(1, 1, 1))
    return Style(id_, name, letters, "center", 3, after, indent=(side, side), rule=True)

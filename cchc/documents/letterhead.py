"""An agency's name over the lines of its letterhead, and the rules under it and the subject.

"ỦY BAN NHÂN DÂN" stands on a line of its own above its place; another name is broken into as few
lines as it needs, never inside a word of two syllables where it can be, with lines of like length.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, starmap
from typing import TYPE_CHECKING

from cchc.form.profile import ND30_2020, Lettering
from cchc.word.typeface import width

if TYPE_CHECKING:
    from docx.oxml.document import CT_Body
    from docx.oxml.text.paragraph import CT_P

ROOM = 71.0
"""Millimetres of the cell of the agency that its text may take."""
_MOST_LINES = 4


def name_lines(name: str, *, size: float, bold: bool) -> list[str]:
    """Return the lines of an agency's name in capitals; breaks of its own are kept."""
    lines: list[str] = []
    for part in name.split("\n"):
        lines += _broken(part, size, bold=bold)
    return lines


def size_rules(body: "CT_Body") -> None:
    """Make each rule of the built-in styles as long as the decree's part of the text above it."""
    for style, (above, letters) in _RULES.items():
        for rule in body.xpath(f".//w:p[w:pPr[not(w:ind)]/w:pStyle/@w:val='{style}']"):
            if text := _widest(rule, above, letters):
                _indent(rule, text)


def _widest(rule: "CT_P", style: str, letters: Lettering) -> float:
    """Return the width of the widest line of the paragraph above a rule, in millimetres."""
    above = rule.getprevious()
    if above is None or above.xpath("string(w:pPr/w:pStyle/@w:val)") != style:
        return 0
    text = "".join(part.text or "\n" for part in above.xpath(".//w:t | .//w:br"))
    return max(width(line, letters.size.chosen, bold=letters.bold) for line in text.split("\n"))


def _indent(rule: "CT_P", text: float) -> None:
    from docx.oxml.ns import qn

    room = _room(rule)
    side = f"{(room - _PART * min(text, room)) / 2 * _TWIPS:.0f}"
    (properties,) = rule.xpath("w:pPr")
    sides = {qn("w:left"): side, qn("w:right"): side}
    properties.append(properties.makeelement(qn("w:ind"), sides))


def _room(rule: "CT_P") -> float:
    """Return the width of the rule's cell, or of its page between the margins, in millimetres."""
    if cell := rule.xpath("ancestor::w:tc[1]/w:tcPr/w:tcW/@w:w"):
        return int(cell[0]) / _TWIPS
    page = "following::w:sectPr[1]"
    wide, left, right = (
        int(rule.xpath(f"string({page}/{length})"))
        for length in ("w:pgSz/@w:w", "w:pgMar/@w:left", "w:pgMar/@w:right")
    )
    return (wide - left - right) / _TWIPS


def _broken(name: str, size: float, *, bold: bool) -> list[str]:
    words = name.split()
    if head := _council(words):
        rest = _broken(" ".join(words[head:]), size, bold=bold)
        return [" ".join(words[:head]), *rest]
    for count in range(1, _MOST_LINES + 1):
        ways = [way for way in _ways(words, count) if _fits(way, size, bold=bold)]
        if ways:
            return min(ways, key=lambda way: _cost(way, size, bold=bold))
    return [" ".join(words)]


def _council(words: Sequence[str]) -> int:
    """Return how many words "ỦY BAN NHÂN DÂN" takes at the start of a name that goes on, or 0."""
    for head in _HEADS:
        size = len(head.split())
        if len(words) > size and " ".join(words[:size]).upper() == head:
            return size
    return 0


def _ways(words: Sequence[str], count: int) -> Iterator[list[str]]:
    """Yield every way to write words on so many lines."""
    if count == 1:
        yield [" ".join(words)]
        return
    for end in range(1, len(words) - count + 2):
        for rest in _ways(words[end:], count - 1):
            yield [" ".join(words[:end]), *rest]


def _fits(lines: Sequence[str], size: float, *, bold: bool) -> bool:
    return all(width(line, size, bold=bold) <= ROOM for line in lines)


def _cost(lines: Sequence[str], size: float, *, bold: bool) -> float:
    """Return how ill a name is broken: words cut apart first, then lines of unlike length."""
    wide = [width(line, size, bold=bold) for line in lines]
    return max(wide) - min(wide) + sum(starmap(_cut, pairwise(lines)))


def _cut(before: str, after: str) -> float:
    """Return how ill a line ends before the next."""
    left, right = before.upper().split(), after.upper().split()
    pair = f"{left[-1]} {right[0]}"
    if pair in _WORDS or left[-1] in _NEVER_LAST:
        return 200
    if right[0] in _FIRST:
        return -60
    inside_a_place = left[-2:-1] and left[-2] in _PLACES and " ".join(left[-2:]) not in _WORDS
    return 150 if inside_a_place else 0


_RULES = {
    "KeCoQuan": ("CoQuan", ND30_2020.characters["agency"]),
    "KeTrichYeu": ("TrichYeu", ND30_2020.characters["subject"]),
}
"""By the style of the rule: the style of the text above it."""
_PART = 0.42
"""The decree says a third to a half."""
_TWIPS = 1440 / 25.4
_HEADS = ("ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN")
_PLACES = ("XÃ", "PHƯỜNG", "TRẤN", "HUYỆN", "QUẬN", "PHỐ", "TỈNH", "KHU", "THÔN")
_FIRST = ("VÀ", "XÃ", "PHƯỜNG", "HUYỆN", "QUẬN", "TỈNH", "TRỰC", "THÀNH", "ĐẶC", "THỊ")
"""Words that begin a group, so that a line does well to begin with them."""
_NEVER_LAST = (
    *("VÀ", "-", "CỦA", "CÁC", "SỞ", "BỘ", "CỤC", "BAN", "PHÒNG", "HỘI", "TRƯỜNG", "VIỆN", "ĐÀI"),
    *_PLACES,
)
_VOCABULARY = """
    AN TOÀN, BẢO HIỂM, BẢO TỒN, BẢO TRỢ, BẢO VỆ, BỆNH TẬT, BỆNH VIỆN, CẢI CÁCH, CHẤT LƯỢNG, CHĂN
    NUÔI, CHI CỤC, CHÍNH PHỦ, CHÍNH TRỊ, CHUYỂN ĐỔI, CÔNG AN, CÔNG CHỨC, CÔNG ĐOÀN, CÔNG NGHỆ,
    CÔNG NGHIỆP, CÔNG THƯƠNG, CÔNG TRÌNH, CƠ SỞ, DÂN DỤNG, DÂN SỐ, DÂN TỘC, DỊCH VỤ, DU LỊCH, DỰ
    ÁN, DỰ PHÒNG, ĐÀO TẠO, ĐĂNG KÝ, ĐẶC KHU, ĐẤT ĐAI, ĐẦU TƯ, ĐIỆN TỬ, ĐO LƯỜNG, ĐÔ THỊ, GIA
    ĐÌNH, GIÁM SÁT, GIÁM ĐỊNH, GIÁO DỤC, GIAO THÔNG, HẠ TẦNG, HÀNH CHÍNH, HẢI QUAN, HỖ TRỢ, HỘI
    ĐỒNG, HỢP TÁC, KẾ HOẠCH, KHÁM BỆNH, KHÍ TƯỢNG, KHOA HỌC, KHOÁNG SẢN, KHUYẾN NÔNG, KIỂM DỊCH,
    KIỂM LÂM, KIỂM NGHIỆM, KIỂM SOÁT, KIỂM TRA, KINH TẾ, KỸ THUẬT, LAO ĐỘNG, LÂM NGHIỆP, LIÊN
    HIỆP, LƯU TRỮ, MẦM NON, MẶT TRẬN, MÔI TRƯỜNG, NGÂN HÀNG, NGÂN SÁCH, NGHIÊN CỨU, NGHIỆP VỤ,
    NGOẠI VỤ, NHÀ NƯỚC, NHÂN DÂN, NÔNG DÂN, NÔNG NGHIỆP, NÔNG THÔN, NỘI VỤ, PHÁT THANH, PHÁT
    TRIỂN, PHỔ BIẾN, PHỤ NỮ, PHỤC HỒI, PHỤC VỤ, QUÂN SỰ, QUẢN LÝ, QUỐC GIA, QUỐC TẾ, QUY HOẠCH,
    SỰ NGHIỆP, TÀI CHÍNH, TÀI NGUYÊN, THẨM ĐỊNH, THANH NIÊN, THANH TRA, THÀNH PHỐ, THỂ DỤC, THỂ
    THAO, THI HÀNH, THỊ TRẤN, THỊ TRƯỜNG, THỊ XÃ, THÔNG TIN, THỐNG KÊ, THÚ Y, THỦ TƯỚNG, THỦY
    LỢI, THỦY SẢN, THỦY VĂN, THỰC PHẨM, THỰC VẬT, THƯƠNG BINH, THƯƠNG MẠI, TIỂU HỌC, TIÊU CHUẨN,
    TỔ CHỨC, TỔ QUỐC, TÔN GIÁO, TỔNG CỤC, TỔNG HỢP, TRỒNG TRỌT, TRỢ GIÚP, TRUNG CẤP, TRUNG HỌC,
    TRUNG TÂM, TRUNG ƯƠNG, TRUYỀN HÌNH, TRUYỀN THÔNG, TRỰC THUỘC, TUYÊN GIÁO, TƯ PHÁP, TƯ VẤN,
    ỦY BAN, ỨNG DỤNG, VĂN HÓA, VĂN PHÒNG, VẬN TẢI, VỆ SINH, VIỄN THÔNG, XÃ HỘI, XÂY DỰNG, XÚC
    TIẾN, Y TẾ
"""
_WORDS = frozenset(" ".join(word.split()) for word in _VOCABULARY.split(","))
"""Words of two syllables that names of agencies are made of."""

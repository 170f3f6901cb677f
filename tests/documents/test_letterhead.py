"""An agency's name is broken where its words group, and the rules follow the text."""

from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from cchc.documents import render_plan
from cchc.documents.letterhead import ROOM, name_lines
from cchc.form.profile import ND30_2020
from cchc.word.typeface import width
from tests.documents.plans import NOWHERE, plan_of

SIZE = ND30_2020.characters["agency"].size.chosen
TWIPS = 1440 / 25.4

NAMES = {
    "ỦY BAN NHÂN DÂN XÃ SƠN HẠ": "ỦY BAN NHÂN DÂN|XÃ SƠN HẠ",
    "ỦY BAN NHÂN DÂN XÃ Y TÝ": "ỦY BAN NHÂN DÂN|XÃ Y TÝ",
    "ỦY BAN NHÂN DÂN PHƯỜNG PHÚ MỸ": "ỦY BAN NHÂN DÂN|PHƯỜNG PHÚ MỸ",
    "ỦY BAN NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU": "ỦY BAN NHÂN DÂN|TỈNH BÀ RỊA - VŨNG TÀU",
    "ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH": "ỦY BAN NHÂN DÂN|THÀNH PHỐ HỒ CHÍ MINH",
    "ỦY BAN NHÂN DÂN ĐẶC KHU LÝ SƠN": "ỦY BAN NHÂN DÂN|ĐẶC KHU LÝ SƠN",
    "ỦY BAN NHÂN DÂN PHƯỜNG TÂN THỚI NHẤT": "ỦY BAN NHÂN DÂN|PHƯỜNG TÂN THỚI NHẤT",
    "HỘI ĐỒNG NHÂN DÂN XÃ SƠN HẠ": "HỘI ĐỒNG NHÂN DÂN|XÃ SƠN HẠ",
    "ỦY BAN NHÂN DÂN": "ỦY BAN NHÂN DÂN",
    "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM": "ỦY BAN MẶT TRẬN|TỔ QUỐC VIỆT NAM",
    "CHÍNH PHỦ": "CHÍNH PHỦ",
    "BỘ NỘI VỤ": "BỘ NỘI VỤ",
    "BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH": "BỘ VĂN HÓA, THỂ THAO|VÀ DU LỊCH",
    "VĂN PHÒNG": "VĂN PHÒNG",
    "SỞ NỘI VỤ": "SỞ NỘI VỤ",
    "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG": "SỞ NÔNG NGHIỆP|VÀ MÔI TRƯỜNG",
    "SỞ GIÁO DỤC VÀ ĐÀO TẠO": "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
    "CHI CỤC KIỂM LÂM": "CHI CỤC KIỂM LÂM",
    "CHI CỤC CHĂN NUÔI VÀ THÚ Y": "CHI CỤC CHĂN NUÔI VÀ THÚ Y",
    "CHI CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG": "CHI CỤC TIÊU CHUẨN|ĐO LƯỜNG CHẤT LƯỢNG",
    "CHI CỤC AN TOÀN VỆ SINH THỰC PHẨM": "CHI CỤC AN TOÀN|VỆ SINH THỰC PHẨM",
    "CHI CỤC QUẢN LÝ CHẤT LƯỢNG NÔNG LÂM SẢN VÀ THỦY SẢN": (
        "CHI CỤC QUẢN LÝ|CHẤT LƯỢNG NÔNG LÂM SẢN|VÀ THỦY SẢN"
    ),
    "CỤC THUẾ TỈNH QUẢNG NGÃI": "CỤC THUẾ TỈNH QUẢNG NGÃI",
    "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG": "TRUNG TÂM PHỤC VỤ|HÀNH CHÍNH CÔNG",
    "TRUNG TÂM KIỂM SOÁT BỆNH TẬT": "TRUNG TÂM|KIỂM SOÁT BỆNH TẬT",
    "PHÒNG VĂN HÓA - XÃ HỘI": "PHÒNG VĂN HÓA - XÃ HỘI",
    "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG CÁC CÔNG TRÌNH GIAO THÔNG": (
        "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ|XÂY DỰNG CÁC CÔNG TRÌNH|GIAO THÔNG"
    ),
    "TRƯỜNG TRUNG HỌC CƠ SỞ NGUYỄN BỈNH KHIÊM": "TRƯỜNG TRUNG HỌC|CƠ SỞ NGUYỄN BỈNH KHIÊM",
    "SỞ TÀI CHÍNH\nPHÒNG NGÂN SÁCH": "SỞ TÀI CHÍNH|PHÒNG NGÂN SÁCH",
    "UBND XÃ SƠN HẠ": "UBND XÃ SƠN HẠ",
}


def lines_of(name: str) -> list[str]:
    return name_lines(name, size=SIZE, bold=True)


@pytest.mark.parametrize("name", NAMES)
def test_a_real_name_is_broken_as_an_office_breaks_it(name: str) -> None:
    assert lines_of(name) == NAMES[name].split("|")


@given(
    st.lists(st.sampled_from(sorted({w for n in NAMES for w in n.split()})), min_size=1, max_size=9)
)
def test_every_word_is_kept_and_lines_fit(words: list[str]) -> None:
    lines = lines_of(" ".join(words))
    assert " ".join(lines) == " ".join(words)
    assert all(width(line, SIZE, bold=True) <= ROOM for line in lines)


def test_a_name_of_one_endless_word_is_left_as_it_is() -> None:
    assert lines_of("Ư" * 90) == ["Ư" * 90]


@pytest.mark.parametrize(
    ("style", "text", "bold_size"),
    [("KeCoQuan", "ỦY BAN NHÂN DÂN", SIZE), ("KeTrichYeu", "Về việc thử rất dài", 14)],
)
def test_a_rule_is_a_third_to_a_half_of_its_text(style: str, text: str, bold_size: float) -> None:
    plan = plan_of(co_quan={"ban_hanh": "ỦY BAN NHÂN DÂN XÃ A"}, trich_yeu="Về việc thử rất dài")
    document = docx.Document(BytesIO(render_plan(plan, NOWHERE)))
    (rule,) = document.element.xpath(f".//w:p[w:pPr/w:pStyle/@w:val='{style}']")
    cell = rule.xpath("ancestor::w:tc[1]/w:tcPr/w:tcW/@w:w")
    section = document.sections[0]
    assert section.page_width and section.left_margin and section.right_margin  # noqa: PT018
    page = (section.page_width - section.left_margin - section.right_margin) / 635
    sides = [int(rule.pPr.ind.get(qn(f"w:{side}"))) for side in ("left", "right")]
    length = ((int(cell[0]) if cell else page) - sum(sides)) / TWIPS
    assert 1 / 3 <= length / width(text, bold_size, bold=True) <= 1 / 2


def test_an_accent_takes_no_room_and_a_horn_does() -> None:
    assert width("Ế", 10) == width("E", 10)
    assert width("Ờ", 10) == width("Ơ", 10)
    assert width("Ữ", 10) > width("U", 10)
    assert width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True) == pytest.approx(
        95.7, abs=0.1
    )

"""What each rule of the pen takes for a slip and what it would write; and what it leaves alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from cchc.checks.registry import About
from cchc.checks.rules import RULEBOOK
from cchc.diagnostics import Rule
from cchc.plan.loader import document_of
from cchc.plan.models import Plan
from tests.checks.edits import edited
from tests.checks.subjects import content

RULES = {rule.name: rule for rule in RULEBOOK.about(About.PLAN)}


def mended(rule: Rule[About], words: str) -> str:
    """Return the words with every slip of a rule mended."""
    subject = content(words)
    found = list(rule.check(subject))
    assert all(slip.message and slip.hint for slip in found)
    text = edited(subject.document.source.text, found)
    start = text.index("\n", text.index("noi_dung: |-")) + 1
    return text[start : text.index("\n", start)].removeprefix(" " * 12)


MENDED = [
    ("odd-spaces", "a  b", "a b"),
    ("odd-spaces", "kế\u00a0hoạch", "kế hoạch"),
    ("odd-spaces", "kế hoạch ; báo cáo .", "kế hoạch; báo cáo."),
    ("odd-spaces", "kế hoạch,báo cáo", "kế hoạch, báo cáo"),
    ("odd-spaces", "( nếu có )", "(nếu có)"),
    ("odd-dash", "Văn phòng -Thống kê", "Văn phòng - Thống kê"),
    ("odd-dash", "Văn phòng - Thống kê – xã", "Văn phòng - Thống kê - xã"),
    ("odd-dash", "giai đoạn 2021‑2025", "giai đoạn 2021-2025"),
    ("odd-dash", "kế\u00adhoạch", "kếhoạch"),
    ("odd-quotes", "„một cửa”", "“một cửa”"),
    ("odd-quotes", "“một cửa\"", "“một cửa”"),
    ("odd-quotes", 'cơ chế "một cửa”', "cơ chế “một cửa”"),
    ("odd-quotes", "«một cửa»", "“một cửa”"),
    ("foreign-letter", "Ðịa phương", "Địa phương"),
    ("foreign-letter", "UВND xã", "UBND xã"),
    ("ocr-slip", "NIỀM YẾT công khai", "NIÊM YẾT công khai"),
    ("ocr-slip", "Đơn đốc thực hiên", "Đôn đốc thực hiện"),
    ("ocr-slip", "số l5/QĐ-UBND năm 2O25", "số 15/QĐ-UBND năm 2025"),
    ("date-padding", "ngày 1/7/2019", "ngày 01/7/2019"),
    ("date-padding", "ngày 15/1/2025", "ngày 15/01/2025"),
    ("date-padding", "trước ngày 5/2", "trước ngày 05/02"),
    ("date-padding", "ngày 5 tháng 2 năm 2025", "ngày 05 tháng 02 năm 2025"),
    ("doubled-word", "kế hoạch của của xã", "kế hoạch của xã"),
    ("doubled-word", "cấp xã của UBND xã của UBND xã.", "cấp xã của UBND xã."),
    ("mixed-tone-marks", "số hóa, văn hóa, văn hoá", "số hóa, văn hóa, văn hóa"),
    ("mixed-tone-marks", "hoá, khoá, khoẻ, toả, loà, ủy", "hoá, khoá, khoẻ, toả, loà, uỷ"),
    ("mixed-tone-marks", "HÓA, hóa, HOÁ", "HÓA, hóa, HÓA"),
    ("leftover-markup", '<ul style="a">**Kế hoạch**</p>&nbsp;', "Kế hoạch "),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "words", "right"), MENDED)
def test_a_slip_is_found_and_what_should_stand_there(rule: str, words: str, right: str) -> None:
    assert mended(RULES[rule], words) == right


@pytest.mark.parametrize(("rule", "words", "right"), MENDED)
def test_what_was_mended_has_no_slip_left(rule: str, words: str, right: str) -> None:
    assert mended(RULES[rule], right.strip()) == right.strip()


def test_one_style_of_dashes_or_tone_marks_is_as_good_as_the_other() -> None:
    text = content("a").document.source.text
    for rule, pairs in (
        ("odd-dash", [(" - ", " – ")]),
        ("mixed-tone-marks", [("hóa", "hoá"), ("ỦY", "UỶ")]),
    ):
        for old, new in pairs:
            text = text.replace(old, new)
        document = document_of(Path("2025.yaml"), text.encode(), Plan, "")
        subject = replace(content("a"), document=document)
        assert list(RULES[rule].check(subject)) == []


LEFT_ALONE = [
    ("odd-spaces", "Lưu: VT, năm 2025; Đinh Trường Sơn./. 1,5 tỷ; 2.000.000 đồng (nếu có)"),
    ("odd-spaces", "- Văn phòng: a; b; ... c, “d” ,e1"[:30]),
    ("odd-dash", "Nghị quyết số 04-NQ/TU; 2021 - 2025; Văn phòng - Thống kê; -nt-; 2021-2025"),
    ("odd-quotes", 'cơ chế "một cửa", “một cửa liên thông”, màn hình 15" và “a”'),
    ("foreign-letter", "Điện Biên Phủ; đường; Москва; mét vuông µ; Ω"),
    ("ocr-slip", "hội nghị đôn đốc; tìm kiếm, tra cứu; tìm kiếm tra cứu; thường trực tuyên truyền"),
    ("ocr-slip", "hệ thống kế hoạch; truyền thống kế thừa; giao thông kê khai; ISO 9001; HOT 100"),
    ("date-padding", "ngày 05/3/2025; ngày 18/03/2022; 1/2 số hộ; tỷ lệ 3/4; quý I/2025; 12/2025"),
    ("date-padding", "số 5/2/QĐ; khoản 1/7; mục 2.1; 10/10/2022; Nghị định số 5/2019/NĐ-CP"),
    (
        "doubled-word",
        "thường thường, dần dần, luôn luôn; năm năm qua; ngày càng; Kế hoạch, Kế hoạch",
    ),
    ("doubled-word", "quý I, quý II; 100 100; của xã, của huyện; một cửa, một cửa liên thông"),
    ("mixed-tone-marks", "hóa, khóa, ủy, thủy, khỏe, hòa, quý, quỹ, hoàn toàn, thuyết, huỳnh"),
    ("leftover-markup", "tỷ lệ < 10 và > 5; A&B; R&D; a*b; biến so_thu_tu; [VPTK]"),
]


@pytest.mark.parametrize(("rule", "words"), LEFT_ALONE)
def test_what_is_written_well_is_left_alone(rule: str, words: str) -> None:
    assert [slip.message for slip in RULES[rule].check(content(words))] == []

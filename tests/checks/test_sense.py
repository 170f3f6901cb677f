"""Rules that know the domain: what honest plans say they leave alone, and slips they find."""

import pytest

from cchc.checks.registry import About
from cchc.checks.rules import RULEBOOK
from cchc.diagnostics import Finding
from tests.checks.subjects import subject_of

RULES = {rule.name: rule for rule in RULEBOOK.about(About.PLAN)}


def found(rule: str, example: str) -> list[Finding]:
    return list(RULES[rule].check(subject_of(example)))


CALENDAR = "che_do_bao_cao:\n  - {ky: quý I, truoc: 05/3}\n  - {ky: 6 tháng, truoc: 05/6}\n"
TWO = '- stt: "01"\n  noi_dung: %s\n- stt: "02"\n  noi_dung: %s'
PRODUCTS = "san_pham: [Kế hoạch, Báo cáo]\nthoi_gian: "
DUTY = 'muc:\n  - so: "1"\n    don_vi: VPTK\n    y: [%s]\nnoi_dung: %s'

FOUND = [
    ("year-slip", "trich_yeu: Cải cách hành chính năm 2024"),
    ("year-slip", "mo_dau: UBND xã ban hành Kế hoạch cải cách hành chính năm 2024 như sau"),
    ("year-slip", "noi_dung: Tham mưu ban hành Kế hoạch truyền thông Năm 2024 của xã."),
    ("year-slip", "noi_dung: Tổ chức thực hiện dự toán ngân sách nhà nước năm 2024"),
    ("contradicting-timings", "thoi_gian: Tháng 3 hoàn thành Đề án; tháng 6/2025 hoàn thành Đề án"),
    ("contradicting-timings", "noi_dung: Kế hoạch, xong trước ngày 05/3\nthoi_gian: Quý II/2025"),
    (
        "contradicting-timings",
        "noi_dung: Lập dự toán, chậm nhất ngày 10/7/2025 gửi huyện\nthoi_gian: Quý IV/2025",
    ),
    ("product-without-milestone", PRODUCTS + "Quý I ban hành Kế hoạch"),
    (
        "report-task-disagrees",
        CALENDAR + "noi_dung: Báo cáo kết quả CCHC quý I\nthoi_gian: Trước ngày 20/3/2025",
    ),
    ("unused-unit", "DTN: {ten: Đoàn Thanh niên}"),
    ("duty-without-task", DUTY % ("Trang bị máy tính bảng cho đại biểu dự kỳ họp", "Công khai")),
    ("near-identical-task", TWO % ("Rà soát TTHC năm nay", "Rà soát TTHC trong năm nay")),
]


@pytest.mark.parametrize(("rule", "example"), FOUND)
def test_a_slip_of_sense_is_found_once(rule: str, example: str) -> None:
    assert len(found(rule, example)) == 1


LEFT = [
    ("year-slip", "noi_dung: Chấm điểm xác định Chỉ số cải cách hành chính năm 2024 của xã"),
    ("year-slip", "noi_dung: Xây dựng báo cáo tổng kết thực hiện Kế hoạch năm 2024"),
    ("year-slip", "noi_dung: Thực hiện Kế hoạch số 5/KH-UBND ngày 02/01/2024 của UBND huyện"),
    ("year-slip", "noi_dung: Thực hiện Chương trình giai đoạn từ năm 2024 đến năm 2026"),
    ("year-slip", "noi_dung: Khắc phục hạn chế năm 2024; ban hành Kế hoạch năm 2025"),
    ("year-slip", "noi_dung: Phê duyệt quyết toán ngân sách nhà nước năm 2024"),
    ("year-slip", "san_pham: [Quyết định công bố văn bản hết hiệu lực trong năm 2024]"),
    ("contradicting-timings", "thoi_gian: Quý I, II/2025 ban hành Kế hoạch"),
    ("contradicting-timings", "thoi_gian: Tháng 3 báo cáo kết quả; tháng 9 báo cáo kết quả"),
    ("contradicting-timings", "noi_dung: Kế hoạch, xong trước ngày 05/3\nthoi_gian: Thường xuyên"),
    ("contradicting-timings", "noi_dung: Xong trước ngày 01/4/2025\nthoi_gian: Quý I/2025"),
    ("contradicting-timings", "noi_dung: Báo cáo trước ngày 20 hằng tháng\nthoi_gian: Quý I/2025"),
    ("contradicting-timings", "noi_dung: Kế hoạch số 5/KH-UBND ngày 02/01/2024 đã hoàn thành"),
    (
        "product-without-milestone",
        PRODUCTS + "Quý I ban hành Kế hoạch; định kỳ báo cáo kết quả",
    ),
    (
        "product-without-milestone",
        PRODUCTS + "Quý I ban hành Kế hoạch và triển khai thực hiện",
    ),
    ("product-without-milestone", PRODUCTS + "Quý I/2025"),
    ("product-without-milestone", "san_pham: [Báo cáo]\nthoi_gian: Theo kế hoạch của huyện"),
    (
        "report-task-disagrees",
        CALENDAR + "noi_dung: Báo cáo cải cách hành chính quý I\nthoi_gian: Trước ngày 05/3/2025",
    ),
    (
        "report-task-disagrees",
        CALENDAR + "noi_dung: Báo cáo tài chính 6 tháng\nthoi_gian: Trước ngày 20/7/2025",
    ),
    ("report-task-disagrees", "noi_dung: Báo cáo CCHC quý I\nthoi_gian: Trước ngày 20/3/2025"),
    ("unused-unit", "CM: {ten: Nhóm, gom: [DTN]}\nDTN: {ten: Đoàn}\nphoi_hop: [CM, TPHT, VHXH]"),
    ("unused-unit", "DTN: {ten: Đoàn Thanh niên}\nghi_chu: cùng Đoàn Thanh niên xã"),
    (
        "duty-without-task",
        DUTY % ("Tham mưu Kế hoạch tuyên truyền dịch vụ công trực tuyến", "Kế hoạch tuyên truyền"),
    ),
    ("near-identical-task", TWO % ("Rà soát TTHC", "Công khai TTHC")),
]


@pytest.mark.parametrize(("rule", "example"), LEFT)
def test_an_honest_plan_is_left_alone(rule: str, example: str) -> None:
    assert [finding.message for finding in found(rule, example)] == []

"""The words beside each time."""

import pytest

from cchc.timing import read

_PLAN = "triển khai thực hiện các nội dung, nhiệm vụ theo Kế hoạch đã đề ra"


@pytest.mark.parametrize(
    ("phrase", "actions"),
    [
        (
            "Quý I năm 2025 ban hành Kế hoạch; - Định kỳ báo cáo kết quả thực hiện",
            ["ban hành Kế hoạch", "báo cáo kết quả thực hiện"],
        ),
        (
            f"Quý I năm 2025 ban hành các Kế hoạch và {_PLAN}",
            ["ban hành các Kế hoạch", _PLAN],
        ),
        ("Hoàn thành trong quý I năm 2025", ["Hoàn thành"]),
        ("Thời gian hoàn thành: Quý I năm 2025 (triển khai theo chỉ đạo)", [""]),
        ("Quý I năm 2025", [""]),
        ("báo cáo kết quả thực hiện vào tháng 11 năm 2025", ["báo cáo kết quả thực hiện"]),
        ("BAN HÀNH   KẾ HOẠCH\ttrong quý I", ["BAN HÀNH KẾ HOẠCH"]),
        ("Quý II, III tổ chức kiểm tra", ["tổ chức kiểm tra", "tổ chức kiểm tra"]),
        ("Quý I ban hành kế hoạch, Quý IV báo cáo", ["ban hành kế hoạch", "báo cáo"]),
        (
            "hoàn thành đầu tư quý IV/2026, vận hành thương mại năm 2027",
            ["hoàn thành đầu tư", "vận hành thương mại"],
        ),
        ("Xây dựng kế hoạch: Quý I/2025", ["Xây dựng kế hoạch"]),
        ("Quý I/2025: Ban hành Kế hoạch", ["Ban hành Kế hoạch"]),
        ("thường xuyên, hoàn thành trước ngày 10 tháng 12 năm 2025", ["", "hoàn thành"]),
        ("Theo chỉ đạo của UBND huyện", [""]),
        (
            "Quý I năm 2025 ban hành kế hoạch (theo mẫu) và triển khai trong năm",
            ["ban hành kế hoạch", "triển khai"],
        ),
        ("Tháng 12/2025 ban hành Kế hoạch năm 2026", ["ban hành Kế hoạch năm 2026"]),
    ],
)
def test_the_words_beside_a_time_are_its_action(phrase: str, actions: list[str]) -> None:
    assert [each.action for each in read(phrase, 2025).milestones] == actions

"""The công văn đôn đốc, read back: its addressees, its parts, its form."""

from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest

from cchc.documents.reminder import render_letter
from cchc.form.lint import lint
from cchc.progress.reminders import Reminder, reminder, reminders
from tests.documents.plans import NOWHERE, real_plan, words
from tests.progress.reports import YEAR, plan

DAY = date(2025, 3, 20)
ONE = [reminder(plan(), YEAR, "TP", DAY, 14)]
ALL = list(reminders(plan(), YEAR, DAY, 14))


def lines(told: list[Reminder]) -> list[str]:
    return words(docx.Document(BytesIO(render_letter(told, NOWHERE))))


def test_it_has_a_subject_under_its_number_and_no_title() -> None:
    told = lines(ONE)
    number = next(i for i, line in enumerate(told) if line.startswith("Số:"))
    assert told[number].endswith("/UBND-VP")
    assert told[number + 1] == "V/v đôn đốc thực hiện Kế hoạch cải cách hành chính năm 2025"
    assert "CÔNG VĂN" not in told


def test_one_office_is_addressed_on_one_line_and_has_no_heading() -> None:
    told = lines(ONE)
    assert "Kính gửi: Tư pháp - Hộ tịch" in told
    assert [line for line in told if line[:2] in ("1.", "2.", "3.")] == [
        "1. Nhiệm vụ quá hạn",
        "2. Nhiệm vụ đến hạn từ ngày 20/03/2025 đến hết ngày 03/04/2025",
        "3. Nhiệm vụ đã hoàn thành nhưng chưa có văn bản chứng minh",
    ]
    assert not [line for line in told if line.startswith("I.")]


def test_several_offices_are_listed_and_each_has_its_heading() -> None:
    told = lines(ALL)
    start = told.index("Kính gửi:")
    assert told[start + 1 : start + 3] == ["- Văn phòng;", "- Tư pháp - Hộ tịch."]
    assert [line for line in told if line.startswith(("I. ", "II. "))] == [
        "I. VĂN PHÒNG",
        "II. TƯ PHÁP - HỘ TỊCH",
    ]


def test_it_goes_to_who_is_asked_and_into_the_archive() -> None:
    told = lines(ONE)
    start = told.index("Nơi nhận:")
    assert told[start : start + 3] == ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]
    assert told[start - 1] == (
        "Đề nghị Tư pháp - Hộ tịch khẩn trương thực hiện và báo cáo kết quả về Văn phòng để tổng"
        " hợp./."
    )


@pytest.mark.parametrize("month", [1, 2, 4, 6, 12])
def test_our_own_lint_finds_nothing(month: int, tmp_path: Path) -> None:
    found = [r for r in reminders(real_plan(), YEAR, date(2025, month, 20), 30) if not r.empty]
    assert found
    for name, told in (("all", found), ("one", found[:1]), ("small", ALL)):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(render_letter(told, NOWHERE))
        assert [str(fault) for fault in lint(path, None)] == []


def test_the_same_letter_is_the_same_bytes() -> None:
    assert render_letter(ALL, NOWHERE) == render_letter(ALL, NOWHERE)

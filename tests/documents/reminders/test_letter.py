"""The công văn đôn đốc, read back: its addressees, its parts, its form."""

from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest

from cchc.documents.reminder import letter_of, render_letter, working_days_after
from cchc.form.lint import lint
from cchc.plan.schedule import scheduled
from cchc.progress.reminders import Reminder, reminder, reminders
from tests.documents.plans import NOWHERE, real_plan, words
from tests.progress.reports import YEAR, plan

DAY = date(2025, 3, 20)
ONE = [reminder(scheduled(plan()), YEAR, "TP", DAY, 14)]
ALL = list(reminders(scheduled(plan()), YEAR, DAY, 14))


def lines(told: list[Reminder]) -> list[str]:
    return words(docx.Document(BytesIO(render_letter(told, NOWHERE))))


def test_it_has_a_subject_under_its_number_and_no_title() -> None:
    told = lines(ONE)
    number = next(i for i, line in enumerate(told) if line.startswith("Số:"))
    assert told[number].endswith("/UBND-VP")
    assert told[number + 1] == "V/v đôn đốc thực hiện Kế hoạch cải cách hành chính năm 2025"
    assert "CÔNG VĂN" not in told


def table_of(told: list[Reminder], number: int = 1) -> list[list[str]]:
    table = docx.Document(BytesIO(render_letter(told, NOWHERE))).tables[number]
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_one_office_is_addressed_on_one_line_and_has_one_table() -> None:
    told = lines(ONE)
    assert "Kính gửi: Tư pháp - Hộ tịch" in told
    rows = table_of(ONE)
    assert rows[0] == ["TT", "Nhiệm vụ", "Mốc", "Hạn", "Quá hạn"]
    assert [row[0] for row in rows if row[0] == row[4]] == [
        "Nhiệm vụ quá hạn",
        "Nhiệm vụ đến hạn đến hết ngày 03/04/2025",
        "Đã hoàn thành, chưa có văn bản",
    ]
    numbers = [row[0] for row in rows if row[0].isdigit()]
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    assert not [line for line in told if line.startswith("1.")]


def test_each_row_says_how_late_it_is_or_how_long_there_is() -> None:
    late = {row[4].replace("\u00a0", " ") for row in table_of(ONE) if row[0].isdigit()}
    assert any(said.endswith(" ngày") and said[0].isdigit() for said in late)
    assert any(said.startswith("Còn ") for said in late)
    assert "Thiếu văn bản" in late


def test_several_offices_are_listed_and_each_has_its_heading() -> None:
    told = lines(ALL)
    start = told.index("Kính gửi:")
    assert told[start + 1 : start + 3] == ["- Văn phòng;", "- Tư pháp - Hộ tịch."]
    assert [line for line in told if line.startswith(("1. ", "2. "))] == [
        "1. Văn phòng",
        "2. Tư pháp - Hộ tịch",
    ]


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        (date(2025, 3, 20), date(2025, 3, 27)),
        (date(2025, 4, 28), date(2025, 5, 8)),  # 30/4, 1/5 and the day that joins them
        (date(2025, 1, 24), date(2025, 2, 7)),  # Tết
    ],
)
def test_the_answer_is_due_in_five_working_days(day: date, answer: date) -> None:
    assert working_days_after(day, 5) == answer


def test_the_day_of_the_answer_can_be_given() -> None:
    fields = letter_of(ONE, date(2025, 4, 1))
    assert fields["tra_loi"] == "01/04/2025"
    assert "chậm nhất ngày 01/04/2025" in str(fields["ket"])


def test_it_goes_to_who_is_asked_and_into_the_archive() -> None:
    told = lines(ONE)
    start = told.index("Nơi nhận:")
    assert told[start : start + 3] == ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]
    assert told[start - 1] == (
        "Đề nghị Tư pháp - Hộ tịch khẩn trương thực hiện, báo cáo kết quả kèm số, ký hiệu, ngày của"
        " văn bản (việc chưa xong thì nêu nguyên nhân, thời gian hoàn thành) về Văn phòng chậm nhất"
        " ngày 27/03/2025 để tổng hợp./."
    )


@pytest.mark.parametrize("month", [1, 2, 4, 6, 12])
def test_our_own_lint_finds_nothing(month: int, tmp_path: Path) -> None:
    found = [
        r for r in reminders(scheduled(real_plan()), YEAR, date(2025, month, 20), 30) if not r.empty
    ]
    assert found
    for name, told in (("all", found), ("one", found[:1]), ("small", ALL)):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(render_letter(told, NOWHERE))
        assert [str(fault) for fault in lint(path, None)] == []


def test_the_same_letter_is_the_same_bytes() -> None:
    assert render_letter(ALL, NOWHERE) == render_letter(ALL, NOWHERE)

"""A reminder as plain text: numbered, a line a thing, and nothing that runs when it is pasted."""

from datetime import date

import pytest

from cchc.documents.reminder_message import message
from cchc.plan.models import Plan
from cchc.plan.schedule import scheduled
from cchc.progress.ledger import Ledger
from cchc.progress.reminders import Reminder, reminder, reminders
from tests.documents.plans import real_plan
from tests.progress.reports import YEAR, entry, ledger, plan, task

DAY = date(2025, 3, 20)
PLAN = "Kế hoạch số 05/KH-UBND ngày 25 tháng 12 năm 2024"
PROOF = "số, ký hiệu, ngày văn bản"


def of(code: str, day: date = DAY, within: int = 14, whole: Plan | None = None) -> Reminder:
    return reminder(scheduled(whole or plan()), YEAR, code, day, within)


def test_what_is_late_soon_and_unproved_each_has_its_list() -> None:
    found = of("TP")
    assert [item.id for item in found.late] == ["II.01"]
    assert [item.id for item in found.soon] == ["I.03"]
    assert [item.id for item in found.unproved] == ["I.02"]


def test_the_last_day_that_is_soon_is_soon() -> None:
    assert [item.id for item in of("TP", date(2025, 3, 17)).soon] == ["I.03"]
    assert of("TP", date(2025, 3, 16)).soon == ()
    assert [item.id for item in of("TP", date(2025, 3, 31), within=0).soon] == ["I.03"]


def test_what_is_cancelled_or_proved_is_no_reminder() -> None:
    ids = {
        i.id
        for r in reminders(scheduled(plan()), YEAR, DAY, 366)
        for i in (*r.late, *r.soon, *r.unproved)
    }
    assert "I.04" not in ids
    done = ledger(entry("2025-03-01", "II.01", "hoan_thanh", van_ban="BC số 1"))
    assert reminder(scheduled(plan()), done, "TP", DAY, 0).unproved == ()


def test_an_ended_office_is_its_successor() -> None:
    assert of("CU").code == "TP"
    assert of("CU", date(2025, 2, 28)).code == "CU"
    assert [r.code for r in reminders(scheduled(plan()), YEAR, DAY, 14)] == ["VP", "TP"]


def test_the_message_greets_numbers_and_says_how_late() -> None:
    assert message(of("TP")).split("\n") == [
        "Kính gửi Tư pháp - Hộ tịch, ngày 20/03/2025.",
        f"UBND xã Sơn Hạ nhắc việc theo {PLAN} về cải cách hành chính năm 2025:",
        "",
        "QUÁ HẠN (1)",
        "1. Việc số 01 (II.01)",
        "   Hạn 15/03/2025, quá hạn 5 ngày, đang thực hiện; khó khăn: thiếu kinh phí",
        "",
        "SẮP ĐẾN HẠN, đến hết 03/04/2025 (1)",
        "2. Việc số 03 (I.03)",
        "   Hạn 31/03/2025, còn 11 ngày",
        "",
        "ĐÃ XONG NHƯNG CHƯA CÓ VĂN BẢN (1)",
        "3. Việc số 02 (I.02)",
        f"   Hoàn thành ngày 25/02/2025, cần {PROOF}; khó khăn: chờ hướng dẫn của Sở",
        "",
        f"Xong việc nào, xin báo Văn phòng kèm {PROOF}.",
    ]


def test_who_has_nothing_is_told_so() -> None:
    bare = plan([], [], calendar=[])
    assert message(of("VP", whole=bare)) == (
        "Kính gửi Văn phòng, ngày 20/03/2025.\n"
        "Không có việc quá hạn, không có việc đến hạn trong 14 ngày tới, không thiếu văn bản chứng"
        " minh."
    )


@pytest.mark.parametrize("day", [date(2025, month, 20) for month in range(1, 13)])
def test_no_line_begins_a_formula_all_year(day: date) -> None:
    texts = [message(r) for r in reminders(scheduled(real_plan()), Ledger(()), day, 60)]
    assert texts
    for line in "\n".join(texts).split("\n"):
        assert line.isprintable()
        assert not line.strip().startswith(("=", "+", "-", "@"))


def test_a_formula_in_a_plan_stays_a_text() -> None:
    tasks = [task("01", ["VP"], "2025-03-25") | {"noi_dung": "=HYPERLINK(1) " * 6}]
    assert "1. =HYPERLINK(1)" in message(of("VP", whole=plan(tasks, calendar=[])))

"""The first screen: how many, whose, what comes, what is reported next."""

from datetime import date

import pytest

from cchc.views.board.page import renewal
from cchc.views.board.summary import summary
from tests.views.board.boards import EVERY_CONDITION, entry, listing, task

REPORTS = [
    {"ky": "quý I", "truoc": "05/3", "chu_tri": ["VPTK"]},
    {"ky": "6 tháng", "truoc": "05/6", "chu_tri": ["VPTK"]},
]


def test_offices_stand_by_how_much_they_are_late() -> None:
    found = summary(
        listing(
            [
                task("01", "TPHT", "2025-01-20"),
                task("02", "VPTK", "2025-01-31", "2025-02-10"),
                task("03", "VHXH", "2025-02-14"),
            ]
        )
    )
    assert (found.late, found.late_tasks) == (4, 3)
    assert [(o.key, o.count, o.longest, o.tasks) for o in found.offices] == [
        ("VPTK", 2, 15, ("I.02",)),
        ("TPHT", 1, 26, ("I.01",)),
        ("VHXH", 1, 1, ("I.03",)),
    ]


def test_what_comes_is_told_by_day_up_to_the_fourteenth() -> None:
    dues = ("2025-02-15", "2025-03-01", "2025-03-02")
    found = summary(listing([task("01", "VPTK", *dues), task("02", "TPHT", "2025-03-01")]))
    assert [(d.iso, d.left, [c.id for c in d.items]) for d in found.days] == [
        ("2025-02-15", "hạn hôm nay", ["I.01"]),
        ("2025-03-01", "còn 14 ngày", ["I.01", "I.02"]),
    ]
    assert (found.soon, found.soon_until) == (3, "01/03/2025")


def test_what_is_done_does_not_come() -> None:
    done = entry("2025-02-10", "I.01", "hoan_thanh", van_ban="Báo cáo số 1/BC-UBND")
    found = summary(listing([task("01", "VPTK", "2025-02-20")], ledger=[done]))
    assert (found.days, found.soon, found.late) == ((), 0, 0)


def test_the_report_stands_before_the_tasks_of_its_day() -> None:
    found = summary(
        listing([task("01", "VPTK", "2025-03-04")], reports=REPORTS, day=date(2025, 2, 28))
    )
    assert [c.id for d in found.days for c in d.items] == ["BC", "I.01"]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2025-02-15", "04/03/2025"),
        ("2025-03-04", "04/03/2025"),
        ("2025-03-05", "04/06/2025"),
        ("2025-06-05", None),
    ],
)
def test_the_next_report_can_still_be_in_time(day: str, told: str | None) -> None:
    report = summary(listing([], reports=REPORTS, day=date.fromisoformat(day))).report
    assert (report.day if report else None) == told


def test_a_report_that_was_sent_is_not_the_next() -> None:
    sent = entry("2025-02-10", "BC", "hoan_thanh", van_ban="Báo cáo số 1/BC-UBND")
    report = summary(listing([], reports=REPORTS, ledger=[sent])).report
    assert report is not None
    assert report.day == "04/06/2025"


def test_progress_is_rounded_down() -> None:
    found = summary(EVERY_CONDITION)
    assert found.percent == 28  # two of seven


@pytest.mark.parametrize(
    ("day", "passed"),
    [
        ("2024-12-31", 0),
        ("2025-01-01", 0),
        ("2025-07-02", 50),
        ("2025-12-31", 100),
        ("2026-03-01", 100),
    ],
)
def test_the_year_passes_from_nothing_to_all(day: str, passed: int) -> None:
    assert summary(listing([], day=date.fromisoformat(day))).passed == passed


@pytest.mark.parametrize(
    ("day", "then"),
    [("2025-02-15", "2025-02-17"), ("2025-02-16", "2025-02-17"), ("2025-02-17", "2025-02-24")],
)
def test_a_newer_page_is_made_on_monday(day: str, then: str) -> None:
    assert renewal(date.fromisoformat(day)) == date.fromisoformat(then)

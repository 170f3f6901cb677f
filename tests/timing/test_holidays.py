"""Days off: what the tables say, against the `holidays` package and against what was announced."""

import subprocess
import sys
from datetime import date, timedelta
from importlib.metadata import version

import pytest

from cchc.timing.holidays import TABLE, day_off, known_years
from tests.timing.make_holidays import table


@pytest.mark.skipif(
    tuple(map(int, version("holidays").split(".")[:2])) < (0, 109),
    reason="older than what the table was made of",
)
def test_the_table_is_what_the_holidays_package_says() -> None:
    assert table() == TABLE.read_text(encoding="utf-8"), "run tests/timing/make_holidays.py"


def test_the_table_holds_days() -> None:
    assert len(known_years()["closed"]) > 200
    assert known_years()["worked"]


def test_the_break_of_tet_2025_is_as_announced() -> None:
    first, last = date(2025, 1, 25), date(2025, 2, 2)
    days = [first + timedelta(days=step) for step in range((last - first).days + 1)]
    assert {day_off(day) for day in days} == {"nghỉ Tết Nguyên đán"}
    assert day_off(first - timedelta(days=1)) is None
    assert day_off(last + timedelta(days=1)) is None


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2025, 1, 1), "nghỉ Tết Dương lịch"),
        (date(2025, 1, 31), "nghỉ Tết Nguyên đán"),
        (date(2025, 2, 15), "Thứ Bảy"),
        (date(2025, 3, 30), "Chủ nhật"),
        (date(2025, 3, 31), None),
        (date(2025, 4, 7), "nghỉ Giỗ Tổ Hùng Vương"),
        (date(2025, 4, 26), None),  # a Saturday worked for 02/5
        (date(2025, 4, 27), "Chủ nhật"),
        (date(2025, 4, 30), "nghỉ lễ 30/4"),
        (date(2025, 5, 1), "nghỉ lễ 01/5"),
        (date(2025, 5, 2), "nghỉ hoán đổi, làm bù ngày 26/4/2025"),
        (date(2025, 9, 1), "nghỉ Quốc khánh"),
        (date(2025, 9, 2), "nghỉ Quốc khánh"),
        (date(2026, 4, 27), "nghỉ bù Giỗ Tổ Hùng Vương"),
        (date(2024, 5, 4), None),
        (date(2019, 1, 5), None),  # outside the table: a Saturday worked
        (date(2019, 2, 4), "nghỉ Tết Nguyên đán"),
        (date(2036, 9, 2), "nghỉ Quốc khánh"),
        (date.min, None),
        (date.max, None),
    ],
)
def test_a_day_is_off_for_its_reason(day: date, reason: str | None) -> None:
    assert day_off(day) == reason


def test_a_year_of_the_table_needs_no_slow_import() -> None:
    code = (
        "import sys; from datetime import date; from cchc.timing.holidays import day_off; "
        "day_off(date(2025, 1, 31)); sys.exit('holidays' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

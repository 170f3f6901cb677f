"""Whether offices in Vietnam are closed on a day, and why.

It is shown beside a deadline and never moves it.
"""

import json
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

# Written by tests/timing/make_holidays.py: {"first_year", "last_year", "worked", "closed"}.
TABLE = Path(__file__).with_name("holidays.json")

_WEEKEND = {5: "Thứ Bảy", 6: "Chủ nhật"}
_TET = "nghỉ Tết Nguyên đán"
_ONE_DAY = timedelta(days=1)
# The name the calendar gives a day, by a word of it, and what an office calls it.
_REASONS = (
    ("Dương lịch", "nghỉ Tết Dương lịch"),
    ("Tết", _TET),
    ("Giỗ Tổ", "nghỉ Giỗ Tổ Hùng Vương"),
    ("Chiến thắng", "nghỉ lễ 30/4"),
    ("Lao động", "nghỉ lễ 01/5"),
    ("Quốc khánh", "nghỉ Quốc khánh"),
    ("Văn hóa", "nghỉ Ngày Văn hóa Việt Nam"),
)


def day_off(day: date) -> str | None:
    """Return why offices are closed on `day`, in Vietnamese, None where they are open.

    A weekend day worked in swap for a day off is open.
    """
    table = known_years()
    known = table["first_year"] <= day.year <= table["last_year"]
    closed, worked = (table["closed"], table["worked"]) if known else calendar_of(day.year)
    iso = day.isoformat()
    if iso in worked:
        return None
    return closed.get(iso) or _WEEKEND.get(day.weekday())


@lru_cache(maxsize=1)
def known_years() -> dict[str, Any]:
    """Return the table of days off, read when a day is first asked for."""
    table: dict[str, Any] = json.loads(TABLE.read_text(encoding="utf-8"))
    return table


@lru_cache(maxsize=64)
def calendar_of(year: int) -> tuple[dict[str, str], frozenset[str]]:
    """Return a year's days off beside its weekends, with reasons, and its weekend days worked.

    Asks the `holidays` package, whose import is slow: only for years the table does not hold.
    """
    import holidays

    official = holidays.country_holidays("VN", years=year, language="vi")
    closed = {day: _reason(name) for day, name in official.items() if day.year == year}
    closed |= dict.fromkeys(_joined_weekends(closed), _TET)
    worked = {day for day in getattr(official, "weekend_workdays", ()) if day.year == year}
    return (
        {day.isoformat(): closed[day] for day in sorted(closed)},
        frozenset(day.isoformat() for day in worked),
    )


def _reason(name: str) -> str:
    if "thay cho ngày" in name:
        day, month, year = name.rpartition(" ")[2].strip(")").split("/")
        return f"nghỉ hoán đổi, làm bù ngày {day}/{int(month)}/{year}"
    reason = next((said for word, said in _REASONS if word in name), f"nghỉ {name}")
    return reason.replace("nghỉ", "nghỉ bù", 1) if "nghỉ bù" in name else reason


def _joined_weekends(closed: dict[date, str]) -> set[date]:
    # The break of Tết is announced with the weekends it touches: 25/01 to 02/02/2025.
    found: set[date] = set()
    for day in (day for day, reason in closed.items() if reason == _TET):
        for step in (_ONE_DAY, -_ONE_DAY):
            beside = day + step
            while beside.weekday() in _WEEKEND and beside not in closed:
                found.add(beside)
                beside += step
    return found

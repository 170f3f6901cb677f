"""Days: spans of them, and their words as an office writes them on every screen and paper."""

from dataclasses import dataclass
from datetime import date, timedelta

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def vietnamese_date(day: date | None) -> str:
    """Return a day as an office writes it, 31/01/2025; "" for none."""
    return f"{day:%d/%m/%Y}" if day else ""


def day_and_month(day: date) -> str:
    """Return a day whose year is plain from what stands around it: 31/01."""
    return f"{day:%d/%m}"


def weekday(day: date) -> str:
    """Return the day of the week: "thứ Sáu"."""
    return _WEEKDAYS[day.weekday()]


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both in it."""

    start: date
    end: date

    def __contains__(self, day: date | None) -> bool:
        """Return whether a day is in it; no day is in none."""
        return day is not None and self.start <= day <= self.end


def weeks_of(day: date) -> tuple[Period, Period]:
    """Return the week of a day, from Monday to Sunday, and the next one."""
    monday = day - timedelta(days=day.weekday())
    this, after = (monday + timedelta(days=days) for days in (0, 7))
    return Period(this, this + timedelta(days=6)), Period(after, after + timedelta(days=6))

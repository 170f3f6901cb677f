"""Days in words, as an office writes them on every screen, sheet, page and paper."""

from datetime import date

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

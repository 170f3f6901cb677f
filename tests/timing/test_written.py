"""Days as they are written: the form and its places, whatever they are deadlines of."""

import pytest

from cchc.timing.written import days_written, names_a_day, no_such_period


@pytest.mark.parametrize(
    ("text", "day", "month", "year", "words"),
    [
        ("trước 5/2 tới", 5, 2, None, "5/2"),
        ("ngày 31/12/2025", 31, 12, 2025, "31/12/2025"),
        ("ngày 15 tháng 3 năm 2025", 15, 3, 2025, "15 tháng 3 năm 2025"),
        ("ngày 15.3.2025", 15, 3, 2025, "15.3.2025"),
        ("hết 31-11-2025.", 31, 11, 2025, "31-11-2025"),
        ("ngày 40/13", 40, 13, None, "40/13"),
    ],
)
def test_a_day_is_told_with_its_place(
    text: str, day: int, month: int, year: int | None, words: str
) -> None:
    (written,) = days_written(text)
    assert (written.day, written.month, written.year) == (day, month, year)
    assert text[written.start : written.end] == words
    assert text[written.start : written.stop] == words.removesuffix(f"/{year}").removesuffix(
        f" năm {year}"
    ).removesuffix(f".{year}").removesuffix(f"-{year}")


@pytest.mark.parametrize("text", ["tháng 12/2025", "số 5/2025/QĐ", "1.234.567", "quý I", "phiên 2"])
def test_a_month_or_a_number_is_no_day(text: str) -> None:
    assert list(days_written(text)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("quý V năm 2025", ("quý V", "quý")),
        ("Tháng 13", ("Tháng 13", "tháng")),
        ("Tháng 13/2025", ("13/2025", "tháng")),
        ("00/2025", ("00/2025", "tháng")),
        ("quý 04, tháng 12/2025", None),
    ],
)
def test_a_period_that_no_calendar_has_is_told(text: str, told: tuple[str, str] | None) -> None:
    assert no_such_period(text) == told


def test_only_a_day_of_a_month_is_a_named_day() -> None:
    assert all(map(names_a_day, ["trước 15/3", "ngày 20 hằng tháng", "mùng 5 tháng cuối quý"]))
    assert not any(map(names_a_day, ["cuối quý", "trước quý II/2025", "ngày cuối tháng 3"]))

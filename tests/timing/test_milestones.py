"""Keys, starts and places of milestones, and what is left unread."""

from datetime import date

import pytest

from cchc.timing import Kind, read
from cchc.views.task import reading_words


@pytest.mark.parametrize(
    ("phrase", "keys"),
    [
        ("Quý I năm 2025 ban hành Kế hoạch; định kỳ báo cáo", ["2025-Q1", "BC"]),
        ("Tháng 3, 6", ["2025-03", "2025-06"]),
        ("Chậm nhất ngày 31/01/2025", ["2025-01-31"]),
        ("Trước quý II", ["2025-03-31"]),
        ("Trong năm 2025", ["2025"]),
        ("6 tháng đầu năm, 6 tháng cuối năm; 9 tháng", ["2025-H1", "2025-H2", "2025-9M"]),
        ("từ tháng 3 đến tháng 10", ["2025-03-01..2025-10-31"]),
        ("hằng quý", ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]),
        ("hằng năm", ["2025"]),
        ("trước ngày 20/11 hằng năm", ["2025-11-19"]),
        ("Thường xuyên; theo kế hoạch; khi có yêu cầu", ["TX", "CD", "SK"]),
        ("Quý I; quý I; thường xuyên; hằng ngày", ["2025-Q1", "2025-Q1.2", "TX", "TX.2"]),
    ],
)
def test_a_key_names_its_period_or_its_day(phrase: str, keys: list[str]) -> None:
    assert [each.key for each in read(phrase, 2025).milestones] == keys


def test_a_recurrence_has_a_milestone_for_each_occurrence() -> None:
    months = read("hằng tháng", 2025).milestones
    assert [each.start for each in months] == [date(2025, month, 1) for month in range(1, 13)]
    assert len({each.span for each in months}) == 1


def test_a_report_starts_with_the_milestone_before_it() -> None:
    assert read("Quý II ban hành; định kỳ báo cáo", 2025).milestones[1].start == date(2025, 4, 1)
    assert read("Định kỳ báo cáo", 2025).milestones[0].start == date(2025, 1, 1)


def test_a_span_stands_in_the_phrase_as_it_was_given() -> None:
    phrase = "  Hoàn  thành trong  quy\u0301 I/2025"  # decomposed, with doubled spaces
    (milestone,) = read(phrase, 2025).milestones
    assert milestone.span.text == "trong  quy\u0301 I/2025"
    assert phrase[milestone.span.start :] == milestone.span.text


def test_what_was_read_is_kept_beside_what_was_not() -> None:
    reading = read("Quý I; trước ngày 31 tháng 11", 2025)
    assert [each.kind for each in reading.milestones] == [Kind.QUARTER]
    assert [span.text for span in reading.unread] == ["trước ngày 31 tháng 11"]
    assert not reading.understood


@pytest.mark.parametrize(
    "phrase", ["tuần 2 tháng 01", "Tháng 3 tuần cuối", "Quý I năm", "đầu quý II", "tháng 3/25"]
)
def test_an_unread_time_takes_the_time_it_is_of(phrase: str) -> None:
    reading = read(phrase, 2025)
    assert not reading.milestones
    assert [span.text for span in reading.unread] == [phrase]


def test_a_phrase_without_time_is_named_whole() -> None:
    assert [span.text for span in read(" Kế hoạch của UBND xã ", 2025).unread] == [
        "Kế hoạch của UBND xã"
    ]


@pytest.mark.parametrize("phrase", ["", "  \n\t"])
def test_an_empty_phrase_has_nothing_in_it(phrase: str) -> None:
    reading = read(phrase, 2025)
    assert (reading.milestones, reading.unread, reading.understood) == ((), (), False)


@pytest.mark.parametrize("year", [0, -5, 10_000, 10**9, 10**30])
def test_a_year_the_calendar_lacks_leaves_its_times_unread(year: int) -> None:
    for phrase in ("Quý I", "hằng tháng", "trước ngày 31/3", "từ nay đến cuối năm"):
        assert not read(phrase, year).milestones
        assert read(phrase, year).unread


def test_the_first_day_of_the_calendar_has_none_before_it() -> None:
    assert not read("trước ngày 01/01", 1).understood


@pytest.mark.parametrize(
    ("phrase", "due"),
    [
        ("quý I năm sau", date(2026, 3, 31)),
        ("tháng 12 năm trước", date(2024, 12, 31)),
        ("Năm 2027: quý I", date(2027, 3, 31)),
        ("ngày 05/3 và 05/6/2026", date(2026, 3, 5)),
        ("tháng 12 và tháng 01/2026", date(2025, 12, 31)),
    ],
)
def test_a_year_said_elsewhere_serves(phrase: str, due: date) -> None:
    assert read(phrase, 2025).milestones[0].due == due


@pytest.mark.parametrize(
    ("phrase", "lunar"),
    [("Ngày Giỗ Tổ Hùng Vương", True), ("Dịp Tết", True), ("Tuần 2 tháng 01", False)],
)
def test_a_day_of_the_lunar_calendar_is_refused_with_its_reason(phrase: str, lunar: bool) -> None:
    reading = read(phrase, 2025)
    assert (reading.understood, reading.lunar) == (False, lunar)
    assert ("ngày âm lịch" in reading_words(reading)) == lunar

"""Moving a due date: by a document, to a later day, from the entry's own day on."""

import pytest

from tests.cli.conftest import Run

CV = "Công văn số 12/UBND-VP ngày 27/01/2025"
EXTEND = ("extend", "II.04", "--document", CV, "--as-of", "2025-02-15")


def test_what_was_overdue_is_in_time_from_the_day_of_the_extension_on(cchc: Run) -> None:
    answer = cchc(*EXTEND, "--to", "28/2/2025", "--on", "5/2/2025")
    assert (answer.code, answer.err) == (0, "")
    assert "II.04, mốc 2025-01-31" in answer.out
    assert "gia hạn đến 28/02/2025, từ ngày 05/02/2025" in answer.out
    for day, late in (("2025-02-04", True), ("2025-02-05", False), ("2025-03-01", True)):
        items = cchc("overdue", "--as-of", day, "--format", "json").json["items"]
        assert ("II.04" in [item["task"] for item in items]) == late


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((*EXTEND, "--to", "31/1/2025"), "đang có hạn 31/01/2025"),
        ((*EXTEND, "--to", "1/1/2025"), "trước cả ngày quyết định 27/01/2025"),
        ((*EXTEND, "--to", "30/2/2025"), "--to: không có ngày"),
        (EXTEND, "thiếu tùy chọn --to"),
        (("extend", "II.04", "--to", "28/2/2025"), "thiếu tùy chọn --document"),
        ((*EXTEND, "--to", "28/2/2025", "--document", " "), '--document "số, ký hiệu, ngày'),
        (("extend", "II.01", "--to", "28/2/2025", "--document", CV), "không có hạn"),
        ((*EXTEND, "--to", "28/2/2025", "--on", "16/2/2025"), "chưa đến"),
        ((*EXTEND, "--to", "28/2/2025", "--milestone", "quý III"), "các mốc của II.04: 2025-01-31"),
    ],
)
def test_what_is_no_extension_is_refused_with_a_way_out(
    cchc: Run, arguments: tuple[str, ...], words: str
) -> None:
    answer = cchc(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err


def test_one_occurrence_is_extended_and_the_others_stay(cchc: Run) -> None:
    document = ("--document", CV, "--as-of", "15/2/2025")
    assert (
        cchc("extend", "III.04", "--milestone", "tháng 2", "--to", "15/3/2025", *document).code == 0
    )
    items = cchc("show", "III.04", "--format", "json").json["milestones"]
    assert [item["due"] for item in items][:3] == ["2025-01-31", "2025-03-15", "2025-03-31"]

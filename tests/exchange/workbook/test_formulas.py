"""What the formulas reckon is what the ledger says."""

from datetime import date

import pytest

from cchc.exchange.extract import verdict
from cchc.exchange.workbook_formulas import COLUMNS, ROW, due, letter, reckoned
from tests.exchange.plans import CANCELLED, DONE, EXTENDED, entry, taken


@pytest.mark.parametrize(("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_a_column_is_named_by_letters(place: int, name: str) -> None:
    assert letter(place) == name


def test_every_column_that_formulas_name_is_there() -> None:
    headings = [column.heading for column in COLUMNS]
    assert len(COLUMNS) == ROW
    assert headings[10:16] == [
        "Hạn", "Trạng thái", "Ngày hoàn thành", "Tình trạng", "Số ngày trễ", "Văn bản",
    ]  # fmt: skip


LATE = entry("2025-02-10", "I.01", "hoan_thanh", "2025-01-31", van_ban="Báo cáo số 3")
AFTERWARDS = entry(
    "2025-02-12", "I.01", "gia_han", "2025-01-31", den_ngay="2025-04-01", van_ban="Công văn số 9"
)
UNDATED = entry("2025-02-01", "I.03", "hoan_thanh", van_ban="Báo cáo số 4")
BEGUN = entry("2025-02-01", "I.04", "dang_thuc_hien")


@pytest.mark.parametrize(
    "entries",
    [
        (),
        (DONE, EXTENDED, CANCELLED),
        (LATE, UNDATED, BEGUN),
        (LATE, AFTERWARDS),
        (DONE, AFTERWARDS),
    ],
)
@pytest.mark.parametrize("day", [date(2025, 1, 31), date(2025, 2, 1), date(2025, 12, 31)])
def test_formulas_and_ledger_agree(entries: tuple[dict[str, str], ...], day: date) -> None:
    rows = taken(*entries, day=day).rows
    assert rows
    for row in rows:
        s = row.item.status
        assert reckoned(due(s), s.state, s.done_on, day) == (verdict(s), s.days_late)

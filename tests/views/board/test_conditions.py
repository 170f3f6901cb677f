"""How a milestone is shown: one row a sentence."""

from datetime import date

import pytest

from cchc.views.board.conditions import LABELS, Condition, condition
from tests.views.board.boards import entry, listing, task

DONE = entry("2025-02-10", "I.01", "hoan_thanh", van_ban="Quyết định số 1/QĐ-UBND")
STARTED = entry("2025-02-10", "I.01", "dang_thuc_hien")
CANCELLED = entry("2025-02-10", "I.01", "huy", van_ban="Công văn số 1/UBND")
MOVED = entry("2025-02-10", "I.01", "gia_han", den_ngay="2025-04-30", van_ban="Công văn số 1/UBND")

ROWS = [
    # the due day, what the ledger says, the day → how it is shown
    ("2025-02-14", [], "2025-02-15", "overdue"),
    ("2025-02-14", [STARTED], "2025-02-15", "overdue"),
    ("2025-02-15", [], "2025-02-15", "soon"),
    ("2025-03-01", [], "2025-02-15", "soon"),
    ("2025-03-02", [], "2025-02-15", "open"),
    ("2025-02-10", [DONE], "2025-02-15", "done"),
    ("2025-02-09", [DONE], "2025-02-15", "done-late"),
    ("2025-02-09", [DONE], "2025-02-09", "soon"),
    ("2025-02-09", [CANCELLED], "2025-02-15", "cancelled"),
    ("2025-02-09", [MOVED], "2025-02-15", "open"),
    (None, [], "2025-02-15", "undated"),
    (None, [STARTED], "2025-02-15", "undated"),
    (None, [DONE], "2025-02-15", "done"),
    (None, [CANCELLED], "2025-02-15", "cancelled"),
]


@pytest.mark.parametrize(("due", "ledger", "day", "shown"), ROWS)
def test_a_milestone_is_shown_as_it_stands(
    due: str | None, ledger: list[dict[str, str]], day: str, shown: str
) -> None:
    dues = [due] if due else []
    one = task("01", "VPTK", *dues, timing=None if due else "Thường xuyên")
    found = listing([one], ledger=ledger, day=date.fromisoformat(day))
    (item,) = found.work.items
    assert condition(item, found.day) == shown


def test_every_condition_has_its_words() -> None:
    assert list(LABELS) == list(Condition)
    assert len(set(LABELS.values())) == len(Condition)

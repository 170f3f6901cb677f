"""How tasks and milestones are called in a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.documents.fields import brief
from cchc.plan.schedule import scheduled
from cchc.progress.ledger import Ledger
from cchc.progress.words import milestone_name, period_word
from cchc.progress.worklist import worklist
from tests.documents.plans import real_plan
from tests.progress.reports import CLOSE


@pytest.mark.parametrize(
    ("key", "word"),
    [
        ("2025-Q1", "quý I"), ("2025-Q4.2", "quý IV"), ("2025-03", "tháng 03"),
        ("2025-01-31", "ngày 31/01/2025"), ("2025-H1", "6 tháng đầu năm"), ("2025", "năm 2025"),
        ("BC-Q3", "quý III"), ("BC-H1", "6 tháng"), ("BC-9M", "9 tháng"), ("BC-Y", "năm"),
        ("TX", ""), ("2025-01-01..2025-02-02", ""),
    ],
)  # fmt: skip
def test_a_key_names_its_period(key: str, word: str) -> None:
    assert period_word(key) == word


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (("I.01", "2025-Q1"), "ban hành Kế hoạch"),
        (("I.01", "BC-Q1"), "báo cáo kết quả thực hiện (quý I)"),
        (("I.03", "2025-Q1"), ""),
        (("III.04", "2025-02"), "tháng 02"),
        (("BC", "BC-H1"), ""),
    ],
)
def test_a_milestone_is_called_by_what_is_done_at_it(place: tuple[str, str], name: str) -> None:
    items = worklist(scheduled(real_plan()), Ledger(()), CLOSE).items
    (item,) = (i for i in items if (i.id, i.milestone.key) == place)
    assert milestone_name(item) == name


def test_a_long_text_is_cut_at_a_clause() -> None:
    text = "Rà soát văn bản của xã, kiến nghị sửa đổi những văn bản không còn phù hợp"
    assert brief(text, 40) == "Rà soát văn bản của xã…"


@given(st.text(max_size=80), st.integers(10, 60))
def test_a_brief_text_is_one_line_and_never_longer(text: str, most: int) -> None:
    short = brief(text, most)
    assert len(short) <= most
    assert "\n" not in short

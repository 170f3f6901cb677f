"""Word by word, and nothing of either text is lost."""

from hypothesis import given
from hypothesis import strategies as st

from cchc.history.wording import word_changes

TEXTS = st.text() | st.lists(st.sampled_from(["rà soát ", "văn bản, ", "31/01/2025", " "])).map(
    "".join
)


@given(TEXTS, TEXTS)
def test_the_pieces_joined_are_both_texts(old: str, new: str) -> None:
    pieces = word_changes(old, new)
    assert "".join(piece.old for piece in pieces) == old
    assert "".join(piece.new for piece in pieces) == new


def test_neighbouring_words_that_changed_are_one_change() -> None:
    pieces = word_changes("lập Danh mục văn bản.", "lập Bảng kê văn bản.")
    assert [(p.old, p.new) for p in pieces if p.changed] == [("Danh mục", "Bảng kê")]


def test_a_date_and_a_symbol_are_words() -> None:
    pieces = word_changes("(trước 31/01/2025, QĐ-UBND)", "(trước 28/02/2025, QĐ-TTg)")
    changed = [(p.old, p.new) for p in pieces if p.changed]
    assert changed == [("31/01/2025", "28/02/2025"), ("QĐ-UBND", "QĐ-TTg")]

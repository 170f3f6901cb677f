"""Two editions of a sequence, item against item."""

from hypothesis import given
from hypothesis import strategies as st

from cchc.word.align import aligned, likeness

WORDS = st.sampled_from(["một", "hai", "ba", "bốn"])
SEQUENCES = st.lists(st.lists(WORDS, max_size=4).map(" ".join), max_size=8)


@given(SEQUENCES, SEQUENCES)
def test_every_item_of_both_is_there_once_and_in_order(old: list[str], new: list[str]) -> None:
    pairs = aligned(old, new)
    assert [a for a, _ in pairs if a is not None] == list(range(len(old)))
    assert [b for _, b in pairs if b is not None] == list(range(len(new)))
    assert (None, None) not in pairs


@given(SEQUENCES)
def test_a_sequence_is_its_own_fellow(items: list[str]) -> None:
    assert aligned(items, items) == [(n, n) for n in range(len(items))]


@given(SEQUENCES, SEQUENCES)
def test_what_may_not_pair_never_does(old: list[str], new: list[str]) -> None:
    pairs = aligned(old, new, lambda a, b: old[a] == new[b])
    assert all(old[a] == new[b] for a, b in pairs if a is not None and b is not None)


def test_an_edited_item_is_the_fellow_of_what_it_was() -> None:
    old = ["ban hành kế hoạch năm", "báo cáo quý I", "kiểm tra đột xuất"]
    new = ["việc mới hẳn", "ban hành kế hoạch của năm", "kiểm tra đột xuất"]
    assert aligned(old, new) == [(None, 0), (0, 1), (1, None), (2, 2)]


def test_what_went_stands_before_what_came() -> None:
    assert aligned(["a b c"], ["d e f"]) == [(0, None), (None, 0)]


def test_likeness_counts_each_word_as_often_as_it_stands() -> None:
    assert likeness("hai hai", "hai") == 2 / 3
    assert likeness("", "") == 0
    assert likeness("một, hai.", "hai một") == 1


def test_long_stretches_without_a_fellow_are_taken_in_their_order() -> None:
    old = [f"việc cũ số {n}" for n in range(600)]
    new = [f"việc cũ mang số {n}" for n in range(600)]
    assert aligned(old, new) == [(n, n) for n in range(600)]


def test_a_million_equal_lines_are_no_trap() -> None:
    old, new = ["a", *["x"] * 100_000, "b"], ["c", *["x"] * 100_001, "d"]
    pairs = aligned(old, new)
    assert [a for a, _ in pairs if a is not None] == list(range(len(old)))
    assert [b for _, b in pairs if b is not None] == list(range(len(new)))

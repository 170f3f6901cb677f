"""Exact edits: whatever two editions are, the changes make one of the other."""

from copy import deepcopy

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.history.compare import Edition, apart, compare, edits
from tests.history.inverse import applied, apply, together
from tests.history.plans import EDITIONS, TASKS, appendix, edition, group


@given(EDITIONS, EDITIONS)
@settings(max_examples=60)
def test_applying_the_changes_to_one_edition_gives_the_other(a: Edition, b: Edition) -> None:
    made = apply(compare(a, b), a)
    assert made == b
    assert list(made.plan.units) == list(b.plan.units)  # dicts are equal in any order


@given(EDITIONS, EDITIONS)
@settings(max_examples=30)
def test_comparing_leaves_both_as_they_were(a: Edition, b: Edition) -> None:
    ids = [task.id for task in a.plan.tasks], [entry.where for entry in a.ledger.entries]
    apply(compare(a, b), a)
    assert ids == ([task.id for task in a.plan.tasks], [e.where for e in a.ledger.entries])


def test_the_old_plans_tasks_keep_their_ids_when_the_new_one_numbers_them_anew() -> None:
    a = edition(phu_luc=appendix(group("THỂ CHẾ", *TASKS)))
    b = edition(phu_luc=appendix(group("CHỈ ĐẠO"), group("THỂ CHẾ", *TASKS)))
    made = apply(compare(a, b), a)
    assert [task.id for task in made.plan.tasks] == ["II.01", "II.02", "II.03"]
    assert [task.id for task in a.plan.tasks] == ["I.01", "I.02", "I.03"]


@given(EDITIONS)
@settings(max_examples=50)
def test_taken_apart_and_put_together_it_is_the_same(a: Edition) -> None:
    assert Edition(*together(apart(a.plan, a.ledger))) == a


@given(EDITIONS)
@settings(max_examples=30)
def test_nothing_changes_where_both_are_the_same(a: Edition) -> None:
    again = Edition(a.plan.model_copy(deep=True), deepcopy(a.ledger))
    changes = compare(a, again)
    assert not any(getattr(changes, name) for name in changes.__slots__)


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 5)), st.data())
def test_any_pairing_gives_exact_edits(old: list[int], new: list[int], data: st.DataObject) -> None:
    count = data.draw(st.integers(0, min(len(old), len(new))))
    was = data.draw(st.permutations(range(len(old))))[:count]
    now = data.draw(st.permutations(range(len(new))))[:count]
    found = edits(old, new, dict(zip(now, was, strict=True)))
    assert applied(found, old) == new


def test_what_keeps_its_order_is_not_said_to_have_moved() -> None:
    found = edits("abcd", "dabc", {0: 3, 1: 0, 2: 1, 3: 2})
    assert [(edit.new, edit.moved) for edit in found] == [("d", True)]


def test_an_appendix_that_is_taken_away_can_be_put_back() -> None:
    with_it, without = edition(), edition(phu_luc=None)
    assert apply(compare(with_it, without), with_it) == without
    assert apply(compare(without, with_it), without) == with_it

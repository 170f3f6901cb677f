"""The quick way through a plain text grows the very tree that the strict one does."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cchc.plan import yaml_tree
from cchc.plan.yaml_tree import Tree, parse
from tests.conftest import ROOT

PIECES = st.lists(
    st.sampled_from([*"abă\n -:[]{},\"'#&*!|>?<", "\n  ", ": ", "- ", "&a ", "*a", "<<: ", "---\n",
                     "đ", "e\u0301", "\u200b", "\\u200b", "\r\n", "\t", '""', "null"]), max_size=40
).map("".join)  # fmt: skip


def strictly(text: str) -> Tree:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_tree, "_plain_tree", lambda _: None)
        return parse(text)


@given(PIECES)
@example("a: 1\na: 2")
@example("a: &x 1\nb: *x")
@example("[a]: 1")
@example("[" * 40 + "]" * 40)
@example("a: b\n---\nc: d")
@example('a: "\\u200b"')
def test_both_ways_read_the_same(text: str) -> None:
    assert parse(text) == strictly(text)


def test_the_real_plan_is_read_the_quick_way() -> None:
    text = (ROOT / "plans" / "2025.yaml").read_text("utf-8")
    tree = yaml_tree._plain_tree(text)
    assert tree is not None
    assert tree == strictly(text)

"""Strict YAML: what is text stays text, and what YAML would change or hide is refused."""

import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cchc.diagnostics import Span
from cchc.files import Source
from cchc.plan.yaml_tree import MAX_DEPTH, MAX_FAULTS, Plain, parse, plain, scalars


def rules(text: str) -> list[str]:
    return [fault.rule for fault in parse(text).faults]


@pytest.mark.parametrize(
    "written",
    ["01", "08", "017", "12:30", "no", "yes", "null", "~", "1.10", "1e3", "0x1F", "2025-01-31"],
)
def test_a_value_is_the_text_that_was_written(written: str) -> None:
    assert plain(parse(f"a: {written}").top) == {"a": written}


def test_nothing_after_the_colon_is_nothing_and_quotes_are_an_empty_text() -> None:
    assert plain(parse('a:\nb: ""').top) == {"a": None, "b": ""}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a: 1\na: 2", "duplicate-key"),
        ("a: &x 1", "anchor"),
        ("a: [&x 1, *x]", "anchor"),
        ("a: !!int 1", "tag"),
        ("a: !x {b: 1}", "tag"),
        ("<<: {a: 1}", "merge-key"),
        ('a: "\\e[31m"', "hidden-character"),
        ("a: \x07", "hidden-character"),
        ("a: x\u202ey", "hidden-character"),
        ('a: "\\uD800"', "yaml"),
        ('a: "x\\ty"', "hidden-character"),
        ("a:\n\tb: 1", "yaml"),
        ("a: Quý I: ban hành", "yaml"),
        ("a: 'x", "yaml"),
        ("a: [1, 2", "yaml"),
        ("a: @x", "yaml"),
        ("? [a]\n: b", "yaml"),
        ("a: 1\n---\nb: 1", "yaml"),
        ("a: 1\n<<<<<<< HEAD\nb: 2", "merge-conflict"),
        ("a: §ång chÝ NguyÔn V¨n A", "legacy-encoding"),
        ("a: UÛy ban nhaân daân xaõ", "legacy-encoding"),
    ],
)
def test_what_yaml_would_change_repeat_or_hide_is_refused(text: str, rule: str) -> None:
    assert rule in rules(text)


def test_a_fault_knows_its_line_and_column_in_characters() -> None:
    text = "a: Đường\nb: 1\nđ: [x, &neo y]\n"
    (fault,) = parse(text).faults
    assert isinstance(fault.where, Span)
    assert Source(Path("x"), text).place(fault.where.start) == (3, 8)


def test_decomposed_text_is_composed_with_one_notice() -> None:
    text = unicodedata.normalize("NFD", "a: Tổ chức\nb: Quý I")
    tree = parse(text)
    assert plain(tree.top) == {"a": "Tổ chức", "b": "Quý I"}
    assert [fault.rule for fault in tree.faults] == ["not-nfc"]


@pytest.mark.parametrize("text", ["[" * 10_000, "{a: " * 10_000, "? " * 10_000])
def test_no_depth_of_nesting_exhausts_the_stack(text: str) -> None:
    assert rules(text) == ["yaml"]


def test_block_nesting_is_bounded_too() -> None:
    deep = "\n".join(" " * n + "a:" for n in range(MAX_DEPTH + 1)) + " x"
    assert rules(deep) == ["yaml"]
    assert rules("\n".join(" " * n + "a:" for n in range(MAX_DEPTH - 1)) + " x") == []


def test_an_alias_bomb_is_never_expanded() -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    tree = parse("\n".join(levels))
    assert set(rules("\n".join(levels))) == {"anchor"}
    assert len(list(scalars(tree.top))) < 1000


def test_a_file_of_faults_is_given_up() -> None:
    assert len(rules("\n".join(f"a{n}: !x 1" for n in range(10_000)))) == MAX_FAULTS


@given(st.text())
def test_any_text_gives_a_tree_or_faults(text: str) -> None:
    tree = parse(text)
    assert tree.top is None or all(isinstance(s.text, str | None) for s in scalars(tree.top))


plain_data = st.recursive(
    st.text(
        st.characters(min_codepoint=33, max_codepoint=0x1EF9, categories=["L", "N", "P"]),
        min_size=1,
    ),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text("abcđêô", min_size=1, max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.text("abcđê", min_size=1), plain_data, min_size=1))
def test_what_pyyaml_writes_is_read_back(data: dict[str, Plain]) -> None:
    def composed(value: Plain) -> Plain:
        if isinstance(value, str):
            return unicodedata.normalize("NFC", value)
        if isinstance(value, list):
            return [composed(item) for item in value]
        return {k: composed(v) for k, v in value.items()} if value is not None else None

    tree = parse(yaml.safe_dump(data, allow_unicode=True, default_style='"'))
    assert {fault.rule for fault in tree.faults} <= {"not-nfc", "legacy-encoding", "duplicate-key"}
    assert plain(tree.top) == composed(data)

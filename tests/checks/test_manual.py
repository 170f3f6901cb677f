"""The manual is true: a bad example breaks its rule, a good one keeps it, the book is fresh."""

import re
from pathlib import Path

import pytest

from cchc.checks.choice import rules
from cchc.checks.manual import ManualPage, manual
from cchc.diagnostics import Severity
from cchc.views.manual import manual_markdown
from tests.checks.examples import rules_of, whole
from tests.conftest import ROOT

PAGES = manual()
IN_WORDS = {"encoding", "empty-file", "plan-copy"}
"""Their bad examples are files that no page can show."""


def test_the_plan_around_an_example_is_sound(tmp_path: Path) -> None:
    assert rules_of("", tmp_path) == []
    assert "I" in whole("")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_bad_example_breaks_the_rule(page: ManualPage, tmp_path: Path) -> None:
    examples = page.examples(bad=True)
    assert examples or page.name in IN_WORDS
    for number, example in enumerate(examples):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert page.name in rules_of(example, folder), example


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_good_example_keeps_it_and_can_be_read(page: ManualPage, tmp_path: Path) -> None:
    examples = page.examples(bad=False)
    assert examples or page.name in {"encoding", "plan-copy"}
    for number, example in enumerate(examples):
        folder = tmp_path / str(number)
        folder.mkdir()
        told = rules_of(example, folder)
        assert page.name not in told, example
        assert "yaml" not in told, example


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_says_a_fact_and_a_reason(page: ManualPage) -> None:
    assert page.fact.endswith(".")
    assert page.why.endswith(".")


def test_every_rule_has_its_page_and_strict_ones_are_warnings() -> None:
    assert [page.name for page in PAGES] == list(rules())
    for page in PAGES:
        assert not page.strict or page.severity is Severity.WARNING


def test_every_fault_that_reading_can_tell_has_its_page() -> None:
    named = re.compile(r'(?:PydanticCustomError\(|_fault\(|_fault_at\(|rule=)\s*"([a-z-]+)"')
    told = {
        name
        for room in ("plan", "progress")
        for file in (ROOT / "cchc" / room).glob("*.py")
        for name in named.findall(file.read_text("utf-8"))
    }
    assert {"anchor", "duplicate-key", "unknown-state", "unknown-key", "empty-file"} <= told
    # "year", "digest" and the like are told as wrong-value.
    assert {name for name in told if "-" in name} <= set(rules())


def test_the_book_in_docs_is_what_the_pages_say_today() -> None:
    book = ROOT / "docs" / "loi.md"
    way = "cchc explain --format md -o docs/loi.md"
    assert book.read_text("utf-8") == manual_markdown(PAGES) + "\n", way

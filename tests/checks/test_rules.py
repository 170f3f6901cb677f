"""Each rule against plans that break it and no other, and against plans that break none."""

from inspect import cleandoc
from pathlib import Path

import pytest

from cchc.checks.engine import check_plan
from cchc.checks.registry import About
from cchc.checks.rules import RULEBOOK
from cchc.diagnostics import Rule, Severity
from tests.checks.marked import AS_OF, marked, plans, problems, told

BAD = plans("bad")
GOOD = plans("good")


@pytest.mark.parametrize("plan", BAD, ids=lambda plan: plan.stem)
def test_every_fault_is_told_at_its_place_and_nothing_else(plan: Path) -> None:
    assert told(plan) == marked(plan)


@pytest.mark.parametrize("plan", BAD, ids=lambda plan: plan.stem)
def test_a_message_has_a_fact_a_way_out_and_the_line_it_is_about(plan: Path) -> None:
    for problem in problems(plan):
        assert problem.message
        assert problem.hint
        assert problem.excerpt == problem.path.read_text("utf-8").splitlines()[problem.line - 1]


@pytest.mark.parametrize("plan", GOOD, ids=lambda plan: plan.stem)
def test_a_sound_plan_is_silent(plan: Path) -> None:
    assert check_plan(plan, AS_OF) == []


def test_every_rule_has_a_bad_plan_of_its_name() -> None:
    assert BAD
    assert {page.name for page in RULEBOOK} <= {plan.name.split(".")[0] for plan in BAD}


def test_a_bad_plan_is_named_after_the_rule_it_breaks() -> None:
    for plan in BAD:
        rules = {rule for _, _, _, rule in marked(plan)}
        assert rules
        assert plan.name.startswith("several") or plan.name.split(".")[0] in rules


@pytest.mark.parametrize("page", tuple(RULEBOOK), ids=lambda page: page.name)
def test_a_page_says_the_fact_the_reason_a_bad_and_a_good_example(page: Rule[About]) -> None:
    text = cleandoc(page.page)
    headings = ["Vì sao: ", "Sai", "Đúng"]
    places = [text.find(f"\n\n{heading}") for heading in headings]
    assert -1 not in places
    assert places == sorted(places)
    assert text.splitlines()[0].endswith(".")


def test_names_are_unique_and_spelled_as_the_function_is() -> None:
    names = [page.name for page in RULEBOOK]
    assert len(names) == len(set(names))
    for page in RULEBOOK:
        assert getattr(page.check, "__name__", "").replace("_", "-") == page.name


def test_only_a_look_is_asked_for_where_the_plan_may_be_right() -> None:
    warnings = {page.name for page in RULEBOOK if page.severity is Severity.WARNING}
    assert warnings == {
        "citation-after-plan",
        "citation-dates-differ",
        "citation-form",
        "citation-issuer",
        "citation-kind",
        "citation-numbers-differ",
        "citation-year",
        "contradicting-timings",
        "date-padding",
        "deadline-before-issue",
        "deadline-day-off",
        "doubled-entry",
        "doubled-word",
        "duplicate-heading-number",
        "duplicate-unit-spelling",
        "duty-without-task",
        "entry-before-plan",
        "extension-backwards",
        "foreign-letter",
        "impossible-syllable",
        "leftover-markup",
        "ledger-of-another-year",
        "missing-proof-file",
        "mixed-tone-marks",
        "near-identical-task",
        "no-signer",
        "ocr-slip",
        "odd-dash",
        "odd-quotes",
        "odd-spaces",
        "plan-symbol",
        "product-without-milestone",
        "proof-after-deed",
        "repeated-unit",
        "report-task-disagrees",
        "stt-form",
        "stt-gap",
        "stt-order",
        "successor-gap",
        "successor-overlap",
        "timing-without-year",
        "text-deadline-unread",
        "unbalanced-bracket",
        "unit-without-successor",
        "unused-unit",
        "useless-suppression",
        "year-slip",
    }

"""The rules there are. A new rule is a file, and a line here."""

from collections.abc import Iterator
from typing import Protocol

from cchc.checks import (
    changed_proof_file,
    conflicting_entries,
    contradicting_timings,
    deadline_day_off,
    deadline_outside_year,
    done_without_document,
    doubled_entry,
    duplicate_task_id,
    duplicate_unit_spelling,
    duty_without_task,
    empty_content,
    empty_lead,
    empty_products,
    empty_timing,
    entry_before_plan,
    extension_backwards,
    future_entry,
    group_loop,
    impossible_date,
    ledger_of_another_year,
    ledger_unknown_milestone,
    ledger_unknown_task,
    milestones_disagree,
    missing_proof_file,
    near_identical_task,
    product_without_milestone,
    proof_after_deed,
    report_task_disagrees,
    reporting_disagrees,
    reporting_entry,
    reporting_order,
    reversed_unit_dates,
    stt_form,
    stt_gap,
    stt_order,
    successor_gap,
    successor_loop,
    successor_overlap,
    successor_without_end,
    suppression_without_reason,
    timing_unread,
    unit_without_successor,
    unknown_unit,
    unused_unit,
    useless_suppression,
    year_slip,
)
from cchc.checks.citing import (
    citation_after_plan,
    citation_dates_differ,
    citation_form,
    citation_issuer,
    citation_kind,
    citation_year,
)
from cchc.checks.slip import Slip
from cchc.checks.subject import Subject
from cchc.checks.suppression import Comment
from cchc.checks.wording import (
    date_padding,
    doubled_word,
    foreign_letter,
    leftover_markup,
    mixed_tone_marks,
    ocr_slip,
    odd_dash,
    odd_quotes,
    odd_spaces,
)
from cchc.plan.problem import Finding, Problem, Severity
from cchc.plan.tree import TreeFault


class Page(Protocol):
    """A rule's page in the manual: its name, its weight, and its docstring."""

    NAME: str
    SEVERITY: Severity


class Rule(Page, Protocol):
    """A rule judges a plan with its ledger."""

    def check(self, subject: Subject) -> Iterator[Finding]:
        """Yield what is wrong."""
        ...


class TextRule(Page, Protocol):
    """A rule judges the letters of the plan's own words, and knows what should stand there."""

    def check(self, subject: Subject) -> Iterator[Slip]:
        """Yield what is wrong."""
        ...


class CommentRule(Page, Protocol):
    """A rule judges a comment that acknowledges problems, beside the problems it covers."""

    def check(self, comment: Comment, covered: list[Problem]) -> Iterator[TreeFault]:
        """Yield what is wrong."""
        ...


PLAN_RULES: tuple[Rule, ...] = (
    unknown_unit,
    duplicate_unit_spelling,
    group_loop,
    reversed_unit_dates,
    successor_without_end,
    successor_gap,
    successor_overlap,
    successor_loop,
    unit_without_successor,
    stt_form,
    duplicate_task_id,
    stt_order,
    stt_gap,
    empty_content,
    empty_lead,
    empty_products,
    empty_timing,
    timing_unread,
    impossible_date,
    deadline_outside_year,
    deadline_day_off,
    milestones_disagree,
    reporting_entry,
    reporting_order,
    reporting_disagrees,
    report_task_disagrees,
    year_slip,
    contradicting_timings,
    product_without_milestone,
    near_identical_task,
    unused_unit,
    duty_without_task,
)
"""What they find stands in the plan."""

LEDGER_RULES: tuple[Rule, ...] = (
    ledger_unknown_task,
    ledger_unknown_milestone,
    done_without_document,
    future_entry,
    entry_before_plan,
    ledger_of_another_year,
    doubled_entry,
    conflicting_entries,
    extension_backwards,
    proof_after_deed,
    missing_proof_file,
    changed_proof_file,
)
"""What they find stands in the ledger."""

COMMENT_RULES: tuple[CommentRule, ...] = (suppression_without_reason, useless_suppression)

TEXT_RULES: tuple[TextRule, ...] = (
    odd_spaces,
    odd_dash,
    odd_quotes,
    foreign_letter,
    ocr_slip,
    date_padding,
    doubled_word,
    mixed_tone_marks,
    leftover_markup,
    citation_form,
    citation_kind,
    citation_year,
    citation_issuer,
    citation_dates_differ,
    citation_after_plan,
)
"""What they find stands in the plan's words."""

STRICT_ONLY = frozenset(page.NAME for page in (near_identical_task, unused_unit, duty_without_task))
"""Rules that a sound plan may well break: only `--strict`, or their own name, asks for them."""

PAGES: tuple[Page, ...] = (*PLAN_RULES, *TEXT_RULES, *LEDGER_RULES, *COMMENT_RULES)
"""Every rule that has a page in the manual."""

"""Comments against problems: which problems are acknowledged, and what is wrong with a comment."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cchc.checks.choice import RULES, Choice
from cchc.checks.registry import COMMENT_RULES
from cchc.checks.suppression import Comment, Layout, comments
from cchc.plan.models import Plan
from cchc.plan.problem import Problem, Severity
from cchc.plan.reading import Document
from cchc.plan.source import Source
from cchc.plan.tree import TreeFault
from cchc.progress.entries import Ledger


def settled(
    document: Document[Plan] | Document[Ledger], problems: Sequence[Problem], choice: Choice
) -> Iterator[Problem]:
    """Yield the problems that no comment acknowledges, and what is wrong with the comments."""
    if "cchc:" not in document.source.text:
        yield from problems
        return
    layout = Layout(document.source.text, document.tree)
    found = list(comments(layout))
    at_line: dict[int, list[Problem]] = {}
    for problem in problems:
        at_line.setdefault(layout.value_line(problem.line), []).append(problem)
    acknowledged = {
        problem
        for comment in found
        for problem in at_line.get(comment.line, ())
        if comment.covers(problem)
    }
    yield from (problem for problem in problems if problem not in acknowledged)
    for comment in found:
        covered = at_line.get(comment.line, [])
        # What reading refused the rules didn't see, so an idle comment may still be wanted.
        certain = bool(covered) or document.sound
        yield from _judged(document.source, comment, covered, choice, certain=certain)


def _judged(
    source: Source, comment: Comment, covered: list[Problem], choice: Choice, *, certain: bool
) -> Iterator[Problem]:
    # A comment for a rule that this run leaves out is not idle: another run asks for it.
    names = [name for name in comment.names if name[0] not in RULES or choice.runs(name[0])]
    if comment.names and not names:
        return
    for rule in COMMENT_RULES:
        if choice.runs(rule.NAME) and (certain or rule.SEVERITY is Severity.ERROR):
            for fault in rule.check(replace(comment, names=tuple(names)), covered):
                yield _problem(source, rule.SEVERITY, fault)


def _problem(source: Source, severity: Severity, fault: TreeFault) -> Problem:
    line, column = source.place(fault.index)
    said = (fault.message, fault.hint, source.line(line))
    return Problem(source.path, line, column, fault.rule, severity, *said)

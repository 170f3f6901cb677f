"""Running the rules over a plan and its ledger: every fault of the two files, in reading order."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from cchc.checks.registry import COMMENT_RULES, LEDGER_RULES, PLAN_RULES, Rule
from cchc.checks.subject import Subject
from cchc.checks.suppression import Comment, Layout, comments
from cchc.plan.models import Plan
from cchc.plan.problem import Finding, Problem, Severity, in_reading_order
from cchc.plan.reading import Document, read_plan
from cchc.plan.source import Source
from cchc.plan.spelling import nearest
from cchc.plan.tree import Mapping, TreeFault
from cchc.progress.entries import Ledger
from cchc.progress.reading import ledger_path, read_ledger

AnyDocument = Document[Plan] | Document[Ledger]


def check_plan(path: Path, as_of: date) -> list[Problem]:
    """Return the faults of a plan, then those of the ledger beside it, each in reading order.

    Raises `UnreadableFile` if the system gives no bytes of either.
    """
    document, ledger = read_plan(path), read_ledger(ledger_path(path))
    if document.model is None:
        return [*document.problems, *ledger.problems]
    entries = ledger.model or Ledger(())
    subject = Subject(document, document.model, ledger, entries, as_of)
    return [
        *_problems(document, PLAN_RULES, subject),
        *_problems(ledger, LEDGER_RULES, subject),
    ]


def _problems(document: AnyDocument, rules: Iterable[Rule], subject: Subject) -> list[Problem]:
    found = list(document.problems)
    for rule in rules:
        for finding in rule.check(subject):
            if not _is_refused(document, finding):
                found.append(document.problem(rule.NAME, rule.SEVERITY, finding))
    return in_reading_order(_settled(document, found))


def _is_refused(document: AnyDocument, finding: Finding) -> bool:
    """Return whether reading has told the cause of a finding already."""
    where, refused = finding.where, document.refused
    if any(place[: len(where)] == where for place in refused):
        return True
    *above, last = where
    parent = document.tree.node(tuple(above))
    if not isinstance(parent, Mapping) or last in parent.items:
        return False
    # What isn't there was told as missing, or stands there misspelt.
    beside = [str(place[-1]) for place in refused if place and place[:-1] == tuple(above)]
    return tuple(above) in refused or any(nearest(name, [str(last)]) for name in beside)


def _settled(document: AnyDocument, problems: list[Problem]) -> Iterator[Problem]:
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
        yield from _judged(document, comment, at_line.get(comment.line, []))


def _judged(document: AnyDocument, comment: Comment, covered: list[Problem]) -> Iterator[Problem]:
    for rule in COMMENT_RULES:
        # What reading refused the rules didn't see, so an idle comment may still be wanted.
        if covered or document.sound or rule.SEVERITY is Severity.ERROR:
            for fault in rule.check(comment, covered):
                yield _problem(document.source, rule.SEVERITY, fault)


def _problem(source: Source, severity: Severity, fault: TreeFault) -> Problem:
    line, column = source.place(fault.index)
    said = (fault.message, fault.hint, source.line(line))
    return Problem(source.path, line, column, fault.rule, severity, *said)

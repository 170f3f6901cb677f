"""Running the rules over a plan and its ledger: every fault of the two files, in reading order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from cchc.checks.acknowledging import settled
from cchc.checks.choice import DEFAULT, Choice
from cchc.checks.registry import LEDGER_RULES, PLAN_RULES, TEXT_RULES, Rule, TextRule
from cchc.checks.slip import Slip
from cchc.checks.subject import Subject
from cchc.plan.models import Plan
from cchc.plan.problem import Finding, Problem, in_reading_order
from cchc.plan.reading import Document, read_plan
from cchc.plan.spelling import nearest
from cchc.plan.tree import Mapping
from cchc.progress.entries import Ledger
from cchc.progress.reading import ledger_path, read_ledger

AnyDocument = Document[Plan] | Document[Ledger]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a plan and its ledger, and the slips that some of the faults are."""

    problems: list[Problem]
    slips: dict[Problem, Slip] = field(default_factory=dict)


def check_plan(path: Path, as_of: date, choice: Choice = DEFAULT) -> list[Problem]:
    """Return the faults of a plan, then those of the ledger beside it, each in reading order.

    Raises `UnreadableFile` if the system gives no bytes of either.
    """
    document, ledger = read_plan(path), read_ledger(ledger_path(path))
    return judged(document, ledger, as_of, choice).problems


def judged(
    document: Document[Plan], ledger: Document[Ledger], as_of: date, choice: Choice
) -> Verdict:
    """Return the verdict on a plan and a ledger that were read."""
    read = [[p for p in one.problems if choice.tells(p)] for one in (document, ledger)]
    if document.model is None:
        return Verdict([*read[0], *read[1]])
    entries = ledger.model or Ledger(())
    subject = Subject(document, document.model, ledger, entries, as_of)
    slips = dict(_slips(document, subject, choice))
    of_plan = [*read[0], *_found(document, PLAN_RULES, subject, choice), *slips]
    of_ledger = [*read[1], *_found(ledger, LEDGER_RULES, subject, choice)]
    problems = [
        *in_reading_order(settled(document, of_plan, choice)),
        *in_reading_order(settled(ledger, of_ledger, choice)),
    ]
    return Verdict(problems, {p: slips[p] for p in problems if p in slips})


def _found(
    document: AnyDocument, rules: Iterable[Rule], subject: Subject, choice: Choice
) -> Iterator[Problem]:
    for rule in rules:
        for finding in rule.check(subject) if choice.runs(rule.NAME) else ():
            if not _is_refused(document, finding):
                yield document.problem(rule.NAME, rule.SEVERITY, finding)


def _slips(
    document: Document[Plan], subject: Subject, choice: Choice
) -> Iterator[tuple[Problem, Slip]]:
    rules: Iterable[TextRule] = TEXT_RULES
    for rule in rules:
        for slip in rule.check(subject) if choice.runs(rule.NAME) else ():
            line, column = document.source.place(slip.start)
            said = (slip.message, slip.hint, document.source.line(line))
            yield Problem(document.path, line, column, rule.NAME, rule.SEVERITY, *said), slip


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

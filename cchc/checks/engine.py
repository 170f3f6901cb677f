"""Running the rules over a plan and its ledger: every fault, but for what was acknowledged."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

from cchc.checks.choice import DEFAULT, RuleChoice, rules
from cchc.checks.edits import with_edits
from cchc.checks.registry import About
from cchc.checks.rules import RULEBOOK
from cchc.checks.subject import Comment, Layout, Subject, comments
from cchc.diagnostics import Finding, Problem, Severity, Span, Where, in_reading_order
from cchc.plan.loader import Document, read_plan
from cchc.plan.locate import LEDGER_SUFFIX, ledger_path, plan_copies
from cchc.plan.models import Plan
from cchc.plan.yaml_tree import Mapping
from cchc.progress.ledger_file import Books, LedgerFile, read_books
from cchc.text import may_be_legacy, nearest

AnyDocument = Document[Plan] | Document[LedgerFile]


def check_plan(path: Path, as_of: date, choice: RuleChoice = DEFAULT) -> list[Problem]:
    """Return the faults of a plan, then those of the ledger beside it, each in reading order.

    Raises `UnreadableFile` if the system gives no bytes of either.
    """
    document, books = read_plan(path), read_books(ledger_path(path))
    return [*_copies(document, choice), *judged(document, books, as_of, choice)]


def _copies(document: Document[Plan], choice: RuleChoice) -> Iterator[Problem]:
    """Yield the files beside a plan that look like copies of it: what is in them isn't read."""
    for copy in plan_copies(document.path) if choice.runs("plan-copy") else ():
        what, hint = (
            "",
            f'xem khác gì bằng `cchc diff "{copy}"`, chép phần cần giữ, rồi xóa bản sao',
        )
        if LEDGER_SUFFIX in copy.name:
            anew = f"{document.path.stem}{LEDGER_SUFFIX}-ban-sao{copy.suffix}"
            what, hint = (
                "của sổ ",
                f"đổi tên thành {anew} thì được tính; mục trùng chỉ tính một lần",
            )
        message = f"cạnh kế hoạch có bản sao {what}{copy.name}, không được đọc"
        yield document.problem("plan-copy", Severity.WARNING, Finding(Span(0, 0), message, hint))


def judged(
    document: Document[Plan], ledger: Books | Document[LedgerFile], as_of: date, choice: RuleChoice
) -> list[Problem]:
    """Return the faults of a plan and a ledger that were read, as `check_plan` does."""
    books = ledger if isinstance(ledger, Books) else Books((ledger,))
    read: list[AnyDocument] = [document, *books.documents]
    found = [with_edits(one, [p for p in one.problems if choice.tells(p)]) for one in read]
    if document.model is not None:
        subject = Subject(document, document.model, books, books.ledger, as_of)
        found[0] += _found(read[:1], About.PLAN, subject, choice)
        for number, problem in _placed(read[1:], About.LEDGER, subject, choice):
            found[number + 1].append(problem)
        found = [list(settled(one, said, choice)) for one, said in zip(read, found, strict=True)]
    return list(dict.fromkeys(p for problems in found for p in in_reading_order(problems)))


def _found(
    documents: Sequence[AnyDocument], about: About, subject: Subject, choice: RuleChoice
) -> Iterator[Problem]:
    return (problem for _, problem in _placed(documents, about, subject, choice))


def _placed(
    documents: Sequence[AnyDocument], about: About, subject: Subject, choice: RuleChoice
) -> Iterator[tuple[int, Problem]]:
    """Yield what the rules find, each with the number of the document that it stands in."""
    # A wrong year is told once, not again for every day that follows from it.
    following = _FROM_YEAR if subject.year_doubt else frozenset()
    for rule, found in RULEBOOK.findings(about, subject, runs=choice.runs):
        number, finding = 0, found
        if about is About.LEDGER:
            number, where = subject.books.source(cast("Where", found.where))
            finding = replace(found, where=where)
        document = documents[number]
        if rule.name not in following and not _is_refused(document, finding):
            problem = document.problem(rule.name, rule.severity, finding)
            # Where a word may be of an old encoding a sign may be a letter: it is only told.
            doubtful = problem.edits and may_be_legacy(problem.excerpt)
            yield number, replace(problem, edits=()) if doubtful else problem


_FROM_YEAR = frozenset(
    {"deadline-outside-year", "deadline-day-off", "year-slip", "citation-after-plan",
     "report-task-disagrees", "ledger-of-another-year", "ledger-unknown-milestone"}
)  # fmt: skip


def _is_refused(document: AnyDocument, finding: Finding) -> bool:
    """Return whether reading has told the cause of a finding already."""
    where, refused = finding.where, document.refused
    if not isinstance(where, tuple):
        return False
    if any(place[: len(where)] == where for place in refused):
        return True
    *above, last = where
    parent = document.tree.node(tuple(above))
    if not isinstance(parent, Mapping) or last in parent.items:
        return False
    # What isn't there was told as missing, or stands there misspelt.
    beside = [str(place[-1]) for place in refused if place and place[:-1] == tuple(above)]
    return tuple(above) in refused or any(nearest(name, [str(last)]) for name in beside)


def settled(
    document: Document[Plan] | Document[LedgerFile], problems: Sequence[Problem], choice: RuleChoice
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
    year_found = any(problem.rule == "plan-year" for problem in problems)
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
        certain = bool(covered) or (document.sound and not year_found)
        yield from _comment_faults(document, comment, covered, choice, certain=certain)


def _comment_faults(
    document: AnyDocument,
    comment: Comment,
    covered: list[Problem],
    choice: RuleChoice,
    *,
    certain: bool,
) -> Iterator[Problem]:
    # A comment for a rule that this run leaves out is not idle: another run asks for it.
    names = [name for name in comment.names if name[0] not in rules() or choice.runs(name[0])]
    if comment.names and not names:
        return
    given = (replace(comment, names=tuple(names)), covered)
    for rule, finding in RULEBOOK.findings(About.COMMENTS, *given, runs=choice.runs):
        if certain or rule.severity is Severity.ERROR:
            yield document.problem(rule.name, rule.severity, finding)

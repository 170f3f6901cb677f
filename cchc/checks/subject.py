"""What a rule is given: the plan and its ledger as read, the day, and what several rules ask."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cchc import timing
from cchc.checks.text import PlanProse, citations
from cchc.diagnostics import Problem, Severity, Where
from cchc.plan.days import DayMonth
from cchc.plan.loader import Document
from cchc.plan.models import Plan, Section, Task
from cchc.plan.schedule import report_milestones, task_milestones
from cchc.plan.yaml_tree import Scalar, Tree, scalars
from cchc.progress.ledger import REPORTS, Ledger
from cchc.progress.ledger_file import Books
from cchc.progress.state import Happening, timeline
from cchc.references import Reference


@dataclass(frozen=True)
class Subject:
    """A plan that could be loaded, with its ledger; `as_of` is the day it is judged on."""

    document: Document[Plan]
    plan: Plan
    books: Books
    ledger: Ledger
    as_of: date

    @cached_property
    def readings(self) -> tuple[tuple[Task, timing.Reading], ...]:
        """Return every row of the appendix that has a wording of its time, with its reading."""
        year = self.plan.year
        timed = ((task, task.timing or "") for task in self.plan.rows)
        said = (pair for pair in timed if any(map(str.isalnum, pair[1])))
        return tuple((task, timing.read(wording, year)) for task, wording in said)

    @cached_property
    def year_doubt(self) -> tuple[int, int] | None:
        """Return the year that nearly all dated wording names but the plan's own, and how often.

        A plan of several years names each of them as its own.
        """
        named = Counter(
            milestone.due.year
            for _, reading in self.readings
            for milestone in reading.milestones
            if milestone.due and str(milestone.due.year) in milestone.span.text
        )
        year, count = named.most_common(1)[0] if named else (self.plan.year, 0)
        mine = sum(named[own] for own in self.plan.years)
        return (year, count) if year not in self.plan.years and count >= max(3, 8 * mine) else None

    @cached_property
    def prose(self) -> PlanProse:
        """Return the plan's texts as the file writes them."""
        return PlanProse(self.document.source.text, self.document.tree.top)

    @cached_property
    def citations(self) -> tuple[Reference, ...]:
        """Return every document that the plan's texts cite, in reading order."""
        return citations(self.prose)

    def asks(self, key: str) -> bool:
        """Return whether the appendix has a column, so that its cells may not be empty."""
        return self.plan.appendix is not None and key in self.plan.appendix.keys

    @cached_property
    def tasks(self) -> dict[str, Task]:
        """Return the tasks by their ids."""
        return {task.id: task for task in self.plan.tasks}

    def line(self, where: Where) -> int:
        """Return the line, from 1, on which a place of the plan begins."""
        return self.document.source.place(self.document.tree.span(where).start)[0]

    def refused(self, where: Where) -> bool:
        """Return whether reading refused a place of the plan, or something in it."""
        return any(place[: len(where)] == where for place in self.document.refused)


def written(day: date) -> str:
    """Return a day as an office writes it: 31/01/2025, 05/3/2025."""
    return f"{DayMonth(day.day, day.month)}/{day.year}"


# Comments that acknowledge a warning: `# cchc: bo-qua RULE[, RULE] -- lý do`.

VERB = "bo-qua"
ISSUED_WORDING = frozenset(
    (
        *("timing-unread", "impossible-date", "deadline-outside-year"),
        *("empty-timing", "empty-lead", "empty-products", "empty-content", "plan-year"),
    )
)
"""Errors in what an office has issued: a plan file can't change it, so it may acknowledge it."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment meant for cchc; `start` and `names` are places in the text.

    `line` is the line it covers, 0 for none: nothing comes after it.
    """

    start: int
    line: int
    verb: str
    names: tuple[tuple[str, int], ...]
    reason: str

    def covers(self, problem: Problem) -> bool:
        """Return whether a problem of the covered line is acknowledged."""
        may = problem.severity is Severity.WARNING or problem.rule in ISSUED_WORDING
        names = (name for name, _ in self.names)
        return may and self.verb == VERB and bool(self.reason) and problem.rule in names


class Layout:
    """Where the lines of a YAML text are, and what its values cover."""

    def __init__(self, text: str, tree: Tree) -> None:
        self.text = text
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        found = (scalar for scalar in scalars(tree.top) if scalar.text is not None)
        self._values = sorted(found, key=lambda scalar: scalar.start)
        self._next: dict[int, int] = {}
        self._starts = [value.start for value in self._values]

    def line(self, index: int) -> int:
        """Return the line, from 1, of a character."""
        return bisect_right(self._lines, index)

    def content(self, line: int) -> str:
        """Return a line by its number, without its end."""
        end = self._lines[line] - 1 if line < len(self._lines) else len(self.text)
        return self.text[self._lines[line - 1] : end]

    def next_line(self, line: int) -> int:
        """Return the next line that says something, or 0 if only comments come."""
        passed = []
        number = line + 1
        while number <= len(self._lines) and number not in self._next:
            content = self.content(number).strip()
            if content and not content.startswith("#"):
                break
            passed.append(number)
            number += 1
        following = self._next.get(number, number if number <= len(self._lines) else 0)
        # Of many comments on end each would walk to the end again.
        self._next.update(dict.fromkeys(passed, following))
        return following

    def value_line(self, line: int) -> int:
        """Return the line on which the value begins that goes on over the start of a line."""
        value = self._value(self._lines[line - 1])
        return self.line(value.start) if value else line

    def is_quoted(self, index: int) -> bool:
        """Return whether a character is a value's own, so that "#" begins no comment there."""
        value = self._value(index)
        # The first line of a block ("|", ">") has no text yet: a comment may stand there.
        block = value is not None and self.text[value.start] in "|>"
        return value is not None and not (block and self.line(index) == self.line(value.start))

    def _value(self, index: int) -> Scalar | None:
        at = bisect_right(self._starts, index) - 1
        return self._values[at] if at >= 0 and index < self._values[at].end else None


def comments(layout: Layout) -> Iterator[Comment]:
    """Yield the comments for cchc in the order of the text; none that a value only quotes."""
    for found in _COMMENT.finditer(layout.text):
        start = found.start()
        line = layout.line(start)
        before = layout.content(line)[: start - layout.text.rfind("\n", 0, start) - 1].strip()
        if not layout.is_quoted(start) and not before.startswith("#"):
            covered = layout.value_line(line) if before else layout.next_line(line)
            names = [(name[0], name.start()) for name in _names(found)]
            yield Comment(
                start, covered, found["verb"], tuple(names), (found["reason"] or "").strip()
            )


def _names(comment: re.Match[str]) -> Iterator[re.Match[str]]:
    return _NAME.finditer(comment.string, *comment.span("names"))


# The dash of the reason is "--"; what an editor makes of two hyphens is taken as well.
_COMMENT = re.compile(
    r"(?<!\S)#[ \t]*cchc:[ \t]*(?P<verb>[^\s,]*)(?P<names>(?:(?!--|[–—])[^\r\n])*)"
    r"(?:(?:--|[–—])(?P<reason>[^\r\n]*))?"
)
_NAME = re.compile(r"[^\s,]+")


# The body of the plan: its headings, at every depth, with their places.


def headings(plan: Plan) -> Iterator[tuple[Section, Where]]:
    """Yield every heading of the body in reading order, with its place in the file."""
    yield from _headings(plan.sections, ("phan",))


def texts(section: Section, where: Where) -> Iterator[tuple[str, Where]]:
    """Yield the paragraphs, bullets and notice under a heading and its items, with their places."""
    for text in _own(section):
        yield text[0], (*where, *text[1])
    for i, item in enumerate(section.items):
        yield from texts(item, (*where, "muc", i))


def _headings(sections: Sequence[Section], where: Where) -> Iterator[tuple[Section, Where]]:
    for i, section in enumerate(sections):
        place = (*where, i)
        yield section, place
        yield from _headings(section.items, (*place, "muc"))


def _own(section: Section) -> Iterator[tuple[str, Where]]:
    for i, paragraph in enumerate(section.paragraphs):
        yield paragraph, ("doan", i)
    for i, bullet in enumerate(section.bullets):
        yield bullet, ("y", i)
    if section.notice:
        yield section.notice, ("luu_y",)


# The STT column: a task's number in its group.


def numbers(plan: Plan) -> Iterator[list[tuple[Task, int | None]]]:
    """Yield the tasks of each group with their numbers, None for a STT that is no number."""
    alone = (plan.appendix.tasks,) if plan.appendix else ()
    for tasks in (*alone, *(group.tasks for group in plan.groups)):
        yield [(task, number(task)) for task in tasks]


def number(task: Task) -> int | None:
    """Return the number that a task's STT is, from 1 on, or None if it is none."""
    return int(task.number) or None if _DIGITS.fullmatch(task.number) else None


_DIGITS = re.compile("[0-9]{1,4}")


# What the ledger's entries came to, task by task, for the rules that judge them together.


def stories(subject: Subject) -> Iterator[tuple[Happening, ...]]:
    """Yield what happened to each task that the ledger tells of, then to the plan's own reports."""
    for task in subject.plan.tasks:
        if entries := subject.ledger.of(task.id):
            yield timeline(task_milestones(subject.plan, task), entries, date.max)
    yield timeline(report_milestones(subject.plan), subject.ledger.of(REPORTS), date.max)

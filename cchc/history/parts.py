"""A plan with its ledger taken apart into plain lists, and put together again from them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from cchc.plan.models import Agency, Appendix, Group, Plan, ReportDate, Section, Signer, Task
from cchc.plan.numerals import roman
from cchc.progress.entries import Entry, Ledger


@dataclass(frozen=True, slots=True)
class Named:
    """Something that has a name: a field of the head, or an office under its code."""

    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class Flat:
    """A heading of the body without the ones below it; `path` has those above it."""

    depth: int
    section: Section
    path: tuple[str, ...] = field(default=(), compare=False)

    @property
    def heading(self) -> str:
        """Return number and title: "2. Yêu cầu"; for a duty, the office it is of."""
        said = (self.section.number, self.section.title or self.section.unit)
        return ". ".join(part for part in said if part)

    @property
    def text(self) -> str:
        """Return all that is said under the heading."""
        s = self.section
        said = (s.title, s.unit, s.remark, *s.paragraphs, *s.bullets, s.notice)
        return " ".join(part for part in said if part)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The row that heads a group of tasks; its number is its place."""

    title: str
    number: str = field(default="", compare=False)


Row = GroupRow | Task


@dataclass(frozen=True, slots=True)
class Parts:
    """A plan and its ledger as lists, in the order of their files."""

    head: list[Named]
    units: list[Named]
    legal_basis: list[str]
    body: list[Flat]
    reporting: list[ReportDate]
    recipients: list[str]
    rows: list[Row]
    entries: list[Entry]


def apart(plan: Plan, ledger: Ledger) -> Parts:
    """Return a plan and its ledger as lists."""
    return Parts(
        list(_head(plan)),
        [Named(code, unit) for code, unit in plan.units.items()],
        list(plan.legal_basis),
        list(_flat(plan.sections, 0, ())),
        list(plan.reporting),
        list(plan.recipients),
        rows_of(plan),
        list(ledger.entries),
    )


def together(parts: Parts) -> tuple[Plan, Ledger]:
    """Return the plan and ledger of such lists: `together(apart(plan, ledger))` equals both."""
    head = {named.name: named.value for named in parts.head}
    title = head.pop("appendix.title")
    inner = {name: _taken(head, name) for name in _INNER}
    plan = Plan(
        **head,
        agency=Agency(**inner["agency"]),
        signer=Signer(**inner["signer"]),
        units={named.name: named.value for named in parts.units},
        legal_basis=tuple(parts.legal_basis),
        sections=tuple(_nested(parts.body)),
        reporting=tuple(parts.reporting),
        recipients=tuple(parts.recipients),
        appendix=Appendix(title=title, groups=tuple(_groups(parts.rows))) if title else None,
    )
    return plan, Ledger(tuple(entry.model_copy() for entry in parts.entries))


def rows_of(plan: Plan) -> list[Row]:
    """Return the rows of the appendix: each group, then its tasks."""
    rows: list[Row] = []
    for number, group in enumerate(plan.groups, start=1):
        rows += [GroupRow(group.title, roman(number)), *group.tasks]
    return rows


_FIELDS = ("year", "kind", "subject", "number", "symbol", "place", "issued", "opening", "closing")
_INNER: dict[str, type[BaseModel]] = {"agency": Agency, "signer": Signer}


def _head(plan: Plan) -> Iterator[Named]:
    for name in _FIELDS:
        yield Named(name, getattr(plan, name))
    for name in _INNER:
        yield from (Named(f"{name}.{key}", value) for key, value in getattr(plan, name))
    yield Named("appendix.title", plan.appendix.title if plan.appendix else None)


def _taken(head: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: head.pop(f"{name}.{key}") for key in _INNER[name].model_fields}


def _flat(sections: Iterable[Section], depth: int, path: tuple[str, ...]) -> Iterator[Flat]:
    for section in sections:
        here = Flat(depth, section.model_copy(update={"items": ()}), path)
        yield here
        yield from _flat(section.items, depth + 1, (*path, here.heading))


def _nested(body: Sequence[Flat]) -> Iterator[Section]:
    """Yield the sections of one depth, each with what follows it and is deeper."""
    starts = [place for place, flat in enumerate(body) if flat.depth == body[0].depth]
    for start, end in zip(starts, [*starts[1:], len(body)], strict=False):
        items = tuple(_nested(body[start + 1 : end]))
        yield body[start].section.model_copy(update={"items": items})


def _groups(rows: Sequence[Row]) -> Iterator[Group]:
    starts = [place for place, row in enumerate(rows) if isinstance(row, GroupRow)]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=False):
        head, tasks = rows[start], rows[start + 1 : end]
        # A task is told where it stands: the old plan's own must not hear of the new place.
        copies = tuple(task.model_copy() for task in tasks if isinstance(task, Task))
        yield Group(title=head.title if isinstance(head, GroupRow) else "", tasks=copies)

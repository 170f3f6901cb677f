"""The way back from changes to an edition: the oracle for `compare`, which must lose nothing."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from cchc.history.compare import (
    _INNER,
    Changes,
    Edition,
    FlatHeading,
    GroupRow,
    ListEdit,
    Parts,
    Row,
    apart,
)
from cchc.plan.models import Agency, Appendix, Group, Plan, Section, Signer, Task
from cchc.progress.ledger import Ledger

T = TypeVar("T")


def apply(changes: Changes, a: Edition) -> Edition:
    """Return the edition that `a` becomes: `apply(compare(a, b), a) == b`."""
    old = apart(a.plan, a.ledger)
    new = Parts(
        applied(changes.head, old.head),
        applied(changes.units, old.units),
        applied(changes.legal_basis, old.legal_basis),
        applied(changes.body, old.body),
        applied(changes.reporting, old.reporting),
        applied(changes.recipients, old.recipients),
        applied(changes.rows, old.rows),
        applied(changes.entries, old.entries),
    )
    return Edition(*together(new))


def applied(found: Sequence[ListEdit[T]], old: Sequence[T]) -> list[T]:
    """Return the new list: `applied(edits(a, b, pairs), a) == b`."""
    taken = {edit.was_at for edit in found}
    out = [item for place, item in enumerate(old) if place not in taken]
    for edit in sorted(found, key=lambda edit: edit.is_at or 0):
        if edit.is_at is not None and edit.new is not None:
            out.insert(edit.is_at, edit.new)
    return out


def together(parts: Parts) -> tuple[Plan, Ledger]:
    """Return the plan and ledger of such lists: `together(apart(plan, ledger))` equals both."""
    head = {named.name: named.value for named in parts.head}
    title = head.pop("appendix.title")
    # What they hold is told, not put back: no random plan has any.
    assert not head.pop("appendix.columns")
    assert not head.pop("appendix.tables")
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
    return plan, Ledger(tuple(parts.entries))


def _taken(head: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: head.pop(f"{name}.{key}") for key in _INNER[name].model_fields}


def _nested(body: Sequence[FlatHeading]) -> Iterator[Section]:
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

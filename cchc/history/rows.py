"""The rows of two appendices, each beside what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc.history.edits import Edit, matched
from cchc.history.parts import GroupRow, Row, rows_of
from cchc.plan.models import Plan, Task


@dataclass(frozen=True, slots=True)
class Rows:
    """Groups and tasks as they were and are, in the new order, what went at the end.

    `moved` has the new ids of tasks and groups that stand in another place among the others.
    """

    groups: tuple[tuple[GroupRow | None, GroupRow | None], ...]
    tasks: tuple[tuple[Task | None, Task | None], ...]
    moved: frozenset[str]

    @property
    def renumbered(self) -> dict[str, str]:
        """Return the new id of each task that is in both, by its old one."""
        return {old.id: new.id for old, new in self.tasks if old and new}

    @property
    def new_groups(self) -> dict[str, str]:
        """Return the new number of each group that is in both, by its old one."""
        return {old.number: new.number for old, new in self.groups if old and new}


def matched_rows(found: Sequence[Edit[Row]], a: Plan, b: Plan) -> Rows:
    """Return the rows of plan `a` beside those of plan `b`, of which the edits make them."""
    pairs = matched(found, rows_of(a), rows_of(b))
    moved = frozenset(_id(edit.new) for edit in found if edit.moved and edit.new)
    return Rows(
        tuple((_group(old), _group(new)) for old, new in pairs if _group(old) or _group(new)),
        tuple((_task(old), _task(new)) for old, new in pairs if _task(old) or _task(new)),
        moved,
    )


def _id(row: Row) -> str:
    return row.id if isinstance(row, Task) else row.number


def _group(row: Row | None) -> GroupRow | None:
    return row if isinstance(row, GroupRow) else None


def _task(row: Row | None) -> Task | None:
    return row if isinstance(row, Task) else None

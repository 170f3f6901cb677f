"""One thing that changed between two editions of a plan, as a value."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc.plan.models import Task
from cchc.progress.entries import Entry


class Kind(StrEnum):
    """What happened; the values are what programs read."""

    TASK_ADDED = "task_added"
    TASK_REMOVED = "task_removed"
    TASK_MOVED = "task_moved"
    TASK_RENUMBERED = "task_renumbered"
    DEADLINE_MOVED = "deadline_moved"
    DEADLINE_ADDED = "deadline_added"
    DEADLINE_REMOVED = "deadline_removed"
    DONE_REOPENED = "done_reopened"
    WORDING_CHANGED = "wording_changed"
    LEAD_CHANGED = "lead_changed"
    SUPPORT_CHANGED = "support_changed"
    PRODUCTS_CHANGED = "products_changed"
    TIMING_CHANGED = "timing_changed"
    NOTE_CHANGED = "note_changed"
    MILESTONES_CHANGED = "milestones_changed"
    GROUP_ADDED = "group_added"
    GROUP_REMOVED = "group_removed"
    GROUP_CHANGED = "group_changed"
    SECTION_ADDED = "section_added"
    SECTION_REMOVED = "section_removed"
    SECTION_MOVED = "section_moved"
    SECTION_CHANGED = "section_changed"
    REPORT_ADDED = "report_added"
    REPORT_REMOVED = "report_removed"
    REPORT_CHANGED = "report_changed"
    UNIT_ADDED = "unit_added"
    UNIT_REMOVED = "unit_removed"
    UNIT_MOVED = "unit_moved"
    UNIT_CHANGED = "unit_changed"
    HEAD_CHANGED = "head_changed"
    ENTRY_ADDED = "entry_added"
    ENTRY_REMOVED = "entry_removed"
    ENTRY_CHANGED = "entry_changed"
    ENTRY_MOVED = "entry_moved"


class Flag(StrEnum):
    """Why a change is one that somebody must look at."""

    DEADLINE = "deadline_moved_after_passing"
    REOPENED = "done_reopened"
    REMOVED = "done_removed"
    REWRITTEN = "history_rewritten"


Value = str | tuple[str, ...] | date | Entry | Task | None


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to `subject`: a task's id, a heading, an office's code, a period, a field.

    The id of a task is its new one, of one that went its old one. `field` names in English what of
    the subject changed. A deadline has its milestone's key and action, how many `days` later it is
    (fewer than 0: earlier), and how many days late the milestone was by the old one.
    """

    kind: Kind
    subject: str
    field: str = ""
    old: Value = None
    new: Value = None
    milestone: str = ""
    action: str = ""
    days: int = 0
    days_late: int = 0
    flag: Flag | None = None

    @property
    def task(self) -> str | None:
        """Return the id of the task it is about, None for what is about none."""
        about = self.kind in _OF_TASKS or isinstance(self.old or self.new, Entry)
        return self.subject if about else None


_TASK_KINDS = ("task_", "deadline_", "done_", "wording_", "lead_", "support_", "products_")
_OF_TASKS = frozenset(
    kind for kind in Kind if kind.startswith((*_TASK_KINDS, "timing_", "note_", "milestones_"))
)

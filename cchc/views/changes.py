"""What `cchc diff` has found: the common form that its views show."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cchc.history.change import Change, Kind
from cchc.views.change_lines import TASKS, part_of


@dataclass(frozen=True, slots=True)
class Difference:
    """Two editions by their names, the day they are judged on, and what changed between them.

    `only_form`: the files differ, in nothing that is said.
    """

    old: str
    new: str
    day: date
    changes: tuple[Change, ...]
    only_form: bool = False

    @property
    def flagged(self) -> tuple[Change, ...]:
        """Return the changes that somebody must look at."""
        return tuple(change for change in self.changes if change.flag)

    @property
    def summary(self) -> str:
        """Return the sums in one sentence."""
        if not self.changes:
            form = " (chỉ khác chú thích, cách trình bày)" if self.only_form else ""
            return f"Nội dung không đổi{form}."
        return f"{', '.join(f'{count} {words}' for words, count in self._counts() if count)}."

    def _counts(self) -> Iterator[tuple[str, int]]:
        added, removed = self._subjects(Kind.TASK_ADDED), self._subjects(Kind.TASK_REMOVED)
        tasks = {c.subject for c in self.changes if part_of(c) == TASKS}
        rest = [c for c in self.changes if part_of(c) != TASKS and c.kind is not Kind.ENTRY_ADDED]
        yield "nhiệm vụ thêm", len(added)
        yield "nhiệm vụ bỏ", len(removed)
        yield "nhiệm vụ thay đổi", len(tasks - added - removed)
        yield "mục sổ mới", sum(c.kind is Kind.ENTRY_ADDED for c in self.changes)
        yield "thay đổi khác", len(rest)
        yield "điểm phải xem lại", len(self.flagged)

    def _subjects(self, kind: Kind) -> set[str]:
        return {change.subject for change in self.changes if change.kind is kind}

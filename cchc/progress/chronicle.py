"""A task's story: each entry with what it was about, and how that stood before it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cchc.progress.course import Course, State, advance, in_order, meant
from cchc.progress.entries import Deed, Entry
from cchc.timing import Milestone


@dataclass(frozen=True, slots=True)
class Before:
    """A milestone as it stood just before an entry; `due` is what was in force on that day."""

    milestone: Milestone
    state: State
    due: date | None
    done_on: date | None
    document: str | None

    @property
    def closed(self) -> bool:
        """Return whether nothing had to be done about it any more."""
        return self.state in (State.DONE, State.CANCELLED)


@dataclass(frozen=True, slots=True)
class Happening:
    """An entry, with the milestones it is about as they stood before it."""

    entry: Entry
    about: tuple[Before, ...]

    @property
    def again(self) -> bool:
        """Return whether the entry closes what was closed before it, be it all of the task."""
        entry = self.entry
        if entry.deed not in (Deed.DONE, Deed.CANCEL) or (entry.milestone and not self.about):
            return False
        return all(before.closed for before in self.about)

    @property
    def days_late(self) -> int:
        """Return how many days after its due date a milestone was done by the entry, 0 if none."""
        if self.entry.deed is not Deed.DONE:
            return 0
        late = [(self.entry.day - b.due).days for b in self.about if b.due and not b.closed]
        return max([0, *late])


def chronicle(
    milestones: Sequence[Milestone], entries: Iterable[Entry], day: date
) -> tuple[Happening, ...]:
    """Return what happened to the milestones of one task up to a day, in the order of the days."""
    courses = [Course(milestone) for milestone in milestones]
    out = []
    for entry in in_order(entries, day):
        touched = meant(courses, entry)
        out.append(Happening(entry, tuple(_before(course, entry.day) for course in touched)))
        advance(touched, entry)
    return tuple(out)


def _before(course: Course, day: date) -> Before:
    return Before(course.milestone, course.state, course.due(day), course.done_on, course.document)

"""What the ledger tells of difficulties: the notes beside what was late, put off or given up."""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc.plan.models import Offices, Plan
from cchc.plan.schedule import report_milestones, task_milestones
from cchc.plan.succession import acting_units
from cchc.progress.chronicle import Happening, chronicle
from cchc.progress.entries import Deed, Entry, Ledger
from cchc.progress.terms import REPORTS, Period
from cchc.timing import Milestone


@dataclass(frozen=True, slots=True)
class Note:
    """A note with its entry, and the office that led the task on that day ("" if none did)."""

    entry: Entry
    unit: str

    @property
    def text(self) -> str:
        """Return what was noted."""
        return self.entry.note or ""


def notes(plan: Plan, ledger: Ledger, days: Period) -> tuple[Note, ...]:
    """Return the notes of a period that tell of difficulties, by their days.

    A note beside what was done in time says how it was done, and is told with it.
    """
    found = [note for lead, told in _told(plan, ledger, days) for note in _notes(plan, lead, told)]
    return tuple(sorted(found, key=lambda note: note.entry.day))


_Told = tuple[Offices, list[Happening]]


def _told(plan: Plan, ledger: Ledger, days: Period) -> Iterator[_Told]:
    for task in plan.tasks:
        if any(entry.note for entry in ledger.of(task.id)):
            yield task.lead, _happened(task_milestones(plan, task), ledger, task.id, days)
    if any(entry.note for entry in ledger.of(REPORTS)):
        lead = next((entry.lead for entry in plan.reporting), Offices())
        yield lead, _happened(report_milestones(plan), ledger, REPORTS, days)


def _happened(
    milestones: tuple[Milestone, ...], ledger: Ledger, task: str, days: Period
) -> list[Happening]:
    all_of_it = chronicle(milestones, ledger.of(task), days.end)
    return [happening for happening in all_of_it if happening.entry.day in days]


def _notes(plan: Plan, lead: Offices, told: list[Happening]) -> Iterator[Note]:
    for happening in told:
        entry = happening.entry
        if entry.note and (entry.deed is not Deed.DONE or happening.days_late):
            yield Note(entry, next(iter(acting_units(plan, lead.codes, entry.day)), ""))

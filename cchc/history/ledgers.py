"""What happened to the ledger: entries that came, and old ones that were rewritten."""

from collections.abc import Iterator, Mapping, Sequence

from cchc.history.change import Change, Flag, Kind
from cchc.history.changes import Edition
from cchc.history.deadlines import Tracked, tracked
from cchc.history.edits import Edit, same
from cchc.progress.entries import Deed, Entry
from cchc.progress.states import earliest_open, standings
from cchc.progress.terms import REPORTS


def ledger_changes(
    found: Sequence[Edit[Entry]], new: Edition, renumbered: Mapping[str, str]
) -> Iterator[Change]:
    """Yield what happened to the entries. `renumbered` has the tasks whose ids changed.

    An old entry that changed or went is flagged, unless it only follows its task's new id; so is an
    extension that was granted when the deadline had passed.
    """
    for edit in found:
        match edit:
            case Edit(old=None, new=Entry() as entry):
                late = _days_too_late(entry, new)
                flag = Flag.DEADLINE if late else None
                change = Change(Kind.ENTRY_ADDED, entry.task, new=entry, flag=flag, days_late=late)
                yield change
            case Edit(old=Entry() as entry, new=None):
                yield Change(Kind.ENTRY_REMOVED, entry.task, old=entry, flag=Flag.REWRITTEN)
            case Edit(old=Entry() as was, new=Entry() as entry):
                yield _rewritten(was, entry, renumbered)


def _rewritten(was: Entry, entry: Entry, renumbered: Mapping[str, str]) -> Change:
    if same(was, entry):
        return Change(Kind.ENTRY_MOVED, entry.task, old=was, new=entry)
    followed = was.model_copy(update={"task": renumbered.get(was.task, was.task)})
    flag = None if same(followed, entry) else Flag.REWRITTEN
    return Change(Kind.ENTRY_CHANGED, entry.task, old=was, new=entry, flag=flag)


def _days_too_late(entry: Entry, new: Edition) -> int:
    """Return how many days the deadline had passed when it was extended; 0 if it hadn't."""
    task = next((t for t in new.plan.tasks if t.id == entry.task), None)
    if entry.deed is not Deed.EXTEND or (task is None and entry.task != REPORTS):
        return 0
    before = tracked(new, task)
    known = [e for e in before.entries if e.where < entry.where and e.day <= entry.day]
    return _days_late(before, known, entry)


def _days_late(before: Tracked, known: Sequence[Entry], entry: Entry) -> int:
    first = earliest_open(before.milestones, known, entry.day)
    key = entry.milestone or (first.key if first else "")
    stand = standings(before.milestones, known, entry.day)
    pairs = zip(before.milestones, stand, strict=True)
    return next((s.days_late for m, s in pairs if m.key == key), 0)

"""Changes as lines for a reader: in parts, with what belongs together in one line."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from cchc.history.change import Change, Kind
from cchc.progress.terms import REPORTS
from cchc.views.change_words import change_words
from cchc.views.field_names import FIELDS
from cchc.views.rewording import PLAIN, Pen

TASKS = "Nhiệm vụ"
MANY = 3
"""Changes of one kind that are told one by one; of more, the others are counted."""


@dataclass(frozen=True, slots=True)
class Line:
    """What it is about ("" where the words say it), what happened, and whether it is flagged."""

    subject: str
    words: str
    flagged: bool = False


def part_of(change: Change) -> str:
    """Return the part of the plan that a change is about."""
    if change.subject == REPORTS and change.kind not in _OF_LEDGER:
        return _PARTS["report"]
    return _PARTS.get(change.kind.split("_")[0], TASKS)


def lines_by_part(changes: Iterable[Change], pen: Pen = PLAIN) -> list[tuple[str, list[Line]]]:
    """Return the lines of each part that changed, in the order a reader wants them."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(part_of(change), []).append(change)
    return [(part, lines(found[part], pen)) for part in _ORDER if part in found]


def lines(changes: Sequence[Change], pen: Pen = PLAIN) -> list[Line]:
    """Return a line a change, but one for what happened to many tasks alike."""
    bundles: dict[Hashable, list[Change]] = {}
    for place, change in enumerate(changes):
        together = _bundle(change)
        bundles.setdefault(place if together is None else together, []).append(change)
    return [line for bundle in bundles.values() for line in _bundled(bundle, pen)]


def line(change: Change, pen: Pen = PLAIN) -> Line:
    """Return the line of one change."""
    subject = FIELDS.get(change.subject, change.subject)
    return Line(pen.text(subject), change_words(change, pen), change.flag is not None)


def _bundle(change: Change) -> Hashable | None:
    if change.kind is Kind.TASK_RENUMBERED:
        return change.kind
    if _follows_calendar(change):
        return (change.milestone, change.old, change.new)
    if change.kind in _OF_DEADLINES:
        return (change.subject, change.kind, change.flag)
    return None


def _bundled(bundle: list[Change], pen: Pen) -> Iterator[Line]:
    first, *others = bundle
    if others and _follows_calendar(first):
        yield _same_for_all(bundle, pen)
    elif first.kind is Kind.TASK_RENUMBERED and len(bundle) > MANY:
        said = ", ".join(f"{change.old} → {change.new}" for change in bundle)
        yield Line("", f"đánh số lại {len(bundle)} nhiệm vụ: {said}")
    elif len(bundle) > MANY + 1:
        yield from (line(change, pen) for change in bundle[:MANY])
        yield Line(first.subject, f"… và {len(bundle) - MANY} mốc khác", first.flag is not None)
    else:
        yield from (line(change, pen) for change in bundle)


def _same_for_all(bundle: list[Change], pen: Pen) -> Line:
    telling = next((change for change in bundle if change.flag), bundle[0])
    tasks = ", ".join(change.subject for change in bundle)
    return Line("", f"{tasks}: {change_words(telling, pen)}", telling.flag is not None)


def _follows_calendar(change: Change) -> bool:
    moved = change.kind is Kind.DEADLINE_MOVED and change.field == "reporting"
    return moved and change.subject != REPORTS


_OF_DEADLINES = frozenset({Kind.DEADLINE_MOVED, Kind.DEADLINE_ADDED, Kind.DEADLINE_REMOVED})
_OF_LEDGER = frozenset(kind for kind in Kind if kind.startswith("entry_"))
_PARTS = {
    "group": "Nhóm nhiệm vụ",
    "entry": "Sổ theo dõi",
    "report": "Chế độ báo cáo",
    "section": "Phần lời",
    "unit": "Đơn vị",
    "head": "Thể thức",
}
_ORDER = (TASKS, *_PARTS.values())

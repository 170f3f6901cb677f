"""One change in words; a pen says how each kind of text is written (terminal or Markdown)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from cchc.dates import vietnamese_date
from cchc.history.changes import Change, ChangeKind, Flag, Value
from cchc.history.compare import pair_lines
from cchc.history.wording import TextPiece, word_changes
from cchc.plan.models import Task
from cchc.progress.ledger import Entry
from cchc.progress.words import event_words
from cchc.views.words import FIELDS, shortened

CONTEXT = 4
"""Words that are shown on each side of a changed one."""
LONG = 90
"""Characters of a text that is told whole."""


@dataclass(frozen=True, slots=True)
class TextPen:
    """How a text of the plan is written, and how one that another took the place of."""

    text: Callable[[str], str]
    swap: Callable[[str, str], str]
    strike: Callable[[str], str] = str
    """How a text that counts no more is written, if the sign of it isn't a style."""
    notes: bool = False
    """Whether an office's own notes are told: only to who keeps its ledger."""


def _bracketed(old: str, new: str) -> str:
    if old and new:
        return f"[{old} → {new}]"
    return f"[thêm: {new}]" if new else f"[bỏ: {old}]"


PLAIN = TextPen(str, _bracketed)
"""Signs that read without colours: [old → new], [thêm: new], [bỏ: old]."""


def values_words(old: Value, new: Value, pen: TextPen) -> str:
    """Return what a text or list was and is: short ones whole, of long ones what changed."""
    if isinstance(old, tuple) or isinstance(new, tuple):
        return _lists(_tuple(old), _tuple(new), pen)
    return _reworded(str(old or ""), str(new or ""), pen)


def _tuple(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),) if value else ()


def _lists(old: tuple[str, ...], new: tuple[str, ...], pen: TextPen) -> str:
    """Return what changed in a list: short ones whole, of long ones the sentences that changed."""
    if len(", ".join(old)) <= LONG and len(", ".join(new)) <= LONG:
        return f"{_whole(', '.join(old), pen)} → {_whole(', '.join(new), pen)}"
    pairs = pair_lines(old, new)
    said = [_reworded(old[o], new[n], pen) for n, o in sorted(pairs.items()) if old[o] != new[n]]
    said += [_reworded("", line, pen) for n, line in enumerate(new) if n not in pairs]
    said += [_reworded(line, "", pen) for o, line in enumerate(old) if o not in pairs.values()]
    return "; ".join(said) or "đổi thứ tự"


def _whole(text: str, pen: TextPen) -> str:
    return pen.text(text) if text else "(trống)"


def _reworded(old: str, new: str, pen: TextPen) -> str:
    if not (old and new):
        return pen.swap(pen.text(shortened(old, LONG)), pen.text(shortened(new, LONG)))
    if len(old) <= LONG // 2 and len(new) <= LONG // 2:
        return f"{pen.text(old)} → {pen.text(new)}"
    pieces = word_changes(old, new)
    ends = len(pieces) - 1
    return "".join(_piece(p, n == 0, n == ends, pen) for n, p in enumerate(pieces))


def _piece(piece: TextPiece, first: bool, last: bool, pen: TextPen) -> str:
    if piece.changed:
        return _swapped(piece, pen)
    words = piece.old.split()
    if len(words) <= CONTEXT * 2:
        return pen.text(piece.old)
    before = "" if first else f"{_head(piece.old)} "
    after = "" if last else f" {_tail(piece.old)}"
    return f"{pen.text(before)}…{pen.text(after)}"


def _swapped(piece: TextPiece, pen: TextPen) -> str:
    """Return a changed piece, with the space around it left outside of its signs."""
    longer = piece.new or piece.old
    before, after = longer[:1].isspace() and " ", longer[-1:].isspace() and " "
    old, new = shortened(piece.old, LONG), shortened(piece.new, LONG)
    return f"{before or ''}{pen.swap(pen.text(old), pen.text(new))}{after or ''}"


def _head(text: str) -> str:
    return text[: len(text) - len(text.lstrip())] + " ".join(text.split()[:CONTEXT])


def _tail(text: str) -> str:
    return " ".join(text.split()[-CONTEXT:]) + text[len(text.rstrip()) :]


# What happened to a task or its deadlines, in words.


def task_added(change: Change, pen: TextPen) -> str:
    """Return that a task is new, with what it is."""
    return f"thêm nhiệm vụ {_task(change.new, pen)}"


def task_removed(change: Change, pen: TextPen) -> str:
    """Return that a task went."""
    return f"bỏ nhiệm vụ {_task(change.old, pen)}{_why_flagged(change, 'đang')}"


def _task(value: Value, pen: TextPen) -> str:
    if not isinstance(value, Task):
        return ""
    said = pen.text(shortened(value.content or "(trống)", LONG))
    lead = f"; chủ trì {pen.text(', '.join(value.lead.codes))}" if value.lead.codes else ""
    timing = f"; {pen.text(shortened(value.timing, LONG))}" if value.timing else ""
    return f'"{said}"{lead}{timing}'


def task_moved(change: Change, _: TextPen) -> str:
    """Return where a task went."""
    if change.field == "order":
        return "đổi chỗ trong nhóm"
    if change.old == change.new:
        return "chuyển sang nhóm khác, vẫn giữ mã"
    return f"chuyển nhóm: {change.old} → {change.new}"


def task_renumbered(change: Change, _: TextPen) -> str:
    """Return the old and the new id."""
    return f"đánh số lại: {change.old} → {change.new}"


def deadline_moved(change: Change, pen: TextPen) -> str:
    """Return both days, by how many days, and whether it was late already."""
    how = [_direction(change.days)] if change.days else []
    if change.flag:
        how.append(f"sau khi đã quá hạn {change.days_late} ngày")
    why = f" ({', '.join(how)})" if how else ""
    return f"{_action(change, pen)}{_due(change.old)} → {_day(change.new)}{why}"


def _direction(days: int) -> str:
    return f"lùi {days} ngày" if days > 0 else f"sớm hơn {-days} ngày"


def deadline_added(change: Change, pen: TextPen) -> str:
    """Return a new deadline."""
    return f"{_action(change, pen)}thêm mốc, {_due(change.new)}"


def deadline_removed(change: Change, pen: TextPen) -> str:
    """Return a deadline that went."""
    return f"{_action(change, pen)}bỏ mốc, {_due(change.old)}{_why_flagged(change, 'đã')}"


def _why_flagged(change: Change, when: str) -> str:
    if change.flag is Flag.REMOVED:
        return " (sổ đã ghi hoàn thành)"
    return f" ({when} quá hạn {change.days_late} ngày)" if change.flag else ""


def done_reopened(change: Change, pen: TextPen) -> str:
    """Return that what was done is to be done again."""
    return f"{_action(change, pen)}mốc {pen.text(change.milestone)} đã hoàn thành → mở lại"


def _action(change: Change, pen: TextPen) -> str:
    return f"{pen.text(shortened(change.action, LONG))}: " if change.action else ""


def _due(day: Value) -> str:
    return f"hạn {_day(day)}"


def _day(day: Value) -> str:
    return vietnamese_date(day) if isinstance(day, date) else "không có"


# One change in words; a pen says how each kind of text is written (terminal or Markdown).


def change_words(change: Change, pen: TextPen = PLAIN) -> str:
    """Return what happened, without what it happened to: "hạn 31/03/2025 → 30/06/2025 (lùi …)"."""
    said = _SENTENCES[change.kind](change, pen)
    said = f"mục {change.number}: {said}" if change.number else said
    return f"{pen.strike(said)} (đã rút lại)" if change.withdrawn else said


def _column(change: Change, pen: TextPen) -> str:
    return f"{FIELDS.get(change.field, change.field)}: {values_words(change.old, change.new, pen)}"


def _entry(value: Value, pen: TextPen) -> str:
    if not isinstance(value, Entry):
        return ""
    quoted = (value.withdrawn or "").partition("; ghi_chu: ")[0]
    gone = f"mục “{shortened(quoted, LONG)}”" if quoted else ""
    which = f"mốc {value.milestone}" if value.milestone else ""
    note = value.note if pen.notes else ""
    details = (which, value.document, value.remarks.words, note, gone)
    said = "; ".join(pen.text(part) for part in details if part)
    return f"{event_words(value)} ngày {vietnamese_date(value.day)}" + (
        f" ({said})" if said else ""
    )


def _entry_added(change: Change, pen: TextPen) -> str:
    when = "nhận được khi" if change.field == "received" else "khi"
    late = f", {when} đã quá hạn {change.days_late} ngày" if change.flag else ""
    return f"ghi {_entry(change.new, pen)}{late}"


def _entry_removed(change: Change, pen: TextPen) -> str:
    return f"xóa mục cũ: {_entry(change.old, pen)}"


def _entry_changed(change: Change, pen: TextPen) -> str:
    old, new = change.old, change.new
    if isinstance(old, Entry) and isinstance(new, Entry) and not change.flag:
        return f"mục cũ theo mã mới {old.task} → {new.task}: {_entry(new, pen)}"
    was, now = (_entry(value, replace(PLAIN, notes=pen.notes)) for value in (old, new))
    return f"sửa mục cũ: {values_words(was, now, pen) if was != now else f'{now} (sửa ghi chú)'}"


def _entry_moved(change: Change, pen: TextPen) -> str:
    return f"đổi chỗ trong sổ: {_entry(change.new, pen)}"


def _added(change: Change, pen: TextPen) -> str:
    return f"thêm {pen.text(shortened(str(change.new or ''), LONG))}".strip()


def _removed(change: Change, pen: TextPen) -> str:
    return f"bỏ {pen.text(shortened(str(change.old or ''), LONG))}".strip()


def _changed(change: Change, pen: TextPen) -> str:
    if change.field == "order":
        return "đổi thứ tự"
    return _column(change, pen) if change.field else values_words(change.old, change.new, pen)


def _moved(_: Change, __: TextPen) -> str:
    return "đổi chỗ"


_SENTENCES: dict[ChangeKind, Callable[[Change, TextPen], str]] = {
    ChangeKind.TASK_ADDED: task_added,
    ChangeKind.TASK_REMOVED: task_removed,
    ChangeKind.TASK_MOVED: task_moved,
    ChangeKind.TASK_RENUMBERED: task_renumbered,
    ChangeKind.DEADLINE_MOVED: deadline_moved,
    ChangeKind.DEADLINE_ADDED: deadline_added,
    ChangeKind.DEADLINE_REMOVED: deadline_removed,
    ChangeKind.DONE_REOPENED: done_reopened,
    ChangeKind.ENTRY_ADDED: _entry_added,
    ChangeKind.ENTRY_REMOVED: _entry_removed,
    ChangeKind.ENTRY_CHANGED: _entry_changed,
    ChangeKind.ENTRY_MOVED: _entry_moved,
    ChangeKind.GROUP_ADDED: _added,
    ChangeKind.GROUP_REMOVED: _removed,
    ChangeKind.GROUP_CHANGED: _changed,
    ChangeKind.SECTION_ADDED: _added,
    ChangeKind.SECTION_REMOVED: _removed,
    ChangeKind.SECTION_MOVED: _moved,
    ChangeKind.SECTION_CHANGED: _changed,
    ChangeKind.REPORT_ADDED: _added,
    ChangeKind.REPORT_REMOVED: _removed,
    ChangeKind.REPORT_CHANGED: _changed,
    ChangeKind.UNIT_ADDED: _added,
    ChangeKind.UNIT_REMOVED: _removed,
    ChangeKind.UNIT_MOVED: _moved,
    ChangeKind.UNIT_CHANGED: _changed,
    ChangeKind.HEAD_CHANGED: _changed,
    ChangeKind.WORDING_CHANGED: _column,
    ChangeKind.LEAD_CHANGED: _column,
    ChangeKind.SUPPORT_CHANGED: _column,
    ChangeKind.PRODUCTS_CHANGED: _column,
    ChangeKind.TIMING_CHANGED: _column,
    ChangeKind.NOTE_CHANGED: _column,
    ChangeKind.MILESTONES_CHANGED: _column,
}

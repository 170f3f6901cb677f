"""One change in words; a pen says how each kind of text is written (terminal or Markdown)."""

from collections.abc import Callable

from cchc.history.change import Change, Kind, Value
from cchc.progress.entries import Entry
from cchc.views import task_words
from cchc.views.field_names import FIELDS
from cchc.views.rewording import LONG, PLAIN, Pen, values_words
from cchc.views.words import deed_words, shortened, vietnamese_date


def change_words(change: Change, pen: Pen = PLAIN) -> str:
    """Return what happened, without what it happened to: "hạn 31/03/2025 → 30/06/2025 (lùi …)"."""
    return _SENTENCES[change.kind](change, pen)


def _column(change: Change, pen: Pen) -> str:
    return f"{FIELDS.get(change.field, change.field)}: {values_words(change.old, change.new, pen)}"


def _entry(value: Value, pen: Pen) -> str:
    if not isinstance(value, Entry):
        return ""
    details = (f"mốc {value.milestone}" if value.milestone else "", value.document, value.note)
    said = "; ".join(pen.text(part) for part in details if part)
    return f"{deed_words(value)} ngày {vietnamese_date(value.day)}" + (f" ({said})" if said else "")


def _entry_added(change: Change, pen: Pen) -> str:
    late = f", khi đã quá hạn {change.days_late} ngày" if change.flag else ""
    return f"ghi {_entry(change.new, pen)}{late}"


def _entry_removed(change: Change, pen: Pen) -> str:
    return f"xóa mục cũ: {_entry(change.old, pen)}"


def _entry_changed(change: Change, pen: Pen) -> str:
    old, new = change.old, change.new
    if isinstance(old, Entry) and isinstance(new, Entry) and not change.flag:
        return f"mục cũ theo mã mới {old.task} → {new.task}: {_entry(new, pen)}"
    return f"sửa mục cũ: {values_words(_entry(old, PLAIN), _entry(new, PLAIN), pen)}"


def _entry_moved(change: Change, pen: Pen) -> str:
    return f"đổi chỗ trong sổ: {_entry(change.new, pen)}"


def _added(change: Change, pen: Pen) -> str:
    return f"thêm {pen.text(shortened(str(change.new or ''), LONG))}".strip()


def _removed(change: Change, pen: Pen) -> str:
    return f"bỏ {pen.text(shortened(str(change.old or ''), LONG))}".strip()


def _changed(change: Change, pen: Pen) -> str:
    if change.field == "order":
        return "đổi thứ tự"
    return _column(change, pen) if change.field else values_words(change.old, change.new, pen)


def _moved(_: Change, __: Pen) -> str:
    return "đổi chỗ"


_SENTENCES: dict[Kind, Callable[[Change, Pen], str]] = {
    Kind.TASK_ADDED: task_words.task_added,
    Kind.TASK_REMOVED: task_words.task_removed,
    Kind.TASK_MOVED: task_words.task_moved,
    Kind.TASK_RENUMBERED: task_words.task_renumbered,
    Kind.DEADLINE_MOVED: task_words.deadline_moved,
    Kind.DEADLINE_ADDED: task_words.deadline_added,
    Kind.DEADLINE_REMOVED: task_words.deadline_removed,
    Kind.DONE_REOPENED: task_words.done_reopened,
    Kind.ENTRY_ADDED: _entry_added,
    Kind.ENTRY_REMOVED: _entry_removed,
    Kind.ENTRY_CHANGED: _entry_changed,
    Kind.ENTRY_MOVED: _entry_moved,
    Kind.GROUP_ADDED: _added,
    Kind.GROUP_REMOVED: _removed,
    Kind.GROUP_CHANGED: _changed,
    Kind.SECTION_ADDED: _added,
    Kind.SECTION_REMOVED: _removed,
    Kind.SECTION_MOVED: _moved,
    Kind.SECTION_CHANGED: _changed,
    Kind.REPORT_ADDED: _added,
    Kind.REPORT_REMOVED: _removed,
    Kind.REPORT_CHANGED: _changed,
    Kind.UNIT_ADDED: _added,
    Kind.UNIT_REMOVED: _removed,
    Kind.UNIT_MOVED: _moved,
    Kind.UNIT_CHANGED: _changed,
    Kind.HEAD_CHANGED: _changed,
    Kind.WORDING_CHANGED: _column,
    Kind.LEAD_CHANGED: _column,
    Kind.SUPPORT_CHANGED: _column,
    Kind.PRODUCTS_CHANGED: _column,
    Kind.TIMING_CHANGED: _column,
    Kind.NOTE_CHANGED: _column,
    Kind.MILESTONES_CHANGED: _column,
}

"""Changes as JSON, for programs: English fields, ISO dates, ids and codes as in the plan."""

from datetime import date

from cchc.history.change import Change, Value
from cchc.history.wording import word_changes
from cchc.plan.models import Task
from cchc.progress.entries import Entry
from cchc.views.as_json import dumps
from cchc.views.change_words import change_words
from cchc.views.changes import Difference


def changes_json(found: Difference) -> str:
    """Return what changed as a JSON object; `flags` counts the changes to be looked at."""
    return dumps(
        {
            "old": found.old,
            "new": found.new,
            "as_of": found.day.isoformat(),
            "flags": len(found.flagged),
            "changes": [change_fields(change) for change in found.changes],
        }
    )


def change_fields(change: Change) -> dict[str, object]:
    """Return one change's fields; `message` is the sentence people read."""
    return {
        "kind": change.kind.value,
        "task": change.task,
        "subject": change.subject,
        "field": change.field or None,
        "old": _value(change.old),
        "new": _value(change.new),
        "words": _words(change.old, change.new),
        "milestone": change.milestone or None,
        "action": change.action or None,
        "days": change.days or None,
        "days_late": change.days_late or None,
        "flag": change.flag.value if change.flag else None,
        "message": change_words(change),
    }


def _words(old: Value, new: Value) -> list[dict[str, str]] | None:
    """Return the words that changed, each with what took its place; None for what is no text."""
    if not (isinstance(old, str) and isinstance(new, str)):
        return None
    pieces = (piece for piece in word_changes(old, new) if piece.changed)
    return [{"old": piece.old.strip(), "new": piece.new.strip()} for piece in pieces]


def _value(value: Value) -> object:
    match value:
        case date():
            return value.isoformat()
        case tuple():
            return list(value)
        case Entry():
            return _entry(value)
        case Task():
            return _task(value)
        case _:
            return value


def _entry(entry: Entry) -> dict[str, object]:
    return {
        "day": entry.day.isoformat(),
        "task": entry.task,
        "milestone": entry.milestone,
        "deed": entry.deed.value,
        "document": entry.document,
        "until": entry.until.isoformat() if entry.until else None,
        "note": entry.note,
    }


def _task(task: Task) -> dict[str, object]:
    return {
        "task": task.id,
        "group": task.group,
        "number": task.number,
        "content": task.content,
        "lead": list(task.lead.codes),
        "support": list(task.support.codes),
        "products": list(task.products),
        "timing": task.timing,
        "note": task.note,
    }

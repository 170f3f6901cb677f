"""How a phrase was read, for a person and for a program."""

from collections.abc import Callable

from cchc.timing import Kind, Milestone, Reading
from cchc.views.as_json import dumps
from cchc.views.words import KINDS, vietnamese_date


def reading_json(reading: Reading) -> str:
    """Return the reading as a JSON object (DESIGN, section 7); recurring work lists each time."""
    return dumps(
        {
            "phrase": reading.phrase,
            "understood": reading.understood,
            "milestones": [_fields(milestone) for milestone in reading.milestones],
            "unread": [span.text for span in reading.unread],
        }
    )


def reading_words(reading: Reading) -> str:
    """Return the reading in Vietnamese, a line a milestone."""
    lines = [_line(milestone) for milestone in reading.milestones]
    lines += [f'chưa hiểu: "{span.text}"' for span in reading.unread]
    return "\n".join(lines or ["không thấy thời hạn nào trong câu này"])


FORMS: dict[str, Callable[[Reading], str]] = {"table": reading_words, "json": reading_json}


def _fields(milestone: Milestone) -> dict[str, str | None]:
    return {
        "kind": milestone.kind.value,
        "start": milestone.start.isoformat() if milestone.start else None,
        "due": milestone.due.isoformat() if milestone.due else None,
        "action": milestone.action,
        "key": milestone.key,
    }


def _line(milestone: Milestone) -> str:
    action = f": {milestone.action}" if milestone.action else ""
    return f"{KINDS[milestone.kind]:<14} {_days(milestone):<28}{action}".rstrip()


def _days(milestone: Milestone) -> str:
    start, due = milestone.start, milestone.due
    if due and start:
        return f"{vietnamese_date(start)} – {vietnamese_date(due)}"
    if due:
        return f"hạn cuối {vietnamese_date(due)}"
    if milestone.kind is Kind.REPORT:
        return "theo chế độ báo cáo"
    return f"từ {vietnamese_date(start)}" if start else "không có hạn"

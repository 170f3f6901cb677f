"""A report as JSON, for programs: the counts in three ways, then each milestone it tells of."""

from collections.abc import Iterable

from cchc.progress.figures import Counts, Row
from cchc.progress.report_notes import Note
from cchc.progress.report_period import ReportPeriod
from cchc.progress.reporting import Report
from cchc.progress.states import State
from cchc.progress.worklist import Item
from cchc.views.as_json import Value, dumps, item_fields


def report_json(report: Report, plan_path: str) -> str:
    """Return the report as a JSON object; dates are ISO, and every sum can be checked."""
    figures, items = report.figures, report.items
    return dumps(
        {
            "plan": plan_path,
            "year": report.plan.year,
            "as_of": report.day.isoformat(),
            "report": _period(report.period),
            "total": count_fields(figures.total),
            "by_group": [_row("group", row) for row in figures.by_group],
            "by_unit": [_row("unit", row) for row in figures.by_unit],
            "done": _items(i for i in items if i.standing.state is State.DONE),
            "open": _items(i for i in items if i.open),
            "cancelled": _items(i for i in items if i.standing.state is State.CANCELLED),
            "done_besides": _items(report.besides),
            "open_before": _items(report.before),
            "continuous": [task.id for task in report.continuous],
            "difficulties": [_note(note) for note in report.notes],
            "next": {
                "start": report.next_days.start.isoformat(),
                "end": report.next_days.end.isoformat(),
                "items": _items(report.next_items),
            },
        }
    )


def count_fields(counts: Counts) -> dict[str, int]:
    """Return the counts under the names that programs read."""
    return {
        "total": counts.total,
        "done_on_time": counts.on_time,
        "done_late": counts.late,
        "open_in_time": counts.in_time,
        "open_overdue": counts.overdue,
        "cancelled": counts.cancelled,
    }


def _period(period: ReportPeriod) -> dict[str, str | bool | None]:
    return {
        "key": period.key,
        "name": period.name,
        "start": period.days.start.isoformat(),
        "end": period.days.end.isoformat(),
        "closed": period.closed.isoformat(),
        "due": period.due.isoformat() if period.due else None,
        "in_calendar": period.entry is not None,
    }


def _row(kind: str, row: Row) -> dict[str, str | int]:
    return {kind: row.code, "name": row.name, **count_fields(row.counts)}


def _items(items: Iterable[Item]) -> list[dict[str, Value]]:
    return [item_fields(item) | {"note": item.standing.note} for item in items]


def _note(note: Note) -> dict[str, str]:
    day = note.entry.day.isoformat()
    return {"day": day, "task": note.entry.task, "unit": note.unit, "note": note.text}

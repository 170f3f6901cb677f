"""A report on the terminal: the counts by group and by office, then what they count."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cchc.dates import vietnamese_date
from cchc.progress.ledger import REPORTS
from cchc.progress.overview import Counts
from cchc.progress.periods import ReportPeriod
from cchc.progress.report import CountRow, Note, Report
from cchc.progress.state import State
from cchc.progress.words import milestone_name, status_words
from cchc.progress.worklist import Item
from cchc.views.formats import item_records
from cchc.views.table import ResultColumn, as_markdown, dumps, escaped
from cchc.views.table import ResultTable as Records
from cchc.views.words import shortened

COLUMNS: tuple[tuple[str, Callable[[Counts], int]], ...] = (
    ("Tổng", lambda counts: counts.total),
    ("Xong\nđúng hạn", lambda counts: counts.on_time),
    ("Xong\ntrễ hạn", lambda counts: counts.late),
    ("Chưa xong\ncòn hạn", lambda counts: counts.in_time),
    ("Chưa xong\nquá hạn", lambda counts: counts.overdue),
    ("Hủy", lambda counts: counts.cancelled),
)
"""The two official axes, and what is on neither."""


def heading(report: Report) -> str:
    """Return "Báo cáo quý I năm 2025, hạn gửi 04/03/2025"."""
    due = report.period.due
    sent = f", hạn gửi {vietnamese_date(due)}" if due else ""
    return f"Báo cáo {report.period.name}{sent}"


def counted_days(period: ReportPeriod) -> str:
    """Return from when to when the figures are: "Số liệu từ 01/01/2025 đến hết 04/03/2025"."""
    closed = vietnamese_date(period.closed)
    if period.closed < period.days.start:
        return f"Số liệu đến hết {closed}, kỳ báo cáo chưa bắt đầu"
    return f"Số liệu từ {vietnamese_date(period.days.start)} đến hết {closed}"


def lists(report: Report) -> Iterator[tuple[str, list[Item]]]:
    """Yield the lists that have something in them, with their headings and what all they count."""
    items = report.items
    rows: tuple[tuple[str, list[Item]], ...] = (
        ("Đã hoàn thành", [i for i in items if i.status.state is State.DONE]),
        ("Chưa hoàn thành", [i for i in items if i.open]),
        ("Đã hủy", [i for i in items if i.status.state is State.CANCELLED]),
        ("Hoàn thành trong kỳ, có hạn ngoài kỳ (không tính ở trên)", list(report.besides)),
        ("Quá hạn từ trước kỳ (không tính ở trên)", list(report.before)),
        (f"Kỳ sau: {report.next_name}", list(report.next_items)),
    )
    for title, found in rows:
        if named := report.named(found):
            yield f"{title} ({len(found)})", named


def notes_by_office(report: Report) -> Iterator[tuple[str, tuple[Note, ...]]]:
    """Yield what the offices tell, difficulties and proposals, with the headings."""
    for title, notes in (
        ("Khó khăn, vướng mắc", report.notes),
        ("Kiến nghị, đề xuất", report.proposals),
    ):
        if notes:
            yield title, notes


def itself(report: Report) -> str:
    """Return that the report counts itself, though no list names it; "" where it doesn't."""
    found = report.itself
    if not found:
        return ""
    key, due = found.milestone.key, vietnamese_date(found.status.due)
    return f"Số chưa xong gồm cả mốc gửi chính báo cáo này ({key}, hạn {due}), không kể ở dưới."


def described(report: Report, item: Item) -> str:
    """Return how an item stood when the figures were closed, with its document and what is told."""
    status = item.status
    done = f"ngày {vietnamese_date(status.done_on)}" if status.done_on else ""
    due = f"hạn {vietnamese_date(status.due)}" if status.due and not done else ""
    words = status_words(status, report.period.closed)
    parts = (words, done, due, status.document, status.remarks.words)
    return ", ".join(part for part in parts if part)


# A report on the terminal: the counts by group and by office, then what they count.

_GAP = 2


def print_report(report: Report, console: Console) -> None:
    """Print the report; every number is in words or a column, colour says nothing alone."""
    console.print(Text(heading(report), style="bold"))
    console.print(Text(f"{counted_days(report.period)}.\n"))
    counts = report.counts
    total = CountRow("", "Tổng cộng", counts.total)
    groups = map(_numbered, counts.by_group)
    console.print(_counts("Theo nhóm", (*groups, total), console.width))
    console.print()
    console.print(_counts("Theo đơn vị chủ trì", (*counts.by_unit, total), console.width))
    if said := itself(report):
        console.print(Text(f"\n{said}"))
    for title, items in lists(report):
        console.print(Text(f"\n{title}", style="bold"))
        console.print(Padding(_items(report, items, console.width), (0, 0, 0, 1)))
    _print_rest(report, console)


def _counts(title: str, rows: Iterable[CountRow], width: int) -> Table:
    table = Table.grid(padding=(0, _GAP, 0, 0))
    widths = [max(map(len, name.split("\n"))) for name, _ in COLUMNS]
    room = width - sum(widths) - _GAP * len(widths)
    table.add_column(overflow="fold", width=max(room, 14), vertical="bottom")
    for column in widths:
        table.add_column(justify="right", width=column, vertical="bottom")
    table.add_row(*(Text(words, style="bold") for words in (title, *(name for name, _ in COLUMNS))))
    for line in rows:
        name = shortened(line.name, 60)
        numbers = (Text(str(count(line.counts))) for _, count in COLUMNS)
        table.add_row(Text(name, style="" if line.code else "bold"), *numbers)
    return table


def _items(report: Report, items: list[Item], width: int) -> Table:
    ids = max(len(item.label) for item in items)
    state = 30
    content = max(width - ids - state - 2 * _GAP - 1, 24)
    table = Table.grid(padding=(0, _GAP, 0, 0))
    table.add_column(no_wrap=True, width=ids)
    table.add_column(overflow="fold", width=content)
    table.add_column(overflow="fold", width=state)
    for item in items:
        text = Text(shortened(item.content, content * 2 - 6))
        if action := milestone_name(item):
            text.append(f"\n→ {shortened(action, content - 2)}", style="dim")
        table.add_row(Text(item.label), text, Text(described(report, item)))
    return table


def _print_rest(report: Report, console: Console) -> None:
    for title, notes in notes_by_office(report):
        console.print(Text(f"\n{title}", style="bold"))
        for note in notes:
            said = f"{note.entry.task}: {note.text} ({vietnamese_date(note.entry.day)})"
            console.print(Padding(Text(said), (0, 0, 0, 1)))
    if report.continuous:
        ids = ", ".join(task.id for task in report.continuous)
        console.print(Text(f"\nViệc thường xuyên, không có hạn: {ids}."))


# A report as JSON, for programs: the counts in three ways, then each milestone it tells of.


def report_json(report: Report, plan_path: str) -> str:
    """Return the report as a JSON object; dates are ISO, and every sum can be checked."""
    counts, items = report.counts, report.items
    return dumps(
        {
            "plan": plan_path,
            "year": report.plan.year,
            "as_of": report.day.isoformat(),
            "report": _period(report.period),
            "total": count_fields(counts.total),
            "by_group": [_row("group", row) for row in counts.by_group],
            "by_unit": [_row("unit", row) for row in counts.by_unit],
            "done": _with_notes(i for i in items if i.status.state is State.DONE),
            "open": _with_notes(i for i in items if i.open),
            "cancelled": _with_notes(i for i in items if i.status.state is State.CANCELLED),
            "done_besides": _with_notes(report.besides),
            "open_before": _with_notes(report.before),
            "continuous": [task.id for task in report.continuous],
            "difficulties": [_note(note) for note in report.notes],
            "proposals": [_note(note) for note in report.proposals],
            "next": {
                "start": report.next_days.start.isoformat(),
                "end": report.next_days.end.isoformat(),
                "items": _with_notes(report.next_items),
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


def _row(kind: str, row: CountRow) -> dict[str, str | int]:
    return {kind: row.code, "name": row.name, **count_fields(row.counts)}


def _with_notes(items: Iterable[Item]) -> list[dict[str, Any]]:
    found = tuple(items)
    noted = zip(item_records(found), found, strict=True)
    return [fields | {"note": item.status.remarks.words or None} for fields, item in noted]


def _note(note: Note) -> dict[str, str]:
    day = note.entry.day.isoformat()
    return {"day": day, "task": note.entry.task, "unit": note.unit, "note": note.text}


# A report as Markdown: tables of the counts, then the lists.


def report_markdown(report: Report) -> str:
    """Return the report to paste into a comment or a page; no letter of the plan is markup."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield f"# {escaped(heading(report))}\n\n{counted_days(report.period)}.\n"
    total = CountRow("", "Tổng cộng", report.counts.total)
    yield from _counted("Nhóm", [*map(_numbered, report.counts.by_group), total])
    yield from _counted("Đơn vị chủ trì", [*report.counts.by_unit, total])
    if said := itself(report):
        yield f"{escaped(said)}\n"
    for title, items in lists(report):
        yield f"## {escaped(title)}\n"
        for item in items:
            action = f" → {milestone_name(item)}" if milestone_name(item) else ""
            about = escaped(f"{item.content}{action}")
            yield f"- {item.label} {about}: {escaped(described(report, item))}"
        yield ""
    for title, notes in notes_by_office(report):
        yield f"## {title}\n"
        yield from (f"- {note.entry.task}: {escaped(note.text)}" for note in notes)
        yield ""
    yield f"Việc thường xuyên: {', '.join(task.id for task in report.continuous) or 'không có'}."


def _counted(title: str, rows: Iterable[CountRow]) -> Iterator[str]:
    columns: list[ResultColumn[CountRow]] = [ResultColumn("", title, lambda row: row.name)]
    for name, count in COLUMNS:
        columns.append(ResultColumn("", " ".join(name.split()), partial(_count, count), right=True))
    yield as_markdown(Records(columns, tuple(rows)))
    yield ""


def _count(count: Callable[[Counts], int], row: CountRow) -> int:
    return count(row.counts)


def _numbered(group: CountRow) -> CountRow:
    name = group.name if group.code == REPORTS else f"{group.code}. {group.name}"
    return CountRow(group.code, name, group.counts)

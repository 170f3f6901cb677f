"""A report on the terminal: the counts by group and by office, then what they count."""

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cchc.documents.milestones import milestone_name
from cchc.progress.figures import Row
from cchc.progress.reporting import Report
from cchc.progress.terms import REPORTS
from cchc.progress.worklist import Item
from cchc.views.report_lines import COLUMNS, called, figures_of, heading, lists, told
from cchc.views.words import shortened

_GAP = 2


def print_report(report: Report, console: Console) -> None:
    """Print the report; every number is in words or a column, colour says nothing alone."""
    console.print(Text(heading(report), style="bold"))
    console.print(Text(f"{figures_of(report.period)}.\n"))
    figures = report.figures
    total = Row("", "Tổng cộng", figures.total)
    groups = [
        Row(r.code, r.name if r.code == REPORTS else f"{r.code}. {r.name}", r.counts)
        for r in figures.by_group
    ]
    console.print(_counts("Theo nhóm", (*groups, total), console.width))
    console.print()
    console.print(_counts("Theo đơn vị chủ trì", (*figures.by_unit, total), console.width))
    for title, items in lists(report):
        console.print(Text(f"\n{title}", style="bold"))
        console.print(Padding(_items(report, items, console.width), (0, 0, 0, 1)))
    _print_rest(report, console)


def _counts(title: str, rows: Iterable[Row], width: int) -> Table:
    table = Table.grid(padding=(0, _GAP, 0, 0))
    widths = [max(map(len, name.split("\n"))) for name, _ in COLUMNS]
    room = width - sum(widths) - _GAP * len(widths)
    table.add_column(overflow="fold", width=max(room, 14), vertical="bottom")
    for column in widths:
        table.add_column(justify="right", width=column, vertical="bottom")
    table.add_row(*(Text(words, style="bold") for words in (title, *(name for name, _ in COLUMNS))))
    for row in rows:
        name = shortened(row.name, 60)
        numbers = (Text(str(count(row.counts))) for _, count in COLUMNS)
        table.add_row(Text(name, style="" if row.code else "bold"), *numbers)
    return table


def _items(report: Report, items: list[Item], width: int) -> Table:
    ids = max(len(called(item)) for item in items)
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
        table.add_row(Text(called(item)), text, Text(told(report, item)))
    return table


def _print_rest(report: Report, console: Console) -> None:
    if report.notes:
        console.print(Text("\nKhó khăn, vướng mắc", style="bold"))
        for note in report.notes:
            console.print(Text(f" {note.entry.task}: {note.text} ({note.entry.day:%d/%m/%Y})"))
    if report.continuous:
        ids = ", ".join(task.id for task in report.continuous)
        console.print(Text(f"\nViệc thường xuyên, không có hạn: {ids}."))

"""Listings on the terminal: grouped, folded, coloured."""

from collections.abc import Iterator
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cchc.dates import vietnamese_date
from cchc.plan.schedule import Task
from cchc.progress.state import Deadline, State
from cchc.progress.words import item_words, milestone_parts
from cchc.progress.worklist import Item
from cchc.views.listing import Listing, Question
from cchc.views.words import day_with_weekday, shortened, shortened_before

SOON = 7
"""Days before the last one in time from which a milestone is shown as near."""


def print_listing(listing: Listing, console: Console) -> None:
    """Print the items under their day (or their group), then the sums."""
    for heading, items in _sections(listing):
        console.print(Text(heading, style="bold"))
        console.print(Padding(_table(listing, items, console.width), (0, 0, 1, 1)))
    console.print(Text(listing.summary, style="bold"))
    if listing.question is Question.DUE:
        _print_tasks(console, "Việc đang trong thời gian làm, đến hạn sau", listing.work.running)
    if listing.question is not Question.OVERDUE:
        _print_tasks(console, "Việc thường xuyên, không có hạn", listing.work.continuous)
        _print_tasks(console, "Việc chưa ghi ngày (theo chỉ đạo, quy định…)", listing.work.undated)


def _sections(listing: Listing) -> Iterator[tuple[str, list[Item]]]:
    if listing.question is Question.LIST:
        for number, items in groupby(listing.work.items, lambda i: i.task.group if i.task else ""):
            yield listing.plan.headings[number], list(items)
        return
    for due, items in groupby(listing.work.items, lambda item: item.status.due):
        yield day_with_weekday(due) if due else "Không có hạn", list(items)


def _table(listing: Listing, items: list[Item], width: int) -> Table:
    ids = max(len(item.label) for item in listing.work.items)
    dated = listing.question is Question.LIST
    content = max(width - ids - _LEAD - _STATE - 8 - (_DATE + 2 if dated else 0), 20)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, width=ids)
    table.add_column(overflow="fold", width=content)
    table.add_column(overflow="fold", width=_LEAD)
    if dated:
        table.add_column(no_wrap=True, width=_DATE)
    table.add_column(overflow="fold", width=_STATE)
    for item in items:
        due = item.status.due
        day = [Text(vietnamese_date(due) if due else "")] if dated else []
        lead = Text(", ".join(item.lead.codes))
        table.add_row(Text(item.label), _content(item, content), lead, *day, _state(listing, item))
    return table


_LEAD, _DATE, _STATE = 10, 10, 16


def _content(item: Item, width: int) -> Text:
    text = Text(shortened(item.content, width * 2 - 6))
    if said := shortened_before(*milestone_parts(item), width - 2):
        text.append(f"\n→ {said}", style="dim")
    return text


def _state(listing: Listing, item: Item) -> Text:
    status = item.status
    words = item_words(item, listing.day)
    near = status.due is not None and (status.due - listing.day).days <= SOON
    styles = {
        Deadline.OVERDUE: "bold red",
        Deadline.LATE: "yellow",
        Deadline.ON_TIME: "green",
        Deadline.IN_TIME: "bold yellow" if near else "",
        Deadline.NONE: "dim" if status.state is State.CANCELLED else "",
    }
    return Text(words, style=styles[status.deadline])


def _print_tasks(console: Console, heading: str, tasks: tuple[Task, ...]) -> None:
    if tasks:
        ids = ", ".join(task.id for task in tasks)
        console.print(Padding(Text(f"{heading}: {ids}."), (1, 0, 0, 0)))

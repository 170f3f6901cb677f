"""Listings on the terminal, made to be read: grouped by day or by group, folded, never cut ids."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cchc.plan.models import Task
from cchc.progress.state import Deadline, State
from cchc.progress.worklist import Item
from cchc.text import fold, roman
from cchc.views.listing import Listing, Question
from cchc.views.words import day_with_weekday, item_words, shortened, vietnamese_date

SOON = 7
"""Days before the last one in time from which a milestone is shown as near."""


def print_listing(listing: Listing, console: Console) -> None:
    """Print the items under their day (or their group), then the sums."""
    for heading, items in _sections(listing):
        console.print(Text(heading, style="bold"))
        console.print(Padding(_table(listing, items, console.width), (0, 0, 1, 1)))
    console.print(Text(listing.summary, style="bold"))
    if listing.question is not Question.OVERDUE:
        _print_tasks(console, "Việc thường xuyên, không có hạn", listing.work.continuous)
        _print_tasks(console, "Việc chưa ghi ngày (theo chỉ đạo, quy định…)", listing.work.undated)


def _sections(listing: Listing) -> Iterator[tuple[str, list[Item]]]:
    if listing.question is Question.LIST:
        titles = {roman(n): group.title for n, group in enumerate(listing.plan.groups, start=1)}
        for number, items in groupby(listing.work.items, lambda i: i.task.group if i.task else ""):
            yield f"{number}. {titles[number]}", list(items)
        return
    for due, items in groupby(listing.work.items, lambda item: item.standing.due):
        yield day_with_weekday(due) if due else "Không có hạn", list(items)


def _table(listing: Listing, items: list[Item], width: int) -> Table:
    ids = max(len(_id(item)) for item in listing.work.items)
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
        due = item.standing.due
        day = [Text(vietnamese_date(due) if due else "")] if dated else []
        lead = Text(", ".join(item.lead.codes))
        table.add_row(Text(_id(item)), _content(item, content), lead, *day, _state(listing, item))
    return table


_SAYS_NOTHING = ("", "hoan thanh", "thuc hien", "xong")
"""Actions that any task could have: shown beside the content they would only take a line."""
_LEAD, _DATE, _STATE = 10, 10, 16


def _id(item: Item) -> str:
    return item.task.id if item.task else item.milestone.key


def _content(item: Item, width: int) -> Text:
    text = Text(shortened(item.content, width * 2 - 6))
    action = item.milestone.action
    if item.task and fold(action) not in _SAYS_NOTHING:
        text.append(f"\n→ {shortened(action, width - 2)}", style="dim")
    return text


def _state(listing: Listing, item: Item) -> Text:
    standing = item.standing
    words = item_words(item, listing.day)
    near = standing.due is not None and (standing.due - listing.day).days <= SOON
    styles = {
        Deadline.OVERDUE: "bold red",
        Deadline.LATE: "yellow",
        Deadline.ON_TIME: "green",
        Deadline.IN_TIME: "bold yellow" if near else "",
        Deadline.NONE: "dim" if standing.state is State.CANCELLED else "",
    }
    return Text(words, style=styles[standing.deadline])


def _print_tasks(console: Console, heading: str, tasks: tuple[Task, ...]) -> None:
    if tasks:
        ids = ", ".join(task.id for task in tasks)
        console.print(Padding(Text(f"{heading}: {ids}."), (1, 0, 0, 0)))


# Listings as JSON: the contract of DESIGN, section 7, for programs.

Value = str | int | list[str] | None


def listing_json(listing: Listing) -> str:
    """Return the listing as a JSON object; dates are ISO, ids and codes as in the plan."""
    period = listing.period
    return dumps(
        {
            "plan": listing.plan_path.as_posix(),
            "year": listing.plan.year,
            "as_of": listing.day.isoformat(),
            "period": period and {"start": _iso(period.start), "end": _iso(period.end)},
            "items": [item_fields(item) for item in listing.work.items],
            "continuous": [task.id for task in listing.work.continuous],
            "undated": [task.id for task in listing.work.undated],
        }
    )


def item_fields(item: Item) -> dict[str, Value]:
    """Return an item's fields, in the order and under the names that programs read."""
    task, milestone, standing = item.task, item.milestone, item.standing
    return {
        "task": task.id if task else None,
        "group": task.group if task else None,
        "number": task.number if task else None,
        "content": item.content,
        "lead": list(item.lead.codes),
        "support": list(item.support.codes),
        "milestone": milestone.key,
        "action": milestone.action,
        "kind": milestone.kind.value,
        "start": _iso(milestone.start),
        "due": _iso(standing.due),
        "state": standing.state.value,
        "deadline": standing.deadline.value,
        "days_late": standing.days_late,
        "done_on": _iso(standing.done_on),
        "document": standing.document,
    }


def dumps(value: object) -> str:
    """Return JSON that people can read too: Vietnamese as it is, two spaces a level."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


# Listings as Markdown: a table to paste into a comment or a page.


def listing_markdown(listing: Listing) -> str:
    """Return the items as a Markdown table with the sums under it."""
    rows = [row(_cells(listing, item)) for item in listing.work.items]
    table = [row(_HEADINGS), row(["---"] * len(_HEADINGS)), *rows, ""] if rows else []
    return "\n".join([*table, listing.summary])


_HEADINGS = ["Hạn", "Mã", "Nội dung", "Mốc", "Chủ trì", "Tình trạng"]


def _cells(listing: Listing, item: Item) -> list[str]:
    due = item.standing.due
    return [
        vietnamese_date(due) if due else "",
        item.task.id if item.task else item.milestone.key,
        escaped(item.content),
        escaped(item.milestone.action),
        escaped(", ".join(item.lead.codes)),
        item_words(item, listing.day),
    ]


def row(cells: list[str]) -> str:
    """Return a row of a table."""
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """Return the text on one line, so that no letter of it is markup."""
    plain = re.sub(r"([\\`*_\[\]|~#])", r"\\\1", " ".join(text.split()))
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


# Listings as CSV, under the same field names as JSON: RFC 4180, one line an item.

FIELDS = (
    "task", "group", "number", "content", "lead", "support", "milestone", "action", "kind",
    "start", "due", "state", "deadline", "days_late", "done_on", "document",
)  # fmt: skip


def listing_csv(listing: Listing) -> str:
    """Return the items as CSV with a heading line; several codes in a cell are joined by ", "."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(FIELDS)
    for item in listing.work.items:
        fields = item_fields(item)
        writer.writerow([_cell(fields[name]) for name in FIELDS])
    return out.getvalue().removesuffix("\r\n")


def _cell(value: Value) -> str | int:
    if isinstance(value, int):
        return value
    text = ", ".join(value) if isinstance(value, list) else value or ""
    # A spreadsheet would take it for a formula and run it.
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text

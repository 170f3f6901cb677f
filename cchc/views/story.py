"""A task's whole story: its columns, its milestones as they stand, and what was recorded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rich.console import Console
from rich.table import Table
from rich.text import Text

from cchc.plan.models import Plan, Task
from cchc.plan.units import printed_offices
from cchc.progress.entries import Entry
from cchc.progress.worklist import Item
from cchc.views.as_json import dumps, item_fields
from cchc.views.words import day_with_weekday, deed_words, standing_words, vietnamese_date


@dataclass(frozen=True, slots=True)
class Story:
    """A task of a plan, its milestones as they stand on a day, and what the ledger has of it."""

    plan: Plan
    task: Task
    items: Sequence[Item]
    entries: Sequence[Entry]
    day: date


def story_json(story: Story) -> str:
    """Return the story as a JSON object: the columns, the milestones as items, the entries."""
    task = story.task
    return dumps(
        {
            "task": task.id,
            "group": task.group,
            "number": task.number,
            "content": task.content,
            "lead": list(task.lead.codes),
            "support": list(task.support.codes),
            "products": list(task.products),
            "timing": task.timing,
            "note": task.note,
            "milestones": [item_fields(item) for item in story.items],
            "entries": [_entry_fields(entry) for entry in story.entries],
        }
    )


def print_story(story: Story, console: Console) -> None:
    """Print the story, the columns under their names."""
    task = story.task
    group = next(g for g in story.plan.groups if task in g.tasks)
    console.print(Text(f"{task.id}  ({task.group}. {group.title})", style="bold"))
    columns = _grid(9)
    for name, value in _columns(story.plan, task):
        columns.add_row(Text(name, style="dim"), Text(value))
    console.print(columns)
    console.print(Text("\nCác mốc", style="bold"))
    milestones = _grid(max(len(item.milestone.key) for item in story.items))
    for item in story.items:
        milestones.add_row(Text(item.milestone.key), Text(_milestone(item, story.day)))
    console.print(milestones)
    console.print(Text("\nSổ theo dõi", style="bold"))
    console.print(Text("\n".join(map(_entry, story.entries)) or "chưa ghi lần nào"))


def _grid(width: int) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=width, no_wrap=True)
    grid.add_column(overflow="fold")
    return grid


def _columns(plan: Plan, task: Task) -> Iterator[tuple[str, str]]:
    yield "Nội dung", task.content or ""
    yield "Chủ trì", printed_offices(plan, task.lead)
    yield "Phối hợp", printed_offices(plan, task.support)
    yield "Sản phẩm", "\n".join(task.products)
    yield "Thời gian", task.timing or ""
    if task.note:
        yield "Ghi chú", task.note


def _milestone(item: Item, day: date) -> str:
    standing = item.standing
    due = f"hạn {day_with_weekday(standing.due)}" if standing.due else ""
    done = f"xong ngày {vietnamese_date(standing.done_on)}" if standing.done_on else ""
    parts = (item.milestone.action, due, done, standing.document or "")
    return "; ".join(part for part in (*parts, standing_words(standing, day)) if part)


def _entry(entry: Entry) -> str:
    said = "; ".join(part for part in (entry.milestone, entry.document, entry.note) if part)
    return f"{vietnamese_date(entry.day)}  {deed_words(entry)}" + (f": {said}" if said else "")


def _entry_fields(entry: Entry) -> dict[str, str | None]:
    return {
        "day": entry.day.isoformat(),
        "milestone": entry.milestone,
        "deed": entry.deed.value,
        "document": entry.document,
        "until": entry.until.isoformat() if entry.until else None,
        "note": entry.note,
    }

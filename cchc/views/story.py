"""A task's whole story: its columns, its milestones as they stand, and what was recorded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rich.console import Console
from rich.table import Table
from rich.text import Text

from cchc.plan.models import Plan, Task
from cchc.plan.units import printed_offices
from cchc.progress.chronicle import Happening
from cchc.progress.states import Deadline, State
from cchc.progress.terms import REPORTS
from cchc.progress.worklist import Item
from cchc.views.as_json import dumps, item_fields
from cchc.views.entries import entry_fields, entry_words
from cchc.views.words import day_with_weekday, standing_words, vietnamese_date


@dataclass(frozen=True, slots=True)
class Story:
    """A task of a plan, its milestones as they stand on a day, and what happened until then.

    `task` is None for the plan's own reports; `later` counts the entries of days to come.
    """

    plan: Plan
    task: Task | None
    items: Sequence[Item]
    happenings: Sequence[Happening]
    later: int
    day: date


def story_json(story: Story) -> str:
    """Return the story as a JSON object: the columns, the milestones as items, the entries."""
    task = story.task
    return dumps(
        {
            "task": task.id if task else None,
            "group": task.group if task else None,
            "number": task.number if task else None,
            "content": task.content if task else _REPORTS_TITLE,
            "lead": list(task.lead.codes) if task else [],
            "support": list(task.support.codes) if task else [],
            "products": list(task.products) if task else [],
            "timing": task.timing if task else None,
            "note": task.note if task else None,
            "milestones": [item_fields(item) for item in story.items],
            "entries": [entry_fields(happening) for happening in story.happenings],
        }
    )


def print_story(story: Story, console: Console) -> None:
    """Print the story, the columns under their names."""
    if story.task:
        _print_columns(story.plan, story.task, console)
    else:
        console.print(Text(f"{REPORTS}  ({_REPORTS_TITLE})", style="bold"))
    console.print(Text("\nCác mốc", style="bold"))
    milestones = _grid(max(len(item.milestone.key) for item in story.items))
    for item in story.items:
        milestones.add_row(Text(item.milestone.key), Text(_milestone(item, story.day)))
    console.print(milestones)
    console.print(Text("\nSổ theo dõi", style="bold"))
    _print_entries(story, console)


_REPORTS_TITLE = "báo cáo định kỳ của kế hoạch"


def _print_columns(plan: Plan, task: Task, console: Console) -> None:
    group = next(g for g in plan.groups if task in g.tasks)
    console.print(Text(f"{task.id}  ({task.group}. {group.title})", style="bold"))
    columns = _grid(9)
    for name, value in _columns(plan, task):
        columns.add_row(Text(name, style="dim"), Text(value))
    console.print(columns)


def _print_entries(story: Story, console: Console) -> None:
    entries = _grid(10)
    for happening in story.happenings:
        day = vietnamese_date(happening.entry.day)
        entries.add_row(Text(day), Text(entry_words(happening)))
    console.print(entries if story.happenings else Text("chưa ghi lần nào"))
    if story.later:
        after = f"(còn {story.later} mục của những ngày sau {vietnamese_date(story.day)})"
        console.print(Text(after, style="dim"))


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
    by = f"theo {standing.document}" if standing.document else ""
    parts = (item.milestone.action, _due(item), _state(item, day), by)
    return "; ".join(part for part in parts if part)


def _due(item: Item) -> str:
    standing, promised = item.standing, item.milestone.due
    if not standing.due:
        return ""
    moved = standing.due != promised and promised
    was = f" (gia hạn, hạn cũ {vietnamese_date(promised)})" if moved and promised else ""
    return f"hạn {day_with_weekday(standing.due)}{was}"


def _state(item: Item, day: date) -> str:
    standing = item.standing
    if standing.state is not State.DONE or not standing.done_on:
        return standing_words(standing, day)
    late = f", trễ {standing.days_late} ngày" if standing.deadline is Deadline.LATE else ""
    in_time = ", đúng hạn" if standing.deadline is Deadline.ON_TIME else ""
    return f"xong ngày {vietnamese_date(standing.done_on)}{late}{in_time}"

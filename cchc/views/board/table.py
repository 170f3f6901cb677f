"""The whole table: every milestone under its task, every task under its group."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from cchc.progress.worklist import Item
from cchc.views.board.divisions import divisions, office_names
from cchc.views.board.lines import Line, line_of
from cchc.views.board.sums import sums_of
from cchc.views.listing import Listing


@dataclass(frozen=True, slots=True)
class TaskLines:
    """A task, or the plan's own reports, its milestones by day; `sums` where it has several."""

    id: str
    content: str
    lead: str
    lines: tuple[Line, ...]
    sums: str


@dataclass(frozen=True, slots=True)
class GroupLines:
    """A group of the table."""

    number: str
    title: str
    tasks: tuple[TaskLines, ...]


def table(listing: Listing) -> tuple[GroupLines, ...]:
    """Return every milestone that the listing has, in the plan's order."""
    return tuple(
        GroupLines(
            found.number,
            found.title,
            tuple(_task(listing, list(items)) for _, items in groupby(found.items, _task_id)),
        )
        for found in divisions(listing)
    )


def _task_id(item: Item) -> str:
    return item.id


def _task(listing: Listing, items: Sequence[Item]) -> TaskLines:
    # What was done before an office ended stays under its old name; the task is the new one's.
    leaders = next((item.lead for item in items if item.open), items[-1].lead)
    by_day = sorted(items, key=lambda item: item.standing.due or date.max)
    return TaskLines(
        items[0].id,
        items[0].content if items[0].task else _REPORTS,
        office_names(listing.plan, leaders.codes),
        tuple(line_of(listing, item, leaders) for item in by_day),
        _sums(items, listing.day),
    )


_REPORTS = "Báo cáo của kế hoạch, gửi cấp trên theo chế độ báo cáo"


def _sums(items: Sequence[Item], day: date) -> str:
    if len(items) == 1:
        return ""
    sums = sums_of(items, day)
    counts = ((sums.overdue, "quá hạn"), (sums.open, "còn hạn"), (sums.done, "đã xong"))
    told = ", ".join(f"{count} {words}" for count, words in counts if count)
    return f"{len(items)} mốc: {told}" if told else f"{len(items)} mốc"

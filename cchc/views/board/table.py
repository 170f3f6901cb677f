"""The whole table: every milestone under its task, every task under its group."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from cchc.dates import vietnamese_date
from cchc.plan.schedule import Offices
from cchc.progress.overview import NO_UNIT
from cchc.progress.state import Deadline, State
from cchc.progress.words import state_word, time_left
from cchc.progress.worklist import Item
from cchc.views.board.conditions import LABELS, Condition, condition, day_parts
from cchc.views.board.sums import counts_of_items, divisions, office_key, office_names
from cchc.views.listing import Listing

QUARTERS = {"I": "Quý I", "II": "Quý II", "III": "Quý III", "IV": "Quý IV"}
ELSEWHEN = {"khac": "Ngoài năm kế hoạch", "khong": "Không có hạn"}
"""What the quarter filter offers besides the quarters."""


@dataclass(frozen=True, slots=True)
class BoardLine:
    """A milestone in the table. `quarter`, `offices` and `conditions` are what filters look at.

    `due` is the day in words, or the wording of what has no day ("Thường xuyên").
    """

    action: str
    wording: str
    """What the plan says for its time, beside a due day: "hàng tháng"."""
    lead: str
    """Whose it is, where that differs from the task's: "" where it doesn't."""
    iso: str
    due: str
    weekday: str
    condition: Condition
    state: str
    detail: str
    days_late: int
    document: str
    note: str
    quarter: str
    offices: str
    conditions: str


def line_of(listing: Listing, item: Item, leaders: Offices) -> BoardLine:
    """Return the line of a milestone as it stands on the day; `leaders` lead its task."""
    status, shown = item.status, condition(item, listing.day)
    due = status.due
    day, weekday = day_parts(due) if due else (item.milestone.span.text, "")
    return BoardLine(
        action=item.milestone.action if item.task else item.content,
        wording=item.milestone.span.text if due else "",
        lead="" if item.lead == leaders else office_names(listing.plan, item.lead.codes),
        iso=due.isoformat() if due else "",
        due=day,
        weekday=weekday,
        condition=shown,
        state=LABELS[shown] if shown is not Condition.SOON else "Sắp đến hạn",
        detail=_detail(item, listing.day),
        days_late=status.days_late,
        document=status.document or "",
        note=_note(item),
        quarter=_quarter(due, listing.plan.year_of(listing.day)),
        offices=" ".join(office_key(code) for code in item.lead.codes or (NO_UNIT,)),
        conditions=" ".join((shown, *_ALSO.get(shown, ()))),
    )


_ALSO = {Condition.SOON: (Condition.OPEN,), Condition.DONE_LATE: (Condition.DONE,)}
"""What else is found under which filter: what is due soon is still open."""


def _quarter(due: date | None, year: int) -> str:
    if due is None:
        return "khong"
    return list(QUARTERS)[(due.month - 1) // 3] if due.year == year else "khac"


def _detail(item: Item, day: date) -> str:
    status = item.status
    if status.done_on:
        return f"xong ngày {vietnamese_date(status.done_on)}"
    doing = state_word(status.state) if status.state is State.IN_PROGRESS else ""
    ahead = time_left(status.due, day) if status.deadline is Deadline.IN_TIME else ""
    return ", ".join(part for part in (doing, ahead) if part)


def _note(item: Item) -> str:
    extension = item.status.extension
    moved = f"gia hạn theo {extension}" if extension else ""
    return "; ".join(part for part in (moved, item.status.remarks.words) if part)


# The whole table: every milestone under its task, every task under its group.


@dataclass(frozen=True, slots=True)
class TaskLines:
    """A task, or the plan's own reports, its milestones by day; `sums` where it has several."""

    id: str
    content: str
    lead: str
    lines: tuple[BoardLine, ...]
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
    by_day = sorted(items, key=lambda item: item.status.due or date.max)
    return TaskLines(
        items[0].id,
        items[0].content if items[0].task else _REPORTS,
        office_names(listing.plan, leaders.codes),
        tuple(line_of(listing, item, leaders) for item in by_day),
        _sums(items),
    )


_REPORTS = "Báo cáo của kế hoạch, gửi cấp trên theo chế độ báo cáo"


def _sums(items: Sequence[Item]) -> str:
    if len(items) == 1:
        return ""
    found = counts_of_items(items)
    counts = ((found.overdue, "quá hạn"), (found.in_time, "còn hạn"), (found.done, "đã xong"))
    said = ", ".join(f"{count} {words}" for count, words in counts if count)
    return f"{len(items)} mốc: {said}" if said else f"{len(items)} mốc"

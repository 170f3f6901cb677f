"""All that the page shows, put together."""

from dataclasses import dataclass
from datetime import date, timedelta

from cchc.views.board.conditions import LABELS
from cchc.views.board.divisions import by_office, office_key, office_name
from cchc.views.board.lines import ELSEWHEN, QUARTERS
from cchc.views.board.summary import Summary, summary
from cchc.views.board.sums import Bar, bars_by_group, bars_by_office
from cchc.views.board.table import GroupLines, table
from cchc.views.board.timeline import Timeline, timeline
from cchc.views.listing import Listing
from cchc.views.words import vietnamese_date, weekday


@dataclass(frozen=True, slots=True)
class Board:
    """All that the page shows."""

    title: str
    agency: str
    unit: str
    """The office it was narrowed to, or ""."""
    iso: str
    as_of: str
    renew_iso: str
    renew: str
    summary: Summary
    timeline: Timeline
    groups: tuple[Bar, ...]
    offices: tuple[Bar, ...]
    table: tuple[GroupLines, ...]
    office_filter: tuple[tuple[str, str], ...]
    quarter_filter: tuple[tuple[str, str], ...]
    condition_filter: tuple[tuple[str, str], ...]
    milestones: int


def board(listing: Listing) -> Board:
    """Return what the page shows of a listing."""
    plan, day = listing.plan, listing.day
    rows = table(listing)
    lines = [line for group in rows for task in group.tasks for line in task.lines]
    quarters, shown = {line.quarter for line in lines}, " ".join(line.conditions for line in lines)
    codes = by_office(plan, listing.work.items)
    return Board(
        title=f"{plan.kind.capitalize()} {plan.subject}",
        agency=plan.agency.name,
        unit=listing.unit_name,
        iso=day.isoformat(),
        as_of=_named(day),
        renew_iso=renewal(day).isoformat(),
        renew=_named(renewal(day)),
        summary=summary(listing),
        timeline=timeline(listing),
        groups=bars_by_group(listing),
        offices=bars_by_office(listing),
        table=rows,
        office_filter=tuple((office_key(code), office_name(plan, code)) for code in codes),
        quarter_filter=tuple((k, n) for k, n in (QUARTERS | ELSEWHEN).items() if k in quarters),
        condition_filter=tuple((k, n) for k, n in LABELS.items() if k in shown.split()),
        milestones=len(lines),
    )


def renewal(day: date) -> date:
    """Return from when a newer page should be made: the next Monday."""
    return day + timedelta(days=7 - day.weekday())


def _named(day: date) -> str:
    return f"{vietnamese_date(day)}, {weekday(day)}"

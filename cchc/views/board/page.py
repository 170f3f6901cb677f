"""From a listing to the page: one text with its style and script inside, nothing from outside."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from cchc import __version__
from cchc.dates import vietnamese_date, weekday
from cchc.progress.overview import office_name
from cchc.views.board.conditions import LABELS, Condition
from cchc.views.board.summary import Summary, summary
from cchc.views.board.sums import (
    Bar,
    bars_by_group,
    bars_by_office,
    by_office,
    office_key,
)
from cchc.views.board.table import ELSEWHEN, QUARTERS, GroupLines, table
from cchc.views.board.timeline import Timeline, timeline
from cchc.views.listing import Listing

if TYPE_CHECKING:
    from jinja2 import Environment


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


# From a listing to the page: one text with its style and script inside, nothing from outside.

_FILES = Path(__file__).parent / "page"


def board_html(listing: Listing) -> str:
    """Return the chairman's page as one HTML document: same listing, same text.

    The listing has every milestone of the plan, or of one office (`listing.unit`). Everything from
    plan and ledger is escaped; the page asks the network for nothing, and its content security
    policy (CSP level 3) lets it run no script and no style but its own.
    """
    return document(
        "board.html.j2",
        styles=("board.css",),
        script="board.js",
        board=board(listing),
        Condition=Condition,
        labels=LABELS,
        version=__version__,
    )


def document(name: str, *, styles: Sequence[str], script: str, **fields: object) -> str:
    """Return a page of a template, with its styles and its script inside and known by digest."""
    style, code = _text(*styles), _text(script)
    hashes = {"style_hash": _hash(style), "script_hash": _hash(code)}
    page = _environment().get_template(name)
    return page.render(style=style, script=code, **hashes, **fields)


def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_FILES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _text(*names: str) -> str:
    """Return our own files as they will stand in the page, safe from escaping."""
    from markupsafe import Markup

    text = "".join((_FILES / name).read_text(encoding="utf-8") for name in names)
    return Markup(text)  # noqa: S704 - no data in it


def _hash(text: str) -> str:
    """Return a source expression of a content security policy for an inline text."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"

"""Listings for programs, spreadsheets and pages: JSON by the contract, CSV, Markdown."""

from collections.abc import Callable, Iterable
from typing import Any

from cchc.dates import vietnamese_date
from cchc.progress.words import item_words
from cchc.progress.worklist import Item
from cchc.views.listing import Listing
from cchc.views.table import ResultColumn, ResultTable, as_csv, as_markdown, dumps, iso, records

# The contract of DESIGN, section 7, for programs; people see some of it under Vietnamese headings.

ITEM: tuple[ResultColumn[Item], ...] = (
    ResultColumn("task", "", lambda i: i.task.id if i.task else None),
    ResultColumn("group", "", lambda i: i.task.group if i.task else None),
    ResultColumn("number", "", lambda i: i.task.number if i.task else None),
    ResultColumn("content", "", lambda i: i.content),
    ResultColumn("lead", "", lambda i: i.lead.codes),
    ResultColumn("support", "", lambda i: i.support.codes),
    ResultColumn("milestone", "", lambda i: i.milestone.key),
    ResultColumn("action", "", lambda i: i.milestone.action),
    ResultColumn("kind", "", lambda i: i.milestone.kind.value),
    ResultColumn("start", "", lambda i: i.milestone.start),
    ResultColumn("due", "", lambda i: i.status.due),
    ResultColumn("state", "", lambda i: i.status.state.value),
    ResultColumn("deadline", "", lambda i: i.status.deadline.value),
    ResultColumn("days_late", "", lambda i: i.status.days_late),
    ResultColumn("done_on", "", lambda i: i.status.done_on),
    ResultColumn("document", "", lambda i: i.status.document),
)
"""An item's fields, in the order and under the names that programs read."""


def item_records(items: Iterable[Item]) -> list[dict[str, Any]]:
    """Return items as programs read them."""
    return records(ResultTable(ITEM, tuple(items)))


def listing_json(listing: Listing) -> str:
    """Return the listing as a JSON object; dates are ISO, ids and codes as in the plan."""
    period = listing.period
    return dumps(
        {
            "plan": listing.plan_path.as_posix(),
            "year": listing.plan.year,
            "as_of": listing.day.isoformat(),
            "period": period and {"start": iso(period.start), "end": iso(period.end)},
            "items": item_records(listing.work.items),
            "continuous": [task.id for task in listing.work.continuous],
            "undated": [task.id for task in listing.work.undated],
            "running": [task.id for task in listing.work.running],
        }
    )


def listing_markdown(listing: Listing) -> str:
    """Return the items as a Markdown table with the sums under it."""
    items = listing.work.items
    table = [as_markdown(ResultTable(_shown(listing), items)), ""] if items else []
    return "\n".join([*table, listing.summary])


FORMS: dict[str, Callable[[Listing], str]] = {
    "json": listing_json,
    "csv": lambda listing: as_csv(ResultTable(ITEM, listing.work.items)),
    "md": listing_markdown,
}
"""The writers of a listing; the terminal draws its own picture."""


def _shown(listing: Listing) -> tuple[ResultColumn[Item], ...]:
    return (
        ResultColumn("", "Hạn", lambda i: vietnamese_date(i.status.due) if i.status.due else ""),
        ResultColumn("", "Mã", lambda i: i.label),
        ResultColumn("", "Nội dung", lambda i: i.content),
        ResultColumn("", "Mốc", lambda i: i.milestone.action),
        ResultColumn("", "Chủ trì", lambda i: i.lead.codes),
        ResultColumn("", "Tình trạng", lambda i: item_words(i, listing.day)),
    )

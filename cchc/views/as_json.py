"""Listings as JSON: the contract of DESIGN, section 7, for programs."""

import json
from datetime import date

from cchc.progress.worklist import Item
from cchc.views.listing import Listing

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

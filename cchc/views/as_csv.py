"""Listings as CSV, under the same field names as JSON: RFC 4180, one line an item."""

import csv
import io

from cchc.views.as_json import Value, item_fields
from cchc.views.listing import Listing

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

"""Listings as Markdown: a table to paste into a comment or a page."""

import re

from cchc.progress.worklist import Item
from cchc.views.listing import Listing
from cchc.views.words import item_words, vietnamese_date


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

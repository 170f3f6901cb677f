"""Listings as Markdown: a table to paste into a comment or a page."""

import re

from cchc.progress.worklist import Item
from cchc.views.listing import Listing
from cchc.views.words import standing_words, vietnamese_date


def listing_markdown(listing: Listing) -> str:
    """Return the items as a Markdown table with the sums under it."""
    rows = [_row(_cells(listing, item)) for item in listing.work.items]
    table = [_row(_HEADINGS), _row(["---"] * len(_HEADINGS)), *rows, ""] if rows else []
    return "\n".join([*table, listing.summary])


_HEADINGS = ["Hạn", "Mã", "Nội dung", "Mốc", "Chủ trì", "Tình trạng"]


def _cells(listing: Listing, item: Item) -> list[str]:
    due = item.standing.due
    return [
        vietnamese_date(due) if due else "",
        item.task.id if item.task else item.milestone.key,
        _escaped(item.content),
        _escaped(item.milestone.action),
        _escaped(", ".join(item.lead.codes)),
        standing_words(item.standing, listing.day),
    ]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    """Return the text so that no letter of it is markup."""
    plain = re.sub(r"([\\`*_\[\]|~#])", r"\\\1", " ".join(text.split()))
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

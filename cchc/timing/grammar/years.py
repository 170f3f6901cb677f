"""Which year a period without one belongs to: a year said late serves what was said before it."""

import re

from cchc.timing.calendar import Part
from cchc.timing.items import Item, Piece

_LINKS = ",&oLBITUFSH-"
_RANGE = "T-"
_HEADING = re.compile(r"[,:][IO]{0,2}[dmqh]")
_PERIODS = "dmqhy"


def share_years(items: list[Item], plan_year: int) -> None:
    """Give each bare period of a list or a range the year that was written after it, in place."""
    later: Item | None = None
    link = ""
    for item in reversed(items):
        if item.code in _PERIODS and item.part:
            if item.part.year is None and later and _belong(item, later, link):
                item.part = item.part._replace(year=_year(item.part, later.part, link, plan_year))
            later, link = (item if item.part.year is not None else None), ""
        elif item.code in _LINKS:
            link += item.code
        else:
            later = None


def give_years(items: list[Item]) -> None:
    """Give the periods after "Năm 2026:" that year, in place: it is then no time of its own."""
    year: int | None = None
    for place, item in enumerate(items):
        if item.code == "y" and item.part:
            named = item.part.year
            year = named if _heads(items, place) else None
        elif year is not None and item.code in _PERIODS and item.part and item.part.year is None:
            item.part = item.part._replace(year=year)


def _heads(items: list[Item], place: int) -> bool:
    following = "".join(item.code for item in items[place + 1 : place + 6])
    alone = place == 0 or items[place - 1].code in ";.-"
    if not alone or not _HEADING.match(following):
        return False
    items[place].become(Piece("o"))
    items[place + 1].become(Piece("o"))
    return True


def _belong(item: Item, later: Item, link: str) -> bool:
    if item.code == later.code or (item.code == "h" and later.code == "y"):
        return True
    return "T" in link and "y" not in item.code + later.code


def _year(part: Part, later: Part | None, link: str, plan_year: int) -> int | None:
    if later is None or later.year is None:
        return None
    if (part.first, part.day) <= (later.first, later.day) or later.kind != part.kind:
        return later.year
    # "từ tháng 11 đến tháng 02/2026" and "tháng 12, tháng 01/2026" begin in the year before.
    if any(sign in link for sign in _RANGE):
        return later.year - 1
    return plan_year if plan_year < later.year else later.year

"""How the page divides the milestones: by group of the appendix, and by leading office."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from cchc.plan.models import Plan
from cchc.plan.numerals import roman
from cchc.progress.terms import REPORTS
from cchc.progress.worklist import Item
from cchc.views.listing import Listing

NOBODY = ""
"""Stands for the office of a milestone that no office leads (a report may name none)."""


@dataclass(frozen=True, slots=True)
class Division:
    """A group of the appendix, or the plan's own reports, with its milestones in their order."""

    number: str
    title: str
    items: tuple[Item, ...]


def divisions(listing: Listing) -> tuple[Division, ...]:
    """Return the groups that have a milestone, in the plan's order; its own reports come last."""
    titles = {roman(n): group.title for n, group in enumerate(listing.plan.groups, start=1)}
    titles[REPORTS] = "BÁO CÁO THEO CHẾ ĐỘ CỦA KẾ HOẠCH"
    found: dict[str, list[Item]] = {number: [] for number in titles}
    for item in listing.work.items:
        found[item.task.group if item.task else REPORTS].append(item)
    return tuple(Division(n, titles[n], tuple(items)) for n, items in found.items() if items)


def by_office(plan: Plan, items: Iterable[Item]) -> dict[str, list[Item]]:
    """Return the milestones that each office leads, by its code, in the plan's order of offices.

    What several offices lead together is under each of them; what none leads is under `NOBODY`.
    """
    found: dict[str, list[Item]] = {code: [] for code in (*plan.units, NOBODY)}
    for item in items:
        for code in item.lead.codes or (NOBODY,):
            found.setdefault(code, []).append(item)
    return {code: led for code, led in found.items() if led}


def office_name(plan: Plan, code: str) -> str:
    """Return the name of an office by its code."""
    if code == NOBODY:
        return "Chưa ghi cơ quan chủ trì"
    return plan.units[code].name if code in plan.units else code


def office_names(plan: Plan, codes: Iterable[str]) -> str:
    """Return the names of several offices, parted by semicolons."""
    return "; ".join(office_name(plan, code) for code in codes)


def office_key(code: str) -> str:
    """Return a code without spaces, so that several can stand in one attribute; "-" for nobody."""
    return quote(code, safe="") or "-"

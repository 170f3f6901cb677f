"""Units without a number: "hằng tháng, quý", "báo cáo quý, 6 tháng, năm", "trong năm"."""

import re

from cchc.timing.calendar import MONTHS, Cycle, Part
from cchc.timing.items import Item, Piece
from cchc.timing.words.cycles import EVERY_MONTHS


def chain(items: list[Item], match: re.Match[str]) -> None:
    """Settle what "tháng, quý, 6 tháng, năm" are: recurrences, or reports by name."""
    before, chain = match["before"], match["chain"]
    named = items[match.start("chain") : match.end("chain")]
    explicit = bool(set(chain) & set("mqhy"))
    returns = "r" in chain or (
        not explicit and ("k" in before or ("b" in chain and ("R" in before or "c" in before)))
    )
    if returns:
        _recur(named)
    elif "s" in chain or "R" in before:
        _stand(named, among_periods=explicit or "s" in chain)


def plan_year(items: list[Item], match: re.Match[str]) -> None:
    """Make "trong năm", "đến hết năm", "từ đầu năm" the year of the plan."""
    item = items[match.start()]
    before = items[match.start() - 1]
    if _is_year(item.cycle) and (before.code != "F" or before.number):
        item.become(Piece("y", Part(1, MONTHS)))


def label(items: list[Item], match: re.Match[str]) -> None:
    """Take a bare unit before a deadline as the name of a report."""
    # "báo cáo 6 tháng trước ngày 15/6, năm trước ngày 15/12"
    items[match.start()].become(Piece("w"))


def _recur(items: list[Item]) -> None:
    for item in items:
        cycle = EVERY_MONTHS.get(item.number) if item.code == "s" else item.cycle
        if item.code in "bsy" and cycle:
            item.become(Piece("r", cycle=cycle, number=1))  # a bare unit, not "hằng …"


def _stand(items: list[Item], *, among_periods: bool) -> None:
    for item in items:
        if item.code == "s" and item.number in {6, 9, MONTHS}:
            item.become(Piece("h", Part(1, item.number)))
        elif item.code == "b" and among_periods and _is_year(item.cycle):
            item.become(Piece("y", Part(1, MONTHS)))


def _is_year(cycle: Cycle | None) -> bool:
    return cycle is not None and cycle.step == MONTHS

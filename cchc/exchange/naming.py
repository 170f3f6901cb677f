"""Names for sheets and files, made of the codes of offices: ones that can be, and none twice."""

import re
from collections.abc import Callable, Iterable

from cchc.exchange.letters import beginning

TASKS = "Nhiệm vụ"
SUMMARY = "Tổng hợp"
LONGEST = 31
"""Letters of a sheet's name."""


def sheet_names(codes: Iterable[str]) -> dict[str, str]:
    """Return a sheet's name for each code: the code itself where a sheet can have that name."""
    # Excel keeps "History" for itself.
    return _distinct(codes, _of_sheet, {TASKS.casefold(), SUMMARY.casefold(), "history"})


def file_names(codes: Iterable[str]) -> dict[str, str]:
    """Return for each code a part of a file's name, which never is a folder."""
    return _distinct(codes, _of_file, set())


def _distinct(
    codes: Iterable[str], spell: Callable[[str, int], str], taken: set[str]
) -> dict[str, str]:
    # Neither Excel nor Windows tells AB from ab.
    names = {}
    for code in codes:
        count = 1
        while (name := spell(code, count)).casefold() in taken:
            count += 1
        taken.add(name.casefold())
        names[code] = name
    return names


def _of_sheet(code: str, count: int) -> str:
    ending = f" ({count})" if count > 1 else ""
    possible = re.sub(r"[\[\]:*?/\\]", "-", code)
    # A quote marks the end of a sheet's name in formulas, so none may stand there.
    short = beginning(possible.strip("' "), LONGEST - len(ending)).strip("' ")
    return (short or "-") + ending


def _of_file(code: str, count: int) -> str:
    ending = f"-{count}" if count > 1 else ""
    return (re.sub(r"[^\w-]+", "-", code).strip("-") or "don-vi") + ending

r"""Names of sheets: at most 31 letters, none of []:*?/\, and none twice whatever the case."""

import re
from collections.abc import Iterable

from cchc.exchange.workbook.letters import beginning

LONGEST = 31
TASKS = "Nhiệm vụ"
SUMMARY = "Tổng hợp"


def sheet_names(codes: Iterable[str]) -> dict[str, str]:
    """Return a sheet name for each code: the code itself where a sheet can have that name."""
    # Excel keeps "History" for itself.
    taken = {TASKS.casefold(), SUMMARY.casefold(), "history"}
    names = {}
    for code in codes:
        name = _free(re.sub(r"[\[\]:*?/\\]", "-", code), taken)
        taken.add(name.casefold())
        names[code] = name
    return names


def _free(wanted: str, taken: set[str]) -> str:
    name = _short(wanted, "")
    count = 1
    while name.casefold() in taken:
        count += 1
        name = _short(wanted, f" ({count})")
    return name


def _short(name: str, ending: str) -> str:
    # A quote marks the end of a sheet's name in formulas, so none may stand there.
    return (beginning(name.strip("' "), LONGEST - len(ending)).strip("' ") or "-") + ending

r"""Names of sheets: at most 31 letters, none of []:*?/\, and none twice whatever the case."""

import re
from collections.abc import Iterable

LONGEST = 31
TASKS = "Nhiệm vụ"
SUMMARY = "Tổng hợp"


def sheet_names(codes: Iterable[str]) -> dict[str, str]:
    """Return a sheet name for each code: the code itself where a sheet can have that name."""
    # Excel keeps "History" for itself.
    taken = {TASKS.casefold(), SUMMARY.casefold(), "history"}
    names = {}
    for code in codes:
        name = _free(re.sub(r"[\[\]:*?/\\]", "-", code).strip("' ") or "-", taken)
        taken.add(name.casefold())
        names[code] = name
    return names


def _free(wanted: str, taken: set[str]) -> str:
    name = wanted[:LONGEST]
    count = 1
    while name.casefold() in taken:
        count += 1
        ending = f" ({count})"
        name = wanted[: LONGEST - len(ending)] + ending
    return name

"""Write cchc/timing/holidays.json anew: python tests/timing/make_holidays.py."""

import json

from cchc.timing.holidays import TABLE, calendar_of

FIRST_YEAR, LAST_YEAR = 2020, 2035


def table() -> str:
    """Return the text of the table of days off, from the `holidays` package."""
    years = [calendar_of(year) for year in range(FIRST_YEAR, LAST_YEAR + 1)]
    found = {
        "first_year": FIRST_YEAR,
        "last_year": LAST_YEAR,
        "worked": sorted(day for _, worked in years for day in worked),
        "closed": {day: why for closed, _ in years for day, why in closed.items()},
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")

"""Write cchc/timing/days_off_table.py anew: python tests/timing/make_days_off.py."""

from pathlib import Path

from cchc.timing.days_off import calendar_of

FIRST_YEAR, LAST_YEAR = 2020, 2035
TABLE = Path(__file__).parents[2] / "cchc" / "timing" / "days_off_table.py"
_HEAD = '''"""Days off in Vietnam beside the weekends: written by tests/timing/make_days_off.py."""

FIRST_YEAR, LAST_YEAR = {first}, {last}
# Weekend days worked in swap for a day off.
WORKED = frozenset(
    {{
{worked}    }}
)
DAYS_OFF = {{
{closed}}}
'''


def table() -> str:
    """Return the text of the table's module, from the `holidays` package."""
    years = [calendar_of(year) for year in range(FIRST_YEAR, LAST_YEAR + 1)]
    closed = "".join(f'    "{day}": "{why}",\n' for days, _ in years for day, why in days.items())
    worked = "".join(f'        "{day}",\n' for _, days in years for day in sorted(days))
    return _HEAD.format(first=FIRST_YEAR, last=LAST_YEAR, worked=worked, closed=closed)


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")

"""Which office does the work on a day: offices end, and others take their work over."""

from collections.abc import Iterable
from datetime import date

from cchc.plan.models import Offices, Plan


def acting_unit(plan: Plan, code: str, day: date) -> str:
    """Return the code of the office that does the work of `code` on a day.

    An ended office's work is its successor's, and so on; without one it stays with the old name.
    """
    seen = {code}
    while (unit := plan.units.get(code)) and unit.until and day > unit.until and unit.successor:
        if unit.successor in seen or unit.successor not in plan.units:
            break
        code = unit.successor
        seen.add(code)
    return code


def acting_units(plan: Plan, codes: Iterable[str], day: date) -> tuple[str, ...]:
    """Return the offices that do the work of several on a day, each once, in their order."""
    return tuple(dict.fromkeys(acting_unit(plan, code, day) for code in codes))


def acting_offices(plan: Plan, offices: Offices, day: date) -> Offices:
    """Return a cell's offices as they are on a day; its wording stays what was promised."""
    codes = acting_units(plan, offices.codes, day)
    return offices if codes == offices.codes else Offices(codes=codes, wording=offices.wording)

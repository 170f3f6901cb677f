"""From a listing to the screen or a file, in the form that was asked for."""

from datetime import date
from pathlib import Path

from cchc.cli.opening import Opened
from cchc.cli.options import role_of
from cchc.cli.output import put
from cchc.cli.running import say
from cchc.errors import WrongUsage
from cchc.plan.models import Plan
from cchc.plan.succession import acting_unit
from cchc.plan.units import find_unit
from cchc.progress.terms import Period
from cchc.progress.worklist import Worklist, of_unit
from cchc.views.listing import Listing, Question

FORMATS = ("table", "json", "csv", "md")


def checked_format(name: str, formats: tuple[str, ...] = FORMATS) -> str:
    """Return a format's name. Raises `WrongUsage`, with the names there are."""
    if name.strip().lower() not in formats:
        raise WrongUsage(f"--format: không có dạng {name!r}; dùng {', '.join(formats)}")
    return name.strip().lower()


def listed(
    opened: Opened,
    question: Question,
    work: Worklist,
    office: tuple[str | None, str],
    named: tuple[Period, str] | None = None,
) -> Listing:
    """Return the answer to a question: what concerns the office and role that were typed.

    `named` is the period with its name. Says which office it took.
    """
    unit, kind = office[0], role_of(office[1])
    code = _unit_taken(opened.plan, unit, work.day) if unit is not None else None
    work = of_unit(opened.plan, work, code, kind) if code else work
    period, name = named or (None, "")
    return Listing(question, opened.path, opened.plan, opened.day, work, period, name, code)


def _unit_taken(plan: Plan, unit: str, day: date) -> str:
    """Return the code of the office that was typed, and say it where it is another word."""
    code = find_unit(plan, unit)
    if unit != code:
        say(f'"{unit}" là {code} ({plan.units[code].name})')
    acting = acting_unit(plan, code, day)
    if acting != code:
        say(f"việc của {code} nay do {acting} ({plan.units[acting].name}) đảm nhận")
    return code


def answer(listing: Listing, form: str, output: Path | None) -> None:
    """Show a listing on the screen, or write it to a file."""
    match form:
        case "json":
            from cchc.views.as_json import listing_json

            put(listing_json(listing), output)
        case "csv":
            from cchc.views.as_csv import listing_csv

            # Excel takes a CSV without the mark for the old code page of Windows.
            put(listing_csv(listing), output, mark=True)
        case "md":
            from cchc.views.as_markdown import listing_markdown

            put(listing_markdown(listing), output)
        case _:
            from cchc.cli.screen import draw
            from cchc.views.as_table import print_listing

            draw(lambda console: print_listing(listing, console), output)

"""From a listing to the screen or a file, in the form that was asked for."""

from pathlib import Path

from cchc.cli.options import role_of
from cchc.cli.output import put
from cchc.cli.running import say
from cchc.errors import WrongUsage
from cchc.plan.models import Plan
from cchc.plan.succession import acting_unit
from cchc.plan.units import find_unit
from cchc.progress.worklist import Worklist, of_unit
from cchc.views.listing import Listing

FORMATS = ("table", "json", "csv", "md")


def checked_format(name: str, formats: tuple[str, ...] = FORMATS) -> str:
    """Return a format's name. Raises `WrongUsage`, with the names there are."""
    if name.strip().lower() not in formats:
        raise WrongUsage(f"--format: không có dạng {name!r}; dùng {', '.join(formats)}")
    return name.strip().lower()


def narrowed(
    plan: Plan, work: Worklist, unit: str | None, role: str
) -> tuple[Worklist, str | None]:
    """Return what concerns the office that was typed, and its code; says which office it took."""
    kind = role_of(role)
    if unit is None:
        return work, None
    code = find_unit(plan, unit)
    if unit != code:
        say(f'"{unit}" là {code} ({plan.units[code].name})')
    acting = acting_unit(plan, code, work.day)
    if acting != code:
        say(f"việc của {code} nay do {acting} ({plan.units[acting].name}) đảm nhận")
    return of_unit(plan, work, code, kind), code


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

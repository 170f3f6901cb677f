"""`cchc diff` on the terminal: what must be looked at first, then part by part."""

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cchc.views.change_lines import Line, lines, lines_by_part
from cchc.views.changes import Difference
from cchc.views.words import vietnamese_date

NARROW = 8
"""A subject up to this long stands in a column of its own."""


def print_changes(found: Difference, console: Console) -> None:
    """Print what changed, grouped, and the sums."""
    day = vietnamese_date(found.day)
    console.print(Text(f"{found.old} → {found.new}, xét ngày {day}", style="dim"))
    if found.flagged:
        _print_part(console, "Phải xem lại", lines(found.flagged))
    for heading, told in lines_by_part(found.changes):
        _print_part(console, heading, told)
    console.print(Text(f"\n{found.summary}", style="bold"))


def _print_part(console: Console, heading: str, told: Sequence[Line]) -> None:
    console.print(Text(f"\n{heading}", style="bold"))
    console.print(Padding(line_table(told), (0, 0, 0, 1)))


def line_table(told: Sequence[Line]) -> Table:
    """Return the lines with "!" before the flagged ones, and what they are about told once."""
    table = Table.grid(padding=(0, 1, 0, 0))
    short = [f"{line.subject}:" for line in told if 0 < len(line.subject) <= NARROW]
    table.add_column(width=1)
    if short:
        table.add_column(width=max(map(len, short)), no_wrap=True)
    table.add_column(overflow="fold")
    before = ""
    for line in told:
        style = "bold red" if line.flagged else ""
        alone = 0 < len(line.subject) <= NARROW
        subject = f"{line.subject}:" if alone and line.subject != before else ""
        inside = f"{line.subject}: " if line.subject and not alone else ""
        before = line.subject
        cells = ["!" if line.flagged else "", *([subject] if short else []), inside + line.words]
        table.add_row(*(Text(cell, style=style) for cell in cells))
    return table

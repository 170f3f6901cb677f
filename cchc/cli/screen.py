"""The terminal: its width, its colours, and text that never is markup."""

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from rich.console import Console

from cchc.cli.output import put

WIDE_ENOUGH = 60
"""Below this the columns of a listing can't stand side by side."""


FILE_WIDTH = 100
"""Characters to a line in a file."""


def draw(picture: Callable[[Console], None], output: Path | None) -> None:
    """Draw on the terminal, or as text into a pipe or a file, without the blanks at line ends."""
    width = max(shutil.get_terminal_size().columns, WIDE_ENOUGH)
    if output is None and sys.stdout.isatty():
        picture(_console(sys.stdout, width))  # with colours, unless NO_COLOR is set
        return
    drawn = io.StringIO()
    picture(_console(drawn, FILE_WIDTH if output else width))
    put("\n".join(line.rstrip() for line in drawn.getvalue().splitlines()), output)


def _console(file: TextIO, width: int) -> Console:
    return Console(file=file, width=width, markup=False, highlight=False, emoji=False)

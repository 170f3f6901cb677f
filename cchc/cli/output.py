"""From an answer to the screen or a file, in the form that was asked for."""

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from cchc.errors import WrongUsage

if TYPE_CHECKING:
    from rich.console import Console

OK, FAULTS, CANNOT = 0, 1, 2
"""Exit codes: well; the plan has faults or `--fail` found something; cchc couldn't do its work."""


def say(message: str) -> None:
    """Print a message on stderr, with what could steer a terminal made visible."""
    visible = "".join(c if c.isprintable() or c == "\n" else repr(c)[1:-1] for c in message)
    print(f"cchc: {visible}", file=sys.stderr)  # noqa: T201


def put(text: str, output: Path | None, *, mark: bool = False) -> None:
    """Print a text, or write it whole to a file (with a byte order mark if asked), and say so."""
    if output is None:
        sys.stdout.write(text + "\n")
        return
    from cchc.files import save

    save(output, (text + "\n").encode("utf-8-sig" if mark else "utf-8"))
    say(f"đã ghi {output}")


FORMATS = ("table", "json", "csv", "md")


def checked_format(name: str, formats: tuple[str, ...] = FORMATS) -> str:
    """Return a format's name. Raises `WrongUsage`, with the names there are."""
    if name.strip().lower() not in formats:
        raise WrongUsage(f"--format: không có dạng {name!r}; dùng {', '.join(formats)}")
    return name.strip().lower()


# The terminal: its width, its colours, and text that never is markup.

WIDE_ENOUGH = 60
"""Below this the columns of a listing can't stand side by side."""


FILE_WIDTH = 100
"""Characters to a line in a file."""


def draw(picture: Callable[["Console"], None], output: Path | None) -> None:
    """Draw on the terminal, or as text into a pipe or a file, without the blanks at line ends."""
    width = max(shutil.get_terminal_size().columns, WIDE_ENOUGH)
    if output is None and sys.stdout.isatty():
        picture(_console(sys.stdout, width))  # with colours, unless NO_COLOR is set
        return
    drawn = io.StringIO()
    picture(_console(drawn, FILE_WIDTH if output else width))
    put("\n".join(line.rstrip() for line in drawn.getvalue().splitlines()), output)


def _console(file: TextIO, width: int) -> "Console":
    from rich.console import Console

    return Console(file=file, width=width, markup=False, highlight=False, emoji=False)

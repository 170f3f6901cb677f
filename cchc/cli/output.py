"""From an answer to the screen or a file, in the form that was asked for."""

import io
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from cchc.errors import WrongUsage
from cchc.text import uncommanded, visible

if TYPE_CHECKING:
    from rich.console import Console

OK, FAULTS, CANNOT = 0, 1, 2
"""Exit codes: well; the plan has faults or `--fail` found something; cchc couldn't do its work."""


def say(message: str) -> None:
    """Print a message on stderr, with what could steer a terminal or a runner made visible."""
    print(uncommanded(visible(f"cchc: {message}")), file=sys.stderr)  # noqa: T201


def put(text: str, output: Path | None, *, mark: bool = False, commands: bool = False) -> None:
    """Print a text, or write it whole to a file (with a byte order mark if asked), and say so.

    What is printed steers no terminal, and no CI runner unless it is `commands` for one.
    """
    if output is None:
        shown = visible(text)
        sys.stdout.write((shown if commands else uncommanded(shown)) + "\n")
        return
    from cchc.files import save

    save(output, (visible(text) + "\n").encode("utf-8-sig" if mark else "utf-8"))
    say(f"đã ghi {output}")


def write(
    files: Mapping[Path, bytes], *, force: bool, notes: Mapping[Path, str] | None = None
) -> None:
    """Write prints, all or none, over nothing that a person may have changed; say so of each."""
    from cchc.documents.seals import write

    write(files, force=force)
    for target in files:
        say(f"đã ghi {target}{(notes or {}).get(target, '')}")


def open_files(files: Iterable[Path]) -> None:
    """Open files with the system's program for their kind; say so where there is none.

    Only for a person: in a pipe or a CI run nothing is opened.
    """
    for path in files:
        if not sys.stdout.isatty() or os.environ.get("CI"):
            say(f"không mở {path}: lệnh không chạy ở cửa sổ dòng lệnh")
            continue
        try:
            _hand_over(str(path.resolve()))
        except OSError:
            say(f"máy này không có chương trình để mở {path}; tệp đã ghi xong")


def _hand_over(path: str) -> None:
    import subprocess

    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 - what the person asked for
        return
    screen = sys.platform == "darwin" or {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ)
    program = shutil.which("open" if sys.platform == "darwin" else "xdg-open") if screen else None
    if not program:
        raise FileNotFoundError
    subprocess.Popen(  # noqa: S603 - nobody waits for it: it lives as long as the window
        [program, path],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def writing(output: Path | None, *, force: bool) -> AbstractContextManager[None]:
    """Let a plain text be printed, or be written over nothing that a person may have changed."""
    if output is None:
        return nullcontext()
    from cchc.documents.seals import writing

    return writing(output, force=force)


def put_patch(text: str) -> None:
    """Print a patch: as it is for `git apply`, with nothing that steers for a person."""
    sys.stdout.write(visible(text) if sys.stdout.isatty() else text)


def ask(text: str, end: str = "") -> None:
    """Print what a person is asked, or a line of what is chosen from, on stderr as `say` does."""
    print(uncommanded(visible(text)), end=end, file=sys.stderr, flush=True)  # noqa: T201


def picked(question: str, options: Sequence[str], usual: int | None = None) -> int | None:
    """Ask on the terminal which of some options is meant; return its place, from 0.

    None where nobody can be asked, or nobody picks one; `usual` is what Enter takes.
    """
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    say(question)
    import textwrap

    room = max(shutil.get_terminal_size().columns, 40)
    for number, option in enumerate(options, start=1):
        ask(textwrap.fill(f"{number:>3}. {option}", room, subsequent_indent="     "), "\n")
    enter = "thôi" if usual is None else str(usual + 1)
    try:
        ask(f"Số (Enter: {enter}): ")
        answer = sys.stdin.readline().strip()
    except UnicodeDecodeError:
        return None
    if not answer:
        return usual
    good = answer.isascii() and answer.isdecimal() and 1 <= int(answer) <= len(options)
    return int(answer) - 1 if good else None


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
    lines = (line.rstrip() for line in drawn.getvalue().removesuffix("\n").split("\n"))
    put("\n".join(lines), output)


def _console(file: TextIO, width: int) -> "Console":
    from rich.console import Console

    from cchc.cli.drawing import Door

    console = Console(file=file, width=width, markup=False, highlight=False, emoji=False)
    console.push_render_hook(Door())
    return console

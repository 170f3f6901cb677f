"""One run of the command line: its streams, its exit code, and never a traceback."""

import os
import sys
from collections.abc import Sequence
from typing import TextIO

from cchc.errors import CchcError, system_reason

OK, FAULTS, CANNOT = 0, 1, 2
"""Exit codes: well; the plan has faults or `--fail` found something; cchc couldn't do its work."""


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code. Results go to stdout, messages to stderr."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    try:
        return _call(arguments)
    except BrokenPipeError:
        return _after_broken_pipe()
    except SystemExit as left:
        # Typer makes this of a closed pipe that it meets first.
        if not isinstance(left.__context__, BrokenPipeError):
            raise
        return _after_broken_pipe()
    except (CchcError, KeyboardInterrupt, RecursionError, OSError) as error:
        say(_sentence(error))
        return error.exit_code if isinstance(error, CchcError) else CANNOT


def _sentence(error: BaseException) -> str:
    match error:
        case KeyboardInterrupt():
            return "đã dừng theo yêu cầu"
        case RecursionError():
            return "tệp lồng quá sâu, không xử lý được"
        case OSError():
            return f"hệ thống báo lỗi: {system_reason(error)}"
        case _:
            return str(error)


def say(message: str) -> None:
    """Print a message on stderr, with what could steer a terminal made visible."""
    visible = "".join(c if c.isprintable() or c == "\n" else repr(c)[1:-1] for c in message)
    print(f"cchc: {visible}", file=sys.stderr)  # noqa: T201


def _call(arguments: Sequence[str]) -> int:
    from cchc.cli.app import build
    from cchc.cli.usage import UsageError, usage_sentence

    try:
        code = build().main(list(arguments), prog_name="cchc", standalone_mode=False)
        sys.stdout.flush()
    except UsageError as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            print(error.format_message())  # noqa: T201 - the help page, asked for by typing nothing
            return OK
        say(usage_sentence(error))
        return CANNOT
    return code if isinstance(code, int) else OK


def _speak_utf8(stream: TextIO) -> None:
    # A pipe of Windows is cp1258, which has no place for most of what a plan says.
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        # Nor are line ends changed: CSV brings its own (RFC 4180).
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _after_broken_pipe() -> int:
    # The reader (head, less) has seen enough; Python must not complain once more at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return OK

"""An interactive shell on a terminal of its own, to press Tab in."""

import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE = 60.0
"""Seconds after which a shell that says nothing is given up."""
PROMPT = "$ "
END = "#"
TAKE_TERMINAL = (
    "import fcntl, os, sys, termios\n"
    "fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n"
    "os.execvp(sys.argv[1], sys.argv[1:])\n"
)
"""A program that makes its input its terminal, and becomes the shell."""


class Terminal:
    """A shell that is typed into, and what it shows."""

    def __init__(
        self, program: Sequence[str], folder: Path, environment: Mapping[str, str]
    ) -> None:
        # Not pty.fork: from Python 3.12 on it warns where there are threads, as under xdist.
        self._end, shells_end = os.openpty()
        self._shell = subprocess.Popen(
            [sys.executable, "-c", TAKE_TERMINAL, *program],
            cwd=folder,
            env=dict(environment),
            stdin=shells_end,
            stdout=shells_end,
            stderr=shells_end,
            start_new_session=True,
        )
        os.close(shells_end)
        self._shown = ""
        self.until(PROMPT)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.close(self._end)
        self._shell.kill()
        self._shell.wait()

    def say(self, line: str) -> None:
        """Run a line and wait for the next prompt."""
        self._write(f"{line}; printf '%s' REA''DY\n")
        self.until("READY")
        self.until(PROMPT)

    def type(self, keys: str) -> None:
        """Type, and wait until it stands on the line."""
        self._write(keys)
        self.until(keys)

    def tab(self) -> None:
        """Press Tab."""
        self._write("\t")

    def finished(self, begun: str) -> str:
        """Return the line of a word begun, after Tab."""
        self.type(begun)
        self.tab()
        # A shell takes keys in their order: what is typed now stands behind what Tab did.
        self._write(END)
        line = _as_shown(begun + self.until(END)).splitlines()[-1]
        return line.removeprefix(PROMPT).removesuffix(END)

    def until(self, wanted: str) -> str:
        """Return what is shown up to a text, with it."""
        end = time.monotonic() + PATIENCE
        while wanted not in self._shown:
            assert time.monotonic() < end, f"{wanted!r} never came; shown: {self._shown!r}"
            self._shown += self._read(0.2)
        before, _, self._shown = self._shown.partition(wanted)
        return before + wanted

    def _write(self, text: str) -> None:
        os.write(self._end, text.encode())

    def _read(self, seconds: float) -> str:
        ready, _, _ = select.select([self._end], [], [], seconds)
        return os.read(self._end, 65536).decode(errors="replace") if ready else ""


def _as_shown(text: str) -> str:
    """Return the text of a dumb terminal: backspaces done, bells and escape sequences left out."""
    out: list[str] = []
    for letter in re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\a", "", text):
        if letter == "\b":
            del out[-1:]
        else:
            out.append(letter)
    return "".join(out).replace("\r", "")

"""A command run inside this process as a user runs it, and everything it says as marked lines."""

import io
import os
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from cchc import __version__
from cchc.__main__ import main
from tests.golden.papers import shown

_ROOT = Path(__file__).parents[2]
_WIDTH = "100"
_QUIET = (
    "CCHC_PLAN", "NO_COLOR", "FORCE_COLOR", "LINES", "GIT_DIR", "GIT_WORK_TREE", "_CCHC_COMPLETE",
)  # fmt: skip


@dataclass(frozen=True)
class Typist:
    """Someone who types commands in a folder; `say` returns what each of them answers."""

    top: Path
    patch: pytest.MonkeyPatch

    def sit_down(self) -> None:
        """Stand in the folder, with an environment that says nothing of this machine."""
        self.patch.chdir(self.top)
        for name in _QUIET:
            self.patch.delenv(name, raising=False)
        settings = {
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "HOME": str(self.top),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_CEILING_DIRECTORIES": str(self.top.parent),
        }
        for name, value in settings.items():
            self.patch.setenv(name, value)

    def say(self, line: str) -> list[str]:
        """Return the marked lines that a typed `cchc`, `cat`, `ls` or `mkdir` answers."""
        words = shlex.split(line)
        self.patch.setenv("COLUMNS", _WIDTH)
        while "=" in words[0]:
            self.patch.setenv(*words.pop(0).split("=", 1))
        if words[0] == "mkdir":
            Path(words[1]).mkdir()
            return []
        if words[0] == "ls":
            return [f"  {each.name}" for each in sorted(Path(words[1]).iterdir())]
        if words[0] == "cat":
            return [f"  {each}" for each in self._lines("", shown(Path(words[1])))]
        assert words[0] == "cchc", line
        code, out, err = self._run(words[1:])
        marked = [*self._lines("  ", out), *self._lines("! ", err)]
        return [*marked, f"= {code}"] if code else marked

    def _run(self, arguments: list[str]) -> tuple[int, str, str]:
        out, err = _Stream(), _Stream()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "argv", ["cchc", *arguments])
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            with pytest.raises(SystemExit) as left:
                main()
        code = left.value.code
        assert isinstance(code, int)
        return code, out.text, err.text

    def _lines(self, mark: str, text: str) -> Iterator[str]:
        for own, name in ((str(self.top), "/xa"), (str(_ROOT), "/cchc"), (__version__, "VERSION")):
            text = text.replace(own, name)
        *lines, rest = text.split("\n")
        for line in lines:
            yield (mark + _visible(line)).rstrip(" ") if not line else mark + _visible(line)
        if rest:
            yield f"{mark}{_visible(rest)}⏎̸"


class _Stream(io.TextIOWrapper):
    """A pipe: not a terminal, and its bytes are kept."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8")

    @property
    def text(self) -> str:
        """Return everything that was written."""
        self.flush()
        bytes_ = self.buffer
        assert isinstance(bytes_, io.BytesIO)
        return bytes_.getvalue().decode("utf-8")


def _visible(line: str) -> str:
    """Return a line whose line-end, blanks at the end and control characters can be seen."""
    ended = line.removesuffix("\r")
    seen = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in ended)
    return seen + ("␍" if ended != line else "")

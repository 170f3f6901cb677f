"""Measuring a command against another: by instructions, or in turns by the processor's time."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

Command = Sequence[object]


@dataclass(frozen=True, slots=True)
class Shop:
    """A folder to measure in: a cache of its own, and libraries that are compiled already."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """Return what a measured command sees: one order of hashes, and bytecode kept."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        return kept | {
            "PYTHONHASHSEED": "0",
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "COLUMNS": "100",
        }

    def instructions(self, command: Command, *, exit_code: int = 0) -> int:
        """Return how many instructions a command takes, the second time it is run."""
        self._ran(command, exit_code)
        counted = self._ran([*_COUNTING, *command], exit_code)
        found = re.search(rb"I\s+refs:\s+([0-9,]+)", counted.stderr)
        if found is None:
            raise RuntimeError(counted.stderr.decode())
        return int(found[1].replace(b",", b""))

    def seconds(self, command: Command, *, exit_code: int = 0) -> "Seconds":
        """Return how long a command takes, and how long the processors work for it."""
        before, start = os.times(), perf_counter()
        self._ran(command, exit_code)
        wall, after = perf_counter() - start, os.times()
        worked = after.children_user + after.children_system
        return Seconds(wall, worked - before.children_user - before.children_system)

    def _ran(self, command: Command, exit_code: int) -> "subprocess.CompletedProcess[bytes]":
        words = [str(part) for part in command]
        done = subprocess.run(words, capture_output=True, check=False, env=self.environment)
        if done.returncode != exit_code:
            raise RuntimeError(f"{words[:4]} left with {done.returncode}: {done.stderr.decode()}")
        return done


_COUNTING = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")


def can_count() -> bool:
    """Return whether instructions can be counted on this machine."""
    return shutil.which("valgrind") is not None


@dataclass(frozen=True, slots=True)
class Seconds:
    """How long something took on the wall's clock, and on the processors'."""

    wall: float
    worked: float


def in_turns(
    one: Callable[[], Seconds], other: Callable[[], Seconds], turns: int
) -> tuple[Seconds, Seconds, Seconds]:
    """Return the ratio of two things done in turns (A, B, A, B, …), and each one's own time.

    All are medians of the turns, so that a change in the machine's speed meets both.
    """
    one(), other()
    pairs = [(one(), other()) for _ in range(turns)]
    ratio = Seconds(
        median(a.wall / b.wall for a, b in pairs), median(a.worked / b.worked for a, b in pairs)
    )
    return ratio, _median([a for a, _ in pairs]), _median([b for _, b in pairs])


def _median(taken: Sequence[Seconds]) -> Seconds:
    return Seconds(median(one.wall for one in taken), median(one.worked for one in taken))


def call_seconds(call: Callable[[], object]) -> Seconds:
    """Return how long a call in this process takes."""
    start, worked = perf_counter(), process_time()
    call()
    return Seconds(perf_counter() - start, process_time() - worked)


def line(what: str, ratio: str, amounts: str, aim: str) -> None:
    """Print one line of the table."""
    print(f"{what:<58} {ratio:>13}   {amounts:<27} {aim}", flush=True)

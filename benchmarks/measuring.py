"""Measuring a command against another, in turns: a change in the machine's speed meets both."""

import subprocess
from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter

Command = Sequence[object]


def told(name: str, one: Command, other: Command, aim: str, turns: int = 11) -> None:
    """Print the median of the ratios of each turn (A, B, A, B, …), after one warm-up of each."""
    seconds(one)
    seconds(other)
    pairs = [(seconds(one), seconds(other)) for _ in range(turns)]
    times = f"{median(a for a, _ in pairs):.3f} s / {median(b for _, b in pairs):.3f} s"
    line(name, median(a / b for a, b in pairs), times, aim)


def told_calls(name: str, one: Callable[[], object], other: Callable[[], object], aim: str) -> None:
    """Print the median ratio of two calls in this process, in turns, after one of each."""
    one(), other()
    pairs = [(call_seconds(one), call_seconds(other)) for _ in range(21)]
    times = f"{median(a for a, _ in pairs):.3f} s / {median(b for _, b in pairs):.3f} s"
    line(name, median(a / b for a, b in pairs), times, aim)


def line(name: str, ratio: float, times: str, aim: str) -> None:
    """Print one figure."""
    print(f"{name:<46} {ratio:6.2f}   {times:<22} aim {aim}")


def seconds(command: Command) -> float:
    """Return how long a command takes as a whole process."""
    start = perf_counter()
    subprocess.run([str(part) for part in command], capture_output=True, check=False)
    return perf_counter() - start


def call_seconds(call: Callable[[], object]) -> float:
    """Return how long a call takes."""
    start = perf_counter()
    call()
    return perf_counter() - start

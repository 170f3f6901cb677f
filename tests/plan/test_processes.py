"""Shares of work are done whatever becomes of the other processes."""

import multiprocessing
import os
import signal
import time
from functools import partial

import pytest

from cchc.plan.processes import Processes


def _squares(numbers: list[int], first: int) -> list[int]:
    """Square numbers; in another process than the first, 3 is its death."""
    if 3 in numbers and os.getpid() != first:
        os.kill(os.getpid(), signal.SIGKILL)
    return [number * number for number in numbers]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_what_a_killed_process_had_to_do_is_done_by_the_first() -> None:
    with Processes(partial(_squares, first=os.getpid())) as others:
        results = [others.give([n, n + 1]) for n in range(0, 12, 2)]
        assert [result() for result in results] == [[n * n, (n + 1) ** 2] for n in range(0, 12, 2)]


def test_where_no_process_can_start_the_first_does_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("concurrent.futures.process.ProcessPoolExecutor", broken)
    with Processes(partial(_squares, first=os.getpid())) as others:
        assert others.give([2, 3])() == [4, 9]


def test_a_fault_of_the_work_itself_is_the_first_process_s_to_tell() -> None:
    with Processes(len) as others, pytest.raises(TypeError):
        others.give(5)()  # type: ignore[arg-type]


def _interrupted() -> None:
    with Processes(time.sleep) as others:
        others.give(120)
        raise KeyboardInterrupt


def test_an_interrupt_waits_for_no_share() -> None:
    with pytest.raises(KeyboardInterrupt):
        _interrupted()
    assert not multiprocessing.active_children()

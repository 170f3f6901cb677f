"""Work on many plans, shared by as many processes as the machine has processors.

A share that another process can't do (it was killed, or could never start) is done by this one: the
answer is the same. An interrupt is told of by this one alone.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Any, Generic, TypeVar

Share = TypeVar("Share")
Result = TypeVar("Result")

MOST = 8
"""Processes at most."""
SHARE = 16
"""Plans in a share."""


def processors() -> int:
    """Return how many processes can work at once."""
    allowed = getattr(os, "sched_getaffinity", None)
    return min(len(allowed(0)) if allowed else os.cpu_count() or 1, MOST)


class Processes(Generic[Share, Result]):
    """Does shares of work in other processes, which start with the first share.

    The work is a function of a module with its arguments: it is sent to them.
    """

    def __init__(self, work: Callable[[Share], Result]) -> None:
        self._work = work
        self._pool: Any = None

    def __enter__(self) -> "Processes[Share, Result]":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._pool is None:
            return
        if error is not None:  # an interrupt: nobody wants what they are at
            from multiprocessing import active_children

            for child in active_children():
                child.terminate()
        self._pool.shutdown(cancel_futures=True)

    def give(self, share: Share) -> Callable[[], Result]:
        """Give a share to whichever process is free; return what waits for its result."""
        try:
            with _uninterrupted():
                future = self._started().submit(self._work, share)
        except Exception:
            return lambda: self._work(share)

        def result() -> Result:
            with suppress(Exception):
                return future.result()  # type: ignore[no-any-return]
            return self._work(share)

        return result

    def _started(self) -> Any:
        if self._pool is None:
            from concurrent.futures.process import ProcessPoolExecutor
            from multiprocessing import get_context

            self._pool = ProcessPoolExecutor(processors(), get_context("spawn"), _begin)
        return self._pool


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Start processes that an interrupt passes by, from their first instruction on."""
    import signal

    mask = getattr(signal, "pthread_sigmask", None)
    if mask is None:
        yield
        return
    from multiprocessing.resource_tracker import ensure_running

    ensure_running()  # once it runs, it lets interrupts through again
    before = mask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        mask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Leave an interrupt to the first process, which tells of it; collect no garbage at each step.

    What is made of a plan is dropped as a whole: looking for circles in it costs a tenth.
    """
    import gc
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)

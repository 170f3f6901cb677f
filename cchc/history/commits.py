"""Commits as git tells them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

FORMAT = "%x00%H%x00%P%x00%an%x00%aI%x00%cI%x00%s%x00"
"""Id, parents, author, both days and the first line of why, between signs no name can have."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: who made it, when (with their own time zone), and the first line of why."""

    id: str
    parents: tuple[str, ...]
    author: str
    written: datetime
    committed: datetime
    subject: str


def parsed_commits(listed: bytes) -> Iterator[Commit]:
    """Yield the commits that `git rev-list` wrote in `FORMAT`."""
    fields = listed.decode("utf-8", "replace").split("\0")
    for n in range(1, len(fields) - 6, 7):
        commit, parents, author, written, committed, subject = fields[n : n + 6]
        days = (_moment(written), _moment(committed))
        yield Commit(commit, tuple(parents.split()), author, *days, subject)


def _moment(text: str) -> datetime:
    # A commit can carry a day that no calendar has; git then writes nothing, or a year too many.
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)

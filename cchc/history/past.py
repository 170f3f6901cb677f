"""The editions of a plan in the commits that touched it, each read once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cchc.errors import CchcError
from cchc.history.changes import Edition
from cchc.history.renames import earlier_names
from cchc.history.repository import Blob, Commit, Repository, repository_of
from cchc.history.snapshots import edition_of, files_at
from cchc.progress.reading import ledger_path

Read = Edition | CchcError | None
"""An edition, why it can't be read, or None where there is no plan yet."""


@dataclass(slots=True)
class Past:
    """The commits that touched a plan or its ledger, under all of its names, the newest first."""

    repository: Repository
    names: tuple[str, ...]
    commits: tuple[Commit, ...]
    tip: str
    _by_commit: dict[str, Read] = field(default_factory=dict)
    _by_blobs: dict[tuple[str, str], Read] = field(default_factory=dict)

    def at(self, commit: str) -> Read:
        """Return the plan and ledger as they were in a commit."""
        if commit not in self._by_commit:
            self._by_commit[commit] = self._at(commit)
        return self._by_commit[commit]

    def before(self, commit: Commit) -> list[Edition | None]:
        """Return the editions of a commit's parents; for one that can't be read, the one before."""
        return [self._sound(parent) for parent in commit.parents] or [None]

    def editions(self) -> Iterator[Edition]:
        """Yield all editions that can be read, the newest first."""
        for commit in self.commits:
            if isinstance(edition := self.at(commit.id), Edition):
                yield edition

    def _sound(self, commit: str) -> Edition | None:
        read = self.at(commit)
        if not isinstance(read, CchcError):
            return read
        older = self.repository.commits(commit, self.names)
        found = (self.at(one.id) for one in older)
        return next((edition for edition in found if not isinstance(edition, CchcError)), None)

    def _at(self, commit: str) -> Read:
        try:
            for name in self.names:
                plan, ledger = files_at(self.repository, commit, name)
                if plan:
                    return self._read(commit, plan, ledger)
        except CchcError as error:
            return error
        return None

    def _read(self, commit: str, plan: Blob, ledger: Blob | None) -> Read:
        key = plan.id, ledger.id if ledger else ""
        if key not in self._by_blobs:
            told = Path(f"{commit[:10]}:{plan.path}")
            texts = self.repository.read(plan), self.repository.read(ledger) if ledger else b""
            self._by_blobs[key] = _edition(told, texts)
        return self._by_blobs[key]


def past_of(path: Path) -> Past:
    """Return the past of a plan file of the working tree. Raises what keeps git from answering."""
    repository = repository_of(path.parent)
    inside = repository.inside(path)
    names = (inside, *earlier_names(repository, inside))
    tip = repository.commit_id("HEAD")
    ledgers = (ledger_path(Path(name)).as_posix() for name in names)
    return Past(repository, names, repository.commits(tip, (*names, *ledgers)), tip)


def _edition(told: Path, texts: tuple[bytes, bytes]) -> Read:
    try:
        return edition_of(told, ledger_path(told), texts)
    except CchcError as error:
        return error

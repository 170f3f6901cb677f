"""The editions of a plan in the commits that touched it, each read once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cchc.errors import CchcError
from cchc.history.changes import Edition
from cchc.history.commits import Commit
from cchc.history.renames import earlier_names
from cchc.history.repository import Blob, Repository, repository_of
from cchc.history.snapshots import files_at, plan_of
from cchc.plan.models import Plan
from cchc.progress.entries import Ledger
from cchc.progress.reading import ledger_of, ledger_path, sound

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
    _plans: dict[str, Plan] = field(default_factory=dict)
    _ledgers: dict[str, Ledger] = field(default_factory=dict)

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

    def _read(self, commit: str, plan: Blob, ledger: Blob | None) -> Edition:
        if plan.id not in self._plans:
            self._plans[plan.id] = plan_of(_told(commit, plan), self.repository.read(plan))
        if ledger is None:
            return Edition(self._plans[plan.id], Ledger(()))
        if ledger.id not in self._ledgers:
            document = ledger_of(_told(commit, ledger), self.repository.read(ledger))
            self._ledgers[ledger.id] = sound(document)
        return Edition(self._plans[plan.id], self._ledgers[ledger.id])


def past_of(path: Path) -> Past:
    """Return the past of a plan file of the working tree. Raises what keeps git from answering."""
    repository = repository_of(path.parent)
    inside = repository.inside(path)
    names = (inside, *earlier_names(repository, inside))
    tip = repository.commit_id("HEAD")
    ledgers = (ledger_path(Path(name)).as_posix() for name in names)
    return Past(repository, names, repository.commits(tip, (*names, *ledgers)), tip)


def _told(commit: str, blob: Blob) -> Path:
    return Path(f"{commit[:10]}:{blob.path}")

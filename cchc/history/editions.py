"""The editions of a plan in the commits that touched it, each read once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath

from cchc.errors import CchcError, NoHistory
from cchc.files import bytes_of
from cchc.history.compare import Edition
from cchc.history.git import Blob, Commit, Repository, earlier_names, name_at, repository_of
from cchc.plan.loader import plan_of
from cchc.plan.locate import ledger_path
from cchc.plan.models import Plan
from cchc.progress.ledger import Ledger, ledger_bytes
from cchc.progress.ledger_file import ledger_of, sound


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An edition and where it is from.

    `path` tells the place of faults ("HEAD~3:plans/2025.yaml"), `name` is the file's own. `day` is
    the day it was committed, None for files. `texts` are the bytes of plan and ledger.
    """

    path: Path
    name: str
    edition: Edition
    texts: tuple[bytes, bytes]
    day: date | None = None


def of_file(path: Path) -> Snapshot:
    """Return a plan file with the ledger beside it. Raises for what can't be read or is faulty."""
    ledger = ledger_path(path)
    texts = bytes_of(path), ledger_bytes(ledger)
    return Snapshot(path, path.as_posix(), edition_of(path, ledger, texts), texts)


def of_revision(path: Path, revision: str) -> Snapshot:
    """Return the plan that a file of the working tree was at a revision, under whatever name.

    Raises `NoHistory`, and `FaultyFile` for a plan that had
    faults then.
    """
    repository = repository_of(path.parent)
    commit = repository.commit_id(revision)
    inside = repository.inside(path)
    name = name_at(repository, commit, inside)
    if name is None:
        there = plans_beside(repository, commit, inside)
        known = f"; kế hoạch ở bản ấy: {', '.join(there[:6])}" if there else ""
        raise NoHistory(f"bản {revision} chưa có {inside}{known}")
    plan, ledger = files_at(repository, commit, name)
    texts = repository.read(plan) if plan else b"", repository.read(ledger) if ledger else b""
    told = Path(f"{revision}:{name}")
    edition = edition_of(told, ledger_path(told), texts)
    return Snapshot(told, name, edition, texts, repository.commit(commit).committed.date())


def edition_of(path: Path, ledger: Path, texts: tuple[bytes, bytes]) -> Edition:
    """Return the edition that the bytes of plan and ledger are. Raises `FaultyFile`."""
    return Edition(plan_of(path, texts[0]), sound(ledger_of(ledger, texts[1])))


def files_at(repository: Repository, commit: str, name: str) -> tuple[Blob | None, Blob | None]:
    """Return a plan and its ledger in a commit, None for what isn't there."""
    ledger = ledger_path(Path(name)).as_posix()
    return repository.blob(commit, name), repository.blob(commit, ledger)


def plans_beside(repository: Repository, commit: str, name: str) -> list[str]:
    """Return the YAML files of a commit that stand in the same folder."""
    folder = str(PurePosixPath(name).parent)
    files = repository.files(commit, "" if folder == "." else folder)
    return [file.path for file in files if file.path.endswith((".yaml", ".yml"))]


# The editions of a plan in the commits that touched it, each read once.

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

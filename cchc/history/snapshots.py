"""A plan with its ledger from somewhere: the working tree, any file, a revision of git."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from cchc.errors import FaultyFile, NotInRevision
from cchc.history.changes import Edition
from cchc.history.renames import name_at
from cchc.history.repository import Blob, Repository, repository_of
from cchc.plan.models import Plan
from cchc.plan.reading import document_of
from cchc.plan.source import bytes_of
from cchc.progress.reading import ledger_bytes, ledger_of, ledger_path, sound


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

    Raises `UnknownRevision`, `NotInRevision` and their like, and `FaultyFile` for a plan that had
    faults then.
    """
    repository = repository_of(path.parent)
    commit = repository.commit_id(revision)
    inside = repository.inside(path)
    name = name_at(repository, commit, inside)
    if name is None:
        raise NotInRevision(revision, inside, plans_beside(repository, commit, inside))
    plan, ledger = files_at(repository, commit, name)
    texts = repository.read(plan) if plan else b"", repository.read(ledger) if ledger else b""
    told = Path(f"{revision}:{name}")
    edition = edition_of(told, ledger_path(told), texts)
    return Snapshot(told, name, edition, texts, repository.commit(commit).committed.date())


def edition_of(path: Path, ledger: Path, texts: tuple[bytes, bytes]) -> Edition:
    """Return the edition that the bytes of plan and ledger are. Raises `FaultyFile`."""
    return Edition(plan_of(path, texts[0]), sound(ledger_of(ledger, texts[1])))


def plan_of(path: Path, data: bytes) -> Plan:
    """Return the plan that bytes are; `path` tells the place of faults. Raises `FaultyFile`."""
    document = document_of(path, data, Plan, _WANTED)
    if document.model is None or not document.sound:
        raise FaultyFile(path, [str(problem) for problem in document.problems])
    return document.model


def files_at(repository: Repository, commit: str, name: str) -> tuple[Blob | None, Blob | None]:
    """Return a plan and its ledger in a commit, None for what isn't there."""
    ledger = ledger_path(Path(name)).as_posix()
    return repository.blob(commit, name), repository.blob(commit, ledger)


def plans_beside(repository: Repository, commit: str, name: str) -> list[str]:
    """Return the YAML files of a commit that stand in the same folder."""
    folder = str(PurePosixPath(name).parent)
    files = repository.files(commit, "" if folder == "." else folder)
    return [file.path for file in files if file.path.endswith((".yaml", ".yml"))]


_WANTED = "một kế hoạch bắt đầu bằng 'nam: 2025'"

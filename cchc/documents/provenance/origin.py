"""What a document is made from: the plan itself, and the digests of all that went into it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cchc
from cchc.errors import (
    ChangedMeanwhile,
    GitFailed,
    NoGit,
    NotInGit,
    NotInRepository,
    UnknownRevision,
    UnreadableInRevision,
    UntrustedRepository,
)
from cchc.history.repository import Repository, repository_of
from cchc.plan.source import Source, bytes_of, source_of
from cchc.progress.reading import ledger_path


@dataclass(frozen=True, slots=True)
class Origin:
    """Digests are SHA-256 of a file's bytes, in hexadecimal."""

    plan: bytes
    """The plan's file, byte for byte."""
    name: str
    """What the plan's file is called."""
    template: str
    version: str
    ledger: str | None = None
    commit: str | None = None
    """The commit that was checked out; None outside git."""
    clean: bool | None = None
    """Whether plan and ledger were as that commit has them."""
    against: str | None = None
    """Of a document with tracked changes: the digest of the plan that they lead away from."""

    @property
    def digest(self) -> str:
        """Return the plan's digest."""
        return digest_of(self.plan)


def origin_of(source: Source, template: Path, against: bytes | None = None) -> Origin:
    """Return what a document of a plan, as it was read, is made from.

    Git is asked if it is there and trusts the folder; else nothing is said of it. `against` is the
    older plan of a document with tracked changes. Raises `UnreadableFile`, `ChangedMeanwhile`.
    """
    plan, ledger = bytes_of(source.path), _ledger(source.path)
    if source_of(source.path, plan)[0].text != source.text:
        raise ChangedMeanwhile(source.path)
    commit, clean = _git_state({source.path: plan, ledger_path(source.path): ledger})
    return Origin(
        plan=plan,
        name=source.path.name,
        template=digest_of(bytes_of(template)),
        version=cchc.__version__,
        ledger=digest_of(ledger) if ledger is not None else None,
        commit=commit,
        clean=clean,
        against=digest_of(against) if against is not None else None,
    )


def ledger_digest(plan: Path) -> str | None:
    """Return the digest of the ledger beside a plan, None if there is none."""
    ledger = _ledger(plan)
    return digest_of(ledger) if ledger is not None else None


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal (FIPS 180-4)."""
    return hashlib.sha256(data).hexdigest()


def same_text(a: bytes, b: bytes) -> bool:
    """Return whether two files differ in their line ends at most: git may write other ones."""
    return a == b or a.replace(b"\r\n", b"\n") == b.replace(b"\r\n", b"\n")


UNANSWERED = (
    NoGit, NotInGit, UntrustedRepository, GitFailed, UnknownRevision, NotInRepository,
    UnreadableInRevision,
)  # fmt: skip
"""What keeps git from saying anything about a file."""


def _ledger(plan: Path) -> bytes | None:
    path = ledger_path(plan)
    return bytes_of(path) if path.exists() else None


def _git_state(files: dict[Path, bytes | None]) -> tuple[str | None, bool | None]:
    """Return the commit that is checked out, and whether the files are as it has them."""
    folder = next(path.absolute().parent for path in files)
    try:
        repository = repository_of(folder)
        commit = repository.commit_id("HEAD")
        return commit, all(_as_committed(repository, commit, files))
    except UNANSWERED:
        return None, None


def _as_committed(
    repository: Repository, commit: str, files: dict[Path, bytes | None]
) -> Iterator[bool]:
    for path, data in files.items():
        blob = repository.blob(commit, repository.inside(path))
        if blob is None or data is None:
            yield blob is None and data is None
        else:
            yield same_text(repository.read(blob), data)

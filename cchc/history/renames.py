"""The names that a file had before, and has elsewhere. A copy is another file, never followed."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path, PurePosixPath

from cchc.history.git import ask_git, run_git
from cchc.history.pairing import likeness, words_of
from cchc.history.repository import Blob, Repository
from cchc.plan.finding import LEDGER_SUFFIX
from cchc.plan.source import MAX_BYTES

MAX_NAMES = 12
"""A plan that was renamed more often than this is followed no further."""


def name_at(repository: Repository, commit: str, path: str) -> str | None:
    """Return the name that a file of the working tree has in a commit, None if it isn't there."""
    # One after the other: mostly the first is there, and git need not be asked for the others.
    asked = (earlier_names(repository, path), _later_names(repository, commit, path))
    names = chain((path,), *asked)
    return next((name for name in names if repository.blob(commit, name)), None)


def earlier_names(repository: Repository, path: str) -> Iterator[str]:
    """Yield the names that a file of the working tree had before, the latest first."""
    if run_git(repository.top, ("rev-parse", "--verify", "--quiet", "HEAD")).returncode:
        return  # nothing was committed yet
    tip = repository.commit_id("HEAD")
    name: str | None = path
    if repository.blob(tip, path) is None:
        name = _not_committed(repository, tip, path)
        yield from (name,) if name else ()
    for _ in range(MAX_NAMES):
        commits = repository.commits(tip, (name,)) if name else ()
        if not commits or not commits[-1].parents:
            return
        tip = commits[-1].parents[0]
        name = _renamed(repository, tip, commits[-1].id).get(name or "")
        if name:
            yield name


def _later_names(repository: Repository, commit: str, path: str) -> Iterator[str]:
    """Yield the names that a file got on the way to a commit, the first one first."""
    name: str | None = path
    for _ in range(MAX_NAMES):
        commits = repository.commits(commit, (name,)) if name else ()
        if not commits or not commits[0].parents:
            return
        renamed = _renamed(repository, commits[0].parents[0], commits[0].id)
        name = next((new for new, old in renamed.items() if old == name), None)
        if name:
            yield name


def _renamed(repository: Repository, parent: str, commit: str) -> dict[str, str]:
    """Return the files that a commit renamed: their old names by their new ones."""
    quiet = ("--no-ext-diff", "--no-textconv", "--diff-filter=R", "--name-status", "-z")
    asked = ("diff-tree", "-r", "-M", *quiet, parent, commit)
    listed = ask_git(repository.top, *asked).decode("utf-8", "surrogateescape").split("\0")
    return dict(zip(listed[2::3], listed[1::3], strict=False))


def _not_committed(repository: Repository, tip: str, path: str) -> str | None:
    """Return the file that was renamed without a commit: gone here, and much like what is here."""
    here = repository.top / path
    if not here.is_file() or here.stat().st_size > MAX_BYTES:
        return None
    words = words_of(here.read_text("utf-8", "replace"))
    scored = [
        (likeness(words, words_of(repository.read(blob).decode("utf-8", "replace"))), blob.path)
        for blob in _gone(repository, tip, path)
    ]
    score, name = max(scored, default=(0.0, ""))
    return name if score > 0.5 else None


def _gone(repository: Repository, tip: str, path: str) -> Iterator[Blob]:
    folder = str(PurePosixPath(path).parent)
    for blob in repository.files(tip, "" if folder == "." else folder):
        is_plan = blob.path.endswith((".yaml", ".yml")) and LEDGER_SUFFIX not in blob.path
        if is_plan and blob.size <= MAX_BYTES and not Path(repository.top / blob.path).exists():
            yield blob

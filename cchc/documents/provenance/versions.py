"""Which commit brought a plan's text, found in the history of the plan's file."""

from collections.abc import Iterator
from pathlib import Path

from cchc.documents.provenance.origin import UNANSWERED, Origin, same_text
from cchc.errors import TooLargeInRevision
from cchc.history.commits import Commit
from cchc.history.renames import earlier_names
from cchc.history.repository import Blob, Repository, repository_of


def commit_of(plan: Path, origin: Origin) -> Commit | None:
    """Return the newest commit that brought the text a document was made from.

    The file is followed through its earlier names. None if no commit has the text, or there is no
    git to ask. Line ends may differ.
    """
    try:
        repository = repository_of(plan.absolute().parent)
        for commit, blob in _versions(repository, repository.inside(plan)):
            if _may_be(blob, origin.plan) and same_text(repository.read(blob), origin.plan):
                return commit
    except (*UNANSWERED, TooLargeInRevision):
        return None
    return None


def _versions(repository: Repository, path: str) -> Iterator[tuple[Commit, Blob]]:
    names = (path, *earlier_names(repository, path))
    for commit in repository.commits(repository.commit_id("HEAD"), names):
        found = (repository.blob(commit.id, name) for name in names)
        blob = next((blob for blob in found if blob), None)
        if blob:
            yield commit, blob


def _may_be(blob: Blob, data: bytes) -> bool:
    """Return whether the size fits, with line ends of one byte or of two."""
    lines, pairs = data.count(b"\n"), data.count(b"\r\n")
    bare = len(data) - pairs
    return bare <= blob.size <= bare + lines

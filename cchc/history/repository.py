"""A repository: its revisions, the files of a revision, and the commits that touched a file."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cchc.errors import (
    NotInRepository,
    TooLargeInRevision,
    UnknownRevision,
    UnreadableInRevision,
)
from cchc.history.commits import FORMAT, Commit, parsed_commits
from cchc.history.git import ask_git, run_git
from cchc.plan.source import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a revision: its object, its size in bytes, and its path inside the repository."""

    id: str
    size: int
    path: str


@dataclass(frozen=True, slots=True)
class Repository:
    """A working tree of git; paths inside it are told as git tells them, with "/"."""

    top: Path

    def inside(self, path: Path) -> str:
        """Return a file's path inside the repository. Raises `NotInRepository`."""
        # The folder may be reached by a link; the file itself may be one, and is taken as it is.
        real = Path(os.path.realpath(path.parent)) / path.name
        try:
            return real.relative_to(os.path.realpath(self.top)).as_posix()
        except ValueError:
            raise NotInRepository(path, self.top) from None

    def commit_id(self, revision: str) -> str:
        """Return the id of the commit that a revision names. Raises `UnknownRevision`."""
        if not revision or revision.startswith("-") or not revision.isprintable():
            raise UnknownRevision(revision, shallow=False)
        wanted = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        done = run_git(self.top, wanted)
        found = done.stdout.decode("ascii", "replace").split()
        if done.returncode or len(found) != 1 or not found[0].isalnum():
            raise UnknownRevision(revision, shallow=self.shallow)
        return found[0]

    @property
    def shallow(self) -> bool:
        """Whether the clone was cut, so that its older history is missing."""
        return ask_git(self.top, "rev-parse", "--is-shallow-repository").strip() == b"true"

    def blob(self, commit: str, path: str) -> Blob | None:
        """Return a file of a commit, None if there is none of this name.

        Links are followed inside the commit. Raises `UnreadableInRevision` for a link that leads
        out of it and for what is no file.
        """
        asked = path
        for _ in range(_MAX_LINKS):
            mode, blob = self._entry(commit, path)
            if blob is None:
                return None
            if mode in _FILES:
                return blob
            if mode != _LINK:
                raise UnreadableInRevision(asked, "đây không phải một tệp")
            path = _led_to(asked, path, self.read(blob))
        raise UnreadableInRevision(asked, "liên kết vòng quanh")

    def read(self, blob: Blob) -> bytes:
        """Return a file's bytes. Raises `TooLargeInRevision`, before reading any."""
        if blob.size > MAX_BYTES:
            raise TooLargeInRevision(blob.path, blob.size, MAX_BYTES)
        return ask_git(self.top, "cat-file", "blob", blob.id)

    def files(self, commit: str, folder: str = "") -> tuple[Blob, ...]:
        """Return the files of a folder of a commit ("" is the top), without those below it."""
        where = ("--", f"{folder}/") if folder else ()
        listed = ask_git(self.top, "ls-tree", "-z", "-l", "--full-tree", commit, *where)
        entries = (_parsed(line) for line in listed.decode("utf-8", "surrogateescape").split("\0"))
        return tuple(blob for mode, blob in entries if blob and mode in _FILES)

    def commits(self, tip: str, paths: Sequence[str]) -> tuple[Commit, ...]:
        """Return the commits up to `tip` that touched one of the files, the newest first."""
        asked = ("rev-list", "--topo-order", f"--format={FORMAT}", tip, "--", *paths)
        return tuple(parsed_commits(ask_git(self.top, *asked)))

    def commit(self, commit: str) -> Commit:
        """Return one commit, whatever it touched."""
        asked = ("rev-list", "--max-count=1", f"--format={FORMAT}", commit)
        return next(iter(parsed_commits(ask_git(self.top, *asked))))

    def _entry(self, commit: str, path: str) -> tuple[str, Blob | None]:
        asked = ("ls-tree", "-z", "-l", "--full-tree", commit, "--", path)
        listed = ask_git(self.top, *asked).decode("utf-8", "surrogateescape")
        return _parsed(listed.split("\0")[0])


def repository_of(folder: Path) -> Repository:
    """Return the repository that a folder is in. Raises `NoGit`, `NotInGit` and their like."""
    there = next(place for place in (folder, *folder.absolute().parents) if place.is_dir())
    said = ask_git(there, "rev-parse", "--show-toplevel")
    return Repository(Path(os.fsdecode(said.removesuffix(b"\n"))))


_FILES, _LINK, _MAX_LINKS = frozenset({"100644", "100755", "100664"}), "120000", 5


def _parsed(line: str) -> tuple[str, Blob | None]:
    """Return mode and file of a line of `ls-tree -l`: mode SP type SP id SP size TAB path."""
    said, _, path = line.partition("\t")
    mode, _, object_id, size = said.split() if path else ("", "", "", "")
    # A folder has the size "-"; an object that is missing "BAD", and reading it will say so.
    return mode, Blob(object_id, int(size) if size.isdecimal() else 0, path) if path else None


def _led_to(asked: str, link: str, target: bytes) -> str:
    """Return the path that a link stands for. Raises `UnreadableInRevision` if it leads out."""
    text = os.fsdecode(target)
    steps: list[str] = list(PurePosixPath(link).parent.parts)
    for step in PurePosixPath(text).parts:
        if step == ".." and steps:
            steps.pop()
        elif step in ("..", "/") or (os.name == "nt" and ":" in step):
            raise UnreadableInRevision(asked, f"liên kết ra ngoài kho, tới {text!r}")
        else:
            steps.append(step)
    return "/".join(steps)

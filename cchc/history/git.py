"""The `git` program, asked so that nothing a repository holds is ever run.

No shell, argument lists only. A repository's configuration names programs (hooks, monitors, pagers,
signature checkers, remote helpers, drivers): plumbing commands that read objects need none of them,
and each is switched off besides.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path, PurePosixPath

from cchc.errors import NoHistory
from cchc.files import MAX_BYTES
from cchc.history.compare import likeness, words_of
from cchc.plan.locate import LEDGER_SUFFIX

TIMEOUT = 60.0
"""Seconds; a question about one file of a large history takes well under one."""


def ask_git(folder: Path, *arguments: str, feed: bytes | None = None) -> bytes:
    """Return what git writes to stdout when it runs in a folder.

    Raises `NoHistory`, with git's own last words where it has no better.
    """
    done = run_git(folder, arguments, feed)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise _failure(folder, said)
    return done.stdout


def run_git(
    folder: Path, arguments: Sequence[str], feed: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Return the finished run, whatever its exit code. Raises `NoHistory`."""
    try:
        return subprocess.run(  # noqa: S603 - a fixed program and checked arguments, no shell
            _command(*arguments),
            cwd=folder,
            env=_environment(os.environ),
            input=feed if feed is not None else b"",
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _failed(folder, f"quá {TIMEOUT:.0f} giây chưa xong") from None
    except ValueError:  # a NUL in an argument names nothing
        raise _failed(folder, "tên có ký tự NUL") from None


def _command(*arguments: str) -> list[str]:
    return [_program(), "--no-pager", *_SWITCHED_OFF, *arguments]


def _failure(folder: Path, said: str) -> NoHistory:
    if "dubious ownership" in said:
        return NoHistory(
            f"git không đọc {folder} vì kho thuộc người dùng khác; nếu tin cậy kho này, chạy"
            f" `git config --global --add safe.directory '{folder}'`"
        )
    if "not a git repository" in said or "must be run in a work tree" in said:
        return NoHistory(
            f"{folder} không nằm trong kho git nào, nên không có các bản trước"
            "; chạy `git init` rồi `git commit` để bắt đầu giữ, hoặc so hai tệp: cchc diff CŨ MỚI"
        )
    return _failed(folder, said.splitlines()[-1] if said else "không nói vì sao")


def _failed(folder: Path, reason: str) -> NoHistory:
    return NoHistory(f"git không làm được ở {folder}: {reason}; thử `git fsck` để xem kho")


def _program() -> str:
    # Windows looks in the current folder first, where a repository may keep a git.exe of its own.
    for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
        if folder and Path(folder).is_absolute():
            found = shutil.which(str(Path(folder) / "git"))
            if found:
                return found
    raise NoHistory(
        "không thấy chương trình git; cài git (https://git-scm.com) rồi chạy lại"
        ", hoặc so hai tệp: cchc diff CŨ MỚI"
    )


def _environment(outside: Mapping[str, str]) -> dict[str, str]:
    """Return the environment without what would steer git elsewhere (a hook sets GIT_DIR)."""
    kept = {k: v for k, v in outside.items() if not k.startswith("GIT_") or k.startswith(_KEPT)}
    return kept | _FIXED


_KEPT = ("GIT_CONFIG_", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")
"""Whose configuration counts, and with it which folders are trusted, stays the user's own."""

_FIXED = {
    "LC_ALL": "C",  # its messages are read by `_failure`
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "SSH_ASKPASS": "",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",  # a file may be called `:(exclude)*`
    # A partial clone would fetch what it lacks, by a program that its configuration names.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_PAGER": "cat",
    "GIT_EXTERNAL_DIFF": "",
}

_SWITCHED_OFF = (
    "-c", "core.hooksPath=/dev/null",
    "-c", "core.fsmonitor=false",
    "-c", "core.untrackedCache=false",
    "-c", "log.showSignature=false",
    "-c", "diff.external=",
    "-c", "credential.helper=",
    "-c", "protocol.allow=never",
    "-c", "core.quotePath=false",
    "-c", "i18n.logOutputEncoding=UTF-8",
)  # fmt: skip


# Commits as git tells them.

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


# A repository: its revisions, the files of a revision, and the commits that touched a file.


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
        """Return a file's path inside the repository. Raises `NoHistory`."""
        # The folder may be reached by a link; the file itself may be one, and is taken as it is.
        real = Path(os.path.realpath(path.parent)) / path.name
        try:
            return real.relative_to(os.path.realpath(self.top)).as_posix()
        except ValueError:
            way = "chỉ một tệp trong kho bằng --plan TỆP"
            raise NoHistory(f"{path} nằm ngoài kho git {self.top}; {way}") from None

    def commit_id(self, revision: str) -> str:
        """Return the id of the commit that a revision names. Raises `NoHistory`."""
        if not revision or revision.startswith("-") or not revision.isprintable():
            raise _unknown(revision, shallow=False)
        wanted = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        done = run_git(self.top, wanted)
        found = done.stdout.decode("ascii", "replace").split()
        if done.returncode or len(found) != 1 or not found[0].isalnum():
            raise _unknown(revision, shallow=self.shallow)
        return found[0]

    @property
    def shallow(self) -> bool:
        """Whether the clone was cut, so that its older history is missing."""
        return ask_git(self.top, "rev-parse", "--is-shallow-repository").strip() == b"true"

    def blob(self, commit: str, path: str) -> Blob | None:
        """Return a file of a commit, None if there is none of this name.

        Links are followed inside the commit. Raises `NoHistory` for a link that leads
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
                raise _unreadable(asked, "đây không phải một tệp")
            path = _led_to(asked, path, self.read(blob))
        raise _unreadable(asked, "liên kết vòng quanh")

    def read(self, blob: Blob) -> bytes:
        """Return a file's bytes. Raises `NoHistory`, before reading any."""
        _refuse_too_big(blob)
        return ask_git(self.top, "cat-file", "blob", blob.id)

    def beginning(self, blob: Blob) -> bytes:
        """Return a file's bytes, one more than any plan has at most: whoever judges it will say."""
        command = _command("cat-file", "blob", blob.id)
        with subprocess.Popen(  # noqa: S603 - as in `run_git`
            command, cwd=self.top, env=_environment(os.environ), stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
        ) as running:  # fmt: skip
            read = running.stdout.read(MAX_BYTES + 1) if running.stdout else b""
            running.kill()
        return read

    def find_all(self, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], "Blob | None"]:
        """Return many files, each of a commit and under a name, in one run of git; as `blob`.

        What is no plain file, or a link that leads out, isn't in it: `blob` says what it is.
        """
        asked = [spec for spec in dict.fromkeys(wanted) if "\n" not in spec[1]]
        feed = "".join(f"{commit}:{path}\n" for commit, path in asked)
        how = ("cat-file", "--batch-check", "--follow-symlinks")
        lines = ask_git(self.top, *how, feed=feed.encode("utf-8", "surrogateescape")).split(b"\n")
        found: dict[tuple[str, str], Blob | None] = {}
        answers = iter(lines)
        for spec, answer in zip(asked, answers, strict=False):
            said = answer.split()
            if answer.endswith(b" missing"):
                found[spec] = None
            elif len(said) == 3 and said[1] == b"blob":
                found[spec] = Blob(said[0].decode("ascii"), int(said[2]), spec[1])
            elif said[0] in _ODD_LINKS:
                next(answers)
        return found

    def read_all(self, blobs: Iterable[Blob]) -> dict[str, bytes]:
        """Return the bytes of many files by their ids, in one run of git; as `read` for one."""
        wanted = list({blob.id: blob for blob in blobs}.values())
        for blob in wanted:
            _refuse_too_big(blob)
        feed = "".join(f"{blob.id}\n" for blob in wanted).encode()
        data = ask_git(self.top, "cat-file", "--batch", feed=feed) if wanted else b""
        found, at = {}, 0
        for blob in wanted:
            head, at = data[at : (end := data.find(b"\n", at))].split(), end + 1
            if len(head) != 3:
                raise _unreadable(blob.path, "kho thiếu nội dung của tệp này")
            found[blob.id] = data[at : at + int(head[2])]
            at += int(head[2]) + 1
        return found

    def files(self, commit: str, folder: str = "") -> tuple[Blob, ...]:
        """Return the files of a folder of a commit ("" is the top), without those below it."""
        return self._listed(commit, *(("--", f"{folder}/") if folder else ()))

    def tree(self, commit: str) -> tuple[Blob, ...]:
        """Return all files of a commit; none for `NO_COMMIT`."""
        return self._listed("-r", commit) if commit != NO_COMMIT else ()

    def bases(self, base: str, head: str) -> tuple[str, ...]:
        """Return the commits where two histories went apart, mostly one. Raises `NoHistory`."""
        if base == NO_COMMIT:
            return (NO_COMMIT,)
        found = run_git(self.top, ("merge-base", "--all", base, head)).stdout.decode("ascii")
        if not found:
            cut = "bản sao này bị cắt lịch sử, chạy `git fetch --unshallow` để lấy đủ"
            way = cut if self.shallow else "hai lịch sử rời nhau không so được; chỉ bản gốc khác"
            raise NoHistory(f"{base[:10]} và {head[:10]} không có bản gốc chung; {way}")
        return tuple(found.split())

    def renamed(self, old: str, new: str) -> dict[str, str]:
        """Return the files that have another name in a later commit: old names by new ones."""
        if old == NO_COMMIT:
            return {}
        asked = ("diff-tree", "-r", "-M", *_AS_IT_IS, "--diff-filter=R", "--name-status", "-z")
        listed = ask_git(self.top, *asked, old, new)
        names = listed.decode("utf-8", "surrogateescape").split("\0")
        return dict(zip(names[2::3], names[1::3], strict=False))

    def touched(self, bases: Sequence[str], head: str) -> frozenset[str]:
        """Return the names of all files that a commit after `bases` touched, up to `head`."""
        if bases[0] == NO_COMMIT:
            return frozenset(blob.path for blob in self.tree(head))
        asked = ("log", "-c", "--name-only", "--no-renames", "--format=", "-z", *_AS_IT_IS)
        listed = ask_git(self.top, *asked, head, "--not", *bases)
        return frozenset(listed.decode("utf-8", "surrogateescape").split("\0"))

    def ahead(self, base: str, head: str) -> int:
        """Return how many commits `base` has that `head` hasn't."""
        if base == NO_COMMIT:
            return 0
        return int(ask_git(self.top, "rev-list", "--count", base, f"^{head}"))

    def commits(self, tip: str, paths: Sequence[str]) -> tuple[Commit, ...]:
        """Return the commits up to `tip` that touched one of the files, the newest first."""
        asked = ("rev-list", "--topo-order", f"--format={FORMAT}", tip, "--", *paths)
        return tuple(parsed_commits(ask_git(self.top, *asked)))

    def added(self, tip: str, path: str) -> tuple[Commit, ...]:
        """Return the commits up to `tip` in which a file came to be, the newest first."""
        asked = ("log", "--no-follow", "--no-renames", "--diff-filter=A", f"--format={FORMAT}")
        return tuple(parsed_commits(ask_git(self.top, *asked, *_AS_IT_IS, tip, "--", path)))

    def commit(self, commit: str) -> Commit:
        """Return one commit, whatever it touched."""
        asked = ("rev-list", "--max-count=1", f"--format={FORMAT}", commit)
        return next(iter(parsed_commits(ask_git(self.top, *asked))))

    def _entry(self, commit: str, path: str) -> tuple[str, Blob | None]:
        return next(self._entries(commit, "--", path))

    def _listed(self, *which: str) -> tuple[Blob, ...]:
        return tuple(blob for mode, blob in self._entries(*which) if blob and mode in _FILES)

    def _entries(self, *which: str) -> Iterator[tuple[str, Blob | None]]:
        listed = ask_git(self.top, "ls-tree", "-z", "-l", "--full-tree", *which)
        return map(_parsed, listed.decode("utf-8", "surrogateescape").split("\0"))


def repository_of(folder: Path) -> Repository:
    """Return the repository that a folder is in. Raises `NoHistory`."""
    there = next(place for place in (folder, *folder.absolute().parents) if place.is_dir())
    said = ask_git(there, "rev-parse", "--show-toplevel")
    return Repository(Path(os.fsdecode(said.removesuffix(b"\n"))))


_AS_IT_IS = ("--no-ext-diff", "--no-textconv")
NO_COMMIT = "0" * 40
"""How git and its services name the commit before a branch's first push: there is none."""
_ODD_LINKS = frozenset({b"dangling", b"loop", b"notdir", b"symlink"})
_FILES, _LINK, _MAX_LINKS = frozenset({"100644", "100755", "100664"}), "120000", 5


def _parsed(line: str) -> tuple[str, Blob | None]:
    """Return mode and file of a line of `ls-tree -l`: mode SP type SP id SP size TAB path."""
    said, _, path = line.partition("\t")
    mode, _, object_id, size = said.split() if path else ("", "", "", "")
    # A folder has the size "-"; an object that is missing "BAD", and reading it will say so.
    return mode, Blob(object_id, int(size) if size.isdecimal() else 0, path) if path else None


def _unknown(revision: str, *, shallow: bool) -> NoHistory:
    cut = "; bản sao này bị cắt lịch sử, chạy `git fetch --unshallow` để lấy đủ"
    way = cut if shallow else "; `git log --oneline` liệt kê các bản"
    return NoHistory(f"không có bản {revision!r} trong git{way}")


def _unreadable(path: str, reason: str) -> NoHistory:
    return NoHistory(f"không đọc {path} trong git: {reason}; chỉ một tệp khác bằng --plan TỆP")


_MB = 1024 * 1024


def _refuse_too_big(blob: Blob) -> None:
    """Raise `NoHistory` for a file that no plan is as big as."""
    if blob.size > MAX_BYTES:
        raise NoHistory(
            f"{blob.path} trong git lớn {blob.size / _MB:.1f} MB, hơn mức {MAX_BYTES // _MB} MB"
            "; một kế hoạch nhỏ hơn 1 MB: có đúng tệp này không?"
        )


def _led_to(asked: str, link: str, target: bytes) -> str:
    """Return the path that a link stands for. Raises `NoHistory` if it leads out."""
    text = os.fsdecode(target)
    steps: list[str] = list(PurePosixPath(link).parent.parts)
    for step in PurePosixPath(text).parts:
        if step == ".." and steps:
            steps.pop()
        elif step in ("..", "/") or (os.name == "nt" and ":" in step):
            raise _unreadable(asked, f"liên kết ra ngoài kho, tới {text!r}")
        else:
            steps.append(step)
    return "/".join(steps)


# The names that a file had before, and has elsewhere. A copy is another file, never followed.

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
        came = repository.added(tip, name)[:MAX_NAMES] if name else ()
        # What was taken away and put back has its name from before that.
        found = ((one, repository.renamed(one.parents[0], one.id)) for one in came if one.parents)
        at, name = next(((one, old[name]) for one, old in found if name in old), (None, None))
        if at is None or name is None:
            return
        tip = at.parents[0]
        yield name


def _later_names(repository: Repository, commit: str, path: str) -> Iterator[str]:
    """Yield the names that a file got on the way to a commit, the first one first."""
    name: str | None = path
    for _ in range(MAX_NAMES):
        commits = repository.commits(commit, (name,)) if name else ()
        if not commits or not commits[0].parents:
            return
        renamed = repository.renamed(commits[0].parents[0], commits[0].id)
        name = next((new for new, old in renamed.items() if old == name), None)
        if name:
            yield name


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

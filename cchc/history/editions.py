"""The editions of a plan in the commits that touched it, each read once."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePosixPath

from cchc.errors import CchcError, FaultyFile, NoHistory
from cchc.files import MAX_BYTES, bytes_of
from cchc.history.compare import Edition
from cchc.history.git import Blob, Commit, Repository, earlier_names, name_at, repository_of
from cchc.plan.loader import plan_of
from cchc.plan.locate import ENDINGS, LEDGER_SUFFIX, ledger_files, ledger_names, ledger_path
from cchc.plan.models import Plan
from cchc.progress.ledger import Ledger, ledger_bytes
from cchc.progress.ledger_file import books_of


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An edition and where it is from.

    `path` tells the place of faults ("HEAD~3:plans/2025.yaml"), `name` is the file's own. `day` is
    the day it was committed, None for files. `texts` are the bytes of plan and ledger files.
    """

    path: Path
    name: str
    edition: Edition
    texts: tuple[bytes, ...]
    day: date | None = None


def of_file(path: Path) -> Snapshot:
    """Return a plan file with the ledger beside it. Raises for what can't be read or is faulty."""
    main = ledger_path(path)
    plan, files = bytes_of(path), ledger_bytes(main)
    edition = Edition(plan_of(path, plan), books_of(main, files).sound_ledger())
    return Snapshot(path, path.as_posix(), edition, (plan, *files.values()))


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
    plan, ledgers = files_at(repository, commit, name)
    data = repository.read(plan) if plan else b""
    files = {Path(f"{revision}:{blob.path}"): repository.read(blob) for blob in ledgers}
    shown = Path(f"{revision}:{name}")
    edition = Edition(plan_of(shown, data), books_of(ledger_path(shown), files).sound_ledger())
    day = repository.commit(commit).committed.date()
    return Snapshot(shown, name, edition, (data, *files.values()), day)


def files_at(
    repository: Repository, commit: str, name: str
) -> tuple[Blob | None, tuple[Blob, ...]]:
    """Return a plan in a commit, None if it isn't there, and the files of its ledger."""
    folder, _, own = name.rpartition("/")
    listed = {PurePosixPath(b.path).name: b for b in repository.files(commit, folder)}
    plan = listed.get(own) or repository.blob(commit, name)
    stem, ending = PurePosixPath(own).stem, PurePosixPath(own).suffix
    mains = [f"{stem}{LEDGER_SUFFIX}{e}" for e in (ending, *ENDINGS)]
    main = next((one for one in mains if one in listed), mains[0])
    found = [listed[one] for one in ledger_names(main, listed)]
    if not found and plan and (linked := repository.blob(commit, f"{folder}/{main}".lstrip("/"))):
        found = [linked]  # a link stays a link
    return plan, tuple(found)


def plans_beside(repository: Repository, commit: str, name: str) -> list[str]:
    """Return the YAML files of a commit that stand in the same folder."""
    folder = str(PurePosixPath(name).parent)
    files = repository.files(commit, "" if folder == "." else folder)
    return [file.path for file in files if file.path.endswith((".yaml", ".yml"))]


# The editions of a plan in the commits that touched it: a file of git is read once, however many
# commits have it, and of a ledger that only grew what was added.

Read = Edition | CchcError | None
"""An edition, why it can't be read, or None where there is no plan yet."""


@dataclass(slots=True)
class Past:
    """The commits that touched a plan or its ledger, under all of its names, the newest first."""

    repository: Repository
    names: tuple[str, ...]
    ledgers: Mapping[str, tuple[str, ...]]
    commits: tuple[Commit, ...]
    tip: str
    _texts: "_Texts"
    _by_commit: dict[str, Read] = field(default_factory=dict)
    _plans: dict[str, Plan] = field(default_factory=dict)
    _ledgers: dict[tuple[str, ...], Ledger] = field(default_factory=dict)

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
                plan = self._texts.blob(commit, name)
                if plan:
                    found = (self._texts.blob(commit, ledger) for ledger in self.ledgers[name])
                    return self._read(commit, plan, tuple(blob for blob in found if blob))
        except CchcError as error:
            return error
        return None

    def _read(self, commit: str, plan: Blob, ledgers: tuple[Blob, ...]) -> Edition:
        if plan.id not in self._plans:
            self._plans[plan.id] = plan_of(_shown(commit, plan), self._texts.data(plan))
        if not ledgers:
            return Edition(self._plans[plan.id], _NO_LEDGER)
        if len(self._ledgers) == _FEW:  # of a whole history it is cheaper to read it in order
            for blob, ledger in self._texts.ledgers().items():
                self._ledgers.setdefault((blob,), ledger)
        known = tuple(blob.id for blob in ledgers)
        found = self._ledgers.get(known)
        if found is None:
            # Told with the commit that it is asked for.
            files = {_shown(commit, blob): self.repository.read(blob) for blob in ledgers}
            found = self._ledgers[known] = books_of(Path(plan.path), files).sound_ledger()
        return Edition(self._plans[plan.id], found)


def past_of(path: Path) -> Past:
    """Return the past of a plan file of the working tree. Raises what keeps git from answering."""
    repository = repository_of(path.parent)
    inside = repository.inside(path)
    names = tuple(dict.fromkeys((inside, *earlier_names(repository, inside))))
    tip = repository.commit_id("HEAD")
    by_plan = {name: _ledger_names(repository, tip, name) for name in names}
    beside = (file.name for file in ledger_files(ledger_path(path)))
    here = (str(PurePosixPath(inside).with_name(name)) for name in beside)
    by_plan[inside] = tuple(dict.fromkeys((*by_plan[inside], *here)))
    ledgers = tuple(dict.fromkeys(ledger for found in by_plan.values() for ledger in found))
    commits = repository.commits(tip, (*names, *ledgers))
    touched = dict.fromkeys(at for one in commits for at in (one.id, *one.parents))
    wanted = ((at, name) for at in (tip, *touched) for name in (*names, *ledgers))
    blobs = repository.find_all(wanted)
    texts = _Texts(repository, blobs, frozenset(ledgers))
    return Past(repository, names, by_plan, commits, tip, texts)


def _ledger_names(repository: Repository, tip: str, plan: str) -> tuple[str, ...]:
    """Return the files that may be a plan's ledger: main ones, and what the tip has beside it."""
    main = PurePosixPath(plan).with_name(f"{PurePosixPath(plan).stem}{LEDGER_SUFFIX}")
    mains = (f"{main}{ending}" for ending in ENDINGS)
    return tuple(dict.fromkeys((*mains, *(b.path for b in files_at(repository, tip, plan)[1]))))


@dataclass(slots=True)
class _Texts:
    """The files of many commits, and their bytes, some of them at a time."""

    repository: Repository
    blobs: Mapping[tuple[str, str], Blob | None]
    ledger_names: frozenset[str]
    _loaded: dict[str, bytes] = field(default_factory=dict)

    def blob(self, commit: str, name: str) -> Blob | None:
        """Return a file of a commit, None where there is none. Raises `NoHistory`."""
        if (commit, name) in self.blobs:
            return self.blobs[commit, name]
        return self.repository.blob(commit, name)

    def data(self, plan: Blob) -> bytes:
        """Return the bytes of a plan, and read those that will be asked for next."""
        if plan.id not in self._loaded:
            plans = list(self._unique(ledgers=False))
            start = next((n for n, blob in enumerate(plans) if blob.id == plan.id), None)
            asked = [plan] if start is None else plans[start : start + _AT_ONCE]
            self._loaded = self.repository.read_all(asked)
        return self._loaded[plan.id]

    def ledgers(self) -> dict[str, Ledger]:
        """Return every sound ledger by its file's id; of one that only grew the end is read."""
        found: dict[str, Ledger] = {}
        oldest_first = list(self._unique(ledgers=True))[::-1]
        grown = _Grown()
        for at in range(0, len(oldest_first), _AT_ONCE):
            some = oldest_first[at : at + _AT_ONCE]
            texts = self.repository.read_all(some)
            for blob in some:
                with suppress(FaultyFile):
                    found[blob.id] = grown.to(Path(blob.path), texts[blob.id])
        return found

    def _unique(self, *, ledgers: bool) -> Iterator[Blob]:
        blobs = (b for b in self.blobs.values() if b and (b.path in self.ledger_names) is ledgers)
        return iter({blob.id: blob for blob in blobs if blob.size <= MAX_BYTES}.values())


@dataclass(slots=True)
class _Grown:
    """A ledger that grows from one state to the next: only what was added is read."""

    data: bytes = b""
    ledger: Ledger = field(default_factory=lambda: _NO_LEDGER)
    by_lines: bool = True

    def to(self, path: Path, data: bytes) -> Ledger:
        """Return the ledger that bytes are. Raises `FaultyFile`, and is then as it was."""
        added = data[len(self.data) :]
        goes_on = self.by_lines and data.startswith(self.data)
        by_lines = bool(_BY_LINES.fullmatch(added if goes_on else data))
        if goes_on and by_lines:
            base = self.ledger.entries
            more = books_of(path, {path: added}).sound_ledger().entries
            moved = (replace(e, where=(len(base) + int(e.where[0]),)) for e in more)
            ledger = Ledger((*base, *moved)) if more else self.ledger
        else:
            ledger = books_of(path, {path: data}).sound_ledger()
        self.data, self.ledger, self.by_lines = data, ledger, by_lines
        return ledger


_BY_LINES = re.compile(rb"(?:- [^\n]*\n|#[^\n]*\n|\r?\n)*")
"""A ledger as the commands write it: an entry a line, so that any part of it says what it said."""
_AT_ONCE = 64
"""Files that are held in memory at a time."""
_FEW = 3
"""Ledgers that are read by themselves."""
_NO_LEDGER: Ledger = Ledger(())


def _shown(commit: str, blob: Blob) -> Path:
    return Path(f"{commit[:10]}:{blob.path}")

"""A range of git as whoever receives it reads it: every plan and ledger that it touches.

Nothing here trusts what the sender chose: not the days of commits, not the files' names at the end.
"""

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath

from cchc.checks.choice import RuleChoice
from cchc.checks.engine import judged
from cchc.checks.subject import Layout, comments
from cchc.diagnostics import Problem, Severity, TextPlace
from cchc.files import MAX_BYTES
from cchc.history.changes import Change, ChangeKind, changes_between, ledger_changes
from cchc.history.compare import Edition, edits, pair_entries
from cchc.history.git import NO_COMMIT, Blob, Repository, repository_of
from cchc.plan.loader import Document, document_of
from cchc.plan.locate import LEDGER_SUFFIX, ledger_names
from cchc.plan.models import Plan
from cchc.progress.ledger import Entry, Ledger
from cchc.progress.ledger_file import Books, LedgerFile, books_of


@dataclass(frozen=True, slots=True)
class RangeSide:
    """A plan and its ledger files as they are in one commit; `name` is the plan's, there or not."""

    name: str
    plan: Document[Plan] | None
    ledgers: tuple[Document[LedgerFile], ...] = ()

    @property
    def model(self) -> Plan | None:
        """Return what of the plan could be read."""
        return self.plan.model if self.plan else None

    @property
    def ledger(self) -> Ledger:
        """Return the entries of all ledger files as one; what two files say counts once."""
        return Books(self.ledgers).ledger

    @property
    def unread(self) -> tuple[Path, ...]:
        """Return the files of which nothing could be read, so that nothing can be compared."""
        return tuple(one.path for one in (self.plan, *self.ledgers) if one and one.model is None)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a range does to one plan and its ledger, and what is wrong with them at its end.

    `was` is None for a plan that came, `now` for one that went.
    """

    was: RangeSide | None
    now: RangeSide | None
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    suppressions: tuple[Problem, ...] = ()
    """Comments that came, each of which silences rules."""

    @property
    def path(self) -> Path:
        """Return the plan's file, where its ledger stands alone that."""
        side = self.now or self.was
        files = [one.path for one in (side.plan, *side.ledgers) if one] if side else []
        return files[0] if files else Path()

    @property
    def flagged(self) -> tuple[Change, ...]:
        """Return the changes that somebody must look at."""
        return tuple(change for change in self.changes if change.flag)

    def place(self, change: Change) -> tuple[Path, TextPlace]:
        """Return the file and the place that a change is best shown at."""
        side = self.now or self.was
        if side and isinstance(change.new or change.old, Entry):
            return _place_of_entry(side, change.new) or (self.path, _TOP)
        tasks = tuple(side.model.tasks) if side and side.model else ()
        for task in tasks:
            if side and side.plan and task.id == change.subject:
                span = side.plan.tree.span(task.where)
                line, column = side.plan.source.place(span.start)
                return side.plan.path, TextPlace(line, column, excerpt=side.plan.source.line(line))
        return self.path, _TOP


@dataclass(frozen=True, slots=True)
class Review:
    """What a range of git does, read on `day`: the day of whoever receives it.

    `base` is where the two histories went apart, "" where there is none. `behind` counts what the
    base has got since, `cut` says that the clone lacks older commits.
    """

    asked: tuple[str, str]
    base: str
    head: str
    day: date
    files: tuple[Reviewed, ...]
    behind: int = 0
    cut: bool = False


def review(folder: Path, base: str, head: str, day: date, choice: RuleChoice) -> Review:
    """Return the review of what came between two revisions of the repository around a folder.

    Plans are checked as they are at `head`. Raises `NoHistory`.
    """
    repository = repository_of(folder)
    start = NO_COMMIT if _is_none(base) else repository.commit_id(base)
    end = repository.commit_id(head)
    bases = repository.bases(start, end)
    trees = [_Tree.of(repository, commit, folder) for commit in (*bases, end)]
    touched = repository.touched(bases, end) | _differing(trees[0], trees[-1])
    renamed = repository.renamed(bases[0], end)
    pairs = _pairs(touched, trees[0], trees[-1], renamed)
    found = [_reviewed(trees, old, new, day, choice) for old, new in pairs]
    return Review(
        (base, head),
        "" if bases[0] == NO_COMMIT else bases[0],
        end,
        day,
        tuple(sorted(found, key=lambda one: one.path.as_posix())),
        repository.ahead(start, end),
        repository.shallow,
    )


def _is_none(revision: str) -> bool:
    return len(revision) >= len(NO_COMMIT) and not revision.strip("0")


# The files of a commit: which are plans, which ledgers are whose.


@dataclass(frozen=True, slots=True)
class _Tree:
    """The YAML files of a commit by their names, read when they are asked for."""

    repository: Repository
    folder: Path
    blobs: Mapping[str, Blob]
    _read: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, repository: Repository, commit: str, folder: Path) -> "_Tree":
        blobs = repository.tree(commit)
        return cls(repository, folder, {b.path: b for b in blobs if b.path.endswith(_SUFFIXES)})

    def read(self, names: Sequence[str]) -> None:
        """Read the files of these names at once, of one too large only the beginning."""
        wanted = [self.blobs[name] for name in names if name in self.blobs]
        self._read.update(self.repository.read_all(b for b in wanted if b.size <= MAX_BYTES))
        large = (blob for blob in wanted if blob.size > MAX_BYTES)
        self._read.update({blob.id: self.repository.beginning(blob) for blob in large})

    def data(self, name: str) -> bytes:
        blob = self.blobs[name]
        if blob.id not in self._read:
            self.read([name])
        return self._read[blob.id]

    def is_plan(self, name: str) -> bool:
        """Return whether a file is a plan, by its name among plans or by its line `nam:`."""
        if name not in self.blobs or _is_ledger(name):
            return False
        inside = PurePosixPath(name)
        named = inside.parent.name == "plans" and _YEAR.match(inside.name)
        return bool(named) or bool(_OF_PLAN.search(self.data(name)[:_HEAD]))

    def ledgers(self, plan: str) -> list[str]:
        """Return the names of a plan's ledger files, its main one first."""
        folder = plan.rpartition("/")[0]
        main = f"{PurePosixPath(plan).stem}{LEDGER_SUFFIX}{PurePosixPath(plan).suffix}"
        beside = {n.rpartition("/")[2]: n for n in self.blobs if n.rpartition("/")[0] == folder}
        return [beside[name] for name in ledger_names(main, beside)]

    def side(self, name: str) -> RangeSide | None:
        """Return a plan with its ledgers, None where there is neither."""
        plan = self._plan(name) if name in self.blobs else None
        names = self.ledgers(name)
        self.read(names)
        files = {self.path(one): self.data(one) for one in names}
        ledgers = books_of(self.path(name), files).documents if files else ()
        return RangeSide(name, plan, ledgers) if plan or ledgers else None

    def _plan(self, name: str) -> Document[Plan]:
        return document_of(self.path(name), self.data(name), Plan, "kế hoạch")

    def path(self, name: str) -> Path:
        """Return a file's path as a person in the folder would type it."""
        top = os.path.realpath(self.repository.top)
        return Path(os.path.relpath(Path(top) / name, os.path.realpath(self.folder)))


_SUFFIXES = (".yaml", ".yml")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![0-9])")
_OF_PLAN = re.compile(rb"(?m)^(?:\xef\xbb\xbf)?[\"']?nam[\"']?[ \t]*:")
_HEAD = 64 * 1024
"""Bytes in which a plan's own line is looked for."""


def _is_ledger(name: str) -> bool:
    return LEDGER_SUFFIX in PurePosixPath(name).name


def _plan_names(ledger: str) -> tuple[str, ...]:
    folder, _, name = ledger.rpartition("/")
    stem = name.partition(LEDGER_SUFFIX)[0]
    return tuple(f"{folder}/{stem}{suffix}".lstrip("/") for suffix in _SUFFIXES)


def _differing(old: _Tree, new: _Tree) -> frozenset[str]:
    before, after = ({n: b.id for n, b in tree.blobs.items()} for tree in (old, new))
    return frozenset(name for name, _ in before.items() ^ after.items())


# Which plan of the end is which one of the beginning.


def _pairs(
    touched: frozenset[str], old: _Tree, new: _Tree, renamed: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield the plans that a range touched: their names then and now, "" where there is none."""
    names = {plan for name in touched for plan in _meant(name, old, new)}
    for tree in (old, new):
        tree.read(sorted(names))
    wanted = {name for name in names if old.is_plan(name) or new.is_plan(name)}
    alone = {name for name in names - wanted if old.ledgers(name) or new.ledgers(name)}
    gone = {name for name in wanted if not new.is_plan(name) and name not in new.blobs}
    came = {name for name in wanted if not old.is_plan(name) and name not in old.blobs}
    yield from ((name, name) for name in sorted(wanted - gone - came | alone))
    for name in sorted(came):
        before = renamed.get(name, "")
        if before not in gone or not _same_year(old, before, new, name):
            before = _alike(old, gone, new, name)
        gone.discard(before)
        yield before, name
    yield from ((name, "") for name in sorted(gone))


def _meant(name: str, old: _Tree, new: _Tree) -> tuple[str, ...]:
    """Return the plans that a touched file is about: itself, or that of the ledger it is."""
    if not name.endswith(_SUFFIXES):
        return ()
    if not _is_ledger(name):
        return (name,)
    plans = _plan_names(name)
    return tuple(plan for plan in plans if plan in old.blobs or plan in new.blobs) or plans[:1]


def _alike(old: _Tree, gone: set[str], new: _Tree, name: str) -> str:
    """Return the plan of the same year that went: in the same folder, or the only one."""
    same = [one for one in sorted(gone) if _same_year(old, one, new, name)]
    folder = name.rpartition("/")[0]
    beside = [one for one in same if one.rpartition("/")[0] == folder]
    return (beside or (same if len(same) == 1 else [""]))[0]


def _same_year(old: _Tree, before: str, new: _Tree, name: str) -> bool:
    was, now = _year(old.data(before)), _year(new.data(name))
    return was == now


def _year(data: bytes) -> bytes:
    found = _OF_PLAN.search(data)
    year = re.search(rb"[0-9]{4}", data[found.end() :].split(b"\n", 1)[0]) if found else None
    return year[0] if year else b""


# What became of one plan.


def _reviewed(
    trees: Sequence[_Tree], old: str, new: str, day: date, choice: RuleChoice
) -> Reviewed:
    *before, end = trees
    # A ledger may have been there before its plan, and stay when that goes.
    was, now = [tree.side(old or new) for tree in before], end.side(new or old)
    first, *others = (_changes(side, now, day) for side in was)
    known = set(map(_said, first))
    more = [c for other in others for c in other if c.flag and _said(c) not in known]
    return Reviewed(
        was[0],
        now,
        (*first, *more),
        (*_problems(was[0], now, day, choice), *map(_without_plan, _left_behind(end, old, new))),
        tuple(_new_suppressions(was[0], now)),
    )


def _left_behind(end: _Tree, old: str, new: str) -> list[Path]:
    """Return the ledgers under the name that a plan had before."""
    renamed = old and new and old != new and old not in end.blobs
    left = [name for name in end.ledgers(old) if name not in end.ledgers(new)] if renamed else []
    return [end.path(name) for name in left]


def _said(change: Change) -> tuple[str, ...]:
    return (change.kind, change.subject, change.field, change.milestone, str(change.old))


def _changes(was: RangeSide | None, now: RangeSide | None, day: date) -> tuple[Change, ...]:
    """Return what changed. Where one plan can't be read the ledgers are compared by themselves."""
    before = was.ledger if was else Ledger(())
    after = now.ledger if now else Ledger(())
    old, new = (side.model if side else None for side in (was, now))
    if old and new:
        return changes_between(Edition(old, before), Edition(new, after), day, received=True)
    if old and not (now and now.plan):
        nothing = old.model_copy(update={"appendix": None})
        gone = changes_between(Edition(old, before), Edition(nothing, after), day, received=True)
        return tuple(change for change in gone if change.kind is not ChangeKind.HEAD_CHANGED)
    found = edits(before.distinct, after.distinct, pair_entries(before.distinct, after.distinct))
    return tuple(ledger_changes(found, lambda _: 0, {}))


def _problems(
    was: RangeSide | None, now: RangeSide | None, day: date, choice: RuleChoice
) -> Iterator[Problem]:
    """Yield the faults at the end of the range, and what kept it from being compared."""
    for path in was.unread if was else ():
        said = "bản trước không đọc được nên chưa so được; tự đối chiếu với bản này"
        yield Problem(path, _TOP, "not-compared", Severity.WARNING, said)
    if now is None:
        return
    books = Books(now.ledgers) if now.ledgers else books_of(Path(), {})
    if now.plan:
        yield from judged(now.plan, books, day, choice)
    else:
        yield from books.problems
        yield _without_plan(books.path)


def _without_plan(ledger: Path) -> Problem:
    said = "sổ theo dõi không có kế hoạch cùng tên bên cạnh"
    hint = "đặt lại tên của kế hoạch, hoặc của sổ"
    return Problem(ledger, _TOP, "ledger-without-plan", Severity.ERROR, said, hint)


def _new_suppressions(was: RangeSide | None, now: RangeSide | None) -> Iterator[Problem]:
    known = Counter(key for key, _ in _suppressions(was))
    for key, problem in _suppressions(now):
        known[key] -= 1
        if known[key] < 0:
            yield problem


def _suppressions(side: RangeSide | None) -> Iterator[tuple[tuple[str, ...], Problem]]:
    """Yield the comments that silence rules, each with what it is known by: its words and line."""
    for document in (side.plan, *side.ledgers) if side else ():
        if document is None or "cchc:" not in document.source.text:
            continue
        layout = Layout(document.source.text, document.tree)
        for comment in comments(layout):
            names = ", ".join(name for name, _ in comment.names)
            covered = document.source.line(comment.line).strip() if comment.line else ""
            line, column = document.source.place(comment.start)
            place = TextPlace(line, column, excerpt=document.source.line(line))
            said = f"bỏ qua {names or 'mọi quy tắc'}: {comment.reason or 'không nói vì sao'}"
            found = Problem(document.path, place, "new-suppression", Severity.WARNING, said)
            yield (names, comment.reason, covered), found


def _place_of_entry(side: RangeSide, entry: object) -> tuple[Path, TextPlace] | None:
    for document in side.ledgers:
        for one in document.model.ledger.entries if document.model else ():
            if one == entry:
                line, column = document.source.place(document.tree.span(one.where).start)
                return document.path, TextPlace(line, column, excerpt=document.source.line(line))
    return (side.ledgers[0].path, _TOP) if side.ledgers else None


_TOP = TextPlace(1, 1)

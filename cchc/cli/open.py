"""Opening what a command is about: the plan, its ledger, the day, an edition of the past."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typer

from cchc.cli.options import day_of
from cchc.cli.output import FAULTS, say
from cchc.history.changes import told
from cchc.history.editions import Snapshot, of_file, of_revision
from cchc.history.git import repository_of
from cchc.plan.loader import sound_plan, usable_plan
from cchc.plan.locate import find_plan, ledger_path
from cchc.plan.schedule import Schedule, scheduled
from cchc.progress.ledger import Ledger
from cchc.progress.ledger_file import sound_ledger
from cchc.views.diff import Difference


@dataclass(frozen=True, slots=True)
class Opened:
    """A plan with its ledger, and the day they are looked at.

    It is sound unless it was opened for what is sound in it: then `doubtful` says that some isn't.
    """

    path: Path
    plan: Schedule
    ledger: Ledger
    day: date
    doubtful: bool = False


def open_plan(named: Path | None, as_of: str | None, revision: str | None = None) -> Opened:
    """Return the plan to work with, as it is or as it was at a revision of git.

    Raises for a missing, unreadable or faulty plan or ledger.
    """
    day = day_of(as_of)
    path = plan_path(named, day)
    if revision is not None:
        return _as_it_was(path, revision, day)
    _, plan = sound_plan(path)
    return _doubts_told(Opened(path, scheduled(plan), sound_ledger(ledger_path(path)), day))


def open_usable(named: Path | None, as_of: str | None, revision: str | None = None) -> Opened:
    """Return the plan to look at, even if single tasks of it have faults: those are told on stderr.

    Raises as `open_plan` does where more is in doubt. A command that writes or counts must not use
    it.
    """
    if revision is not None:
        return open_plan(named, as_of, revision)
    day = day_of(as_of)
    document, plan = usable_plan(plan_path(named, day))
    if not document.sound:
        shown = "".join(f"\n  {problem}" for problem in document.problems[:5])
        say(f"kế hoạch còn lỗi, những chỗ này có thể thiếu; chạy `cchc check`:{shown}")
    ledger = sound_ledger(ledger_path(document.path))
    sound = document.sound
    return _doubts_told(Opened(document.path, scheduled(plan), ledger, day, doubtful=not sound))


def _doubts_told(opened: Opened) -> Opened:
    """Return the same, and say which tasks have no due date only because theirs was not read."""
    unread = [task for task in opened.plan.tasks if task.unread and task.timing]
    if unread:
        shown = "".join(f"\n  {task.id}: {task.timing}" for task in unread[:5])
        more = f"\n  … và {len(unread) - 5} nhiệm vụ khác" if len(unread) > 5 else ""
        say(
            f"chưa đọc được thời hạn của {len(unread)} nhiệm vụ nên chưa tính hạn cho việc ấy"
            f"; `cchc check` chỉ chỗ sửa:{shown}{more}"
        )
    return opened


def leave(opened: Opened) -> None:
    """End a command that has answered: exit code 1 if the plan has faults."""
    if opened.doubtful:
        raise typer.Exit(FAULTS)


def _as_it_was(path: Path, revision: str, day: date) -> Opened:

    snapshot = at_revision(path, revision)
    return Opened(snapshot.path, scheduled(snapshot.edition.plan), snapshot.edition.ledger, day)


def plan_path(named: Path | None, day: date) -> Path:
    """Return the plan file that is meant, as short as a person would write it from here."""
    return short(find_plan(named, Path.cwd(), day.year))


def short(path: Path) -> Path:
    """Return a path as short as a person would write it from here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


# What was typed for an edition of a plan: a file, or a revision of git.

WORKING = "bản đang sửa"


def compared(
    old: str, new: str | None, plan: Path | None, day: date, *, judged: bool
) -> Difference:
    """Return what changed between two editions; `new` is the working tree if it isn't named.

    It is judged on `day` if the day was asked for (`judged`), else on the day `new` was committed.
    """
    before = edition_named(old, plan, day)
    after = of_file(plan_path(plan, day)) if new is None else edition_named(new, plan, day)
    on = day if judged or after.day is None else after.day
    same_plan = before.edition.plan.year == after.edition.plan.year or _one_file(before, after)
    if not same_plan:
        say("hai kế hoạch của hai năm: chỉ so nội dung, không so hạn và sổ theo dõi")
    changes = told(before.edition, after.edition, on, same_plan=same_plan)
    name = WORKING if new is None else str(after.path)
    return Difference(str(before.path), name, on, changes, before.texts != after.texts)


def edition_named(typed: str, plan: Path | None, day: date) -> Snapshot:
    """Return the file of that name, else the plan as it was at a revision."""
    path = Path(typed)
    revision, colon, inside = typed.partition(":")
    if path.is_file() or (path.suffix in _PLAN_FILES and not colon):
        return of_file(path)
    if colon and inside:  # as git writes a file of a revision: HEAD~3:plans/2025.yaml
        return of_revision(repository_of(Path.cwd()).top / inside, revision)
    return at_revision(plan_path(plan, day), typed)


def at_revision(path: Path, revision: str) -> Snapshot:
    """Return a plan as it was at a revision; says so if it had another name then."""
    snapshot = of_revision(path, revision)
    if Path(snapshot.name).name != path.name:
        say(f"ở bản {revision}, kế hoạch mang tên {snapshot.name}")
    return snapshot


def _one_file(before: Snapshot, after: Snapshot) -> bool:
    return Path(before.name).name == Path(after.name).name


_PLAN_FILES = frozenset({".yaml", ".yml"})

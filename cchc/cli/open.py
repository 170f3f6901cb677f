"""Opening what a command is about: the plan, its ledger, the day, an edition of the past."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from cchc.cli.options import day_of
from cchc.cli.output import FAULTS, say
from cchc.errors import FaultyFile
from cchc.plan.cache import user_cache
from cchc.plan.locate import find_plan, ledger_path
from cchc.plan.schedule import Schedule, scheduled, sound_schedule
from cchc.progress.ledger import Ledger, ledger_bytes
from cchc.progress.ledger_set import sound_ledger
from cchc.timing import Milestone

if TYPE_CHECKING:
    from cchc.history.editions import Snapshot


class Opened(NamedTuple):
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
    plan = sound_schedule(path, user_cache())
    ledger = sound_ledger(ledger_path(path), user_cache())
    return _with_doubts_said(Opened(path, plan, ledger, day))


def open_usable(named: Path | None, as_of: str | None, revision: str | None = None) -> Opened:
    """Return the plan to look at, even if single tasks of it have faults: those are told on stderr.

    Raises as `open_plan` does where more is in doubt. A command that writes or counts must not use
    it.
    """
    if revision is not None:
        return open_plan(named, as_of, revision)
    day = day_of(as_of)
    path = plan_path(named, day)
    try:
        plan, doubtful = sound_schedule(path, user_cache()), False
    except FaultyFile:
        plan, doubtful = _usable(path), True
    ledger = sound_ledger(ledger_path(path), user_cache())
    return _with_doubts_said(Opened(path, plan, ledger, day, doubtful))


def _usable(path: Path) -> Schedule:
    from cchc.plan.loader import usable_plan

    document, plan = usable_plan(path)
    shown = "".join(f"\n  {problem}" for problem in document.problems[:5])
    say(f"kế hoạch còn lỗi, những chỗ này có thể thiếu; chạy `cchc check`:{shown}")
    return scheduled(plan)


def _with_doubts_said(opened: Opened) -> Opened:
    """Return the same, and say which tasks have no due date only because theirs was not read."""
    if opened.ledger.torn:
        tell_torn(ledger_path(opened.path))
    unread = [task for task in opened.plan.tasks if task.unread and task.timing]
    if unread:
        shown = "".join(f"\n  {task.id}: {task.timing}" for task in unread[:5])
        more = f"\n  … và {len(unread) - 5} nhiệm vụ khác" if len(unread) > 5 else ""
        say(
            f"chưa đọc được thời hạn của {len(unread)} nhiệm vụ nên chưa tính hạn cho việc ấy"
            f"; `cchc check` chỉ chỗ sửa:{shown}{more}"
        )
    return opened


def tell_torn(ledger: Path) -> None:
    """Say that git's conflict marks stand in a file of a ledger: both sides were read."""
    files = ledger_bytes(ledger).items()
    torn = ", ".join(file.name for file, data in files if b"<<<<<<<" in data)
    say(
        f"sổ {torn} còn dấu xung đột của git: các mục của cả hai phần đều được tính"
        "; giữ cả hai phần, chỉ xóa các dòng <<<<<<<, =======, >>>>>>>"
    )


def left_open(path: Path, day: date) -> tuple[Path, dict[str, Milestone]] | None:
    """Return last year's plan and what of it is overdue, by task; None where nothing is.

    The plan of the year before stands beside the one at `path` under its own name.
    """
    year = path.stem
    before = path.with_name(f"{int(year) - 1}{path.suffix}") if year.isdecimal() else path
    if before == path or not before.is_file():
        return None
    from cchc.progress.worklist import worklist

    plan = sound_schedule(before, user_cache())
    work = worklist(plan, sound_ledger(ledger_path(before), user_cache()), day)
    late = {item.task.id: item.milestone for item in work.overdue().items if item.task}
    return (before, late) if late else None


def tell_left_open(path: Path, day: date) -> None:
    """Say what of last year's plan is still open: it is in no list of this year's."""
    if found := left_open(path, day):
        said, look = left_open_words(*found)
        say(f"{said}; xem bằng {look}")


def left_open_words(before: Path, late: Mapping[str, Milestone]) -> tuple[str, str]:
    """Return what of a plan is still open, and the command that shows it."""
    ids = ", ".join(list(late)[:6]) + (", …" if len(late) > 6 else "")
    said = f"kế hoạch {before.stem} còn {len(late)} nhiệm vụ quá hạn chưa xong ({ids})"
    return said, f"`cchc overdue --plan {short(before)}`"


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


def at_revision(path: Path, revision: str) -> "Snapshot":
    """Return a plan as it was at a revision; says so if it had another name then."""
    from cchc.history.editions import of_revision

    snapshot = of_revision(path, revision)
    if Path(snapshot.name).name != path.name:
        say(f"ở bản {revision}, kế hoạch mang tên {snapshot.name}")
    return snapshot

"""What most commands begin with: the plan, its ledger, and the day."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typer

from cchc.cli.options import day_of
from cchc.cli.running import FAULTS, say
from cchc.plan.finding import find_plan
from cchc.plan.models import Plan
from cchc.plan.reading import sound_plan, usable_plan
from cchc.progress.entries import Ledger
from cchc.progress.reading import ledger_path, sound_ledger


@dataclass(frozen=True, slots=True)
class Opened:
    """A plan with its ledger, and the day they are looked at.

    It is sound unless it was opened for what is sound in it: then `doubtful` says that some isn't.
    """

    path: Path
    plan: Plan
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
    return Opened(path, plan, sound_ledger(ledger_path(path)), day)


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
    return Opened(document.path, plan, ledger, day, doubtful=not document.sound)


def leave(opened: Opened) -> None:
    """End a command that has answered: exit code 1 if the plan has faults."""
    if opened.doubtful:
        raise typer.Exit(FAULTS)


def _as_it_was(path: Path, revision: str, day: date) -> Opened:
    from cchc.cli.editions import at_revision

    snapshot = at_revision(path, revision)
    return Opened(snapshot.path, snapshot.edition.plan, snapshot.edition.ledger, day)


def plan_path(named: Path | None, day: date) -> Path:
    """Return the plan file that is meant, as short as a person would write it from here."""
    return short(find_plan(named, Path.cwd(), day.year))


def short(path: Path) -> Path:
    """Return a path as short as a person would write it from here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path

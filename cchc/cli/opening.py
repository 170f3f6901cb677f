"""What most commands begin with: the plan, its ledger, and the day."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cchc.cli.options import day_of
from cchc.plan.finding import find_plan
from cchc.plan.models import Plan
from cchc.plan.reading import sound_plan
from cchc.progress.entries import Ledger
from cchc.progress.reading import ledger_path, sound_ledger


@dataclass(frozen=True, slots=True)
class Opened:
    """A sound plan with its ledger, and the day they are looked at."""

    path: Path
    plan: Plan
    ledger: Ledger
    day: date


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

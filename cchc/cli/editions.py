"""What was typed for an edition of a plan: a file, or a revision of git."""

from datetime import date
from pathlib import Path

from cchc.cli.opening import plan_path
from cchc.cli.running import say
from cchc.history.repository import repository_of
from cchc.history.snapshots import Snapshot, of_file, of_revision
from cchc.history.telling import told
from cchc.views.changes import Difference

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

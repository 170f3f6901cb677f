"""The milestones of a task as `cchc.plan.schedule` counts them, from the file and without models.

The models alone take longer to import than Tab may take; a test holds the two to the same keys.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from cchc import timing
from cchc.cli.completion.candidate import Candidate, is_word
from cchc.cli.completion.outline import Fields, Outline, listing, mapping, text
from cchc.dates import vietnamese_date
from cchc.plan.schedule import report_key


class _Mark(NamedTuple):
    key: str
    due: date | None
    action: str


def milestones(plan: Outline, task_id: str) -> Iterator[Candidate]:
    """Yield the keys of a task's milestones, each with its action and due day."""
    task = next((task for known, task in plan.rows if known.upper() == task_id.upper()), None)
    if task is None:
        return
    seen: dict[str, int] = {}
    for mark in list(_marks(plan, task)) or [_UNKNOWN]:
        count = seen[mark.key] = seen.get(mark.key, 0) + 1
        key = f"{mark.key}.{count}" if count > 1 else mark.key
        if is_word(key):
            yield Candidate(key, _about(mark))


_UNKNOWN = _Mark("CD", None, "")
"""What stands for a wording that was not understood."""


def _marks(plan: Outline, task: Fields) -> Iterator[_Mark]:
    year = int(text(plan.top.get("nam")))
    explicit = [mapping(entry) for entry in listing(task.get("moc"))]
    for entry in explicit:
        if due := _date(text(entry.get("den_ngay")), year):
            yield _Mark(due.isoformat(), due, text(entry.get("viec")))
    for read in timing.read(text(task.get("thoi_gian")), year).milestones:
        if explicit and read.due:
            continue
        if read.kind is timing.Kind.REPORT and plan.reporting:
            yield from _reports(plan, read, year)
        else:
            yield _Mark(read.key, read.due, read.action)


def _reports(plan: Outline, read: timing.Milestone, year: int) -> Iterator[_Mark]:
    for report in plan.reporting:
        period = text(report.get("ky"))
        before = _date(text(report.get("truoc")), year)
        due = before - timedelta(days=1) if before else _date(text(report.get("cham_nhat")), year)
        if due and due >= (read.start or date(year, 1, 1)):
            yield _Mark(report_key(period), due, read.action or f"báo cáo {period}")


def _about(mark: _Mark) -> str:
    due = f"hạn {vietnamese_date(mark.due)}" if mark.due else ""
    return ", ".join(part for part in (due, mark.action) if part)


def _date(written: str, year: int) -> date | None:
    """Return the day of 2025-01-31, 31/01/2025, or 05/3 of a year."""
    numbers = [int(number) for number in re.findall(r"[0-9]+", written)]
    if re.match(r"[0-9]{4}-", written):
        numbers.reverse()
    day, month, *rest = numbers or (0, 0)
    try:
        return date(rest[0] if rest else year, month, day)
    except ValueError:
        return None

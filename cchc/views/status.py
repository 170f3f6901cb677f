"""The first screen of the day: the year's progress, what is late, what comes, and whose it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from rich.console import Console
from rich.text import Text

from cchc.dates import day_and_month, vietnamese_date, weekday
from cchc.plan.schedule import Schedule
from cchc.progress.overview import SOON, Overview, Sums, office_name
from cchc.progress.words import capitalized, milestone_parts, status_words
from cchc.progress.worklist import Item
from cchc.timing.holidays import day_off
from cchc.views.formats import item_records
from cchc.views.table import dumps
from cchc.views.words import day_with_weekday, shortened, shortened_before, term

LINES = 20
"""The screen is one look: no more lines than this at 80 columns, or than a terminal has."""
_UNITS, _FIXED = 7, 9


@dataclass(frozen=True, slots=True)
class StatusScreen:
    """A plan with how it stands on a day."""

    path: Path
    plan: Schedule
    overview: Overview
    coming: tuple[Item, ...] = ()
    """What is still to be done in the next days."""
    left: str = ""
    """What of last year's plan is still open, in words, and the command that shows it."""
    look: str = ""

    @property
    def after_week(self) -> tuple[Item, ...]:
        """Return what comes soon, but not this week."""
        return tuple(i for i in self.coming if i.status.due not in self.overview.week)


def status_json(status: StatusScreen) -> str:
    """Return the status as a JSON object; items and dates as in the listings."""
    overview, plan = status.overview, status.plan
    report = overview.report
    return dumps(
        {
            "plan": status.path.as_posix(),
            "year": plan.year,
            "as_of": overview.day.isoformat(),
            "day_off": day_off(overview.day),
            **_fields(overview.sums),
            "overdue": item_records(overview.late),
            "this_week": item_records(overview.this_week),
            "coming": item_records(status.coming),
            "left_open": status.left or None,
            "next_report": item_records([report])[0] if report else None,
            "units": [
                {"unit": code, "name": office_name(plan, code), **_fields(sums)}
                for code, sums in overview.units
            ],
        }
    )


def print_status(status: StatusScreen, console: Console) -> None:
    """Print the status, a thing a line, each cut to the width."""
    lines = max(LINES, console.height - 2) if console.is_terminal else LINES
    for line in _lines(status, console.width, lines):
        console.print(line, no_wrap=True, overflow="ellipsis")


def _lines(status: StatusScreen, width: int, lines: int) -> Iterator[Text]:
    overview = status.overview
    late, week, then = _shares(status, lines)
    shown = [*overview.late[:late], *overview.this_week[:week], *status.after_week[:then]]
    row = _Row.of(shown, overview.day, width)
    yield from _head(status, width)
    yield Text()
    yield _late_heading(overview, late)
    yield from (row.text(item, "red") for item in overview.late[:late])
    yield _week_heading(overview, week)
    yield from (row.text(item, "bold yellow") for item in overview.this_week[:week])
    yield from _coming_heading(status, then)
    yield from (row.text(item, "yellow") for item in status.after_week[:then])
    yield _report(overview)
    yield from _left_open(status)
    if overview.units:
        yield Text()
        yield from _unit_lines(status, width)


def _shares(status: StatusScreen, lines: int) -> tuple[int, int, int]:
    """Return how many of the lines go to what is late, to this week, and to the days after it.

    What comes has at least half of the screen's free lines, for what is late only grows.
    """
    overview = status.overview
    room = lines - _FIXED - min(len(overview.units), _UNITS)
    room -= bool(status.left) + bool(status.after_week)
    late, week, then = len(overview.late), len(overview.this_week), len(status.after_week)
    soon = min(week + then, max(room // 2, room - late))
    week = min(week, max(soon - bool(then), 1) if soon else 0)
    return min(late, room - soon), week, soon - week


def _head(status: StatusScreen, width: int) -> Iterator[Text]:
    overview, plan = status.overview, status.plan
    yield Text(f"Ngày {day_with_weekday(overview.day)}", style="bold")
    place = f"  ({status.path})"
    yield Text(shortened(plan.subject, max(width - len(place), 20)) + place)
    sums = overview.sums
    counts = f"{sums.done}/{sums.total} mốc ({_percent(sums.done, sums.total)})"
    passed = f"{counts}, {term(plan)} đã qua {round(100 * plan.part_passed(overview.day))}%"
    length = max(10, min(40, width - len(passed) - 12))
    filled = round(length * sums.done / sums.total) if sums.total else 0
    bar = Text("█" * filled, style="green").append("░" * (length - filled), style="dim")
    yield Text("Tiến độ  ").append_text(bar).append(f"  {passed}")


def _late_heading(overview: Overview, shown: int) -> Text:
    count = len(overview.late)
    if not count:
        return Text("Quá hạn: không có mốc nào", style="green")
    more = "" if shown == count else f" ({shown} mốc lâu nhất; đủ: cchc overdue)"
    return Text(f"Quá hạn: {count} mốc", style="bold red").append(more, style="dim")


def _week_heading(overview: Overview, shown: int) -> Text:
    week = overview.week
    name = f"Tuần này ({day_and_month(week.start)}-{day_and_month(week.end)})"
    count = len(overview.this_week)
    more = "" if shown == count else f" ({shown} mốc gần nhất; đủ: cchc due --week)"
    said = f"còn {count} mốc đến hạn" if count else "không còn mốc nào đến hạn"
    return Text(f"{name}: {said}", style="bold" if count else "").append(more, style="dim")


def _report(overview: Overview) -> Text:
    item = overview.report
    if item is None or item.status.due is None:
        return Text("Báo cáo tới: không còn kỳ nào trong năm kế hoạch")
    due = f"hạn {vietnamese_date(item.status.due)}, {weekday(item.status.due)}"
    left = status_words(item.status, overview.day)
    whose = f", {', '.join(item.lead.codes)}" if item.lead.codes else ""
    return Text(f"Báo cáo tới: {item.milestone.key}, {item.milestone.action}, {due}, {left}{whose}")


def _left_open(status: StatusScreen) -> Iterator[Text]:
    if said := capitalized(status.left):
        yield Text(said, style="red").append(f": {status.look}", style="dim")


def _coming_heading(status: StatusScreen, shown: int) -> Iterator[Text]:
    count = len(status.after_week)
    if not count:
        return
    until = day_and_month(status.overview.day + timedelta(days=SOON))
    more = "" if shown == count else f" ({shown} mốc gần nhất; đủ: cchc due --within {SOON})"
    heading = Text(f"Sau tuần này, đến hết {until}: {count} mốc", style="bold")
    yield heading.append(more, style="dim")


@dataclass(frozen=True, slots=True)
class _Row:
    """The columns of the items that are shown: each as wide as its widest."""

    day: date
    width: int
    name: int
    words: int
    lead: int

    @classmethod
    def of(cls, items: Sequence[Item], day: date, width: int) -> "_Row":
        words = (status_words(item.status, day) for item in items)
        leads = (len(", ".join(item.lead.codes)) for item in items)
        return cls(
            day,
            width,
            max((len(item.label) for item in items), default=0),
            max(map(len, words), default=0),
            min(max(leads, default=0), 16),
        )

    def text(self, item: Item, style: str) -> Text:
        words = status_words(item.status, self.day)
        lead = shortened(", ".join(item.lead.codes), self.lead)
        text = Text(f"  {item.label:<{self.name}}  ").append(f"{words:<{self.words}}", style)
        text.append(f"  {lead:<{self.lead}}  ")
        action, period = milestone_parts(item)
        room = max(self.width - len(text.plain), 12)
        return text.append(shortened_before(action or item.content, period, room), style="dim")


def _unit_lines(status: StatusScreen, width: int) -> Iterator[Text]:
    units = status.overview.units
    shown = _telling(units) if len(units) > _UNITS else units
    name = max(20, min(44, width - 46))
    soon = f"trong {SOON} ngày"
    heading = "Đơn vị (đứng đầu chủ trì)"
    yield Text(f"{heading:<{name + 8}}{'quá hạn':>10}{soon:>15}{'xong/tổng':>12}", style="bold")
    for code, sums in shown:
        of = f"{sums.done}/{sums.total}"
        line = Text(f"{code:<7} {shortened(office_name(status.plan, code), name):<{name}}")
        line.append(f"{sums.late or '-':>10}", style="bold red" if sums.late else "dim")
        yield line.append(f"{sums.soon or '-':>15}{of:>12}")
    if left := len(units) - len(shown):
        yield Text(f"… và {left} đơn vị khác: cchc status --format json", style="dim")


def _telling(units: tuple[tuple[str, Sums], ...]) -> list[tuple[str, Sums]]:
    """Return the offices with the most to do, in the plan's order, leaving a line for the rest."""
    most = sorted(units, key=lambda u: (-u[1].late, -u[1].soon, -u[1].total))[: _UNITS - 1]
    return [unit for unit in units if unit in most]


def _fields(sums: Sums) -> dict[str, int]:
    return {"late": sums.late, "due_soon": sums.soon, "done": sums.done, "total": sums.total}


def _percent(part: int, whole: int) -> str:
    return f"{round(100 * part / whole) if whole else 0}%"

"""`cchc trend`: the weeks as a table with bars, as JSON and as CSV."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from cchc.dates import vietnamese_date
from cchc.progress.overview import Week
from cchc.views.table import ResultColumn, ResultTable, as_csv, dumps, records

WIDEST = 60
"""Letters of the longest bar on a wide screen."""


@dataclass(frozen=True, slots=True)
class Trend:
    """The weeks of a plan's year up to a day."""

    plan: str
    year: int
    day: date
    weeks: Sequence[Week]


def print_trend(trend: Trend, console: Console) -> None:
    """Print a line a week: its days, the three counts, and a bar of three signs."""
    if not trend.weeks:
        begins = f"01/01/{trend.year}"
        console.print(Text(f"Năm kế hoạch bắt đầu ngày {begins}: chưa có tuần nào để kể."))
        return
    table = Grid.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    for _ in _PARTS:
        table.add_column(no_wrap=True, justify="right")
    table.add_column(no_wrap=True)
    headings = ("Tuần", *(name for name, *_ in _PARTS))
    table.add_row(*(Text(heading, style="bold") for heading in headings))
    most = max(sum(_counts(week)) for week in trend.weeks) or 1
    width = min(max(console.width - _COLUMNS, 10), WIDEST)
    for week in trend.weeks:
        table.add_row(*_cells(week), _bar(week, width / most))
    console.print(table)
    console.print(Text(f"\n{_LEGEND}", style="dim"))
    console.print(Text(_summary(trend), style="bold"))


def trend_json(trend: Trend) -> str:
    """Return the weeks as a JSON object; `end` is the last day that is counted."""
    return dumps(
        {
            "plan": trend.plan,
            "year": trend.year,
            "as_of": trend.day.isoformat(),
            "weeks": records(ResultTable(WEEK, trend.weeks)),
        }
    )


def trend_csv(trend: Trend) -> str:
    """Return the weeks as CSV, under the names that JSON has."""
    return as_csv(ResultTable(WEEK, trend.weeks))


WEEK: tuple[ResultColumn[Week], ...] = (
    ResultColumn("week", "", lambda week: week.name),
    ResultColumn("start", "", lambda week: week.start),
    ResultColumn("end", "", lambda week: week.end),
    ResultColumn("done", "", lambda week: week.done),
    ResultColumn("late", "", lambda week: week.late),
    ResultColumn("open", "", lambda week: week.open),
)


def _counts(week: Week) -> tuple[int, int, int]:
    return week.done, week.late, week.open


def _cells(week: Week) -> list[Text]:
    counts = (str(count) for count in _counts(week))
    days = f"{week.start:%d/%m}–{week.end:%d/%m}"
    return [Text(cell) for cell in (days, *counts)]


def _bar(week: Week, scale: float) -> Text:
    """Return a bar whose whole length says how many milestones there are."""
    bar, begin, total = Text(), 0, 0
    for count, (_, sign, style) in zip(_counts(week), _PARTS, strict=True):
        total += count
        end = round(total * scale)
        # Something late is never too little to be seen.
        end = max(end, begin + 1) if count else end
        bar.append(sign * (end - begin), style=style)
        begin = end
    return bar


def _summary(trend: Trend) -> str:
    first, last = trend.weeks[0], trend.weeks[-1]
    parts = (
        f"{name.lower()} {count}" for count, (name, *_) in zip(_counts(last), _PARTS, strict=True)
    )
    since = f" (từ {first.done} xong, {first.late} quá hạn)" if len(trend.weeks) > 1 else ""
    return f"Đến {vietnamese_date(last.end)}: {', '.join(parts)}{since}."


_PARTS = (("Xong", "█", "green"), ("Quá hạn", "!", "bold red"), ("Còn hạn", "·", ""))
_LEGEND = "█ xong   ! quá hạn   · còn trong hạn; mỗi mốc có hạn được đếm một lần"
_COLUMNS = 40

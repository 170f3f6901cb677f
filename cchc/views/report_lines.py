"""What every view of a report says in words: its days, its columns, its lists."""

from collections.abc import Callable, Iterator

from cchc.progress.figures import Counts
from cchc.progress.report_period import ReportPeriod
from cchc.progress.reporting import Report
from cchc.progress.states import State
from cchc.progress.worklist import Item
from cchc.views.words import standing_words, vietnamese_date

COLUMNS: tuple[tuple[str, Callable[[Counts], int]], ...] = (
    ("Tổng", lambda counts: counts.total),
    ("Xong\nđúng hạn", lambda counts: counts.on_time),
    ("Xong\nquá hạn", lambda counts: counts.late),
    ("Chưa xong\ntrong hạn", lambda counts: counts.in_time),
    ("Chưa xong\nquá hạn", lambda counts: counts.overdue),
    ("Hủy", lambda counts: counts.cancelled),
)
"""The two official axes, and what is on neither."""


def heading(report: Report) -> str:
    """Return "Báo cáo quý I năm 2025, hạn gửi 04/03/2025"."""
    due = report.period.due
    sent = f", hạn gửi {vietnamese_date(due)}" if due else ""
    return f"Báo cáo {report.period.name}{sent}"


def figures_of(period: ReportPeriod) -> str:
    """Return from when to when the figures are: "Số liệu từ 01/01/2025 đến hết 04/03/2025"."""
    closed = vietnamese_date(period.closed)
    if period.closed < period.days.start:
        return f"Số liệu đến hết {closed}, kỳ báo cáo chưa bắt đầu"
    return f"Số liệu từ {vietnamese_date(period.days.start)} đến hết {closed}"


def lists(report: Report) -> Iterator[tuple[str, list[Item]]]:
    """Yield the lists that have something in them, with their headings."""
    items = report.items
    rows: tuple[tuple[str, list[Item]], ...] = (
        ("Đã hoàn thành", [i for i in items if i.standing.state is State.DONE]),
        ("Chưa hoàn thành", [i for i in items if i.open]),
        ("Đã hủy", [i for i in items if i.standing.state is State.CANCELLED]),
        ("Hoàn thành trong kỳ, có hạn ngoài kỳ (không tính ở trên)", list(report.besides)),
        ("Quá hạn từ trước kỳ (không tính ở trên)", list(report.before)),
        (f"Kỳ sau: {report.next_name}", list(report.next_items)),
    )
    for title, found in rows:
        if found:
            yield f"{title} ({len(found)})", found


def told(report: Report, item: Item) -> str:
    """Return how an item stood when the figures were closed, with its document and note."""
    standing = item.standing
    done = f"ngày {vietnamese_date(standing.done_on)}" if standing.done_on else ""
    due = f"hạn {vietnamese_date(standing.due)}" if standing.due and not done else ""
    words = standing_words(standing, report.period.closed)
    parts = (words, done, due, standing.document, standing.note)
    return ", ".join(part for part in parts if part)


def called(item: Item) -> str:
    """Return the id of a task, or the key of a report."""
    return item.task.id if item.task else item.milestone.key

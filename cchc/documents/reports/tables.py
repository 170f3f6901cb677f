"""The counts of a report: as sentences, and as the rows of its tables."""

from collections.abc import Iterable

from cchc.documents.cells import Fields
from cchc.documents.reports.titles import sentence_case
from cchc.plan.models import Plan
from cchc.progress.figures import Counts, Figures, Row
from cchc.progress.reporting import Report
from cchc.progress.terms import REPORTS


def overview(report: Report) -> str:
    """Return all the counts in one sentence."""
    counts, name = report.figures.total, report.period.name
    if not counts.total:
        return f"Không có nhiệm vụ nào có mốc đến hạn trong {name}."
    gone = f"; đã hủy {counts.cancelled}" if counts.cancelled else ""
    return (
        f"Trong {name} có {counts.total} mốc công việc đến hạn, mỗi mốc được tính một lần. Đã hoàn"
        f" thành {counts.done} (đúng hạn {counts.on_time}, quá hạn {counts.late}); chưa hoàn thành"
        f" {counts.open} (trong hạn {counts.in_time}, quá hạn {counts.overdue}){gone}."
    )


def counted_rows(rows: Iterable[Row], plan: Plan | None = None) -> list[Fields]:
    """Return a field for each row; with a plan they are groups, whose titles are in capitals."""
    return [count_fields(row.code, _title(row, plan), row.counts) for row in rows]


def count_fields(code: str, name: str, counts: Counts) -> Fields:
    """Return counts as the texts of a table's cells."""
    return {
        "ma": code,
        "ten": name,
        "tong": str(counts.total),
        "xong_dung_han": str(counts.on_time),
        "xong_qua_han": str(counts.late),
        "chua_trong_han": str(counts.in_time),
        "chua_qua_han": str(counts.overdue),
        "da_huy": str(counts.cancelled),
    }


def chart_words(figures: Figures) -> str:
    """Return what the chart shows, for who can't see it; "" if there is nothing to draw."""
    rows = [row for row in figures.by_group if row.counts.done + row.counts.open]
    told = "; ".join(f"{row.code}: {_words(row.counts)}" for row in rows)
    return f"Biểu đồ số mốc theo nhóm nhiệm vụ. {told}." if rows else ""


def _title(row: Row, plan: Plan | None) -> str:
    if plan is None:
        return row.name
    title = sentence_case(plan, row.name)
    return title if row.code == REPORTS else f"{row.code}. {title}"


def _words(counts: Counts) -> str:
    parts = (
        (counts.on_time, "hoàn thành đúng hạn"),
        (counts.late, "hoàn thành quá hạn"),
        (counts.in_time, "chưa hoàn thành, trong hạn"),
        (counts.overdue, "chưa hoàn thành, quá hạn"),
    )
    return ", ".join(f"{count} {words}" for count, words in parts if count)

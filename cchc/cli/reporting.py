"""Which period `cchc report` takes, and what is said of it; and the document it writes."""

from pathlib import Path

from cchc.cli.opening import Opened
from cchc.cli.running import say
from cchc.plan.spelling import fold
from cchc.progress.report_period import (
    HALF,
    NINE_MONTHS,
    QUARTERS,
    YEAR,
    Looked,
    ReportPeriod,
    next_report,
    period_of,
)
from cchc.progress.reporting import Report


def period_taken(opened: Opened, key: str, looked: Looked) -> ReportPeriod:
    """Return the period that is meant, and say what was taken."""
    plan = opened.plan
    if key:
        found = period_of(plan, key, looked)
    else:
        found = next_report(plan, looked)
        due = f", hạn gửi {found.due:%d/%m/%Y}" if found.due else ""
        which = "gần nhất" if found.due is None or found.due >= looked.day else "cuối cùng"
        say(f"lấy báo cáo {which}: {found.name}{due}")
    if found.entry is None:
        known = ", ".join(entry.period for entry in plan.reporting) or "chưa có kỳ nào"
        say(f"che_do_bao_cao của kế hoạch không có kỳ {found.name} (có: {known}); lấy theo lịch")
    days = f"mốc có hạn từ {found.days.start:%d/%m/%Y} đến hết {found.days.end:%d/%m/%Y}"
    say(f"{days}; số liệu chốt hết ngày {found.closed:%d/%m/%Y} ({_why(found, looked)})")
    return found


def _why(period: ReportPeriod, looked: Looked) -> str:
    entry = period.entry
    if entry and entry.closed == period.closed:
        return "den_ngay trong kế hoạch"
    if period.closed == looked.day:
        return "ngày xét"
    return "hạn gửi báo cáo" if period.due else "ngày cuối kỳ"


def write_document(
    opened: Opened, made: Report, template: Path | None, output: Path | None
) -> None:
    """Write the report as a .docx, and say where it is."""
    from cchc.documents.reports import render_report
    from cchc.documents.saving import save

    name = _FILES.get(made.period.key) or fold(made.period.name).replace(" ", "-")
    target = output or Path(f"bao-cao-{name}-{made.plan.year}.docx")
    save(target, render_report(made, opened.path, template, tell=say))
    say(f"đã ghi {target}")


_FILES = {
    **{key: f"quy-{number}" for number, key in enumerate(QUARTERS, 1)},
    HALF: "6-thang",
    NINE_MONTHS: "9-thang",
    YEAR: "nam",
}

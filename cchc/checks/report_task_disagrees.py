"""Nhiệm vụ báo cáo cải cách hành chính có hạn khác với lịch báo cáo.

Vì sao: cùng một báo cáo mà hai hạn; lịch nhắc một ngày, nhiệm vụ tính quá hạn theo ngày khác.

Sai:

    noi_dung: Xây dựng báo cáo cải cách hành chính 6 tháng
    thoi_gian: Trước ngày 20/6/2025
    che_do_bao_cao:
      - {ky: 6 tháng, truoc: 05/6}

Đúng:

    noi_dung: Xây dựng báo cáo cải cách hành chính 6 tháng
    thoi_gian: Trước ngày 05/6/2025
    che_do_bao_cao:
      - {ky: 6 tháng, truoc: 05/6}
"""

import re
from collections.abc import Iterator

from cchc.checks.subject import Subject, written
from cchc.plan.models import Task
from cchc.plan.problem import Finding, Severity
from cchc.plan.reporting import report_key
from cchc.plan.schedule import report_due
from cchc.timing import Kind

NAME = "report-task-disagrees"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each task for one report of the calendar that names another single day for it."""
    dues = {report_key(entry.period): (entry.period, report_due(subject.plan, entry))
            for entry in subject.plan.reporting}  # fmt: skip
    for task, reading in subject.readings if dues else ():
        keys = {report_key(period) for period in _periods(task)}
        dated = [m for m in reading.milestones if m.due]
        if len(keys) != 1 or len(dated) != 1 or dated[0].kind is not Kind.DATE:
            continue
        period, due = dues.get(keys.pop(), ("", None))
        if due and dated[0].due and dated[0].due != due:
            message = (
                f"{task.id} báo cáo {period} hết {written(dated[0].due)}, lịch báo cáo ghi hết"
            )
            where = (*task.where, "thoi_gian")
            said = dated[0].span.text
            yield Finding(where, f"{message} {written(due)}", "sửa cho khớp lịch", part=said)


def _periods(task: Task) -> set[str]:
    """Return the periods of the reports on administrative reform that a task is about."""
    return {found["period"] for found in _REPORT.finditer(task.content or "")}


_REPORT = re.compile(
    r"báo cáo\s+(?:(?:công tác|kết quả|tình hình|định kỳ|thực hiện|về)\s+)*"
    r"(?:cải cách hành chính|CCHC)\s+(?P<period>quý\s+(?:IV|I{1,3}|[1-4])\b|0?6 tháng(?! cuối)|"
    r"0?9 tháng|(?:cả )?năm\b(?!\s+\d))",
    re.IGNORECASE,
)

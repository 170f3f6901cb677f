"""Lịch báo cáo không theo thứ tự ngày, hoặc một kỳ ghi hai lần.

Vì sao: lịch được đọc từ trên xuống; ngày lùi lại thường là tháng chép nhầm.

Sai:

    - {ky: 9 tháng, truoc: 05/9}
    - {ky: 6 tháng, truoc: 05/6}

Đúng:

    - {ky: 6 tháng, truoc: 05/6}
    - {ky: 9 tháng, truoc: 05/9}
"""

from collections.abc import Iterator

from cchc.checks.subject import Subject, written
from cchc.plan.problem import Finding, Severity
from cchc.plan.reporting import is_known_period, report_key
from cchc.plan.schedule import report_due

NAME = "reporting-order"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each report that is due before the one above it, or whose period was there before."""
    yield from _repeated(subject)
    yield from _unordered(subject)


def _repeated(subject: Subject) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for i, entry in enumerate(subject.plan.reporting):
        earlier = first.setdefault(report_key(entry.period), i)
        if earlier != i and is_known_period(entry.period):
            line = subject.line(("che_do_bao_cao", earlier))
            message = f"báo cáo {entry.period} đã có ở dòng {line}"
            yield Finding(("che_do_bao_cao", i, "ky"), message, "giữ một mục, bỏ mục kia")


def _unordered(subject: Subject) -> Iterator[Finding]:
    above = None
    for i, entry in enumerate(subject.plan.reporting):
        due = report_due(subject.plan, entry)
        if due and above and due < above[0]:
            message = (
                f"báo cáo {entry.period} (hạn {written(due)}) đứng sau"
                f" báo cáo {above[1]} (hạn {written(above[0])})"
            )
            where = ("che_do_bao_cao", i, "truoc" if entry.before else "cham_nhat")
            yield Finding(where, message, "sửa ngày, hoặc xếp lại theo thứ tự ngày")
        above = (due, entry.period) if due else above

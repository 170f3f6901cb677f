"""Mục của lịch báo cáo thiếu hạn, có hai hạn, hoặc nêu kỳ không rõ.

Vì sao: mỗi mục phải cho đúng một ngày; kỳ lạ thì không biết nhiệm vụ "định kỳ báo cáo"
đến hạn lúc nào.

Sai:

    - {ky: quý I, truoc: 05/3, cham_nhat: 05/3}

Đúng:

    - {ky: quý I, truoc: 05/3}
"""

from collections.abc import Iterator

from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity
from cchc.plan.reporting import is_known_period

NAME = "reporting-entry"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each entry of the reporting calendar that names no known period, or not one day."""
    for i, entry in enumerate(subject.plan.reporting):
        where = ("che_do_bao_cao", i)
        if not is_known_period(entry.period):
            message = f'không có kỳ báo cáo "{entry.period[:40]}"'
            yield Finding((*where, "ky"), message, "viết quý I … quý IV, 6 tháng, 9 tháng hoặc năm")
        if entry.before and entry.by:
            message = "báo cáo vừa có truoc vừa có cham_nhat"
            yield Finding((*where, "cham_nhat"), message, "giữ một trong hai", at_key=True)
        if not entry.before and not entry.by:
            hint = "thêm truoc: 05/3 (trước ngày) hoặc cham_nhat: 05/3 (chậm nhất ngày)"
            yield Finding((*where, "truoc"), "báo cáo không có hạn", hint)

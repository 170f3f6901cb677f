"""Sản phẩm là báo cáo mà thời gian thực hiện không có mốc nào để báo cáo.

Vì sao: mốc duy nhất là ban hành Kế hoạch, nên khi Kế hoạch xong thì nhiệm vụ coi như xong, còn báo
cáo không ai nhắc.

Sai:

    san_pham: [Kế hoạch của UBND xã, báo cáo kết quả thực hiện]
    thoi_gian: Quý I năm 2025 ban hành Kế hoạch

Đúng:

    san_pham: [Kế hoạch của UBND xã, báo cáo kết quả thực hiện]
    thoi_gian: Quý I năm 2025 ban hành Kế hoạch; tháng 11 năm 2025 báo cáo kết quả
"""

import re
from collections.abc import Iterator

from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity
from cchc.plan.spelling import fold
from cchc.timing import Reading

NAME = "product-without-milestone"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each report among the products of a task whose every milestone issues a plan."""
    for task, reading in subject.readings:
        reports = [i for i, product in enumerate(task.products) if _REPORT.match(product)]
        if reports and not task.milestones and _only_issues(reading):
            for i in reports:
                product = task.products[i]
                message = f'không mốc nào của {task.id} cho ra "{product[:60]}"'
                hint = "thêm mốc báo cáo vào thoi_gian, như: định kỳ báo cáo kết quả thực hiện"
                yield Finding((*task.where, "san_pham", i), message, hint)


def _only_issues(reading: Reading) -> bool:
    """Return whether each milestone is a day on which a plan is issued, and nothing else."""
    dated = all(milestone.due for milestone in reading.milestones)
    actions = [fold(milestone.action) for milestone in reading.milestones]
    return reading.understood and dated and all(map(_ISSUES.fullmatch, actions))


_REPORT = re.compile("báo cáo", re.IGNORECASE)
_ISSUES = re.compile(
    r"(?:xay dung |ban hanh |phe duyet |trinh |va )+(?:cac )?ke hoach"
    r"(?: (?!thuc hien|trien khai|to chuc|bao cao|kiem tra|va\b)\S+){0,6}"
)

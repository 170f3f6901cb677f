"""Việc giao cho một đơn vị ở phần lời văn mà không nhiệm vụ nào của phụ lục mang.

Vì sao: chỉ nhiệm vụ của phụ lục mới có hạn và được nhắc; việc chỉ nằm trong lời văn dễ bị quên.

Sai:

    muc:
      - so: "1"
        don_vi: VPTK
        y: [Trang bị máy tính bảng phục vụ đại biểu dự kỳ họp không giấy tờ]

Đúng:

    muc:
      - so: "1"
        don_vi: VPTK
        y: [Tham mưu ban hành Kế hoạch tuyên truyền về dịch vụ công trực tuyến]
    noi_dung: Ban hành Kế hoạch tuyên truyền dịch vụ công trực tuyến

So theo từ: một việc mà chưa đến một phần tư số từ của nó có ở một nhiệm vụ thì bị nhắc.
"""

from collections.abc import Iterator
from itertools import islice

from cchc.checks.body import headings
from cchc.checks.subject import Subject
from cchc.plan.models import Plan, Task
from cchc.plan.problem import Finding, Severity
from cchc.plan.spelling import fold

NAME = "duty-without-task"
SEVERITY = Severity.WARNING
CARRIED = 0.25
MOST = 1000
"""Tasks that a duty is compared with."""
FEWEST = 6
"""A duty of fewer words says too little to be looked for."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each point under a unit's heading whose words no task has."""
    tasks = [_words(" ".join((t.content or "", *t.products))) for t in _first(subject.plan)]
    for section, where in headings(subject.plan):
        for i, duty in enumerate(section.bullets if section.unit else ()):
            words = _words(duty)
            carried = max((len(words & task) for task in tasks), default=0)
            if len(words) >= FEWEST and carried < CARRIED * len(words):
                message = f"không nhiệm vụ nào của phụ lục mang việc này của {section.unit}"
                hint = (
                    "thêm nhiệm vụ vào phụ lục, hoặc ghi # cchc: bo-qua duty-without-task -- lý do"
                )
                yield Finding((*where, "y", i), message, hint)


def _first(plan: Plan) -> Iterator[Task]:
    return islice(plan.tasks, MOST)


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split()) - _SMALL


_SMALL = frozenset(
    fold(
        "và các của theo tại về trong được có cho với để những thực hiện tổ chức công tác ubnd xã"
        " hành chính cải cách tham mưu định đúng quy việc trên khi là từ đến một"
    ).split()
)

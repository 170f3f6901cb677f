"""Hai nhiệm vụ trong một nhóm có cùng STT.

Vì sao: tiến độ ghi theo mã nhiệm vụ, nên việc xong của nhiệm vụ này sẽ ghi vào nhiệm vụ kia.

Sai:

    - stt: "04"
    - stt: "04"

Đúng:

    - stt: "04"
    - stt: "05"
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc.checks.numbering import numbers
from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity

if TYPE_CHECKING:
    from cchc.plan.models import Task

NAME = "duplicate-task-id"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each task whose number an earlier task of its group has; "4" and "04" are one."""
    for tasks in numbers(subject.plan):
        first: dict[int | str, Task] = {}
        free = max((number or 0 for _, number in tasks), default=0) + 1
        for task, number in tasks:
            earlier = first.setdefault(number or task.number, task)
            if earlier is not task:
                line = subject.line((*earlier.where, "stt"))
                message = f"trùng mã {earlier.id} với nhiệm vụ ở dòng {line}"
                yield Finding((*task.where, "stt"), message, f'đánh số khác, như "{free:02}"')

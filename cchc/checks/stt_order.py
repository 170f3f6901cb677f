"""STT nhỏ hơn STT của nhiệm vụ đứng trước trong cùng nhóm.

Vì sao: phụ lục in theo thứ tự của tệp; số lộn xộn thường là dòng chép nhầm chỗ.

Sai:

    - stt: "03"
    - stt: "02"

Đúng:

    - stt: "02"
    - stt: "03"
"""

from collections.abc import Iterator

from cchc.checks.numbering import numbers
from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity

NAME = "stt-order"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each task whose number is smaller than the one of the task before it."""
    for tasks in numbers(subject.plan):
        before = 0
        for task, number in tasks:
            if number is not None and number < before:
                message = f"STT {number:02} đứng sau STT {before:02}"
                yield Finding((*task.where, "stt"), message, "xếp lại nhiệm vụ, hoặc sửa STT")
            before = number or before

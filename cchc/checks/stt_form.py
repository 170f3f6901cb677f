"""STT không phải là số.

Vì sao: mã nhiệm vụ là nhóm và STT ("II.04"); lệnh, sổ theo dõi và kiểm tra thứ tự đều cần số.

Sai:

    stt: 4a

Đúng:

    stt: "04"
"""

from collections.abc import Iterator

from cchc.checks.numbering import numbers
from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity

NAME = "stt-form"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each STT that is no number from 1 on."""
    for tasks in numbers(subject.plan):
        for task, number in tasks:
            if number is None:
                where = (*task.where, "stt")
                message = f'STT "{task.number[:20]}" không phải là số thứ tự'
                yield Finding(where, message, 'chỉ viết chữ số, từ 01 trở đi, như "05"')

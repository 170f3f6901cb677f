"""STT nhảy cách, thiếu số ở giữa.

Vì sao: thiếu số thường là sót một nhiệm vụ khi chép. Văn bản gốc thiếu thật thì ghi rõ lý do.

Sai:

    - stt: "02"
    - stt: "04"

Đúng:

    - stt: "02"
    # cchc: bo-qua stt-gap -- văn bản gốc không có nhiệm vụ 03
    - stt: "04"
"""

from collections.abc import Iterator
from itertools import islice

from cchc.checks.numbering import numbers
from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity

NAME = "stt-gap"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each task before which numbers are missing that its group has nowhere."""
    for tasks in numbers(subject.plan):
        present = {number for _, number in tasks}
        before: int | None = 0
        for task, number in tasks:
            if number is not None and before is not None:
                missing = (n for n in range(before + 1, number) if n not in present)
                ids = [f"{task.group}.{n:02}" for n in islice(missing, 6)]
                if ids:
                    yield Finding((*task.where, "stt"), _message(before, number, ids), _HINT)
            before = number


def _message(before: int, number: int, ids: list[str]) -> str:
    jump = f"nhảy từ {before:02} sang {number:02}" if before else f"bắt đầu từ {number:02}"
    return f"STT {jump}: thiếu {', '.join(ids[:5])}{', …' if len(ids) > 5 else ''}"


_HINT = "thêm nhiệm vụ thiếu hoặc đánh lại số; đúng là thiếu: # cchc: bo-qua stt-gap -- lý do"

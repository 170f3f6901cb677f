"""Hai nhiệm vụ gần như giống hệt nhau.

Vì sao: thường là chép một dòng hai lần, hoặc hai nhóm cùng nhận một việc; tiến độ sẽ ghi ở dòng
này mà quá hạn ở dòng kia.

Sai:

    - stt: "01"
      noi_dung: Rà soát, đơn giản hóa thủ tục hành chính trên địa bàn xã năm 2025
    - stt: "02"
      noi_dung: Rà soát và đơn giản hóa thủ tục hành chính trên địa bàn xã trong năm 2025

Đúng:

    - stt: "01"
      noi_dung: Rà soát, đơn giản hóa thủ tục hành chính trên địa bàn xã năm 2025
    - stt: "02"
      noi_dung: Công khai thủ tục hành chính trên Trang thông tin điện tử của xã
"""

from collections.abc import Iterator, Sequence

from cchc.checks.subject import Subject
from cchc.plan.models import Task
from cchc.plan.problem import Finding, Severity
from cchc.plan.spelling import fold

NAME = "near-identical-task"
SEVERITY = Severity.WARNING
MOST = 400
"""Tasks that are compared with one another; past that only equal ones are found."""
ALIKE = 0.85


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each task that says in nearly all its words what an earlier one says."""
    said = [(task, _words(task)) for task in subject.plan.tasks if task.content]
    for i, (task, words) in enumerate(said):
        other = _earlier(words, said[:i] if i < MOST else [])
        if other:
            message = f"{task.id} gần như trùng với {other.id} (dòng {subject.line(other.where)})"
            hint = "gộp hai nhiệm vụ, hoặc viết rõ khác nhau ở đâu"
            yield Finding((*task.where, "noi_dung"), message, hint)


def _earlier(words: frozenset[str], earlier: Sequence[tuple[Task, frozenset[str]]]) -> Task | None:
    for task, known in earlier:
        together = words | known
        if together and len(words & known) >= ALIKE * len(together):
            return task
    return None


def _words(task: Task) -> frozenset[str]:
    return frozenset(fold(task.content or "").split()) - _SMALL


_SMALL = frozenset({"va", "cac", "cua", "trong", "tren", "theo", "ve", "tai", "cho", "duoc"})

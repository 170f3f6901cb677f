"""Nhiệm vụ không có cơ quan chủ trì.

Vì sao: không ai chịu trách nhiệm, và nhiệm vụ không hiện trong danh sách của bộ phận nào.

Sai:

    chu_tri: []

Đúng:

    chu_tri: [VPTK]
"""

from collections.abc import Iterator

from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity

NAME = "empty-lead"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each task without a unit in charge; prose alone (`van_ban`) names none."""
    for task in subject.plan.tasks:
        if not task.lead.codes:
            where = (*task.where, "chu_tri")
            hint = "điền mã đơn vị, như chu_tri: [VPTK]; ô là câu văn thì thêm don_vi: [VPTK]"
            yield Finding(where, f"nhiệm vụ {task.id} không có cơ quan chủ trì", hint)

"""Đơn vị được khai mà không chủ trì, không phối hợp, không được nhắc đến ở đâu.

Vì sao: hoặc quên giao việc cho đơn vị ấy, hoặc mã còn sót từ kế hoạch cũ.

Sai:

    DTN: {ten: Đoàn Thanh niên}

Đúng:

    DTN: {ten: Đoàn Thanh niên}
    phoi_hop: [TPHT, VHXH, DTN]
"""

from collections.abc import Iterator

from cchc.checks.body import headings
from cchc.checks.subject import Subject
from cchc.plan.models import Plan
from cchc.plan.problem import Finding, Severity

NAME = "unused-unit"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each unit that no task, group, heading or report names, and no text either."""
    used = set(_used(subject.plan))
    text = subject.prose.flat.casefold()
    for code, unit in subject.plan.units.items():
        # Its own name stands once in the text: where it is declared.
        if code not in used and text.count(unit.name.casefold()) <= 1:
            message = f"không nhiệm vụ nào, câu nào nhắc đến {code} ({unit.name})"
            yield Finding(("don_vi", code), message, "giao việc, hoặc bỏ đơn vị", at_key=True)


def _used(plan: Plan) -> Iterator[str]:
    for task in plan.tasks:
        yield from task.lead.codes
        yield from task.support.codes
    for unit in plan.units.values():
        yield from unit.members
        yield unit.successor or ""
    for section, _ in headings(plan):
        yield section.unit or ""
    for entry in plan.reporting:
        yield from entry.lead.codes

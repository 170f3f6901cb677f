"""Đơn vị đã kết thúc mà việc còn mở của nó không ai nhận.

Vì sao: việc vẫn đứng tên một đơn vị không còn, nên không ai thấy đó là việc của mình.

Sai:

    NV: {ten: Phòng Nội vụ, den_ngay: 2025-06-30}
    chu_tri: [NV]
    thoi_gian: Quý IV/2025

Đúng:

    NV: {ten: Phòng Nội vụ, den_ngay: 2025-06-30, ke_thua_boi: VHXH}
    chu_tri: [NV]
    thoi_gian: Quý IV/2025
"""

from collections.abc import Iterator
from datetime import date, timedelta

from cchc.checks.subject import Subject, written
from cchc.plan.models import Task
from cchc.plan.problem import Finding, Severity
from cchc.plan.schedule import task_milestones
from cchc.plan.succession import acting_units
from cchc.progress.states import State, standings

NAME = "unit-without-successor"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each unit that ends with open tasks of its own, or taken over, and has no successor."""
    for code, unit in subject.plan.units.items():
        if unit.until and not unit.successor:
            left = [task.id for task in _led(subject, code, unit.until)]
            if left:
                shown = ", ".join(left[:6]) + (", …" if len(left) > 6 else "")
                message = f"{code} kết thúc {written(unit.until)} mà còn {len(left)} nhiệm vụ mở:"
                hint = "thêm ke_thua_boi: mã đơn vị nhận việc"
                yield Finding(("don_vi", code, "den_ngay"), f"{message} {shown}", hint)


def _led(subject: Subject, code: str, until: date) -> Iterator[Task]:
    """Yield the tasks that a unit would still lead the day after its last, and that stay open."""
    after = until + timedelta(days=1)
    for task in subject.plan.tasks:
        if code in acting_units(subject.plan, task.lead.codes, after) and _open(
            subject, task, until
        ):
            yield task


def _open(subject: Subject, task: Task, until: date) -> bool:
    """Return whether something of a task is still to be done after a unit's last day."""
    milestones = task_milestones(subject.plan, task)
    stands = standings(milestones, subject.ledger.of(task.id), subject.as_of)
    still = [s for s in stands if s.state in (State.NOT_STARTED, State.IN_PROGRESS)]
    return any(subject.as_of > until or s.due is None or s.due > until for s in still)

"""Mã đơn vị chưa được khai trong `don_vi`.

Vì sao: nhiệm vụ giao cho một mã không có thì không hiện trong danh sách của bộ phận nào.

Sai:

    chu_tri: [VPKT]

Đúng:

    chu_tri: [VPTK]
"""

from collections.abc import Iterator, Sequence

from cchc.checks.body import headings
from cchc.checks.subject import Subject
from cchc.plan.models import Plan
from cchc.plan.problem import Finding, Severity, Where
from cchc.plan.tree import Mapping, Scalar
from cchc.plan.units import nearest_units

NAME = "unknown-unit"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each place that names a unit the plan doesn't have."""
    declared = subject.document.tree.node(("don_vi",))
    if ("don_vi",) in subject.document.refused:
        return
    # A unit that the models refused is still declared: its own fault is told at its own place.
    known = {*subject.plan.units, *(declared.items if isinstance(declared, Mapping) else ())}
    hints: dict[str, str] = {}
    for codes, where in _cells(subject.plan):
        if known.issuperset(codes):
            continue
        for code, place in _places(subject, codes, where):
            if code not in known:
                hint = hints.get(code) or hints.setdefault(code, _hint(subject.plan, code))
                yield Finding(place, f'không có đơn vị "{code[:60]}"', hint, part=code)


def _cells(plan: Plan) -> Iterator[tuple[Sequence[str], Where]]:
    """Yield all codes that the plan uses, those of one place together."""
    for name, unit in plan.units.items():
        yield unit.members, ("don_vi", name, "gom")
        if unit.successor:
            yield [unit.successor], ("don_vi", name, "ke_thua_boi")
    for section, where in headings(plan):
        if section.unit:
            yield [section.unit], (*where, "don_vi")
    for i, entry in enumerate(plan.reporting):
        yield entry.lead.codes, ("che_do_bao_cao", i, "chu_tri")
    for task in plan.tasks:
        yield task.lead.codes, (*task.where, "chu_tri")
        yield task.support.codes, (*task.where, "phoi_hop")


def _places(subject: Subject, codes: Sequence[str], where: Where) -> Iterator[tuple[str, Where]]:
    cell = subject.document.tree.node(where)
    if isinstance(cell, Scalar):
        yield codes[0], where
        return
    listed = (*where, "don_vi") if isinstance(cell, Mapping) else where
    for i, code in enumerate(codes):
        yield code, (*listed, i)


def _hint(plan: Plan, code: str) -> str:
    near = nearest_units(plan, code[:60])
    if near:
        return f"có phải: {', '.join(near)}?"
    return f"các đơn vị đã khai: {', '.join(plan.units) or '(chưa có)'}"

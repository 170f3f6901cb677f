"""Đơn vị nhóm chứa chính nó, trực tiếp hoặc qua nhóm khác.

Vì sao: `gom` kê các đơn vị thành phần; nhóm chứa chính nó thì không tính được gồm những ai.

Sai:

    CM: {ten: Các bộ phận chuyên môn, gom: [VPTK, CM]}

Đúng:

    CM: {ten: Các bộ phận chuyên môn, gom: [VPTK, TPHT]}
"""

from collections.abc import Iterator, Mapping, Sequence

from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity

NAME = "group-loop"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each loop of group units once, at the member by which its first unit reaches itself."""
    groups = {code: unit.members for code, unit in subject.plan.units.items() if unit.members}
    told: set[str] = set()
    for code, members in groups.items():
        for i, member in enumerate(members):
            way = _way(groups, member, code)
            if way and told.isdisjoint(way):
                told.update(way)
                message = f"nhóm {code} chứa chính nó: {' → '.join((code, *way))}"
                where = ("don_vi", code, "gom", i)
                yield Finding(where, message, f"bỏ {member} khỏi gom của {code}", part=member)


def _way(groups: Mapping[str, Sequence[str]], start: str, goal: str) -> list[str]:
    """Return the units on the way from `start` to `goal`, both included, or none."""
    came: dict[str, str | None] = {start: None}
    waiting = [start]
    while waiting and goal not in came:
        here = waiting.pop()
        for member in groups.get(here, ()):
            if member not in came:
                came[member] = here
                waiting.append(member)
    way: list[str] = []
    step = goal if goal in came else None
    while step is not None:
        way.insert(0, step)
        step = came[step]
    return way

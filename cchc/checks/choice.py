"""Which rules a run is about: the tier, what was asked for by name, what was left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cchc.errors import Unknown, WrongUsage
from cchc.text import nearest

if TYPE_CHECKING:
    from cchc.diagnostics import Problem


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """The rules of a run: those in `select` (the whole tier without it) but for `ignore`."""

    strict: bool = False
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def runs(self, rule: str) -> bool:
        """Return whether a rule is judged."""
        if rule in self.ignore:
            return False
        if self.select:
            return rule in self.select
        return self.strict or rule not in _strict_only()

    def tells(self, problem: "Problem") -> bool:
        """Return whether a fault that reading found is told; what stops reading always is."""
        from cchc.diagnostics import Severity

        return problem.severity is Severity.ERROR or self.runs(problem.rule)


DEFAULT = RuleChoice()
"""Every rule that is not for `--strict` alone."""


# The rules themselves are imported when they are asked for: a plan that was judged needs none.


@cache
def rules() -> tuple[str, ...]:
    """Return every rule's name, by the alphabet."""
    from cchc.checks.reading_faults import READING_FAULTS
    from cchc.checks.rules import RULEBOOK

    return tuple(sorted({rule.name for rule in (*RULEBOOK, *READING_FAULTS)}))


def choice_of(strict: bool, select: Iterable[str], ignore: Iterable[str]) -> RuleChoice:
    """Return the choice for names as they were typed ("a,b" or one by one).

    Raises `Unknown`, with the names that are like it, or `WrongUsage`.
    """
    left_out = _names(ignore)
    for name in left_out:
        if name in _always():
            raise WrongUsage(
                f"không bỏ được quy tắc {name!r}: tệp chưa đọc được thì chưa kiểm tra được gì"
                f"; `cchc explain {name}` chỉ cách sửa"
            )
    return RuleChoice(strict, frozenset(_names(select)), frozenset(left_out))


def rule_named(wanted: str, others: Sequence[str] = ()) -> str:
    """Return the name of the rule that is meant. Raises `Unknown`; `others` may be meant too."""
    name = wanted.strip().lower().replace("_", "-")
    if name not in rules():
        near = nearest(wanted, (*rules(), *others))
        raise Unknown("quy tắc", wanted.strip(), near, way="`cchc explain` kể các quy tắc")
    return name


def _names(typed: Iterable[str]) -> Sequence[str]:
    parts = (part for text in typed for part in text.split(","))
    return [rule_named(part) for part in parts if part.strip()]


@cache
def _strict_only() -> frozenset[str]:
    from cchc.checks.rules import RULEBOOK

    return frozenset(rule.name for rule in RULEBOOK if rule.strict)


@cache
def _always() -> frozenset[str]:
    """Return the rules of reading that can't be left out: nothing is judged without them."""
    from cchc.checks.reading_faults import READING_FAULTS
    from cchc.checks.rules import RULEBOOK
    from cchc.diagnostics import Severity

    errors = {rule.name for rule in READING_FAULTS if rule.severity is Severity.ERROR}
    return frozenset(errors - {rule.name for rule in RULEBOOK})

"""Plans that say themselves what is wrong with them.

A comment below a faulty line has a caret under the first character that is wrong and the rule's
name after it: `#      ^ unknown-unit`. A fault in column 1, where the caret has no room,
is `#< rule`.
"""

import re
from datetime import date
from pathlib import Path

from cchc.checks.choice import RuleChoice
from cchc.checks.engine import check_plan
from cchc.checks.rules import RULEBOOK
from cchc.diagnostics import Problem
from cchc.plan.locate import ledger_path

AS_OF = date(2025, 6, 30)
HERE = Path(__file__).parent
Told = tuple[str, int, int, str]
"""File name, line, column, rule."""

_MARK = re.compile(r"#(?:(?P<first><)| *(?P<caret>\^)) (?P<rule>[a-z-]+)")


def plans(folder: str) -> list[Path]:
    """Return the plans of a folder beside this file, by name; their ledgers are none."""
    return sorted(p for p in (HERE / folder).glob("*.yaml") if ".tien-do" not in p.name)


def marked(plan: Path) -> list[Told]:
    """Return what the marks of a plan and its ledger say, in reading order."""
    ledger = ledger_path(plan)
    return [*_marks(plan), *(_marks(ledger) if ledger.exists() else ())]


def told(plan: Path, as_of: date = AS_OF) -> list[Told]:
    """Return what checking a plan tells."""
    return [place(problem) for problem in problems(plan, as_of)]


def problems(plan: Path, as_of: date = AS_OF) -> list[Problem]:
    """Return what is wrong with a plan, strictly seen if a rule of that tier named it."""
    strict = plan.name.split(".")[0] in {rule.name for rule in RULEBOOK if rule.strict}
    return check_plan(plan, as_of, RuleChoice(strict=strict))


def place(problem: Problem) -> Told:
    """Return a problem without its words."""
    return problem.path.name, problem.line, problem.column, problem.rule


def _marks(path: Path) -> list[Told]:
    found = []
    faulty = 0
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if mark := _MARK.fullmatch(line):
            column = 1 if mark["first"] else mark.start("caret") + 1
            found.append((path.name, faulty, column, mark["rule"]))
        else:
            faulty = number
    return sorted(found, key=lambda one: one[1:])

"""The faults of a plan, for a person and for a program."""

from importlib import import_module
from typing import TYPE_CHECKING

from cchc.plan.problem import Problem, Severity
from cchc.views.as_json import dumps
from cchc.views.checked import Checked

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_EXCERPT = 100
"""Characters of a line that are shown around the caret."""


def problems_text(checked: Checked) -> str:
    """Return each fault with its line, a caret under it, and how to mend it; then the sums."""
    problems = checked.problems
    errors = sum(p.severity is Severity.ERROR for p in problems)
    sums = f"{errors} lỗi, {len(problems) - errors} cảnh báo"
    if checked.mendable:
        sums += f"; `cchc check --fix` sửa được {checked.mendable} chỗ, thêm --diff để xem trước"
    return "\n".join([*(_paragraph(problem) for problem in problems), sums])


def problems_json(checked: Checked) -> str:
    """Return the faults as a JSON list (DESIGN, section 7); lines and columns count from 1."""
    return dumps([_fields(problem) for problem in checked.problems])


def written(form: str, checked: Checked) -> str:
    """Return a check in one of the `FORMS`."""
    room, function = FORMS[form]
    write: Callable[[Checked], str] = getattr(import_module(f"cchc.views.{room}"), function)
    return write(checked)


FORMS = {
    "text": ("problems", "problems_text"),
    "json": ("problems", "problems_json"),
    "github": ("annotations", "problems_github"),
    "sarif": ("sarif", "problems_sarif"),
    "junit": ("junit", "problems_junit"),
    "gitlab": ("code_quality", "problems_gitlab"),
}
"""Each form's module and function: a run imports only the one that was asked for."""


def _fields(problem: Problem) -> dict[str, str | int]:
    return {
        "path": problem.path.as_posix(),
        "line": problem.line,
        "column": problem.column,
        "rule": problem.rule,
        "severity": problem.severity.value,
        "message": problem.message,
        "hint": problem.hint,
    }


def _paragraph(problem: Problem) -> str:
    word = "" if problem.severity is Severity.ERROR else "cảnh báo: "
    place = f"{problem.path}:{problem.line}:{problem.column}"
    lines = [f"{place}: {problem.rule}: {word}{problem.message}"]
    if problem.excerpt.strip():
        lines += _caret(problem)
    if problem.hint:
        lines.append(f"    → {problem.hint}")
    return "\n".join(lines) + "\n"


def _caret(problem: Problem) -> list[str]:
    """Return the part of the line around the place, and a caret under it."""
    start = max(0, min(problem.column - 1 - MAX_EXCERPT // 2, len(problem.excerpt) - MAX_EXCERPT))
    part = problem.excerpt[start : start + MAX_EXCERPT]
    before = "…" if start else ""
    after = "…" if start + MAX_EXCERPT < len(problem.excerpt) else ""
    # What steers a terminal stays visible; a tab is one column wide here.
    shown = "".join(c if c.isprintable() else " " for c in part)
    width = _columns(before + shown[: problem.column - 1 - start])
    return [f"    {before}{shown}{after}", f"    {' ' * width}^"]


def _columns(text: str) -> int:
    """Return how many columns of the terminal a text takes."""
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)

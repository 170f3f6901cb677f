"""The faults of a plan, for a person and for a program."""

from collections.abc import Callable, Sequence

from cchc.plan.problem import Problem, Severity
from cchc.views.as_json import dumps

MAX_EXCERPT = 100
"""Characters of a line that are shown around the caret."""


def problems_text(problems: Sequence[Problem]) -> str:
    """Return each fault with its line, a caret under it, and how to mend it; then the sums."""
    errors = sum(p.severity is Severity.ERROR for p in problems)
    sums = f"{errors} lỗi, {len(problems) - errors} cảnh báo"
    return "\n".join([*(_paragraph(problem) for problem in problems), sums])


def problems_json(problems: Sequence[Problem]) -> str:
    """Return the faults as a JSON list (DESIGN, section 7); lines and columns count from 1."""
    return dumps([_fields(problem) for problem in problems])


FORMS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": problems_text,
    "json": problems_json,
}


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

"""A check as workflow commands of GitHub Actions: each problem stands beside its line.

GitHub shows ten annotations of a kind for a step, so the tenth of many says how many more there
are, and those stand in the log. Source: "Workflow commands", docs.github.com.
"""

from collections.abc import Iterator, Sequence

from cchc.plan.problem import Problem, Severity
from cchc.views.checked import Checked, sentence

MOST = 10
"""Annotations of a kind that GitHub shows for a step."""


def problems_github(checked: Checked) -> str:
    """Return a command a problem, as many as are shown, and the others as lines of the log."""
    return "\n".join(line for kind in Severity for line in _of_kind(kind, _weighing(checked, kind)))


def _weighing(checked: Checked, kind: Severity) -> list[Problem]:
    # With --strict a warning fails the step, so it is shown as what it is there: an error.
    strict = checked.strict
    return [p for p in checked.problems if (Severity.ERROR if strict else p.severity) is kind]


def _of_kind(kind: Severity, problems: Sequence[Problem]) -> Iterator[str]:
    shown = MOST if len(problems) <= MOST else MOST - 1
    for problem in problems[:shown]:
        yield _command(kind, problem)
    if rest := problems[shown:]:
        word = "lỗi" if kind is Severity.ERROR else "cảnh báo"
        summary = f"còn {len(rest)} {word} nữa (GitHub chỉ hiện {MOST}): xem nhật ký của bước này"
        yield f"::{kind.value} title=cchc check::{_data(summary)}"
        yield from (_logged(problem) for problem in rest)


def _command(kind: Severity, problem: Problem) -> str:
    place = {
        "file": problem.path.as_posix(),
        "line": str(problem.line),
        "col": str(problem.column),
        "title": problem.rule,
    }
    properties = ",".join(f"{key}={_property(value)}" for key, value in place.items())
    return f"::{kind.value} {properties}::{_data(sentence(problem))}"


def _logged(problem: Problem) -> str:
    line = f"{problem.path}:{problem.line}:{problem.column}: {problem.rule}: {sentence(problem)}"
    # What a plan says must never be taken for a command, of the old form or the new.
    return " " + line.replace("##[", "# #[").replace("::", ": :").replace("\n", " ")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

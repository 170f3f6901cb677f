"""A check as JUnit XML: a suite a plan, a case a problem, so that any CI shows it.

There is no schema by JUnit itself; this is the form Jenkins publishes (junit-10.xsd, xunit-plugin).
"""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from cchc.plan.problem import Problem
from cchc.views.checked import Checked, sentence


def problems_junit(checked: Checked) -> str:
    """Return the document. What fails the check is a failure, any other warning is skipped."""
    by_path: dict[Path, list[Problem]] = {path: [] for path in checked.paths}
    for problem in checked.problems:
        by_path.setdefault(problem.path, []).append(problem)
    sums = _sums(checked, checked.problems, len([1 for found in by_path.values() if not found]))
    suites = [line for path, found in by_path.items() for line in _suite(checked, path, found)]
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return "\n".join([head, f"<testsuites {_text('name', 'cchc')} {sums}>", *suites, _END])


def _suite(checked: Checked, path: Path, problems: Sequence[Problem]) -> Iterator[str]:
    name = _text("name", path.as_posix())
    sums = _sums(checked, problems, int(not problems))
    skipped = _text("skipped", str(sum(not checked.fails(p) for p in problems)))
    yield f"  <testsuite {name} {sums} {skipped}>"
    if not problems:
        yield f'    <testcase name="cchc check" {_text("classname", path.as_posix())}/>'
    for problem in problems:
        yield from _case(problem, "failure" if checked.fails(problem) else "skipped")
    yield "  </testsuite>"


def _case(problem: Problem, element: str) -> Iterator[str]:
    name = f"{problem.rule} ({problem.line}:{problem.column})"
    yield f"    <testcase {_text('name', name)} {_text('classname', problem.path.as_posix())}>"
    said = f"{problem.path.as_posix()}:{problem.line}:{problem.column}: {sentence(problem)}"
    kind, message = _text("type", problem.rule), _text("message", sentence(problem))
    yield f"      <{element} {kind} {message}>{_legal(said)}</{element}>"
    yield "    </testcase>"


def _sums(checked: Checked, problems: Sequence[Problem], sound: int) -> str:
    failures = sum(map(checked.fails, problems))
    counts = {"tests": len(problems) + sound, "failures": failures, "errors": 0}
    return " ".join(_text(key, str(count)) for key, count in counts.items())


def _text(key: str, value: str) -> str:
    return f'{key}="{_legal(value)}"'


def _legal(text: str) -> str:
    """Return the text as XML 1.0 can hold it (section 2.2)."""
    return escape("".join(c if c.isprintable() else "\ufffd" for c in text))


_END = "</testsuites>"

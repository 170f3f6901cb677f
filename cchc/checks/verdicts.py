"""What `check` finds in plans: remembered by their bytes, and judged on every processor.

What judges a plan is imported only for a plan that was not judged before. Faults are remembered as
data, never as they were printed: warm or cold, every form says the same.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cchc.checks.choice import DEFAULT, RuleChoice
from cchc.errors import CchcError
from cchc.files import bytes_of
from cchc.plan import cache as shape
from cchc.plan.cache import NOWHERE, Cache
from cchc.plan.locate import ledger_files, ledger_path, names_in, plan_copies
from cchc.plan.processes import SHARE, Processes, processors
from cchc.progress.ledger import ledger_bytes

if TYPE_CHECKING:
    from cchc.diagnostics import Problem

MANY = 40
"""Plans from which on it pays to start further processes: each has the rules to import first."""


def check_plans(
    paths: Sequence[Path], as_of: date, choice: RuleChoice = DEFAULT, cache: Cache = NOWHERE
) -> "list[list[Problem]]":
    """Return the faults of each plan and its ledger, each in reading order.

    Of a plan whose bytes were judged before nothing is read again. Raises `UnreadableFile` if the
    system gives no bytes of one.
    """
    names = {folder: names_in(folder) for folder in {path.parent for path in paths}}
    hung = [_hangs_on(path, as_of, choice, names[path.parent]) for path in paths]
    found = [_remembered(path, known, cache) for path, known in zip(paths, hung, strict=True)]
    left = [place for place, problems in enumerate(found) if problems is None]
    anew = _judged([paths[place] for place in left], as_of, choice)
    for place, problems in zip(left, anew, strict=True):
        found[place] = problems
        # What was written to meanwhile was not judged by the bytes that are known.
        if hung[place] and hung[place] == _hangs_on(paths[place], as_of, choice):
            cache.put(hung[place], [_plain(problem) for problem in problems])
    return [problems or [] for problems in found]


def counted_mends(
    path: Path, as_of: date, choice: RuleChoice, cache: Cache, count: Callable[[], int]
) -> int:
    """Return how many mends a plan has, counted once for the same bytes."""
    known = _hangs_on(path, as_of, choice)
    if not known:
        return count()
    known = [b"mends", *known]
    remembered = cache.get(known, shape.number)
    if remembered is None:
        remembered = count()
        cache.put(known, remembered)
    return remembered


def _hangs_on(
    path: Path, as_of: date, choice: RuleChoice, beside: Sequence[str] | None = None
) -> list[bytes]:
    """Return all that a verdict hangs on; nothing where it hangs on more than bytes.

    `beside` are the names in its folder: asked for once for all plans of one folder.
    """
    plan, files = bytes_of(path), ledger_bytes(ledger_path(path), beside)
    if any(b"tep" in data for data in files.values()):
        return []  # whether the file of a document is there, and unchanged
    names = [str(path), *(file.name for file in (*files, *plan_copies(path, beside)))]
    asked = (names, as_of.isoformat(), choice.strict, sorted(choice.select), sorted(choice.ignore))
    said = repr(asked).encode(errors="surrogateescape")
    return [b"verdict", said, plan, *files.values()]


# Judging, in this process or in several.


def _judged(paths: Sequence[Path], as_of: date, choice: RuleChoice) -> "list[list[Problem]]":
    if not paths:
        return []
    from cchc.checks.engine import check_plan

    if len(paths) < MANY or processors() == 1:
        return [check_plan(path, as_of, choice) for path in paths]
    shares = [paths[first : first + SHARE] for first in range(0, len(paths), SHARE)]
    with Processes(partial(_judged_apart, as_of=as_of, choice=choice)) as others:
        results = [others.give(share) for share in shares]
        found = [problems for result in results for problems in result()]
    return [
        check_plan(path, as_of, choice) if problems is None else problems
        for path, problems in zip(paths, found, strict=True)
    ]


def _judged_apart(
    paths: Sequence[Path], as_of: date, choice: RuleChoice
) -> "list[list[Problem] | None]":
    return [_judged_alone(path, as_of, choice) for path in paths]


def _judged_alone(path: Path, as_of: date, choice: RuleChoice) -> "list[Problem] | None":
    """Return the faults of a plan, or None for what has to be told by the first process."""
    from cchc.checks.engine import check_plan

    try:
        return check_plan(path, as_of, choice)
    except CchcError:
        return None


# A fault as plain data, and what is taken for one again.


def _plain(problem: "Problem") -> list[object]:
    said = (problem.rule, problem.severity, problem.message, problem.hint, problem.found)
    return [problem.path.name, problem.place, *said, problem.edits]


def _remembered(path: Path, known: list[bytes], cache: Cache) -> "list[Problem] | None":
    if not known:
        return None
    return cache.get(known, lambda data: _taken(data, path))


def _taken(data: Any, path: Path) -> "list[Problem]":
    """Take a list of faults; each is in the plan or in a file of its ledger."""
    if data == []:
        return []
    from cchc.diagnostics import Edit, Problem, Severity, Span, TextPlace

    files = {file.name: file for file in (path, *ledger_files(ledger_path(path)))}
    span = shape.record(Span, shape.number, shape.number)
    place = shape.record(TextPlace, *[shape.number] * 4, shape.text)
    edit = shape.record(Edit, span, shape.text, shape.flag, shape.maybe(place))
    problem = shape.record(
        Problem,
        *(lambda name: files[shape.text(name)], place, shape.text, Severity),
        *(shape.text, shape.text, shape.text, shape.many(edit)),
    )
    return list(shape.many(problem)(data))

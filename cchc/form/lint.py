"""Running the rules over a document: every finding, in the order a reader meets it."""

from dataclasses import replace
from operator import itemgetter
from pathlib import Path

from cchc.diagnostics import Problem, WordPlace
from cchc.form.anatomy import dissected
from cchc.form.document import DocumentKind
from cchc.form.profile import ND30_2020, Profile
from cchc.form.rules import RULEBOOK
from cchc.form.rules.scope import ANY_PAPER, what_tells_otherwise
from cchc.word.layout import read_paper


def lint(
    path: Path, kind: DocumentKind | None = None, profile: Profile = ND30_2020
) -> list[Problem]:
    """Return what departs from the profile's form in a .docx, which is only read.

    Without `kind` it is found from the document. Raises `UnreadableFile`, `RefusedFile`.
    """
    subject = dissected(read_paper(path), profile, kind)
    outside = what_tells_otherwise(subject)
    found = [
        (place.paragraph or 0, Problem.of(finding, path, place, rule.name, rule.severity))
        for rule, finding in RULEBOOK.findings(None, subject)
        if isinstance(place := finding.where, WordPlace)
        if rule.name in ANY_PAPER or not outside
    ]
    # What concerns the page and no paragraph comes first; the order of the rules is kept else.
    return _counted([problem for _, problem in sorted(found, key=itemgetter(0))])


MANY = 5
"""Places of one fault that are told one by one; more are told once, with their count."""
SHOWN = 3
"""Places that are named where many are told once."""


def _counted(problems: list[Problem]) -> list[Problem]:
    """Return the problems, one for each that says the same at more than `MANY` places."""
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.rule, problem.message, problem.hint), []).append(problem)
    return [
        replace(problem, message=f"{problem.message} ({_places(same)})") if many else problem
        for problem in problems
        for same in [alike[problem.rule, problem.message, problem.hint]]
        if not (many := len(same) > MANY) or problem is same[0]
    ]


def _places(same: list[Problem]) -> str:
    numbers = [problem.place.paragraph for problem in same if isinstance(problem.place, WordPlace)]
    named = list(dict.fromkeys(str(number) for number in numbers if number))[:SHOWN]
    return f"{len(same)} chỗ" + (f": đoạn {', '.join(named)}, …" if named else "")

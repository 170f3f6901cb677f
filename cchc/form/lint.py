"""Running the rules over a document: every finding, in the order a reader meets it."""

from operator import itemgetter
from pathlib import Path

from cchc.diagnostics import Problem, WordPlace
from cchc.form.anatomy import dissected
from cchc.form.document import Kind
from cchc.form.profile import ND30_2020, Profile
from cchc.form.rules import RULEBOOK
from cchc.word.layout import read_paper


def lint(path: Path, kind: Kind | None = None, profile: Profile = ND30_2020) -> list[Problem]:
    """Return what departs from the profile's form in a .docx, which is only read.

    Without `kind` it is found from the document. Raises `UnreadableFile`, `RefusedFile`.
    """
    subject = dissected(read_paper(path), profile, kind)
    found = [
        (place.paragraph or 0, Problem.of(finding, path, place, rule.name, rule.severity))
        for rule, finding in RULEBOOK.findings(None, subject)
        if isinstance(place := finding.where, WordPlace)
    ]
    # What concerns the page and no paragraph comes first; the order of the rules is kept else.
    return [problem for _, problem in sorted(found, key=itemgetter(0))]

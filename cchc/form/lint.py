"""Running the rules over a document: every finding, in the order a reader meets it."""

from pathlib import Path

from cchc.form.anatomy import dissected
from cchc.form.document import Kind
from cchc.form.judging import Fault
from cchc.form.profile import ND30_2020, Profile
from cchc.form.rules import RULEBOOK
from cchc.word.layout import read_paper


def lint(path: Path, kind: Kind | None = None, profile: Profile = ND30_2020) -> list[Fault]:
    """Return what departs from the profile's form in a .docx, which is only read.

    Without `kind` it is found from the document. Raises `UnreadableFile`, `RefusedFile`.
    """
    subject = dissected(read_paper(path), profile, kind)
    found = [
        Fault(path, rule.name, rule.severity, finding)
        for rule in RULEBOOK
        for finding in rule.check(subject)
    ]
    # What concerns the page and no paragraph comes first; the order of the rules is kept else.
    return sorted(found, key=lambda fault: fault.finding.paragraph or 0)

"""Running the rules over a document: every finding, in the order a reader meets it."""

from pathlib import Path

from cchc.documents.lint.anatomy import dissected
from cchc.documents.lint.finding import Fault
from cchc.documents.lint.kinds import Kind
from cchc.documents.lint.reading import read_paper
from cchc.documents.lint.registry import RULES
from cchc.documents.profile import ND30_2020, Profile


def lint(path: Path, kind: Kind | None = None, profile: Profile = ND30_2020) -> list[Fault]:
    """Return what departs from the profile's form in a .docx, which is only read.

    Without `kind` it is found from the document. Raises `UnreadableFile`, `NotWordDocument`,
    `LockedDocument`, `UnsafeDocument` or `TooLargeDocument`.
    """
    subject = dissected(read_paper(path), profile, kind)
    found = [
        Fault(path, rule.NAME, rule.SEVERITY, finding)
        for rule in RULES
        for finding in rule.check(subject)
    ]
    # What concerns the page and no paragraph comes first; the order of the rules is kept else.
    return sorted(found, key=lambda fault: fault.finding.paragraph or 0)

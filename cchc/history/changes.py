"""What makes one edition of a plan of another: exact edits of each of its lists.

`apply(compare(a, b), a)` gives b. What the edits mean to a person, `cchc.history.telling` says.
"""

from dataclasses import dataclass

from cchc.history.edits import Edit, applied, edits
from cchc.history.pairs import (
    pair_entries,
    pair_lines,
    pair_named,
    pair_reports,
    pair_rows,
    pair_sections,
)
from cchc.history.parts import Flat, Named, Parts, Row, apart, together
from cchc.plan.models import Plan, ReportDate
from cchc.progress.entries import Entry, Ledger


@dataclass(frozen=True, slots=True)
class Edition:
    """A plan and its ledger as they were at one time."""

    plan: Plan
    ledger: Ledger


@dataclass(frozen=True, slots=True)
class Changes:
    """The edits of each list of a plan (`cchc.history.parts`)."""

    head: tuple[Edit[Named], ...]
    units: tuple[Edit[Named], ...]
    legal_basis: tuple[Edit[str], ...]
    body: tuple[Edit[Flat], ...]
    reporting: tuple[Edit[ReportDate], ...]
    recipients: tuple[Edit[str], ...]
    rows: tuple[Edit[Row], ...]
    entries: tuple[Edit[Entry], ...]


def compare(a: Edition, b: Edition) -> Changes:
    """Return what makes `b` of `a`; nothing of it where both say the same."""
    old, new = apart(a.plan, a.ledger), apart(b.plan, b.ledger)
    return Changes(
        edits(old.head, new.head, pair_named(old.head, new.head)),
        edits(old.units, new.units, pair_named(old.units, new.units)),
        edits(old.legal_basis, new.legal_basis, pair_lines(old.legal_basis, new.legal_basis)),
        edits(old.body, new.body, pair_sections(old.body, new.body)),
        edits(old.reporting, new.reporting, pair_reports(old.reporting, new.reporting)),
        edits(old.recipients, new.recipients, pair_lines(old.recipients, new.recipients)),
        edits(old.rows, new.rows, pair_rows(old.rows, new.rows)),
        edits(old.entries, new.entries, pair_entries(old.entries, new.entries)),
    )


def apply(changes: Changes, a: Edition) -> Edition:
    """Return the edition that `a` becomes: `apply(compare(a, b), a) == b`."""
    old = apart(a.plan, a.ledger)
    new = Parts(
        applied(changes.head, old.head),
        applied(changes.units, old.units),
        applied(changes.legal_basis, old.legal_basis),
        applied(changes.body, old.body),
        applied(changes.reporting, old.reporting),
        applied(changes.recipients, old.recipients),
        applied(changes.rows, old.rows),
        applied(changes.entries, old.entries),
    )
    return Edition(*together(new))

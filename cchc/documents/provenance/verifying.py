"""`cchc verify`: what a document says of its origin, held against the plan and the document."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cchc.documents.foreign.package import Package, open_package
from cchc.documents.provenance.differences import Difference, differences
from cchc.documents.provenance.lines import lines_of
from cchc.documents.provenance.origin import Origin, ledger_digest, same_text
from cchc.documents.provenance.record import Record, from_xml
from cchc.documents.provenance.sealing import record_part
from cchc.documents.provenance.versions import commit_of
from cchc.errors import BrokenRecord, NoRecord
from cchc.history.commits import Commit
from cchc.plan.source import bytes_of


class Source(StrEnum):
    """Which plan a document was made from."""

    CURRENT = "current"
    OLDER = "older"
    """A commit has it."""
    ELSEWHERE = "elsewhere"
    """Neither the file nor its history has it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be said of a document."""

    path: Path
    plan: Path
    origin: Origin
    source: Source
    commit: Commit | None
    """The one that brought the plan it was made from; None if no commit has it."""
    ledger_changed: bool
    differences: tuple[Difference, ...]

    @property
    def sound(self) -> bool:
        """Whether it is made from the plan as it is now, and nothing was changed by hand."""
        return self.source is Source.CURRENT and not self.differences


def record_of(path: Path) -> tuple[Package, Record]:
    """Return a document and the record it carries.

    Raises what `open_package` does, `NoRecord` if cchc didn't make it, `BrokenRecord`.
    """
    package = open_package(path)
    part = record_part(package)
    if part is None:
        raise NoRecord(path)
    record = from_xml(part[1])
    if record is None:
        raise BrokenRecord(path)
    return package, record


def verify(path: Path, package: Package, record: Record, plan: Path) -> Verdict:
    """Return the verdict on a document, read by `record_of`, against a plan's file and history.

    Raises `UnreadableFile` for the plan.
    """
    origin = record.origin
    current = same_text(bytes_of(plan), origin.plan)
    commit = commit_of(plan, origin)
    source = Source.CURRENT if current else Source.OLDER if commit else Source.ELSEWHERE
    ledger_changed = ledger_digest(plan) != origin.ledger
    found = differences(record.lines, lines_of(package))
    return Verdict(path, plan, origin, source, commit, ledger_changed, found)

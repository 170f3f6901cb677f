"""Entries of the ledger as a story tells them: what, about which milestone, by which document."""

from collections.abc import Iterator

from cchc.progress.chronicle import Happening
from cchc.progress.entries import Deed
from cchc.progress.evidence import Evidence, parse
from cchc.views.words import deed_words, vietnamese_date

Value = str | int | list[str] | dict[str, str] | None


def entry_fields(happening: Happening) -> dict[str, Value]:
    """Return an entry for a program: what it says, and what it came to; dates are ISO.

    `milestones` are those it touched, `due_before` is the due date that an extension moved.
    """
    entry = happening.entry
    evidence = parse(entry.document or "")
    before = _due_before(happening)
    return {
        "day": entry.day.isoformat(),
        "milestone": entry.milestone,
        "milestones": [before.milestone.key for before in happening.about],
        "deed": entry.deed.value,
        "document": entry.document,
        "evidence": _evidence_fields(evidence) if evidence else None,
        "file": entry.file,
        "sha256": entry.sha256,
        "due_before": before,
        "until": entry.until.isoformat() if entry.until else None,
        "days_late": happening.days_late,
        "note": entry.note,
    }


def entry_words(happening: Happening) -> str:
    """Return an entry in words: "gia hạn 2025-Q1: hạn cũ … → hạn mới … theo …"."""
    said = "; ".join(_said(happening))
    return f"{_deed(happening)}{f': {said}' if said else ''}"


def _deed(happening: Happening) -> str:
    entry = happening.entry
    deed = "gia hạn" if entry.deed is Deed.EXTEND else deed_words(entry)
    keys = [before.milestone.key for before in happening.about]
    if not keys and entry.milestone:
        return f"{deed} {entry.milestone} (không có mốc nào như vậy)"
    if not keys:
        return f"{deed} (không mốc nào đổi)"
    late = f", trễ {happening.days_late} ngày" if happening.days_late else ""
    late += " (đã đóng trước đó)" if happening.again else ""
    shown = ", ".join(keys[:6]) + (f" và {len(keys) - 6} mốc khác" if len(keys) > 6 else "")
    return f"{deed} {shown}{late}"


def _said(happening: Happening) -> Iterator[str]:
    entry = happening.entry
    if entry.until:
        due = happening.about[0].due if happening.about else None
        old = f"hạn cũ {vietnamese_date(due)} → " if due else ""
        by = f" theo {entry.document}" if entry.document else ""
        yield f"{old}hạn mới {vietnamese_date(entry.until)}{by}"
    elif entry.document:
        yield entry.document
    if entry.note:
        yield entry.note
    if entry.file:
        yield f"tệp {entry.file}"


def _due_before(happening: Happening) -> str | None:
    due = happening.about[0].due if happening.entry.until and happening.about else None
    return due.isoformat() if due else None


def _evidence_fields(evidence: Evidence) -> dict[str, str]:
    return {
        "kind": evidence.kind,
        "number": evidence.number,
        "symbol": evidence.symbol,
        "date": evidence.day.isoformat(),
    }

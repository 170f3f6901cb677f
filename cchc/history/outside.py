"""What changed outside the appendix: the head, the offices, the body, the reporting calendar."""

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from cchc.history.change import Change, Kind, Value
from cchc.history.changes import Changes
from cchc.history.edits import Edit
from cchc.history.parts import Flat, Named
from cchc.plan.models import Offices, ReportDate


def outside_changes(changes: Changes) -> Iterator[Change]:
    """Yield what changed outside the appendix and the ledger, in the order of the document."""
    for edit in changes.head:
        yield Change(Kind.HEAD_CHANGED, _name(edit), "", *_values(edit))
    yield from _lines("legal_basis", changes.legal_basis)
    for part in changes.body:
        yield from _section_changes(part)
    for report in changes.reporting:
        yield from _report_changes(report)
    yield from _lines("recipients", changes.recipients)
    for unit in changes.units:
        yield from _unit_changes(unit)


def _lines(name: str, found: Sequence[Edit[str]]) -> Iterator[Change]:
    for edit in found:
        if edit.old != edit.new:
            yield Change(Kind.HEAD_CHANGED, name, "", edit.old, edit.new)
        else:
            yield Change(Kind.HEAD_CHANGED, name, "order", edit.old, edit.new)


def _section_changes(edit: Edit[Flat]) -> Iterator[Change]:
    old, new = edit.old, edit.new
    if old is None and new:
        yield Change(Kind.SECTION_ADDED, _place(new), new=new.text)
    elif new is None and old:
        yield Change(Kind.SECTION_REMOVED, _place(old), old=old.text)
    elif old and new:
        if edit.moved or old.depth != new.depth:
            yield Change(Kind.SECTION_MOVED, _place(new), "place", _place(old), _place(new))
        yield from _fields(Kind.SECTION_CHANGED, _place(new), old.section, new.section)


def _report_changes(edit: Edit[ReportDate]) -> Iterator[Change]:
    old, new = edit.old, edit.new
    if old is None and new:
        yield Change(Kind.REPORT_ADDED, new.period, new=_day(new))
    elif new is None and old:
        yield Change(Kind.REPORT_REMOVED, old.period, old=_day(old))
    elif old and new:
        if edit.moved:
            yield Change(Kind.REPORT_CHANGED, new.period, "order")
        yield from _fields(Kind.REPORT_CHANGED, new.period, old, new)


def _unit_changes(edit: Edit[Named]) -> Iterator[Change]:
    old, new = edit.old, edit.new
    if old is None and new:
        yield Change(Kind.UNIT_ADDED, new.name, new=new.value.name)
    elif new is None and old:
        yield Change(Kind.UNIT_REMOVED, old.name, old=old.value.name)
    elif old and new:
        if edit.moved:
            yield Change(Kind.UNIT_MOVED, new.name, "order")
        yield from _fields(Kind.UNIT_CHANGED, new.name, old.value, new.value)


def _fields(kind: Kind, subject: str, old: BaseModel, new: BaseModel) -> Iterator[Change]:
    for (name, was), (_, now) in zip(old, new, strict=True):
        if was != now:
            yield Change(kind, subject, name, _value(was), _value(now))


def _value(value: object) -> Value:
    if isinstance(value, Offices):
        return value.codes
    return value if isinstance(value, tuple) else None if value is None else str(value)


def _name(edit: Edit[Named]) -> str:
    return (edit.new or edit.old or Named("", None)).name


def _values(edit: Edit[Named]) -> tuple[Value, Value]:
    return _value(edit.old and edit.old.value), _value(edit.new and edit.new.value)


def _place(flat: Flat) -> str:
    return " › ".join((*flat.path, flat.heading or "…"))


def _day(report: ReportDate) -> str:
    return f"trước {report.before}" if report.before else f"chậm nhất {report.by or '…'}"

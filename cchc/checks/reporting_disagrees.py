"""Lịch báo cáo khác với lời văn của phần chế độ báo cáo.

Vì sao: lời văn là cái được ký, lịch là cái được nhắc; hai bên khác nhau thì một bên sai.

Sai:

    luu_y: báo cáo 6 tháng gửi trước ngày 05/6
    che_do_bao_cao:
      - {ky: 6 tháng, truoc: 06/5}

Đúng:

    luu_y: báo cáo 6 tháng gửi trước ngày 05/6
    che_do_bao_cao:
      - {ky: 6 tháng, truoc: 05/6}
"""

from collections.abc import Iterator
from datetime import date

from cchc.checks.body import texts
from cchc.checks.reporting_wording import Clause, clauses
from cchc.checks.subject import Subject, written
from cchc.plan.models import ReportDate, Section
from cchc.plan.problem import Finding, Severity, Where
from cchc.plan.reporting import report_key
from cchc.plan.schedule import report_due
from cchc.plan.spelling import fold

NAME = "reporting-disagrees"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each calendar entry whose day is another in the wording, and each that is missing."""
    entries = [
        (i, entry, report_key(entry.period)) for i, entry in enumerate(subject.plan.reporting)
    ]
    for section, where in _speaking(subject):
        for text, place in texts(section, where):
            for clause in clauses(text):
                mine = [(i, entry) for i, entry, key in entries if key in clause.keys]
                label = f"phần {section.number}" if section.number else "lời văn"
                if not mine:
                    yield _missing(subject, clause, label, place)
                for i, entry in mine:
                    yield from _different(subject, clause, label, i, entry)


def _speaking(subject: Subject) -> list[tuple[Section, Where]]:
    """Return the parts of the body about reporting, or all if no heading says so."""
    parts: list[tuple[Section, Where]] = [
        (section, ("phan", i)) for i, section in enumerate(subject.plan.sections)
    ]
    return [p for p in parts if "bao cao" in fold(p[0].title or "")] or parts


def _missing(subject: Subject, clause: Clause, label: str, place: Where) -> Finding:
    message = f'{label} nói "{clause.text}" mà lịch báo cáo không có'
    hint = f"thêm vào che_do_bao_cao: - {{ky: {clause.period}, …}}"
    if subject.plan.reporting:
        return Finding(("che_do_bao_cao",), message, hint, at_key=True)
    return Finding(place, message, hint, part=clause.text)


def _different(
    subject: Subject, clause: Clause, label: str, i: int, entry: ReportDate
) -> Iterator[Finding]:
    year = subject.plan.year
    said, due = clause.due(year, report_key(entry.period)), report_due(subject.plan, entry)
    if said and due and said != due:
        message = (
            f"lịch ghi hạn báo cáo {entry.period} là {_last(due)},"
            f' {label} ghi "{clause.text}" tức là {_last(said)}'
        )
        where = ("che_do_bao_cao", i, "truoc" if entry.before else "cham_nhat")
        yield Finding(where, message, "sửa một trong hai cho khớp")


def _last(day: date) -> str:
    return f"hết {written(day)}"

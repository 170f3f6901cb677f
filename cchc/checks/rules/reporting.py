"""Rules about the reporting calendar, and the reports that tasks and sentences name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from cchc import timing
from cchc.checks.registry import rule
from cchc.checks.subject import Subject, texts, written
from cchc.diagnostics import Finding, Severity, Where
from cchc.plan.models import ReportDate, Section, Task
from cchc.plan.schedule import is_known_period, report_due, report_key
from cchc.text import fold
from cchc.timing import Kind, Reading
from cchc.timing.calendar import PERIOD_WRITTEN, REPORTED

_QUARTERS = tuple(key for key, period in REPORTED.items() if period.kind is Kind.QUARTER)


@dataclass(frozen=True, slots=True)
class Clause:
    """A report that the wording names with its last days. `keys` are the periods it can be for."""

    text: str
    period: str
    keys: tuple[str, ...]
    dues: tuple[date, ...]

    def due(self, year: int, key: str) -> date | None:
        """Return the last day in time of a report, None if the wording names none in the year."""
        named = [day for day in self.dues if day.year == year]
        if len(self.dues) > 1:  # "ngày 05 tháng cuối quý": each quarter has its own
            named = [day for day in named if key in REPORTED and day.month == REPORTED[key].last]
        return named[0] if len(named) == 1 else None


def clauses(text: str, year: int) -> Iterator[Clause]:
    """Yield each report that prose names with its day, in the order of the text."""
    days = [found for found in timing.find(text, year) if found.kind in _EXACT]
    after = 0
    for span, same in groupby(days, key=lambda found: found.span):
        dues = tuple(found.due for found in same if found.due)
        # The day is the nearest report's before it, in the same sentence.
        piece = _PIECES.split(text[after : span.start])[-1]
        head = _HEAD.match(piece)
        for period in _PERIOD.findall(head["periods"]) if head else ():
            key = report_key(period)
            keys = (key,) if key in REPORTED else _QUARTERS
            yield Clause(f"{piece}{span.text}".strip(), period, keys, dues)
        after = span.end


_EXACT = frozenset({Kind.DATE, Kind.RECURRING})

# Each report is a piece of its own: up to the next one, or the end of the sentence.
_PIECES = re.compile(r"(?=\bbáo cáo\b)|;|\n|(?<=[^\W\d])\.\s", re.IGNORECASE)
_PERIOD = re.compile(PERIOD_WRITTEN, re.IGNORECASE)
_HEAD = re.compile(
    rf"báo cáo\s+(?:(?:định kỳ|hằng|hàng)\s+)*(?P<periods>(?:{PERIOD_WRITTEN})"
    rf"(?:(?:\s*,\s*|\s+và\s+)(?:{PERIOD_WRITTEN}))*)",
    re.IGNORECASE,
)


@rule("milestones-disagree", Severity.ERROR)
def milestones_disagree(subject: Subject) -> Iterator[Finding]:
    """Mốc ghi trong `moc` không khớp với lời văn.

    Vì sao: lời văn là cái được ký, `moc` là cái được nhắc; hai bên khác nhau thì một bên sai.

    Sai:

        thoi_gian: Trước ngày 15/11/2025
        moc: [{den_ngay: 2025-11-15}]

    Đúng:

        thoi_gian: Trước ngày 15/11/2025
        moc: [{den_ngay: 2025-11-14}]
    """
    for task in subject.plan.rows:
        yield from _backwards(task)
    for task, reading in subject.readings:
        if task.milestones:
            yield from _missing(task, reading)
            yield from _added(task, reading)


def _backwards(task: Task) -> Iterator[Finding]:
    for i, milestone in enumerate(task.milestones):
        if milestone.start and milestone.start > milestone.due:
            message = f"đến ngày {written(milestone.due)} trước từ ngày {written(milestone.start)}"
            where = (*task.where, "moc", i, "den_ngay")
            yield Finding(where, message, "sửa tu_ngay hoặc den_ngay")


def _missing(task: Task, reading: Reading) -> Iterator[Finding]:
    explicit = {milestone.due for milestone in task.milestones}
    said = {m.due for m in reading.milestones if m.due}
    missing = [written(due) for due in sorted(said - explicit)]
    if missing:
        message = f"lời văn có hạn {', '.join(missing)} mà moc không có"
        hint = "thêm vào moc, hoặc sửa thoi_gian"
        yield Finding((*task.where, "moc"), message, hint, at_key=True)


def _added(task: Task, reading: Reading) -> Iterator[Finding]:
    # Wording that leaves a time open ("thường xuyên", or what was not read) leaves room for days.
    if not reading.understood or any(m.due is None for m in reading.milestones):
        return
    said = {milestone.due for milestone in reading.milestones}
    for i, explicit in enumerate(task.milestones):
        if explicit.due not in said:
            message = (
                f'moc có hạn {written(explicit.due)} mà lời văn "{reading.phrase[:60]}" không có'
            )
            where = (*task.where, "moc", i, "den_ngay")
            yield Finding(where, message, "sửa ngày, hoặc sửa thoi_gian")


@rule("reporting-order", Severity.ERROR)
def reporting_order(subject: Subject) -> Iterator[Finding]:
    """Lịch báo cáo không theo thứ tự ngày, hoặc một kỳ ghi hai lần.

    Vì sao: lịch được đọc từ trên xuống; ngày lùi lại thường là tháng chép nhầm.

    Sai:

        - {ky: 9 tháng, truoc: 05/9}
        - {ky: 6 tháng, truoc: 05/6}

    Đúng:

        - {ky: 6 tháng, truoc: 05/6}
        - {ky: 9 tháng, truoc: 05/9}
    """
    yield from _repeated(subject)
    yield from _unordered(subject)


def _repeated(subject: Subject) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for i, entry in enumerate(subject.plan.reporting):
        earlier = first.setdefault(report_key(entry.period), i)
        if earlier != i and is_known_period(entry.period):
            line = subject.line(("che_do_bao_cao", earlier))
            message = f"báo cáo {entry.period} đã có ở dòng {line}"
            yield Finding(("che_do_bao_cao", i, "ky"), message, "giữ một mục, bỏ mục kia")


def _unordered(subject: Subject) -> Iterator[Finding]:
    above = None
    for i, entry in enumerate(subject.plan.reporting):
        due = report_due(subject.plan, entry)
        if due and above and due < above[0]:
            message = (
                f"báo cáo {entry.period} (hạn {written(due)}) đứng sau"
                f" báo cáo {above[1]} (hạn {written(above[0])})"
            )
            where = ("che_do_bao_cao", i, "truoc" if entry.before else "cham_nhat")
            yield Finding(where, message, "sửa ngày, hoặc xếp lại theo thứ tự ngày")
        above = (due, entry.period) if due else above


@rule("reporting-disagrees", Severity.ERROR)
def reporting_disagrees(subject: Subject) -> Iterator[Finding]:
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
    entries = [
        (i, entry, report_key(entry.period)) for i, entry in enumerate(subject.plan.reporting)
    ]
    for section, where in _speaking(subject):
        for text, place in texts(section, where):
            for clause in clauses(text, subject.plan.year):
                mine = [(i, entry) for i, entry, key in entries if key in clause.keys]
                label = f"phần {section.number}" if section.number else "lời văn"
                if not mine:
                    yield _reporting_disagrees_missing(subject, clause, label, place)
                for i, entry in mine:
                    yield from _different(subject, clause, label, i, entry)


def _speaking(subject: Subject) -> list[tuple[Section, Where]]:
    """Return the parts of the body about reporting, or all if no heading says so."""
    parts: list[tuple[Section, Where]] = [
        (section, ("phan", i)) for i, section in enumerate(subject.plan.sections)
    ]
    return [p for p in parts if "bao cao" in fold(p[0].title or "")] or parts


def _reporting_disagrees_missing(
    subject: Subject, clause: Clause, label: str, place: Where
) -> Finding:
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


@rule("report-task-disagrees", Severity.WARNING)
def report_task_disagrees(subject: Subject) -> Iterator[Finding]:
    """Nhiệm vụ báo cáo cải cách hành chính có hạn khác với lịch báo cáo.

    Vì sao: cùng một báo cáo mà hai hạn; lịch nhắc một ngày, nhiệm vụ tính quá hạn theo ngày khác.

    Sai:

        noi_dung: Xây dựng báo cáo cải cách hành chính 6 tháng
        thoi_gian: Trước ngày 20/6/2025
        che_do_bao_cao:
          - {ky: 6 tháng, truoc: 05/6}

    Đúng:

        noi_dung: Xây dựng báo cáo cải cách hành chính 6 tháng
        thoi_gian: Trước ngày 05/6/2025
        che_do_bao_cao:
          - {ky: 6 tháng, truoc: 05/6}
    """
    dues = {report_key(entry.period): (entry.period, report_due(subject.plan, entry))
            for entry in subject.plan.reporting}  # fmt: skip
    for task, reading in subject.readings if dues else ():
        keys = {report_key(period) for period in _periods(task)}
        dated = [m for m in reading.milestones if m.due]
        if len(keys) != 1 or len(dated) != 1 or dated[0].kind is not Kind.DATE:
            continue
        period, due = dues.get(keys.pop(), ("", None))
        if due and dated[0].due and dated[0].due != due:
            message = (
                f"{task.id} báo cáo {period} hết {written(dated[0].due)}, lịch báo cáo ghi hết"
            )
            where = (*task.where, "thoi_gian")
            said = dated[0].span.text
            yield Finding(where, f"{message} {written(due)}", "sửa cho khớp lịch", part=said)


def _periods(task: Task) -> set[str]:
    """Return the periods of the reports on administrative reform that a task is about."""
    return {found["period"] for found in _REPORT.finditer(task.content or "")}


_REPORT = re.compile(
    rf"báo cáo\s+(?:(?:công tác|kết quả|tình hình|định kỳ|thực hiện|về)\s+)*"
    rf"(?:cải cách hành chính|CCHC)\s+(?P<period>{PERIOD_WRITTEN})",
    re.IGNORECASE,
)

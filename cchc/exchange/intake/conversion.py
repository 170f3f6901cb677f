"""A file of another office becomes the text of a plan file: the whole way, and what it came to."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from pathlib import Path

from cchc.checks.choice import DEFAULT
from cchc.checks.engine import judged
from cchc.dates import vietnamese_date
from cchc.diagnostics import Problem, Severity
from cchc.errors import CchcError
from cchc.exchange.intake.blocks import Blocks, Doubt
from cchc.exchange.intake.draft import Draft, drafted, text_of
from cchc.exchange.intake.headings import CONTENT, NUMBER, TIMING
from cchc.exchange.intake.marks import marked_spans, period_columns
from cchc.exchange.intake.opening import read_source
from cchc.exchange.intake.plan_file import PlanFile, Years, places_of
from cchc.exchange.intake.rows import DraftTask
from cchc.files import Source as Text
from cchc.plan.loader import Document, document_of
from cchc.plan.lookup import IdKey, id_key
from cchc.plan.models import Plan
from cchc.progress.ledger_file import books_of
from cchc.references import references_in
from cchc.timing import read

Progress = Callable[[str], None]
"""Told in a few words what is being done, of long files several times."""

_YEAR = re.compile(r"(?<![\d/.-])(20\d\d)(?:\s*[-–]\s*(20\d\d))?(?![\d/])")
_UNREAD = "chưa hiểu thời gian: giữ nguyên lời văn"
_LONGEST = 15
"""Years a plan may be for; a year further off is a slip of the pen, not the plan's end."""


class NotConvertible(CchcError):
    """What was read makes no plan file."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """The text of a plan file, the draft it was made of, and what was not certain."""

    text: str
    source: Blocks
    draft: Draft
    document: Document[Plan]
    plan: Plan
    doubts: tuple[Doubt, ...]
    ids: Mapping[str, str]
    """The id of the task or part at each place of the source."""


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What is to be imported: where to, on which day, with what a person said of it."""

    file: Path
    target: Path
    today: date
    mapped: Mapping[str, str] = field(default_factory=dict)
    """Heading → key of a column."""
    year: int | None = None


def converted(request: ImportRequest, tell: Progress) -> Conversion:
    """Return a file as the plan file that would stand at the target; nothing is written.

    Raises what the readers do, and `NotConvertible`.
    """
    tell("đọc tệp")
    source = read_source(request.file)
    tell("tìm bảng nhiệm vụ")
    draft = drafted(request.file, source, request.mapped)
    years, doubts = _years(draft, request.year, request.today)
    draft.doubts += doubts
    if not draft.columns:
        why = "không có bảng nhiệm vụ và không có dòng “Cơ quan chủ trì: …”: chỉ nhập thân văn bản"
        draft.doubts.insert(0, Doubt("cả văn bản", request.file.name, why))
    tell("đọc thời gian thực hiện")
    draft.doubts += [*_unread(draft, years), *_marked(draft, years)]
    tell("viết kế hoạch")
    return _settled(source, draft, years, request)


def _settled(source: Blocks, draft: Draft, years: Years, request: ImportRequest) -> Conversion:
    """Write the plan, find what is to be said of it, and write it again with that."""
    target, doubts = request.target, list(draft.doubts)

    def document_with(doubts: Sequence[Doubt], codes: Mapping[str, str]) -> Document[Plan]:
        text = PlanFile(draft, years, doubts, codes).text()
        return document_of(target, text.encode(), Plan, "một kế hoạch")

    document = document_with(doubts, {})
    codes = _own_ids(draft, _plan(document))
    why = "trùng số với nhiệm vụ khác trong nhóm: đặt mã riêng (ma)"
    doubts += [Doubt(place, code, why, key=NUMBER) for place, code in codes.items()]
    if codes:
        document = document_with(doubts, codes)
    problems = judged(document, books_of(target, {}), request.today, DEFAULT)
    faults = list(_faults(draft, document, problems))
    if faults:
        faulted = {(fault.place, fault.key) for fault in faults}
        doubts = [d for d in doubts if d.why != _UNREAD or (d.place, d.key) not in faulted] + faults
        document = document_with(doubts, codes)
    plan = _plan(document)
    ids = _ids(draft, plan)
    named = tuple(replace(doubt, task=_id_at(doubt.place, ids)) for doubt in doubts)
    return Conversion(document.source.text, source, draft, document, plan, named, ids)


def _faults(draft: Draft, document: Document[Plan], problems: Iterable[Problem]) -> Iterator[Doubt]:
    """Yield what `check` finds in the plan, with the place in the source that it comes from."""
    starts = list(_row_lines(draft, document))
    for problem in problems:
        if problem.severity is Severity.ERROR or problem.rule in _REPORTED:
            key = _key_at(document.source, problem.line)
            row = next((row for line, row in reversed(starts) if line <= problem.line), None)
            place = _cell_place(draft, row, key) if row else ""
            yield Doubt(place, problem.message, "cchc check", key=key, rule=problem.rule)


def _key_at(source: Text, line: int) -> str:
    """Return the key of a task that a line of the plan file belongs to."""
    for number in range(line, 0, -1):
        key = re.match(r"\s*(?:- )?([\w-]+):", source.line(number))
        if key and key[1] not in {"don_vi", "van_ban"}:
            return key[1]
    return ""


_REPORTED = frozenset(
    (
        *("timing-unread", "deadline-outside-year", "impossible-date"),
        *("contradicting-timings", "timing-without-year"),
    )
)
"""Warnings that are about what the office wrote, and that a person must see."""


def _cell_place(draft: Draft, row: DraftTask, key: str) -> str:
    # A cell merged with the one above stands there: what its own line says is told beside it.
    cells = [v for column, v in row.values.items() if draft.key(column) == key and not v.merged]
    return cells[0].place if cells else row.place


def _row_lines(draft: Draft, document: Document[Plan]) -> Iterator[tuple[int, DraftTask]]:
    """Yield for each row of the plan file the line it begins on, and the row it was read from."""
    for row, task in zip(draft.top.all_rows(), _plan(document).rows, strict=True):
        node = document.tree.node(task.where)
        if node is not None:
            yield document.source.place(node.start)[0], row


def _plan(document: Document[Plan]) -> Plan:
    if document.model is None or not document.sound:
        faults = "; ".join(str(problem) for problem in document.problems[:3])
        raise NotConvertible(f"không dựng được kế hoạch từ tệp này: {faults}")
    return document.model


# ids


def _ids(draft: Draft, plan: Plan) -> dict[str, str]:
    """Return the id of each row by every place that it was read from."""
    pairs = zip(draft.top.all_rows(), plan.rows, strict=True)
    return {place: task.id for row, task in pairs for place in places_of(row)}


def _own_ids(draft: Draft, plan: Plan) -> dict[str, str]:
    """Return ids for the rows whose groups and numbers are those of one before, by their places."""
    taken: set[IdKey] = set()
    found: dict[str, str] = {}
    tasks = iter(plan.rows)
    for task in draft.tasks:
        own = ""
        for n, row in enumerate(task.rows):
            read = next(tasks).id
            name = f"{own}/{n}" if n and own else read
            if id_key(name) in taken:
                free = (f"{name}-{time}" for time in count(2))
                name = found[row.place] = next(code for code in free if id_key(code) not in taken)
                own = own if n else name
            taken.add(id_key(name))
    return found


def _id_at(place: str, ids: Mapping[str, str]) -> str:
    while place and place not in ids:
        place = place.rpartition(", ")[0]
    return ids.get(place, "")


# years


def _years(draft: Draft, given: int | None, today: date) -> tuple[Years, list[Doubt]]:
    """Return the years of the plan: as asked, as its subject says, else as its tasks do."""
    said = _named_years(draft.frame.subject) or _named_years(draft.title)
    named = given or next(iter(said), 0)
    spans = list(_spans(draft, named or today.year))
    issued = int(draft.frame.issued[:4]) if draft.frame.issued else 0
    begun = min((start.year for start, _ in spans), default=issued or today.year)
    first = named or max(begun, issued)
    last = max(
        [
            first,
            *said[1:],
            *(due.year for _, due in spans if due.year in range(first, first + _LONGEST + 1)),
        ]
    )
    doubts = []
    if not given and not said:
        why = "trích yếu không nêu năm của kế hoạch: lấy theo thời gian của các nhiệm vụ"
        doubts.append(Doubt("trích yếu", f"{first}", why, key="nam"))
    if last > first and len(said) < 2:
        why = "có nhiệm vụ hoàn thành sau năm của kế hoạch: ghi den_nam"
        doubts.append(Doubt("cột thời gian", f"{last}", why, key="den_nam"))
    return Years(first, last, bool(said)), doubts


def _named_years(text: str) -> list[int]:
    """Return the year, or the first and last one, that a title names, but for its citations."""
    for citation in reversed(references_in(text)):
        text = text[: citation.start] + text[citation.end :]
    found = [(int(m[1]), int(m[2] or m[1])) for m in _YEAR.finditer(text)]
    if not found:
        return []
    first, last = found[-1]
    return [first, last] if last > first else [first]


def _spans(draft: Draft, year: int) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each time that names its own year."""
    for _, text in _timings(draft):
        reading = read(text, year)
        for milestone in reading.milestones if reading.understood else ():
            if milestone.due and str(milestone.due.year) in text:
                yield milestone.start or milestone.due, milestone.due


def _timings(draft: Draft) -> Iterator[tuple[str, str]]:
    columns = [n for n, column in enumerate(draft.columns) if column.role.key == TIMING]
    for row in draft.top.all_rows():
        for column in columns:
            value = row.values.get(column)
            if value and value.text and not value.merged:
                yield value.place, text_of(value, TIMING)


def _unread(draft: Draft, years: Years) -> Iterator[Doubt]:
    for place, text in _timings(draft):
        reading = read(text, years.first)
        if not reading.understood:
            yield Doubt(place, text, _UNREAD, key=TIMING)


def _marked(draft: Draft, years: Years) -> Iterator[Doubt]:
    """Yield for each row whose time is only marked that its marks were read as milestones."""
    periods = period_columns(draft.columns, years.first)
    for row in draft.top.all_rows() if periods else ():
        spans = list(marked_spans(row.values, periods))
        days = "; ".join(f"{vietnamese_date(a)} - {vietnamese_date(b)}" for a, b in spans)
        why = "dấu ở các cột quý, tháng được đọc thành mốc (moc); dấu liền nhau là một mốc"
        none = "không có dấu nào ở các cột quý, tháng: nhiệm vụ chưa có thời gian"
        yield Doubt(row.place, days, why if spans else none, key="moc" if spans else CONTENT)


def columns_of(draft: Draft) -> Sequence[tuple[str, Sequence[tuple[str, str]]]]:
    """Return for each table of tasks its place, and heading and key of its columns."""
    return [
        (tasks.place, [(c.heading, draft.key_of(c)) for c in tasks.columns])
        for tasks in draft.lists
    ]

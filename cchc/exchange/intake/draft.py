"""A source as one value: its frame, its body, its tasks in one tree, its offices, its doubts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cchc.exchange.intake import body as bodies
from cchc.exchange.intake import labelled, letterhead, outline, rows, tables
from cchc.exchange.intake.blocks import Doubt, Source, flowing, one_line
from cchc.exchange.intake.body import Body
from cchc.exchange.intake.headings import LEAD, SUPPORT
from cchc.exchange.intake.letterhead import Frame
from cchc.exchange.intake.rows import DraftGroup, DraftTask, TaskList
from cchc.exchange.intake.tables import Column, Value
from cchc.exchange.intake.units import Register
from cchc.text import fold

_OFFICES = {LEAD, SUPPORT}


@dataclass(slots=True)
class Draft:
    """A document read: its frame, its body, its tasks in one tree of groups, its offices."""

    name: str
    frame: Frame
    body: Body
    columns: tuple[Column, ...]
    top: DraftGroup
    title: str
    lists: tuple[TaskList, ...]
    units: Register
    doubts: list[Doubt] = field(default_factory=list)
    lost: tuple[tuple[str, str], ...] = ()

    @property
    def tasks(self) -> Iterator[DraftTask]:
        """Yield the tasks in order, without their parts."""
        return self.top.all_tasks()

    def key(self, column: int) -> str:
        """Return the key under which a plan file has a column, by its number."""
        return self.key_of(self.columns[column])

    @staticmethod
    def key_of(column: Column) -> str:
        """Return the key under which a plan file has a column."""
        return column.role.key or own_key(column.heading)


def own_key(heading: str) -> str:
    """Return the key of a column of the office's own: "Nguồn kinh phí" → "nguon_kinh_phi"."""
    return "_".join(fold(heading).split())[:60] or "cot"


def drafted(path: Path, source: Source, mapped: Mapping[str, str]) -> Draft:
    """Return a source as a draft of a plan."""
    found, others = tables.task_tables(source.blocks, mapped)
    lists = [rows.read_rows(table) for table in found]
    if not lists:
        tasks, others = labelled.labelled_tasks(others)
        lists = [tasks] if tasks else []
    frame, rest = letterhead.read_frame(others)
    body = bodies.read_body(rest)
    columns, top = _united(lists)
    cells = (
        value.text
        for task in top.all_tasks()
        for row in (task, *task.parts)
        for column, value in sorted(row.values.items())
        if columns[column].role.key in _OFFICES
    )
    title = next((t for t in map(_title, lists) if t), "")
    draft = Draft(
        path.stem, frame, body, columns, top, title, tuple(lists), Register(cells), lost=source.lost
    )
    for tasks in lists:
        letterhead.fill_from_preface(frame, tasks.preface)
    draft.doubts = [*_lacks(frame), *_doubts(source, draft)]
    return draft


def _title(tasks: TaskList) -> str:
    return letterhead.appendix_title(tasks.before, tasks.preface)


def _united(lists: Sequence[TaskList]) -> tuple[tuple[Column, ...], DraftGroup]:
    """Return the tasks of several tables as one tree, a group a table, with all their columns."""
    if not lists:
        return (), DraftGroup("", "", "")
    if len(lists) == 1:
        return lists[0].columns, lists[0].top
    columns: list[Column] = []
    top = DraftGroup("", "", lists[0].place)
    for number, tasks in enumerate(lists, 1):
        places = {old: _place_of(column, columns) for old, column in enumerate(tasks.columns)}
        for task in tasks.top.all_tasks():
            for row in (task, *task.parts):
                row.values = {places[old]: value for old, value in row.values.items()}
        title, label = _heading_of(tasks, number)
        group = DraftGroup(label, title, tasks.place, tasks.top.groups, tasks.top.tasks)
        top.groups.append(group)
        why = "nhiều bảng nhiệm vụ: mỗi bảng thành một nhóm của phụ lục"
        tasks.doubts.insert(0, Doubt(tasks.place, title, why))
    return tuple(columns), top


def _place_of(column: Column, columns: list[Column]) -> int:
    """Return the number of a column among those known, which it joins if it isn't one of them."""
    for number, known in enumerate(columns):
        same = column.role.key and column.role.key == known.role.key
        if same or (not known.role.key and fold(known.heading) == fold(column.heading)):
            return number
    columns.append(column)
    return len(columns) - 1


def _heading_of(tasks: TaskList, number: int) -> tuple[str, str]:
    """Return the title of a table among several, and its number where it has one."""
    title = _title(tasks)
    if title:
        return title, ""
    for paragraph in reversed(tasks.before):
        label, text = outline.cut(paragraph.whole)
        if label is not None and len(text) < 300:
            return one_line(text).rstrip(" :"), label.text
    return f"Bảng {number}", ""


# doubts: each with the id of its task, found by its place


def _lacks(frame: Frame) -> Iterator[Doubt]:
    """Yield what every plan must say and the source doesn't."""
    if not frame.agency:
        yield Doubt(
            "đầu văn bản", "", "không thấy tên cơ quan ban hành: điền co_quan", key="co_quan"
        )
    if not frame.subject:
        why = "không thấy trích yếu: tạm lấy tên phụ lục hoặc tên tệp"
        yield Doubt("đầu văn bản", "", why, key="trich_yeu")


def _doubts(source: Source, draft: Draft) -> Iterator[Doubt]:
    yield from source.doubts
    for place, text in source.lost:
        yield Doubt(place, text[:300], "hàng bị gạch bỏ trong văn bản: không đưa vào kế hoạch")
    yield from draft.frame.doubts
    yield from draft.body.doubts
    for tasks in draft.lists:
        yield from tasks.doubts
    for short, full in draft.units.merged:
        yield Doubt("các ô cơ quan", f"{short} = {full}", "hai cách viết được coi là một cơ quan")
    for column, key in enumerate(c.role.key for c in draft.columns):
        if key in _OFFICES:
            yield from _prose(draft, column, key)


def _prose(draft: Draft, column: int, key: str) -> Iterator[Doubt]:
    for task in draft.tasks:
        for row in (task, *task.parts):
            value = row.values.get(column)
            if value and value.text and not draft.units.offices(value.text).codes:
                why = "không tách được thành tên cơ quan: giữ nguyên lời văn, chưa có mã đơn vị"
                yield Doubt(value.place, value.text[:300], why, key=key)


def text_of(value: Value | None, key: str) -> str:
    """Return what a cell says as a plan file has it: lines broken only for looks are joined."""
    if value is None:
        return ""
    return value.text if key in _OFFICES else flowing(value.text)

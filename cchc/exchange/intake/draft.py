"""A source as one value: its frame, its body, its tasks in one tree, its offices, its doubts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cchc.exchange.intake import body as bodies
from cchc.exchange.intake import captions, labelled, letterhead, rows, tables
from cchc.exchange.intake.blocks import Blocks, Doubt, flowing
from cchc.exchange.intake.body import Body
from cchc.exchange.intake.headings import LEAD, NUMBER, SUPPORT
from cchc.exchange.intake.letterhead import Frame
from cchc.exchange.intake.outline import Number, Outline
from cchc.exchange.intake.rows import DraftGroup, DraftTask, TaskList
from cchc.exchange.intake.tables import TaskColumn, Value
from cchc.exchange.intake.units import Register, by_role
from cchc.text import fold

_OFFICES = {LEAD, SUPPORT}


@dataclass(slots=True)
class Draft:
    """A document read: its frame, its body, its tasks in one tree of groups, its offices."""

    name: str
    frame: Frame
    body: Body
    columns: tuple[TaskColumn, ...]
    top: DraftGroup
    title: str
    lists: tuple[TaskList, ...]
    units: Register
    doubts: list[Doubt] = field(default_factory=list)
    lost: tuple[tuple[str, str], ...] = ()
    footers: tuple[str, ...] = ()
    """What stands under the tasks in their tables: sums, notes."""

    @property
    def tasks(self) -> Iterator[DraftTask]:
        """Yield the tasks in order, without their parts."""
        return self.top.all_tasks()

    @property
    def numbers_without_column(self) -> bool:
        """Return whether numbers were written into the content: they are printed in a column."""
        keys = {column.role.key for column in self.columns}
        return bool(keys) and NUMBER not in keys and any(task.number for task in self.tasks)

    def key(self, column: int) -> str:
        """Return the key under which a plan file has a column, by its number."""
        return self.key_of(self.columns[column])

    @staticmethod
    def key_of(column: TaskColumn) -> str:
        """Return the key under which a plan file has a column."""
        return column.role.key or own_key(column.heading)


def own_key(heading: str) -> str:
    """Return the key of a column of the office's own: "Nguồn kinh phí" → "nguon_kinh_phi"."""
    return "_".join(fold(heading).split())[:60] or "cot"


def drafted(path: Path, source: Blocks, mapped: Mapping[str, str]) -> Draft:
    """Return a source as a draft of a plan."""
    found, others = tables.task_tables(source.blocks, mapped)
    lists = [rows.read_rows(table) for table in found]
    if not lists:
        tasks, others = labelled.labelled_tasks(others)
        lists = [tasks] if tasks else []
    columns, top, used = _united(lists)
    used |= {id(p) for t in lists for p in t.before if letterhead.ATTACHED.match(p.whole)}
    frame, rest = letterhead.read_frame([block for block in others if id(block) not in used])
    body = bodies.read_body(rest, {id(p) for tasks in lists for p in tasks.before})
    cells = (
        said
        for row in top.all_rows()
        for column, value in sorted(row.values.items())
        if columns[column].role.key in _OFFICES
        for said in by_role(value.text)
    )
    titles = (captions.appendix_title(tasks.before, tasks.preface) for tasks in lists)
    title = next((title for title in titles if title), "")
    draft = Draft(
        path.stem, frame, body, columns, top, title, tuple(lists), Register(cells), lost=source.lost
    )
    for tasks in lists:
        letterhead.fill_from_preface(frame, tasks.preface)
        draft.footers += tuple(letterhead.fill_from_footers(frame, tasks.footers))
    draft.footers += tuple(body.notes)
    draft.doubts = [*_lacks(frame), *_doubts(source, draft)]
    return draft


def _united(lists: Sequence[TaskList]) -> tuple[tuple[TaskColumn, ...], DraftGroup, set[int]]:
    """Return the tasks of several tables as one tree, with all their columns.

    The headings that stand above a table are the groups of its tasks; their paragraphs are told by
    their ids, for they are no text of the body any more.
    """
    if len(lists) < 2:
        return (
            *((lists[0].columns, lists[0].top) if lists else ((), DraftGroup("", "", ""))),
            set(),
        )
    columns: list[TaskColumn] = []
    for tasks in lists:
        places = {old: _place_of(column, columns) for old, column in enumerate(tasks.columns)}
        for row in tasks.top.all_rows():
            row.values = {places[old]: value for old, value in row.values.items()}
    tree = _Tree(lists)
    return tuple(columns), tree.top, tree.used


class _Tree:
    """The groups of several tables, by the titles and headings above them."""

    def __init__(self, lists: Sequence[TaskList]) -> None:
        self.top = DraftGroup("", "", lists[0].place)
        self.used: set[int] = set()
        titles = [captions.appendix_title(t.before, t.preface) for t in lists]
        self._titled = len(set(titles) - {""}) > 1
        self._path, self._outline = [self.top], Outline()
        above = [captions.group_headings(tasks.before) for tasks in lists]
        numbers = [heading.number for headings in above for heading in headings]
        for at, (tasks, title, headings) in enumerate(zip(lists, titles, above, strict=True), 1):
            if self._titled and title:
                self._path, self._outline = [self.top], Outline()
                self._enter(0, DraftGroup("", title, tasks.place))
            for heading in headings:
                del numbers[0]
                self._head(heading, numbers)
            if not headings and not (self._titled and title):
                name = tasks.place.removeprefix("trang tính ")
                name = f"Bảng {at}" if name == tasks.place else name
                self._enter(int(self._titled), DraftGroup("", name, tasks.place))
            self._path[-1].groups += tasks.top.groups
            self._path[-1].tasks += tasks.top.tasks
            why = "nhiều bảng nhiệm vụ: mỗi bảng thành một nhóm của phụ lục"
            tasks.doubts.insert(0, Doubt(tasks.place, self._path[-1].title, why))

    def _head(self, heading: captions.Heading, following: Sequence[Number]) -> None:
        floor = self._outline.floor_of(heading.number, following) + self._titled
        self.used.add(id(heading.paragraph))
        place = heading.paragraph.place
        self._enter(floor, DraftGroup(heading.number.text, heading.title, place))

    def _enter(self, floor: int, group: DraftGroup) -> None:
        del self._path[floor + 1 :]
        self._path[-1].groups.append(group)
        self._path.append(group)


def _place_of(column: TaskColumn, columns: list[TaskColumn]) -> int:
    """Return the number of a column among those known, which it joins if it isn't one of them."""
    for number, known in enumerate(columns):
        same = column.role.key and column.role.key == known.role.key
        if same or (not known.role.key and fold(known.heading) == fold(column.heading)):
            return number
    columns.append(column)
    return len(columns) - 1


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


def _doubts(source: Blocks, draft: Draft) -> Iterator[Doubt]:
    yield from source.doubts
    for place, text in source.lost:
        yield Doubt(place, text[:300], "hàng bị gạch bỏ trong văn bản: không đưa vào kế hoạch")
    yield from draft.frame.doubts
    yield from draft.body.doubts
    for tasks in draft.lists:
        yield from tasks.doubts
    for short, full in draft.units.merged:
        yield Doubt("các ô cơ quan", f"{short} = {full}", "hai cách viết được coi là một cơ quan")
    if draft.numbers_without_column:
        why = "số thứ tự viết liền nội dung: được tách ra, in thành cột STT"
        yield Doubt(draft.lists[0].place, "", why, key=NUMBER)
    for column, key in enumerate(c.role.key for c in draft.columns):
        if key in _OFFICES:
            yield from _prose(draft, column, key)


def _prose(draft: Draft, column: int, key: str) -> Iterator[Doubt]:
    for row in draft.top.all_rows():
        value = row.values.get(column)
        said = by_role(value.text) if value and value.text else ()
        if value and said and not any(draft.units.offices(names).codes for names in said):
            why = "không tách được thành tên cơ quan: giữ nguyên lời văn, chưa có mã đơn vị"
            yield Doubt(value.place, value.text[:300], why, key=key)


def text_of(value: Value | None, key: str) -> str:
    """Return what a cell says as a plan file has it: lines broken only for looks are joined."""
    if value is None:
        return ""
    return value.text if key in _OFFICES else flowing(value.text)

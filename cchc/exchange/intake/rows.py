"""The rows of a table of tasks as what they are: groups, tasks, parts of a task, rests of a row."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from cchc.exchange.intake import outline
from cchc.exchange.intake.blocks import Doubt, Paragraph
from cchc.exchange.intake.headings import CONTENT, NUMBER
from cchc.exchange.intake.outline import Kind, Number, Outline
from cchc.exchange.intake.tables import Column, Line, TaskTable, Value
from cchc.text import fold


@dataclass(slots=True)
class DraftTask:
    """A task, or a part of one: what each column says, by the number of the column."""

    number: str
    values: dict[int, Value]
    place: str
    parts: list["DraftTask"] = field(default_factory=list)
    rests: list[str] = field(default_factory=list)
    """The places of rows that were found to go on this one."""


@dataclass(slots=True)
class DraftGroup:
    """A group with its own number ("" where it has none), and what stands in it."""

    number: str
    title: str
    place: str
    groups: list["DraftGroup"] = field(default_factory=list)
    tasks: list[DraftTask] = field(default_factory=list)

    def all_tasks(self) -> Iterator[DraftTask]:
        """Yield the tasks of the group and of those in it, in order."""
        yield from self.tasks
        for group in self.groups:
            yield from group.all_tasks()


@dataclass(slots=True)
class TaskList:
    """Tasks in their groups under one group without a name, and the columns they were read from."""

    columns: tuple[Column, ...]
    top: DraftGroup
    place: str
    before: tuple[Paragraph, ...] = ()
    preface: tuple[str, ...] = ()
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the key of each column, "" for the office's own."""
        return tuple(column.role.key for column in self.columns)


def read_rows(table: TaskTable) -> TaskList:
    """Return the groups and tasks of a table."""
    top = _Rows(table).read()
    return TaskList(table.columns, top, table.place, table.before, table.preface, table.doubts)


class _Rows:
    def __init__(self, table: TaskTable) -> None:
        self._table = table
        self._at = {key: n for n, key in enumerate(table.keys) if key}
        self._top = DraftGroup("", "", table.place)
        self._path: list[DraftGroup] = [self._top]
        self._outline = Outline()
        self._numbers = [self._number(line) for line in table.lines]
        self._rows = [line for line in table.lines if not line.title]
        self._glued_rows = sum(map(self._glued, self._rows))
        self._numbered_rows = sum(bool(self._said(line, NUMBER)) for line in self._rows)
        self._bold_is_rare = sum(line.bold for line in self._rows) * 3 < len(self._rows)
        self._kinds = list(self._classified())
        self._task: DraftTask | None = None
        self._last: dict[int, Value] = {}
        self._broken = False
        """Whether the task's rows go on after the table was split."""

    def read(self) -> DraftGroup:
        """Take the rows one by one."""
        for at, (line, kind) in enumerate(zip(self._table.lines, self._kinds, strict=True)):
            self._broken = line.split or (self._broken and kind in {"part", "rest"})
            getattr(self, f"_take_{kind}")(at, line)
        return self._top

    # what a row is

    def _number(self, line: Line) -> Number | None:
        """Return the number of a row: in its own column, or before its title or content."""
        own = self._said(line, NUMBER) if line.values and NUMBER in self._at else ""
        if line.title and line.values and line.values[0].text:
            own = line.values[0].text
        if own:
            return outline.parsed(own)
        return outline.cut(line.title or self._said(line, CONTENT))[0]

    def _said(self, line: Line, key: str) -> str:
        at = self._at.get(key)
        return line.values[at].text if at is not None and at < len(line.values) else ""

    def _value(self, line: Line, key: str) -> Value | None:
        at = self._at.get(key)
        return line.values[at] if at is not None and at < len(line.values) else None

    def _classified(self) -> Iterator[str]:
        before = ""
        for at, line in enumerate(self._table.lines):
            before = self._kind(at, line, before)
            yield before

    def _kind(self, at: int, line: Line, before: str) -> str:
        said = line.title or self._said(line, CONTENT) or self._said(line, NUMBER)
        if _is_total(said):
            return "total"
        if line.title:
            return "group"
        inside = before in {"task", "part", "rest"}
        key = NUMBER if self._numbered_rows else CONTENT
        merged = self._value(line, key)
        if inside and merged and merged.merged and not merged.text:
            return "part"
        alone = not any(v.text or v.merged for v in self._others(line))
        if alone and self._is_group(at, line):
            return "group"
        unnumbered = inside and self._numbered_rows and not self._said(line, NUMBER)
        return self._kind_without_number(at, line, alone=alone) if unnumbered else "task"

    def _kind_without_number(self, at: int, line: Line, *, alone: bool) -> str:
        content = self._said(line, CONTENT)
        if self._numbers_glued and self._glued(line):
            return "task"
        goes_on = (line.split and self._reads_on(at, line)) or (alone and content[:1].islower())
        return "rest" if goes_on else "part"

    @property
    def _numbers_glued(self) -> bool:
        """Return whether this table writes its numbers into the content for the most part."""
        most = self._glued_rows >= 0.5 * len(self._rows) or not self._numbered_rows
        return self._glued_rows > 0 and most

    def _glued(self, line: Line) -> bool:
        number, _ = outline.cut(self._said(line, CONTENT))
        return not self._said(line, NUMBER) and number is not None and number.kind is Kind.DECIMAL

    def _others(self, line: Line) -> Iterator[Value]:
        for key, value in zip(self._table.keys, line.values, strict=False):
            if key not in {NUMBER, CONTENT}:
                yield value

    def _reads_on(self, at: int, line: Line) -> bool:
        """Return whether a row goes on in the middle of the one above: content, and most cells."""
        said = [(column, value.text) for column, value in enumerate(line.values) if value.text]
        on = {column: _goes_on(self._text_above(at, column), text) for column, text in said}
        return on.get(self._at[CONTENT], True) and 2 * sum(on.values()) >= len(on)

    def _text_above(self, at: int, column: int) -> str:
        for line in reversed(self._table.lines[:at]):
            if line.title:
                return ""
            if line.values[column].text:
                return line.values[column].text
        return ""

    def _is_group(self, at: int, line: Line) -> bool:
        """Return whether a row that has nothing but a number and a content is a heading."""
        number, content = self._numbers[at], self._said(line, CONTENT)
        if not content and not self._said(line, NUMBER):
            return False
        if number is None:
            own_number = bool(self._said(line, NUMBER))
            return line.bold and content.isupper() and not own_number
        if number.kind in {Kind.ROMAN, Kind.LETTER, Kind.PART}:
            return True
        following = self._following(at)
        if number.kind is not Kind.DECIMAL or following is None:
            return False
        if following.kind is Kind.DECIMAL and following.text.startswith(f"{number.text}."):
            return True
        small = following.kind is Kind.SMALL and following.value == 1
        return small or (line.bold and self._bold_is_rare)

    def _following(self, at: int) -> Number | None:
        return self._numbers[at + 1] if at + 1 < len(self._numbers) else None

    # what a row does

    def _take_group(self, at: int, line: Line) -> None:
        own = line.values[0].text if line.title and line.values else self._said(line, NUMBER)
        text = line.title or self._said(line, CONTENT)
        number = outline.parsed(own) if own else None
        if number is None:
            number, text = outline.cut(text)
        text = " ".join(text.split("\n"))
        group = DraftGroup(number.text if number else "", text, line.place)
        following = [n for n, k in zip(self._numbers[at + 1 :], self._kinds[at + 1 :], strict=True)
                     if n and k == "group"]  # fmt: skip
        floor = self._outline.floor_of(number or Number("", Kind.NONE), following)
        if number is None and own:
            self._doubt(line.place, own, "không hiểu số của nhóm", CONTENT)
        if not text:
            self._doubt(line.place, group.number, "nhóm không có tiêu đề", CONTENT)
        del self._path[floor + 1 :]
        self._path[-1].groups.append(group)
        self._path.append(group)
        self._task, self._last = None, {}

    def _take_task(self, at: int, line: Line) -> None:
        if line.split:
            line = self._joined_over_pages(at, line)
        values = self._filled(line)
        number = outline.clean(self._said(line, NUMBER))
        content = values.get(self._at[CONTENT])
        if not number and content and self._glued(line) and self._numbers_glued:
            cut, rest = outline.cut(content.text)
            number = cut.text if cut else ""
            values[self._at[CONTENT]] = Value(rest, content.place, content.merged)
        self._task = DraftTask(number, values, line.place)
        self._path[-1].tasks.append(self._task)
        if not content or not content.text:
            self._doubt(line.place, number, "nhiệm vụ không có nội dung", CONTENT)
        self._tell_shared(line)

    def _take_part(self, at: int, line: Line) -> None:
        if self._task is None:
            self._take_task(at, line)
            return
        values = self._filled(line)
        content = self._value(line, CONTENT)
        certain = any(v.merged for v in line.values)
        if self._broken:
            values = self._with_broken_merges(self._task, values, line)
        self._task.parts.append(DraftTask("", values, line.place))
        if not certain:
            text = content.text if content else ""
            why = "hàng không có STT: được hiểu là một phần của nhiệm vụ ở trên"
            self._doubt(line.place, text, why, CONTENT)

    def _with_broken_merges(
        self, task: DraftTask, values: dict[int, Value], line: Line
    ) -> dict[int, Value]:
        """Return a part's values; where its table was split, its cells are no longer merged."""
        for column, value in task.values.items():
            if value.text and not values.get(column, value).text:
                values[column] = Value(value.text, value.place, merged=True)
                why = "ô trống sau chỗ bảng bị cắt: lấy theo ô cùng cột của nhiệm vụ"
                self._doubt(line.place, value.text, why, self._table.keys[column])
        return values

    def _take_rest(self, at: int, line: Line) -> None:
        if self._task is None:
            self._take_task(at, line)
            return
        self._task.rests.append(line.place)
        for column, value in enumerate(line.values):
            if value.text:
                self._extend(column, value.text)
        why = "hàng bị ngắt qua trang: chữ được nối vào hàng trên"
        self._doubt(line.place, self._said(line, CONTENT), why, CONTENT)

    def _extend(self, column: int, text: str) -> None:
        """Add text to the last cell of a column, wherever it was said again."""
        last = self._last.get(column)
        joined = f"{last.text} {text}" if last and last.text else text
        for task in self._top.all_tasks():
            for row in (task, *task.parts):
                value = row.values.get(column)
                if value and last and value.place == last.place:
                    row.values[column] = Value(joined, value.place, value.merged, value.shared)
        if last:
            self._last[column] = Value(joined, last.place, last.merged)

    def _joined_over_pages(self, at: int, line: Line) -> Line:
        """Return the first row after a split without what only ends merged cells of before."""
        values = list(line.values)
        following = self._table.lines[at + 1].values if at + 1 < len(self._table.lines) else ()
        for column, value in enumerate(values):
            last = self._last.get(column)
            if not last or not last.text or self._table.keys[column] in {NUMBER, CONTENT}:
                continue
            tall = column < len(following) and following[column].merged
            rest = value.text and value.text[0].islower() and _goes_on(last.text, value.text)
            if rest:
                self._extend(column, value.text)
            elif value.text or not (tall or last.merged):
                continue
            values[column] = Value("", value.place, merged=True)
            why = "ô gộp bị cắt qua trang: nối với ô ở trang trước"
            self._doubt(value.place, self._last[column].text, why, self._table.keys[column])
        return replace(line, values=tuple(values))

    def _take_total(self, _at: int, line: Line) -> None:
        text = line.title or " | ".join(value.text for value in line.values if value.text)
        self._doubt(line.place, text, "hàng cộng: không phải nhiệm vụ, không đưa vào", "")

    def _filled(self, line: Line) -> dict[int, Value]:
        """Return what a row says, with what its merged cells go on saying from above."""
        values: dict[int, Value] = {}
        for column, value in enumerate(line.values):
            if self._table.keys[column] == NUMBER:
                continue
            above = self._last.get(column) if value.merged and not value.text else None
            values[column] = Value(above.text, above.place, merged=True) if above else value
        self._last = values
        return values

    def _tell_shared(self, line: Line) -> None:
        for column, value in enumerate(line.values):
            if value.shared and value.text:
                why = "ô gộp ngang nhiều cột: chữ được ghi vào từng cột"
                self._doubt(value.place, value.text, why, self._table.keys[column])

    def _doubt(self, place: str, text: str, why: str, key: str) -> None:
        self._table.doubts.append(Doubt(place, text[:300], why, key=key))


def _goes_on(above: str, text: str) -> bool:
    """Return whether a text can be the rest of the one above it."""
    return bool(above) and (text[0].islower() or not above.endswith((".", ";", ":")))


def _is_total(text: str) -> bool:
    return fold(text) in {"tong", "tong cong", "cong", "tong so"} or fold(text).startswith(
        "tong cong "
    )

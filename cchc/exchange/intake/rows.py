"""The rows of a table of tasks as what they are: groups, tasks, parts of a task, rests of a row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from cchc.exchange.intake import outline
from cchc.exchange.intake.blocks import Doubt, SourceParagraph
from cchc.exchange.intake.headings import CONTENT, LEAD, NUMBER, TIMING
from cchc.exchange.intake.outline import Number, NumberKind, Outline
from cchc.exchange.intake.tables import TaskColumn, TaskLine, TaskTable, Value
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

    @property
    def rows(self) -> tuple["DraftTask", ...]:
        """Return the task, then its parts."""
        return (self, *self.parts)


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

    def all_rows(self) -> Iterator[DraftTask]:
        """Yield each task, then its parts."""
        return (row for task in self.all_tasks() for row in task.rows)


@dataclass(slots=True)
class TaskList:
    """Tasks in their groups under one group without a name, and the columns they were read from."""

    columns: tuple[TaskColumn, ...]
    top: DraftGroup
    place: str
    before: tuple[SourceParagraph, ...] = ()
    preface: tuple[str, ...] = ()
    doubts: list[Doubt] = field(default_factory=list)
    footers: list[str] = field(default_factory=list)
    """Rows that are no tasks: sums, notes, in a workbook the signature."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the key of each column, "" for the office's own."""
        return tuple(column.role.key for column in self.columns)


def read_rows(table: TaskTable) -> TaskList:
    """Return the groups and tasks of a table."""
    rows = _Rows(table)
    top, before = rows.read(), (table.before, table.preface)
    return TaskList(table.columns, top, table.place, *before, table.doubts, rows.footers)


class _Rows:
    def __init__(self, table: TaskTable) -> None:
        self._table = table
        self._at = {key: n for n, key in enumerate(table.keys) if key}
        self._top = DraftGroup("", "", table.place)
        self._path: list[DraftGroup] = [self._top]
        self.footers: list[str] = []
        self._outline = Outline()
        self._numbers = [self._number(line) for line in table.lines]
        self._end = self._end_of_tasks()
        self._rows = [line for line in table.lines[: self._end] if not line.title]
        self._glued_rows = sum(map(self._glued, self._rows))
        self._numbered_rows = sum(bool(self._said(line, NUMBER)) for line in self._rows)
        full = [line for line in self._rows if not self._is_alone(line)]
        self._bold_tells = bool(full) and not any(line.bold for line in full)
        """Whether only rows without any other cells are bold: they are headings, then."""
        columns = [n for n, key in enumerate(table.keys) if key in {LEAD, TIMING}]
        self._lacking = any(not self._holds(line, columns) for line in full)
        """Whether a row that has other cells has no lead or no timing."""
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

    def _number(self, line: TaskLine) -> Number | None:
        """Return the number of a row: in its own column, or before its title or content."""
        own = self._said(line, NUMBER) if line.values and NUMBER in self._at else ""
        if line.title and line.values and line.values[0].text:
            own = line.values[0].text
        if own:
            return outline.parsed(own)
        return outline.cut(line.title or self._said(line, CONTENT))[0]

    def _said(self, line: TaskLine, key: str) -> str:
        value = self._value(line, key)
        return value.text if value else ""

    def _value(self, line: TaskLine, key: str) -> Value | None:
        at = self._at.get(key)
        return line.values[at] if at is not None and at < len(line.values) else None

    def _classified(self) -> Iterator[str]:
        before = ""
        for at, line in enumerate(self._table.lines):
            before = self._kind(at, line, before)
            yield before

    def _kind(self, at: int, line: TaskLine, before: str) -> str:
        if at >= self._end or self._is_footer(line):
            return "footer"
        if line.title:
            return "group"
        inside = before in {"task", "part", "rest"}
        key = NUMBER if self._numbered_rows else CONTENT
        merged = self._value(line, key)
        if inside and merged and merged.merged and not merged.text:
            return "part"
        alone = self._is_alone(line)
        if alone and self._is_group(at, line):
            return "group"
        if (inside or before == "group") and line.split and self._only_ends(at, line):
            return "rest"
        unnumbered = inside and self._numbered_rows and not self._said(line, NUMBER)
        return self._kind_without_number(at, line, alone=alone) if unnumbered else "task"

    def _holds(self, line: TaskLine, columns: list[int]) -> bool:
        return all(line.values[n].text or line.values[n].merged for n in columns)

    def _is_alone(self, line: TaskLine) -> bool:
        """Return whether a row has nothing but a number and a content."""
        return not any(value.text or value.merged for value in self._others(line))

    @property
    def _only_headings_are_alone(self) -> bool:
        """Return whether rows of nothing but a number and a content are too many to be tasks."""
        alone = sum(map(self._is_alone, self._rows))
        return alone >= 2 and 2 * alone <= len(self._rows) and not self._lacking

    def _end_of_tasks(self) -> int:
        """Return where nothing but notes and a signature follows."""
        end = len(self._table.lines)
        while end and self._is_loose(self._table.lines[end - 1]):
            end -= 1
        return end

    def _is_loose(self, line: TaskLine) -> bool:
        """Return whether a row says one thing only, and that not as a task of this table does."""
        if line.title:
            return self._is_footer(line)
        said = [value.text for value in line.values if value.text]
        number, content = self._said(line, NUMBER), self._said(line, CONTENT)
        merged = any(value.merged for value in line.values)
        named = bool(content) or (number and outline.parsed(number))
        return not merged and len(said) == 1 and not named

    def _is_footer(self, line: TaskLine) -> bool:
        """Return whether a row is a sum or a note."""
        said = line.title or self._said(line, NUMBER) or self._said(line, CONTENT)
        alone = bool(line.title) or sum(bool(value.text) for value in line.values) == 1
        return _is_total(said) or (alone and bool(_NOTE.match(said)))

    def _only_ends(self, at: int, line: TaskLine) -> bool:
        """Return whether the first row of a page is what its page had no room for of the one above.

        It has no number, and its content goes on in the middle of a sentence, or there is none.
        """
        if self._said(line, NUMBER) or self._glued(line):
            return False
        content, above = self._said(line, CONTENT), self._text_above(at, self._at[CONTENT])
        if not content and self._is_alone(line):
            return False
        if not content or content[0].islower():
            return True
        return self._is_alone(line) and not self._numbers[at] and _goes_on(above, content)

    def _kind_without_number(self, at: int, line: TaskLine, *, alone: bool) -> str:
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

    def _glued(self, line: TaskLine) -> bool:
        number, _ = outline.cut(self._said(line, CONTENT))
        return (
            not self._said(line, NUMBER)
            and number is not None
            and number.kind is NumberKind.DECIMAL
        )

    def _others(self, line: TaskLine) -> Iterator[Value]:
        for key, value in zip(self._table.keys, line.values, strict=False):
            if key not in {NUMBER, CONTENT}:
                yield value

    def _reads_on(self, at: int, line: TaskLine) -> bool:
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

    def _is_group(self, at: int, line: TaskLine) -> bool:
        """Return whether a row that has nothing but a number and a content is a heading."""
        number, content = self._numbers[at], self._said(line, CONTENT)
        if not content and not self._said(line, NUMBER):
            return False
        if number is None:
            own_number = bool(self._said(line, NUMBER))
            return line.bold and content.isupper() and not own_number
        if number.kind is not NumberKind.DECIMAL:
            return number.kind in {NumberKind.ROMAN, NumberKind.LETTER, NumberKind.PART}
        bold = line.bold and self._bold_tells
        return self._only_headings_are_alone or self._is_above(number, at + 1) or bold

    def _is_above(self, number: Number, at: int) -> bool:
        """Return whether the row at a place is numbered as one under a number."""
        below = self._numbers[at] if at < len(self._numbers) else None
        if below is None:
            return False
        if below.kind is NumberKind.DECIMAL:
            return below.text.startswith(f"{number.text}.")
        return below.kind is NumberKind.SMALL and below.value == 1

    # what a row does

    def _take_group(self, at: int, line: TaskLine) -> None:
        own = line.values[0].text if line.title and line.values else self._said(line, NUMBER)
        text = line.title or self._said(line, CONTENT)
        number = outline.parsed(own) if own else None
        if number is None:
            number, text = outline.cut(text)
        if number is None and (number := outline.parsed(text)):
            text = ""
        text = " ".join(text.split("\n"))
        group = DraftGroup(number.text if number else "", text, line.place)
        following = [n for n, k in zip(self._numbers[at + 1 :], self._kinds[at + 1 :], strict=True)
                     if n and k == "group"]  # fmt: skip
        floor = self._outline.floor_of(number or Number("", NumberKind.NONE), following)
        if number is None and own:
            self._doubt(line.place, own, "không hiểu số của nhóm", CONTENT)
        if not text:
            self._doubt(line.place, group.number, "nhóm không có tiêu đề", CONTENT)
        del self._path[floor + 1 :]
        self._path[-1].groups.append(group)
        self._path.append(group)
        self._task, self._last = None, {}

    def _take_task(self, at: int, line: TaskLine) -> None:
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

    def _take_part(self, at: int, line: TaskLine) -> None:
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
        self, task: DraftTask, values: dict[int, Value], line: TaskLine
    ) -> dict[int, Value]:
        """Return a part's values; where its table was split, its cells are no longer merged."""
        for column, value in task.values.items():
            if value.text and not values.get(column, value).text:
                values[column] = Value(value.text, value.place, merged=True)
                why = "ô trống sau chỗ bảng bị cắt: lấy theo ô cùng cột của nhiệm vụ"
                self._doubt(line.place, value.text, why, self._table.keys[column])
        return values

    def _take_rest(self, at: int, line: TaskLine) -> None:
        why = "hàng bị ngắt qua trang: chữ được nối vào hàng trên"
        self._doubt(line.place, self._said(line, CONTENT), why, CONTENT)
        if self._task is None:
            group = self._path[-1]
            group.title = " ".join(f"{group.title} {self._said(line, CONTENT)}".split())
            return
        self._task.rests.append(line.place)
        for column, value in enumerate(line.values):
            if value.text:
                self._extend(column, value.text)

    def _extend(self, column: int, text: str) -> None:
        """Add text to the last cell of a column, wherever it was said again."""
        last = self._last.get(column)
        joined = f"{last.text} {text}" if last and last.text else text
        for row in self._top.all_rows():
            value = row.values.get(column)
            if value and last and value.place == last.place:
                row.values[column] = Value(joined, value.place, value.merged, value.shared)
        if last:
            self._last[column] = Value(joined, last.place, last.merged)

    def _joined_over_pages(self, at: int, line: TaskLine) -> TaskLine:
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

    def _take_footer(self, _at: int, line: TaskLine) -> None:
        text = line.title or " | ".join(value.text for value in line.values if value.text)
        self.footers.append(" ".join(text.split()))
        self._doubt(
            line.place, text, "hàng cộng, hàng ghi chú: không phải nhiệm vụ, giữ ở dưới bảng", ""
        )

    def _filled(self, line: TaskLine) -> dict[int, Value]:
        """Return what a row says, with what its merged cells go on saying from above."""
        values: dict[int, Value] = {}
        for column, value in enumerate(line.values):
            if self._table.keys[column] == NUMBER:
                continue
            above = self._last.get(column) if value.merged and not value.text else None
            values[column] = Value(above.text, above.place, merged=True) if above else value
        self._last = values
        return values

    def _tell_shared(self, line: TaskLine) -> None:
        for column, value in enumerate(line.values):
            if value.shared and value.text:
                why = "ô gộp ngang nhiều cột: chữ được ghi vào từng cột"
                self._doubt(value.place, value.text, why, self._table.keys[column])

    def _doubt(self, place: str, text: str, why: str, key: str) -> None:
        self._table.doubts.append(Doubt(place, text[:300], why, key=key))


_NOTE = re.compile(r"(\(?\*+\)?\s*)?(ghi chú|lưu ý|chú thích|chú ý|nguồn|nơi nhận)\b|\*", re.I)


def _goes_on(above: str, text: str) -> bool:
    """Return whether a text can be the rest of the one above it."""
    return bool(above) and (text[0].islower() or not above.endswith((".", ";", ":")))


def _is_total(text: str) -> bool:
    return bool(re.fullmatch(r"(tong|cong|tong cong|tong so)( \W*\d.*)?|tong cong .*", fold(text)))

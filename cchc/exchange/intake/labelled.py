"""Tasks of a text without a table: what is to be done, and under it "- Cơ quan chủ trì: …"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cchc.exchange.intake import outline
from cchc.exchange.intake.blocks import Block, Doubt, SourceParagraph
from cchc.exchange.intake.headings import (
    CONTENT,
    LEAD,
    NOTE,
    NUMBER,
    PRODUCT,
    SUPPORT,
    SURE,
    TIMING,
    ColumnRole,
    weights,
)
from cchc.exchange.intake.outline import Number, NumberKind, Outline
from cchc.exchange.intake.rows import DraftGroup, DraftTask, TaskList
from cchc.exchange.intake.tables import TaskColumn, Value
from cchc.text import fold

_LABEL = re.compile(
    r"^[-–—+•*]?\s*\(?(?P<label>[^\W\d](?:(?!\s[-–—+•*]\s)[^:.;]){2,70}?(?:\[\d+\])?)\s*:(?!\d)\s*(?=\S)",
    re.DOTALL,
)
_COLON = re.compile(r"\s*:\s+(?=\S)")
_EDGE = re.compile(r"[;.,(]\s*|\s[-–—+•*]\s+")
"""Where a label can begin in the middle of a line."""
_SAID = (
    "co quan don vi bo phan phong ban to chuc ca nhan can cong chuc nguoi lanh dao cac va hoac chu"
    " tri phoi hop thuc hien phu trach chiu trach nhiem phan cong dau moi tham muu giao chinh soan"
    " thao thoi gian han diem tien do hoan thanh xong truoc trong cuoi moc lo trinh trien khai ngay"
    " san pham ket qua du kien dau ra yeu cau dat duoc ghi cq dv tg sp kq"
)
_WORDS = frozenset(_SAID.split())
"""The words of a label that stands in the middle of a line, folded."""
_BULLET = re.compile(r"^[-–—+•*]\s*")
_ABOUT = {LEAD, SUPPORT, PRODUCT, TIMING}


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A line with a label: the key it speaks of ("" for one of the office's own)."""

    key: str
    label: str
    text: str
    place: str


def labelled_tasks(blocks: Sequence[Block]) -> tuple[TaskList | None, list[Block]]:
    """Return the tasks that labelled lines speak of, None without any, and the other blocks."""
    joined = list(_joined(blocks))
    reader = _Reader(_own_labels(joined), _second_labels(joined))
    others = [
        block for block in joined if not (isinstance(block, SourceParagraph) and reader.take(block))
    ]
    if not reader.names_offices:
        return None, list(blocks)
    used = reader.finished()
    return reader.tasks(), [block for block in others if id(block) not in used]


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, a label that comes again and stands alone with what stands below it."""
    alone = Counter(block.whole for block in blocks if block.whole.endswith(":"))
    held: SourceParagraph | None = None
    for block in blocks:
        text = block.whole
        if held and text:
            held = replace(held, text=f"{held.whole}\n{text}".replace(":\n", ": "), label="")
            if not text.endswith(";"):
                yield held
                held = None
        elif (
            isinstance(block, SourceParagraph) and alone[text] > 1 and _key(text.strip("-–—+•* :"))
        ):
            held = block
        elif not held or not isinstance(block, SourceParagraph):
            yield from (held, block) if held else (block,)
            held = None
    if held:
        yield held


def _own_labels(blocks: Sequence[Block]) -> set[str]:
    """Return the labels of the office's own: said again and again beside those that are known."""
    counted: dict[str, int] = {}
    beside = False
    for block in blocks:
        lines = list(_labels(block.whole, block.place))
        known = any(line.key for line in lines)
        if beside and lines and not known and _BULLET.match(block.whole):
            counted[lines[0].label] = counted.get(lines[0].label, 0) + 1
        beside = known or (beside and bool(lines))
    return {label for label, count in counted.items() if count >= 2}


def _second_labels(blocks: Sequence[Block]) -> set[str]:
    """Return the labels that give way: a clearer one of the same key stands in the same task."""
    second: set[str] = set()
    beside: list[_Labelled] = []
    for block in blocks:
        lines = list(_labels(block.whole, block.place))
        beside = [*beside, *lines] if lines else []
        for key in {line.key for line in beside} - {""}:
            labels = {line.label for line in beside if line.key == key}
            best = max(sorted(labels), key=lambda label: weights(label)[key])
            second |= {label for label in labels if weights(label)[key] < weights(best)[key]}
    return second


def _behind(paragraph: SourceParagraph) -> tuple[SourceParagraph | None, list[_Labelled]]:
    """Return the labels of a paragraph, and the content where it stands before them.

    Such labels stand in a bracket, or are several: "1. Rà soát (Chủ trì: A; thời gian: quý I)".
    """
    text = paragraph.whole
    lines = list(_labels(text, paragraph.place))
    start = next((start for start, _, _ in _spans(text)), 0)
    if not start:
        return None, lines
    content = text[:start].strip()
    bracketed = text[start:].startswith("(") or len(lines) > 1
    if not bracketed or not content:
        return None, []
    return replace(paragraph, text=content, label=""), lines


def _labels(text: str, place: str) -> Iterator[_Labelled]:
    """Yield the labels of a line with what they say; a key of "" is a label that isn't known."""
    spans = list(_spans(text))
    ends = [*(start for start, _, _ in spans[1:]), len(text)]
    for (_, start, label), end in zip(spans, ends, strict=False):
        yield _Labelled(_key(label), label, _value(text[start:end]), place)


def _spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each label of a line begins, where its text does, and the label."""
    after = 0
    first = _LABEL.match(text)
    label = first["label"].strip() if first else ""
    # "Rà soát thủ tục, đơn vị chủ trì: …" is a content with a label behind it.
    behind = any(_is_label(label[edge.end() :]) for edge in _EDGE.finditer(label))
    if first and (_is_label(label) or not behind):
        after = first.end()
        yield 0, after, label
    for colon in _COLON.finditer(text, after):
        for edge in _EDGE.finditer(text, after, colon.start()):
            label = text[edge.end() : colon.start()].strip()
            if _is_label(label):
                after = colon.end()
                yield edge.start(), after, label
                break


def _is_label(text: str) -> bool:
    """Return whether a text has nothing but words of labels, and says a key."""
    return set(fold(text).split()) <= _WORDS and bool(_key(text))


def _key(label: str) -> str:
    """Return the key that a label speaks of for sure, "" for none."""
    spoken = weights(label)
    known = {key: weight for key, weight in spoken.items() if weight >= SURE and key in _ABOUT}
    if NOTE in spoken:
        return NOTE
    return max(known, key=lambda key: known[key]) if known else ""


def _value(text: str) -> str:
    bare = text.strip()
    if bare.endswith(")") and "(" not in bare:
        bare = bare[:-1].strip()
    return bare[:-1].strip() if bare.endswith((".", ";", ",")) else bare


@dataclass(slots=True)
class _Reader:
    own: set[str]
    second: set[str]
    """Labels that stand beside a clearer one of the same key: they are the office's own."""
    top: DraftGroup = field(default_factory=lambda: DraftGroup("", "", ""))
    columns: dict[str, TaskColumn] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    pending: list[SourceParagraph] = field(default_factory=list)
    outline: Outline = field(default_factory=lambda: Outline(fixed=True))
    path: list[tuple[Number, SourceParagraph, DraftGroup]] = field(default_factory=list)
    task: DraftTask | None = None
    holder: DraftTask | None = None
    said_at: str = ""
    used: set[int] = field(default_factory=set)
    carriers: dict[int, int] = field(default_factory=dict)
    """The ids of the contents that stand in one paragraph with their labels, and of those."""
    headed: dict[int, SourceParagraph] = field(default_factory=dict)

    def take(self, paragraph: SourceParagraph) -> bool:
        """Take the next paragraph; return whether it is a labelled line of a task."""
        content, lines = _behind(paragraph)
        if content is not None:
            self.pending.append(content)
            self.carriers[id(content)] = id(paragraph)
        lines = [replace(line, key="") if line.label in self.second else line for line in lines]
        own = bool(lines) and lines[0].label in self.own | self.second
        if not any(line.key for line in lines) and not own:
            return self._goes_on(paragraph) or self._wait(paragraph)
        if self.pending:
            self._begin()
        if self.task is None:
            return False
        for line in lines:
            self._say(self.task, line)
        return True

    def _wait(self, paragraph: SourceParagraph) -> bool:
        if paragraph.whole:
            self.pending.append(paragraph)
        return False

    def _goes_on(self, paragraph: SourceParagraph) -> bool:
        """Add a paragraph that is only the rest of the label before it; return whether it was."""
        text, task = paragraph.whole, self.task
        if self.pending or task is None or not text[:1].islower() or outline.cut(text)[0]:
            return False
        column = max(task.values, key=lambda c: task.values[c].place == self.said_at)
        before = task.values[column]
        task.values[column] = Value(f"{before.text} {_value(text)}", before.place)
        why = "đoạn bắt đầu bằng chữ thường: được nối vào dòng trên"
        self.doubts.append(Doubt(paragraph.place, text[:300], why))
        return True

    def _say(self, task: DraftTask, line: _Labelled) -> None:
        name = line.key or line.label
        if name not in self.columns:
            at = float(len(self.columns) + 2)
            self.columns[name] = TaskColumn(line.label, ColumnRole(line.key), at, at + 1)
        column = list(self.columns).index(name) + 2
        self.said_at = line.place
        before = task.values.get(column)
        text = f"{before.text}\n{line.text}" if before else line.text
        task.values[column] = Value(text, line.place)

    def _begin(self) -> None:
        """Begin a task with what was said since the last label, below its headings."""
        numbers = [outline.cut(paragraph.whole)[0] for paragraph in self.pending]
        last = max((n for n, number in enumerate(numbers) if number), default=-1)
        # A numbered sentence is no heading: what follows it without a number goes on in it. But
        # one that is numbered on from a heading is a heading, whatever it ends with.
        ends = self.pending[last].whole.endswith((".", ";")) and not self._is_next(numbers[last])
        alone = last == len(self.pending) - 1 or ends
        for at in range(last if alone else last + 1):
            if number := numbers[at]:
                self._head(number, self.pending[at])
        content = self.pending[last:] if alone else self.pending[last + 1 :]
        if last < 0 and self.task is None:
            content = self.pending[-1:]
        self._add(numbers[last] if alone else None, content)
        self.pending = []

    def _is_next(self, number: Number | None) -> bool:
        open_ones = ((known.floor, known.value + 1) for known, _, _ in self.path)
        return number is not None and (number.floor, number.value) in open_ones

    def _head(self, number: Number, paragraph: SourceParagraph) -> None:
        text = outline.cut(paragraph.whole)[1]
        del self.path[self.outline.floor_of(number) :]
        group = DraftGroup(number.text, " ".join(text.split("\n")), paragraph.place)
        self.path.append((number, paragraph, group))
        self.holder = None

    def _add(self, number: Number | None, content: Sequence[SourceParagraph]) -> None:
        self.used.update(self.carriers.get(id(paragraph), id(paragraph)) for paragraph in content)
        texts = [_BULLET.sub("", outline.cut(p.whole)[1] if number else p.whole) for p in content]
        place = content[0].place
        task = DraftTask(number.text if number else "", {1: Value("\n".join(texts), place)}, place)
        if number is None and self.holder is not None and self.holder.number:
            self.holder.parts.append(task)
        else:
            self._group().tasks.append(task)
            self.holder = task
        self.task = task
        if len(content) > 1:
            why = "nhiều đoạn đứng trước các dòng có nhãn: đều được lấy làm nội dung"
            self.doubts.append(Doubt(place, texts[0][:300], why, key=CONTENT))

    def _group(self) -> DraftGroup:
        """Return the group that tasks stand in now, made known to those above it."""
        above = self.top
        for _, paragraph, group in self.path:
            if not any(group is known for known in above.groups):
                above.groups.append(group)
                self.headed[id(paragraph)] = paragraph
            above = group
        return above

    @property
    def names_offices(self) -> bool:
        """Return whether any task says who does it: "Kết quả: …" alone stands in reports too."""
        leads = [column for column, name in enumerate(self.columns, 2) if name == LEAD]
        return any(column in task.values for task in self.top.all_tasks() for column in leads)

    def finished(self) -> set[int]:
        """Return the ids of the paragraphs that became tasks and groups."""
        flat = len(self.top.groups) == 1 and not self.top.groups[0].groups
        number = outline.parsed(self.top.groups[0].number) if flat else None
        if number and number.kind in {NumberKind.ROMAN, NumberKind.PART} and not self.top.tasks:
            # All tasks stand in one section of the body: that is no group of theirs.
            self.top = DraftGroup("", "", self.top.place, [], self.top.groups[0].tasks)
            self.headed = {}
        return self.used | set(self.headed)

    def tasks(self) -> TaskList:
        """Return the tasks; call `finished` before."""
        fixed = (
            TaskColumn("STT", ColumnRole(NUMBER), 0, 1),
            TaskColumn("Nội dung, nhiệm vụ", ColumnRole(CONTENT), 1, 2),
        )
        place = next(self.top.all_tasks()).place
        return TaskList((*fixed, *self.columns.values()), self.top, place, doubts=self.doubts)

"""A draft as a plan file: under its keys, with each doubt on the line above what it is about."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cchc.checks.subject import ISSUED_WORDING, VERB
from cchc.exchange.intake.blocks import Doubt, SourceTable, one_line
from cchc.exchange.intake.body import DraftSection
from cchc.exchange.intake.draft import Draft, text_of
from cchc.exchange.intake.headings import (
    CONTENT,
    KEYS,
    LEAD,
    NUMBER,
    PRODUCT,
    SUPPORT,
)
from cchc.exchange.intake.marks import marked_spans, period_columns
from cchc.exchange.intake.rows import DraftGroup, DraftTask
from cchc.exchange.intake.tables import Value
from cchc.exchange.intake.units import by_role
from cchc.exchange.intake.written import Codes, NotedKey, NotedMapping, written
from cchc.exchange.intake.written import Value as WrittenValue
from cchc.plan.models import HEADINGS

_NO_TITLE = "(không có tiêu đề)"
_AGENCY = "(CHƯA RÕ CƠ QUAN BAN HÀNH)"


@dataclass(frozen=True, slots=True)
class Years:
    """The years a plan is for, and whether the source says so itself."""

    first: int
    last: int
    said: bool = True


class PlanFile:
    """Writes a draft with its doubts; `codes` are ids by place for tasks that need their own."""

    def __init__(
        self, draft: Draft, years: Years, doubts: Sequence[Doubt], codes: Mapping[str, str]
    ) -> None:
        self._draft, self._years, self._codes = draft, years, codes
        self._periods = period_columns(draft.columns, years.first)
        self._notes: dict[tuple[str, str], list[str]] = {}
        self._general: list[str] = []
        places = {place for row in draft.top.all_rows() for place in places_of(row)}
        for doubt in doubts:
            at = _held_by(doubt.place, places)
            if at:
                self._notes.setdefault((at, doubt.key), []).append(_note(doubt))
            else:
                self._general.append(_note(doubt))

    def text(self) -> str:
        """Return the file."""
        head = [f"Nhập từ {self._draft.name}; xem lại từng dòng có chữ NGỜ rồi xóa dòng ấy."]
        return written(list(self._items()), [*head, *self._general])

    def _items(self) -> Iterator[NotedKey]:
        frame, years = self._draft.frame, self._years
        yield NotedKey("nam", str(years.first))
        if years.last != years.first:
            yield NotedKey("den_nam", str(years.last))
        if frame.kind not in {"", "KẾ HOẠCH"}:
            yield NotedKey("ten_loai", frame.kind)
        yield NotedKey("trich_yeu", frame.subject or self._draft.title or self._draft.name)
        yield NotedKey("so", frame.number)
        yield NotedKey("ky_hieu", frame.symbol)
        yield NotedKey("dia_danh", frame.place)
        yield NotedKey("ngay_ban_hanh", frame.issued)
        agency = (NotedKey("chu_quan", frame.parent), NotedKey("ban_hanh", frame.agency or _AGENCY))
        yield NotedKey("co_quan", agency)
        yield NotedKey("don_vi", tuple(self._units()))
        yield NotedKey("can_cu", tuple(frame.basis))
        yield NotedKey("mo_dau", "\n".join(frame.opening))
        yield NotedKey("phan", tuple(_section(s) for s in self._draft.body.sections))
        yield NotedKey("ket", self._draft.body.closing)
        yield NotedKey("noi_nhan", tuple(frame.recipients))
        signer = (
            NotedKey("quyen_han", frame.authority),
            NotedKey("chuc_vu", frame.position),
            NotedKey("ho_ten", frame.signer),
        )
        yield NotedKey("nguoi_ky", tuple(item for item in signer if item.value))
        if self._draft.columns:
            yield NotedKey("phu_luc", tuple(self._appendix()))

    def _units(self) -> Iterator[NotedKey]:
        for code, office in self._draft.units.by_code.items():
            fields = (NotedKey("ten", office.name), NotedKey("ten_khac", tuple(office.others)))
            yield NotedKey(code, fields)

    def _appendix(self) -> Iterator[NotedKey]:
        title = self._draft.title or self._draft.frame.subject.upper() or "DANH MỤC NHIỆM VỤ"
        yield NotedKey("tieu_de", title)
        columns = [
            NotedMapping(
                (
                    NotedKey("khoa", self._draft.key(n)),
                    NotedKey("tieu_de", one_line(column.heading)),
                )
            )
            for n, column in enumerate(self._draft.columns)
        ]
        if self._draft.numbers_without_column:
            columns.insert(
                0, NotedMapping((NotedKey("khoa", NUMBER), NotedKey("tieu_de", HEADINGS[NUMBER])))
            )
        yield NotedKey("cot", tuple(columns))
        yield from self._holding(self._draft.top)
        footers = tuple(Codes((text,)) for text in self._draft.footers)
        yield NotedKey("bang", (NotedMapping((NotedKey("hang", footers),)),) if footers else ())

    def _holding(self, group: DraftGroup) -> Iterator[NotedKey]:
        yield NotedKey("nhiem_vu", tuple(self._task(task) for task in group.tasks))
        met: Counter[str] = Counter()
        groups = []
        for inner in group.groups:
            met[inner.number] += 1
            groups.append(self._group(inner, met[inner.number]))
        yield NotedKey("nhom", tuple(groups))

    def _group(self, group: DraftGroup, time: int) -> NotedMapping:
        items = [NotedKey("so", group.number) if group.number else NotedKey("so", Codes.none())]
        notes = list(self._notes.get((group.place, CONTENT), ()))
        if group.number and time > 1:
            items.append(NotedKey("ma", f"{group.number}-{time}"))
            notes.append(f'NGỜ ({group.place}): số "{group.number}" đã dùng cho nhóm trước')
        items.append(NotedKey("tieu_de", group.title or _NO_TITLE))
        return NotedMapping((*items, *self._holding(group)), tuple(notes), apart=True)

    def _task(self, task: DraftTask) -> NotedMapping:
        parts = tuple(self._part(part) for part in task.parts)
        items = [*self._cells(task), NotedKey("phan_viec", parts)]
        number = NotedKey("stt", task.number or Codes.none(), self._noted(task, NUMBER, ""))
        code = self._codes.get(task.place, "")
        return NotedMapping((number, NotedKey("ma", code), *items), apart=True)

    def _part(self, part: DraftTask) -> NotedMapping:
        cells = list(self._cells(part))
        if not cells:
            cells = [NotedKey("noi_dung", "(không có nội dung)")]
        code = NotedKey("ma", self._codes.get(part.place, ""))
        return NotedMapping((code, *cells), self._noted(part, NUMBER, ""))

    def _cells(self, task: DraftTask) -> Iterator[NotedKey]:
        by_key = {self._draft.key(column): value for column, value in task.values.items()}
        for key in KEYS[1:]:
            notes = self._noted(task, key)
            value = self._helped(by_key) if key == SUPPORT else self._cell(key, by_key.get(key))
            if notes and isinstance(value, tuple) and value and isinstance(value[0], NotedKey):
                # The comment of a rule stands above the line that the rule is about.
                value, notes = (replace(value[0], notes=notes), *value[1:]), ()
            yield NotedKey(key, value, notes)
        own = [
            NotedKey(key, text_of(value, key), self._noted(task, key))
            for key, value in by_key.items()
            if key not in KEYS and text_of(value, key)
        ]
        yield NotedKey("moc", tuple(self._milestones(task)), self._noted(task, "moc"))
        yield NotedKey("khac", tuple(own))

    def _milestones(self, task: DraftTask) -> Iterator[NotedMapping]:
        """Yield what the marks of a row under quarters or months come to."""
        for start, end in marked_spans(task.values, self._periods):
            days = (("tu_ngay", start), ("den_ngay", end))
            yield NotedMapping(tuple(NotedKey(key, day.isoformat()) for key, day in days))

    def _cell(self, key: str, value: Value | None) -> WrittenValue:
        text = text_of(value, key)
        if key in {LEAD, SUPPORT}:
            lead, support = by_role(text)
            return self._offices(lead if key == LEAD else support or lead, text)
        return _products(text) if key == PRODUCT else text

    def _helped(self, by_key: Mapping[str, Value]) -> WrittenValue:
        """Return who helps; where the cell of the lead says it too, that cell is printed alone."""
        lead = text_of(by_key.get(LEAD), LEAD)
        if SUPPORT in by_key or not lead:
            return self._cell(SUPPORT, by_key.get(SUPPORT))
        return Codes(codes) if (codes := self._draft.units.offices(by_role(lead)[1]).codes) else ""

    def _offices(self, named: str, text: str) -> WrittenValue:
        offices = self._draft.units.offices(named)
        wording = offices.wording if named == text else text
        if not wording:
            return Codes(offices.codes) if offices.codes else ""
        codes = [NotedKey("don_vi", Codes(offices.codes))] if offices.codes else []
        return (*codes, NotedKey("van_ban", wording))

    def _noted(self, task: DraftTask, *keys: str) -> tuple[str, ...]:
        return tuple(
            note
            for key in keys
            for place in places_of(task)
            for note in self._notes.get((place, key), ())
        )


def places_of(row: DraftTask) -> list[str]:
    """Return the places of a row: its own, those of rows that go on it, those of its cells."""
    cells = [value.place for value in row.values.values() if not value.merged]
    return list(dict.fromkeys((row.place, *row.rests, *cells)))


def _held_by(place: str, places: set[str]) -> str:
    while place and place not in places:
        place = place.rpartition(", ")[0]
    return place


def _note(doubt: Doubt) -> str:
    said = one_line(doubt.text)
    said = f"{said[:100]}…" if len(said) > 100 else said
    if doubt.rule in ISSUED_WORDING:
        return f"cchc: {VERB} {doubt.rule} -- NGỜ ({doubt.place}): {said}"
    return f"NGỜ ({doubt.place}): {doubt.why}" + (f': "{said}"' if said else "")


def _products(text: str) -> WrittenValue:
    """Return the products of a cell: a list where each line has its dash, else its text."""
    lines = text.split("\n")
    listed = [re.sub(r"^[-–]\s+", "", line) for line in lines]
    dashed = all(line.startswith("- ") for line in lines)
    if len(lines) > 1 and dashed and any(not line[:1].islower() for line in listed[1:]):
        return tuple(listed)
    return text


def _section(section: DraftSection) -> NotedMapping:
    items = (
        NotedKey("so", section.number),
        NotedKey("tieu_de", section.title),
        NotedKey("ghi_chu", section.remark),
        NotedKey("doan", tuple(section.paragraphs)),
        NotedKey("y", tuple(section.points)),
        NotedKey("bang", tuple(map(_table, section.tables))),
        NotedKey("muc", tuple(map(_section, section.items))),
    )
    return NotedMapping(items)


def _table(table: SourceTable) -> NotedMapping:
    rows = [tuple(one_line(cell.whole) for cell in row.cells) for row in table.rows]
    width = max(len(row) for row in rows)
    padded = [(*row, *[""] * (width - len(row))) for row in rows]
    head = [] if len(padded) < 2 else [NotedKey("cot", Codes(padded[0]))]
    return NotedMapping((*head, NotedKey("hang", tuple(Codes(row) for row in padded[len(head) :]))))

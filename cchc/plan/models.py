"""The plan: what was promised, in the official wording. Python names here, YAML keys as aliases.

Every value is text when it comes in; the models give the few typed ones (years, dates) their type.
What a rule of `cchc.checks` judges (an empty content, say) may be absent here, so that the plan
loads and all its faults are told in one run.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    PrivateAttr,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from cchc.diagnostics import Where
from cchc.plan.days import DayMonth, IssueDate, parse_date
from cchc.text import headed, number_in_id, roman

Shape = dict[str, Any]
"""A JSON Schema."""

_BLANK = r"\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""What is cut off at the ends of a text: Unicode's white space."""

_DAY_28 = "(?:0?[1-9]|1[0-9]|2[0-8])"
_ANY_MONTH = "(?:0?[1-9]|1[0-2])"
_MONTH_30 = "(?:0?[13-9]|1[0-2])"
_MONTH_31 = "(?:0?[13578]|1[02])"
_YEAR = "(?!0000)[0-9]{4}"
_LEAP = "(?!0000)(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"


def _days(day_first: bool, between: str) -> str:
    """Return a pattern of day and month that a common year has."""
    pairs = ((_DAY_28, _ANY_MONTH), ("(?:29|30)", _MONTH_30), ("31", _MONTH_31))
    ways = (f"{day}{between}{month}" if day_first else f"{month}{between}{day}"
            for day, month in pairs)  # fmt: skip
    return f"(?:{'|'.join(ways)})"


_DATE = (
    f"{_YEAR}-{_days(False, '-')}|{_LEAP}-0?2-29"
    f"|{_days(True, '[/.-]')}[/.-]{_YEAR}|29[/.-]0?2[/.-]{_LEAP}"
)
_MONTH = f"[0-9]{{4}}-{_ANY_MONTH}|{_ANY_MONTH}/[0-9]{{4}}"


def _text_like(pattern: str) -> Shape:
    return {"type": "string", "pattern": rf"^\s*(?:{pattern})\s*$"}


TEXT: Shape = {"type": ["string", "number", "boolean"], "pattern": f"[^{_BLANK}]"}
YEAR: Shape = {
    "anyOf": [
        {"type": "integer", "minimum": 1000, "maximum": 2999},
        _text_like("[12][0-9]{3}"),
    ]
}
DATE = _text_like(_DATE)
ISSUE_DATE: Shape = {
    **_text_like(f"{_DATE}|{_MONTH}|[12][0-9]{{3}}"),
    "type": ["string", "integer"],
    "minimum": 1000,
    "maximum": 2999,
}
DAY_MONTH = _text_like(f"{_days(True, '[/-]')}|29[/-]0?2")
BLANK: Shape = {"type": ["string", "number", "boolean", "null"]}
TEXTS: Shape = {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}
DIGEST = _text_like("[0-9A-Fa-f]{64}")


# The typed values of a plan: each reads one text, and says in Vietnamese what it wants.

Text = Annotated[
    str,
    StringConstraints(min_length=1, strip_whitespace=True),
    WithJsonSchema(TEXT),
]


_ISO_MONTH = re.compile(r"(?P<y>[0-9]{4})-(?P<m>0?[1-9]|1[0-2])")
_VIETNAMESE_MONTH = re.compile(r"(?P<m>0?[1-9]|1[0-2])/(?P<y>[0-9]{4})")
_DAY_MONTH = re.compile(r"([0-9]{1,2})[/-]([0-9]{1,2})")


def _year(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"[12][0-9]{3}", value.strip()):
        return int(value)
    if isinstance(value, int):
        return value
    raise PydanticCustomError("year", "năm phải có bốn chữ số; viết như 2025")


def _date(value: object) -> object:
    if isinstance(value, date):
        return value
    found = parse_date(value.strip()) if isinstance(value, str) else None
    if found:
        return found
    raise PydanticCustomError("impossible-date", "không có ngày này; viết như 2025-01-31")


def _issue_date(value: object) -> object:
    if isinstance(value, IssueDate):
        return value
    text = value.strip() if isinstance(value, str) else ""
    if day := parse_date(text):
        return IssueDate(day.year, day.month, day.day)
    if month := _ISO_MONTH.fullmatch(text) or _VIETNAMESE_MONTH.fullmatch(text):
        return IssueDate(int(month["y"]), int(month["m"]))
    if re.fullmatch(r"[12][0-9]{3}", text):
        return IssueDate(int(text))
    raise PydanticCustomError("impossible-date", "không có ngày này; viết như 2024-12-25")


def _day_month(value: object) -> object:
    if isinstance(value, DayMonth):
        return value
    found = _DAY_MONTH.fullmatch(value.strip()) if isinstance(value, str) else None
    # Any leap year: 29/02 is judged with the plan's own year, by a rule.
    if found and parse_date(f"{found[1]}/{found[2]}/2024"):
        return DayMonth(int(found[1]), int(found[2]))
    raise PydanticCustomError("impossible-date", "không có ngày này; viết ngày/tháng, như 05/3")


def _blank(value: object) -> object:
    return "" if value is None else value


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) else value


Blank = Annotated[
    str,
    BeforeValidator(_blank),
    StringConstraints(strip_whitespace=True),
    WithJsonSchema(BLANK),
]
"""A text that may be left empty, and is "" then."""
Number = Annotated[str, StringConstraints(strip_whitespace=True), WithJsonSchema(BLANK)]
"""A number of a heading; "" says that none is printed."""
Year = Annotated[int, PlainValidator(_year), WithJsonSchema(YEAR)]
PlanDate = Annotated[date, PlainValidator(_date), WithJsonSchema(DATE)]
Issued = Annotated[IssueDate, PlainValidator(_issue_date), WithJsonSchema(ISSUE_DATE)]
DayOfYear = Annotated[DayMonth, PlainValidator(_day_month), WithJsonSchema(DAY_MONTH)]
OneOrMore = Annotated[tuple[Text, ...], BeforeValidator(_one_or_more), WithJsonSchema(TEXTS)]


# The plan: what was promised, in the official wording. Python names here, YAML keys as aliases;
# title, description and examples of a key are what an editor and the manual show of it.


class PlanPart(BaseModel):
    """A part of the plan file: immutable, and with no key that isn't named here."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


def keyed(default: Any, alias: str, title: str, description: str, *examples: object) -> Any:
    """Return the field of a key of the file, with what an editor and the manual show of it.

    `default` is ... where the key must be there.
    """
    shown = list(examples) or None
    return Field(default, alias=alias, title=title, description=description, examples=shown)


def meanings(part: type[PlanPart]) -> dict[str, str]:
    """Return what each key of a part means, in the words of an office: one line a key."""
    return {
        field.alias or name: field.description or "" for name, field in part.model_fields.items()
    }


class Agency(PlanPart):
    """Who issues the plan: the agency above it, its own name, and its name inside a sentence."""

    parent: Text | None = keyed(
        None,
        "chu_quan",
        "Cơ quan chủ quản",
        "cơ quan chủ quản, nếu có",
        "ỦY BAN NHÂN DÂN HUYỆN SƠN HÀ",
    )
    name: Text = keyed(
        ...,
        "ban_hanh",
        "Cơ quan ban hành",
        "tên cơ quan ban hành, chữ in hoa",
        "ỦY BAN NHÂN DÂN XÃ SƠN HẠ",
    )
    short: Text | None = keyed(
        None, "ten", "Tên", "tên cơ quan viết trong câu, như UBND xã Sơn Hạ", "UBND xã Sơn Hạ"
    )

    @property
    def in_sentence(self) -> str:
        """Return the name as a sentence writes it: "UBND xã Sơn Hạ"."""
        return self.short or self.name


class Unit(PlanPart):
    """An office. `members` makes it a group office that stands for several.

    An office that ends (`until` is its last day) hands its work to its `successor`.
    """

    name: Text = keyed(..., "ten", "Tên", "tên gọn của đơn vị", "Văn phòng - Thống kê")
    printed: Text | None = keyed(
        None,
        "ten_in",
        "Tên in",
        "tên đơn vị in trong phụ lục; bỏ trống là tên gọn",
        "Bộ phận Văn phòng - Thống kê",
    )
    post: Text | None = keyed(
        None,
        "chuc_danh",
        "Chức danh",
        "chức danh của người được giao việc ở đơn vị",
        "Công chức Văn phòng - Thống kê",
    )
    spellings: tuple[Text, ...] = keyed(
        (),
        "ten_khac",
        "Cách viết khác",
        "các cách viết khác của tên đơn vị",
        ["VP-TK", "Văn phòng xã"],
    )
    members: tuple[Text, ...] = keyed(
        (), "gom", "Gồm các đơn vị", "mã các đơn vị mà tên chung này gồm", ["VPTK", "TPHT"]
    )
    since: PlanDate | None = keyed(
        None, "tu_ngay", "Từ ngày", "ngày đơn vị bắt đầu hoạt động", "2025-07-01"
    )
    until: PlanDate | None = keyed(
        None, "den_ngay", "Đến ngày", "ngày cuối đơn vị còn hoạt động", "2025-06-30"
    )
    successor: Text | None = keyed(
        None, "ke_thua_boi", "Đơn vị kế thừa", "mã đơn vị nhận việc khi đơn vị này kết thúc", "VHXH"
    )

    @property
    def in_print(self) -> str:
        """Return the name as the appendix prints it."""
        return self.printed or self.name


class Offices(PlanPart):
    """The offices of a cell: their codes, and the cell's own wording where it says more."""

    codes: tuple[Text, ...] = keyed((), "don_vi", "Đơn vị", "mã các đơn vị", ["VPTK", "TPHT"])
    wording: Text | None = keyed(
        None, "van_ban", "Văn bản", "nguyên văn ô của bảng, khi ô không chỉ là tên đơn vị"
    )

    @model_validator(mode="before")
    @classmethod
    def _from_list(cls, value: object) -> object:
        if isinstance(value, str):
            message = "phải là một danh sách mã đơn vị; viết [VPTK] hoặc [VPTK, TPHT]"
            raise PydanticCustomError("wrong-type", message)
        return {"don_vi": value} if isinstance(value, list) else value

    @property
    def empty(self) -> bool:
        """Whether the cell says nothing."""
        return not self.codes and not self.wording


class ExplicitMilestone(PlanPart):
    """A milestone that the wording can't say: its first day (if it matters), its last in time."""

    start: PlanDate | None = keyed(
        None, "tu_ngay", "Từ ngày", "ngày đầu của mốc, nếu có", "2025-01-01"
    )
    due: PlanDate = keyed(..., "den_ngay", "Đến ngày", "ngày cuối còn đúng hạn", "2025-01-31")
    action: Text | None = keyed(
        None, "viec", "Việc", "việc phải xong ở mốc này", "ban hành Kế hoạch"
    )


class Task(PlanPart):
    """A row of the appendix, or a row of its own under one: a part of a task."""

    number: Blank = keyed(
        "",
        "stt",
        "Số thứ tự",
        "số thứ tự như bản in ghi: 01, 1.1, a …; ô trống thì bỏ trống",
        "01",
        "1.1",
        "a",
    )
    code: Text | None = keyed(
        None,
        "ma",
        "Mã riêng",
        "mã riêng của nhiệm vụ, khi nhóm và STT không đủ phân biệt; không in",
        "CCHC-07",
    )
    content: Text | None = keyed(None, "noi_dung", "Nội dung", "nội dung nhiệm vụ")
    lead: Offices = keyed(Offices(), "chu_tri", "Chủ trì", "cơ quan chủ trì thực hiện", ["VPTK"])
    support: Offices = keyed(Offices(), "phoi_hop", "Phối hợp", "cơ quan phối hợp", ["TPHT", "CM"])
    products: OneOrMore = keyed(
        (),
        "san_pham",
        "Sản phẩm",
        "sản phẩm phải có",
        ["Kế hoạch của UBND xã", "báo cáo kết quả thực hiện"],
    )
    timing: Text | None = keyed(
        None,
        "thoi_gian",
        "Thời gian thực hiện",
        "thời gian thực hiện, đúng câu chữ của kế hoạch",
        "Quý I năm 2025 ban hành Kế hoạch; định kỳ báo cáo kết quả thực hiện",
        "Trước ngày 15/11/2025",
        "Thường xuyên trong năm",
    )
    note: Text | None = keyed(None, "ghi_chu", "Ghi chú", "ghi chú")
    other: dict[Text, Text | None] = keyed(
        {},
        "khac",
        "Cột riêng",
        "các ô ở cột riêng của cơ quan, theo khóa khai ở phu_luc.cot",
        {"kinh_phi": "Ngân sách xã"},
    )
    milestones: tuple[ExplicitMilestone, ...] = keyed(
        (),
        "moc",
        "Mốc",
        "các mốc ghi rõ ngày, khi câu chữ không nói hết được",
        [{"den_ngay": "2025-01-31"}],
    )
    parts: tuple["Task", ...] = keyed(
        (),
        "phan_viec",
        "Phần việc",
        "các dòng con của nhiệm vụ; ô nào bỏ trống thì theo nhiệm vụ",
        [{"noi_dung": "Phần của xã", "thoi_gian": "Quý II"}],
    )

    _group: str = PrivateAttr("")
    _id: str = PrivateAttr("")
    _where: Where = PrivateAttr(())

    @property
    def group(self) -> str:
        """Return the numbers of the task's groups: "II", "A.I"; "" where it is in none."""
        return self._group

    @property
    def id(self) -> str:
        """Return the id the ledger and the commands use: "II.04", "7", of a part "II.04/1"."""
        return self._id

    @property
    def where(self) -> Where:
        """Return the place of the task in the plan file."""
        return self._where

    def stand(self, group: str, task_id: str, where: Where) -> None:
        """Tell the task and its parts where they stand; the plan does it once, on loading."""
        own = self.code or task_id
        _set(self, _group=group, _id=own, _where=where)
        for i, part in enumerate(self.parts):
            part.stand(group, f"{own}/{i + 1}", (*where, "phan_viec", i))

    @property
    def rows(self) -> Iterator["Task"]:
        """Yield the task and its parts as they are written, each with its own cells only."""
        yield self
        for part in self.parts:
            yield from part.rows

    @property
    def timed(self) -> bool:
        """Whether the row says when it is to be done."""
        return bool(self.timing or self.milestones)

    @property
    def tracked(self) -> Iterator["Task"]:
        """Yield what is to be done: the task, or in its place each of its parts.

        A part has its task's cells where its own are blank. The task itself is there too where no
        part takes its time from it, or none its lead: then it is a duty beside theirs.
        """
        if not self.parts or self._keeps_a_duty:
            yield self
        for part in self.parts:
            yield from part.after(self).tracked

    @property
    def _keeps_a_duty(self) -> bool:
        if self.lead.empty or not self.timed:
            return False
        return all(part.timed for part in self.parts) or not any(p.lead.empty for p in self.parts)

    def after(self, task: "Task") -> "Task":
        """Return this part with its task's cells where its own are blank."""
        taken: dict[str, object] = {
            "content": self.content or task.content,
            "lead": task.lead if self.lead.empty else self.lead,
            "support": task.support if self.support.empty else self.support,
            "products": self.products or task.products,
            "timing": self.timing if self.timed else task.timing,
            "milestones": self.milestones if self.timed else task.milestones,
        }
        return self.model_copy(update=taken)


class Group(PlanPart):
    """A group of tasks, and of further groups; its number is Roman by its place, or its own."""

    number: Number | None = keyed(
        None,
        "so",
        "Số",
        'số của nhóm: A, I, 1 …; bỏ trống là số La Mã theo thứ tự, "" là không in số',
        "A",
        "IV",
    )
    code: Text | None = keyed(
        None, "ma", "Mã riêng", "phần mã của nhóm trong mã nhiệm vụ, khi khác số in; không in", "B"
    )
    title: Text = keyed(..., "tieu_de", "Tiêu đề", "tên nhóm nhiệm vụ, không có số thứ tự")
    tasks: tuple[Task, ...] = keyed((), "nhiem_vu", "Nhiệm vụ", "các nhiệm vụ của nhóm")
    groups: tuple["Group", ...] = keyed((), "nhom", "Nhóm nhiệm vụ", "các nhóm nằm trong nhóm này")

    _path: str = PrivateAttr("")
    _place: int = PrivateAttr(1)

    @property
    def path(self) -> str:
        """Return the numbers of the groups down to this one, as ids have them: "A.I"."""
        return self._path

    @property
    def printed_number(self) -> str:
        """Return the number as it is printed, "" where the group has none: "II", "A"."""
        return roman(self._place) if self.number is None else self.number

    @property
    def heading(self) -> str:
        """Return number and title as they are printed: "II. CẢI CÁCH THỂ CHẾ"."""
        return headed(self.printed_number, self.title)

    @property
    def nested(self) -> Iterator["Group"]:
        """Yield the group, then every group in it, in reading order."""
        yield self
        for group in self.groups:
            yield from group.nested

    def stand(self, above: str, place: int, where: Where) -> None:
        """Tell the group and all in it where they stand; the plan does it once, on loading."""
        own = self.code or number_in_id(self.number or "") or roman(place)
        path = f"{above}.{own}" if above else own
        _set(self, _path=path, _place=place)
        _stand(path, self.tasks, self.groups, where)


class Column(PlanPart):
    """A column of the appendix: which key it shows, and its heading as printed."""

    key: Text = keyed(
        ...,
        "khoa",
        "Khóa",
        "khóa của nhiệm vụ (stt, noi_dung, chu_tri …), hoặc khóa riêng của cơ quan",
        "chu_tri",
        "kinh_phi",
    )
    title: Text | None = keyed(
        None,
        "tieu_de",
        "Tiêu đề",
        "tiêu đề cột như bản in; bỏ trống là tiêu đề thường dùng",
        "Đơn vị thực hiện",
    )

    @model_validator(mode="before")
    @classmethod
    def _from_key(cls, value: object) -> object:
        return {"khoa": value} if isinstance(value, str) else value

    @property
    def heading(self) -> str:
        """Return the heading as it is printed."""
        return self.title or HEADINGS.get(self.key, self.key)


HEADINGS = {
    "stt": "STT",
    "noi_dung": "Nội dung/ Nhiệm vụ",
    "chu_tri": "Cơ quan chủ trì thực hiện",
    "phoi_hop": "Cơ quan phối hợp",
    "san_pham": "Sản phẩm",
    "thoi_gian": "Thời gian thực hiện",
    "ghi_chu": "Ghi chú",
}
"""The seven columns of the appendix by their keys, in their order where none is declared."""


class Table(PlanPart):
    """A table that holds no tasks (targets, indicators): kept and printed as it is."""

    title: Text | None = keyed(None, "tieu_de", "Tiêu đề", "tên bảng, nếu có")
    headings: tuple[Blank, ...] = keyed(
        (),
        "cot",
        "Cột",
        "tiêu đề các cột; bỏ trống khi bảng không có dòng tiêu đề",
        ["STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2026"],
    )
    rows: tuple[tuple[Blank, ...], ...] = keyed(
        (),
        "hang",
        "Hàng",
        "các hàng, mỗi hàng là danh sách các ô",
        [["1", "Hồ sơ trực tuyến", "%", "90"]],
    )


class Appendix(PlanPart):
    """The table of tasks: in groups, or without any."""

    title: Text = keyed(..., "tieu_de", "Tiêu đề", "tên phụ lục, chữ in hoa")
    columns: tuple[Column, ...] = keyed(
        (),
        "cot",
        "Cột",
        "các cột theo thứ tự in, khi khác bảy cột thường dùng",
        ["stt", "noi_dung", {"khoa": "chu_tri", "tieu_de": "Đơn vị thực hiện"}],
    )
    tasks: tuple[Task, ...] = keyed((), "nhiem_vu", "Nhiệm vụ", "các nhiệm vụ không thuộc nhóm nào")
    groups: tuple[Group, ...] = keyed((), "nhom", "Nhóm nhiệm vụ", "các nhóm nhiệm vụ")
    tables: tuple[Table, ...] = keyed((), "bang", "Bảng", "các bảng khác, in sau bảng nhiệm vụ")

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of the columns, in the order they are printed."""
        return tuple(column.key for column in self.columns) or tuple(HEADINGS)


class Section(PlanPart):
    """A heading of the body with what stands under it, printed in the order of the fields."""

    number: Text | None = keyed(None, "so", "Số", "số của phần, mục: I, 1, 2.1, a", "I", "1", "2.1")
    title: Text | None = keyed(None, "tieu_de", "Tiêu đề", "tên phần, mục")
    unit: Text | None = keyed(
        None, "don_vi", "Đơn vị", "mã đơn vị, khi tên mục là chức danh của đơn vị ấy", "VPTK"
    )
    remark: Text | None = keyed(
        None,
        "ghi_chu",
        "Ghi chú",
        "chữ ghi sau tên phần, mục, không in đậm",
        "(Có phụ lục kèm theo)",
    )
    paragraphs: tuple[Text, ...] = keyed((), "doan", "Đoạn văn", "các đoạn văn")
    bullets: tuple[Text, ...] = keyed((), "y", "Các ý", "các ý, không có gạch đầu dòng")
    tables: tuple[Table, ...] = keyed((), "bang", "Bảng", "các bảng của phần, mục")
    items: tuple["Section", ...] = keyed(
        (), "muc", "Mục", "các mục nằm trong, cùng các biến như trên"
    )
    notice: Text | None = keyed(
        None, "luu_y", "Lưu ý", "điều cần lưu ý, không có chữ “Lưu ý:” ở đầu"
    )


class ReportDate(PlanPart):
    """A report of the reporting calendar: its period, and before (or by) which day it is due.

    `since` is the first day it tells of, `closed` the day on which its figures are closed; without
    them they follow from the period and the due day.
    """

    period: Text = keyed(
        ...,
        "ky",
        "Kỳ báo cáo",
        "kỳ báo cáo: quý I … IV, 6 tháng, 9 tháng, năm",
        "quý I",
        "6 tháng",
        "9 tháng",
        "năm",
    )
    before: DayOfYear | None = keyed(
        None, "truoc", "Trước ngày", "báo cáo phải có trước ngày này", "05/3"
    )
    by: DayOfYear | None = keyed(
        None, "cham_nhat", "Chậm nhất ngày", "báo cáo phải có chậm nhất ngày này", "04/3"
    )
    lead: Offices = keyed(Offices(), "chu_tri", "Chủ trì", "đơn vị làm báo cáo", ["VPTK"])
    since: PlanDate | None = keyed(
        None, "tu_ngay", "Từ ngày", "ngày đầu của kỳ số liệu; bỏ trống là ngày đầu của kỳ"
    )
    closed: PlanDate | None = keyed(
        None, "den_ngay", "Đến ngày", "ngày chốt số liệu; bỏ trống là hạn gửi báo cáo"
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.since and self.closed and self.closed < self.since:
            message = "den_ngay (chốt số liệu) trước tu_ngay; sửa một trong hai ngày"
            raise PydanticCustomError("reversed-dates", message)
        return self


class Signer(PlanPart):
    """The signature block: authority, position, name."""

    authority: Text | None = keyed(
        None,
        "quyen_han",
        "Quyền hạn",
        "quyền hạn ký: TM., KT., TL., Q., TUQ. …",
        "TM. ỦY BAN NHÂN DÂN",
    )
    position: Text | None = keyed(None, "chuc_vu", "Chức vụ", "chức vụ người ký", "CHỦ TỊCH")
    name: Text | None = keyed(None, "ho_ten", "Họ và tên", "họ và tên người ký", "Đinh Trường Sơn")


class Plan(PlanPart):
    """A plan of a year, or of several; body and appendix."""

    year: Year = keyed(..., "nam", "Năm", "năm của kế hoạch", 2025)
    last_year: Year | None = keyed(
        None, "den_nam", "Đến năm", "năm cuối, khi kế hoạch là của nhiều năm", 2030
    )
    kind: Text = keyed(
        "KẾ HOẠCH",
        "ten_loai",
        "Tên loại",
        "tên loại văn bản, chữ in hoa; bỏ trống là KẾ HOẠCH",
        "KẾ HOẠCH",
        "QUYẾT ĐỊNH",
        "CÔNG VĂN",
    )
    subject: Text = keyed(
        ...,
        "trich_yeu",
        "Trích yếu",
        "trích yếu nội dung văn bản",
        "Cải cách hành chính năm 2025 Xã Sơn Hạ",
    )
    number: Text | None = keyed(None, "so", "Số", "số của văn bản, để trống khi chưa có", "05")
    symbol: Text | None = keyed(
        None, "ky_hieu", "Ký hiệu", "ký hiệu của văn bản, như KH-UBND", "KH-UBND"
    )
    place: Text | None = keyed(
        None, "dia_danh", "Địa danh", "địa danh ghi trước ngày ban hành", "Sơn Hạ"
    )
    issued: Issued | None = keyed(
        None,
        "ngay_ban_hanh",
        "Ngày ban hành",
        "ngày ban hành; khi chưa ký chỉ ghi năm và tháng, hoặc năm",
        "2024-12",
        "2024-12-25",
    )
    agency: Agency = keyed(..., "co_quan", "Cơ quan", "cơ quan ban hành")
    units: dict[Text, Unit] = keyed({}, "don_vi", "Đơn vị", "các đơn vị, mỗi đơn vị một mã")
    legal_basis: tuple[Text, ...] = keyed(
        (),
        "can_cu",
        "Căn cứ",
        "các căn cứ, không có chữ “Căn cứ” ở đầu và dấu ở cuối",
        ["Kế hoạch số 234/KH-UBND ngày 19/12/2024 của UBND huyện về …"],
    )
    opening: Text | None = keyed(None, "mo_dau", "Mở đầu", "đoạn mở đầu, sau các căn cứ")
    sections: tuple[Section, ...] = keyed((), "phan", "Phần", "các phần I, II, III … của văn bản")
    closing: Text | None = keyed(
        None,
        "ket",
        "Câu kết",
        "câu kết, hết bằng ./.",
        "Trên đây là Kế hoạch Cải cách hành chính năm 2025 của UBND xã Sơn Hạ./.",
    )
    reporting: tuple[ReportDate, ...] = keyed(
        (), "che_do_bao_cao", "Chế độ báo cáo", "các kỳ báo cáo và hạn của từng kỳ"
    )
    recipients: tuple[Text, ...] = keyed(
        (),
        "noi_nhan",
        "Nơi nhận",
        "các nơi nhận, không có gạch đầu dòng và dấu ở cuối",
        ["UBND huyện", "Lưu: VT"],
    )
    signer: Signer = keyed(Signer(), "nguoi_ky", "Người ký", "người ký")
    appendix: Appendix | None = keyed(None, "phu_luc", "Phụ lục", "phụ lục: bảng nhiệm vụ")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last_year and self.last_year < self.year:
            message = "den_nam trước nam; sửa một trong hai năm"
            raise PydanticCustomError("reversed-dates", message)
        return self

    @model_validator(mode="after")
    def _place_tasks(self) -> Self:
        if self.appendix:
            _stand("", self.appendix.tasks, self.appendix.groups, ("phu_luc",))
        return self

    @property
    def years(self) -> range:
        """Return the years of the plan."""
        return range(self.year, (self.last_year or self.year) + 1)

    @property
    def groups(self) -> tuple[Group, ...]:
        """Return every group of the appendix in reading order, each before those in it."""
        top = self.appendix.groups if self.appendix else ()
        return tuple(inner for group in top for inner in group.nested)

    @property
    def headings(self) -> dict[str, str]:
        """Return number and title of every group by its path; "" is for tasks in no group."""
        return {path: headed(path, title) for path, title in self.titles.items()}

    @property
    def titles(self) -> dict[str, str]:
        """Return the title of every group by its path; "" is for tasks in no group."""
        alone = {"": self.appendix.title} if self.appendix and self.appendix.tasks else {}
        return alone | {group.path: group.title for group in self.groups}

    @property
    def tasks(self) -> Iterator[Task]:
        """Yield every task that is tracked, in the order of the appendix: see `Task.tracked`."""
        for task in self._written:
            yield from task.tracked

    @property
    def rows(self) -> Iterator[Task]:
        """Yield every row of the appendix as it is written: each task, then its parts."""
        for task in self._written:
            yield from task.rows

    @property
    def _written(self) -> Iterator[Task]:
        yield from self.appendix.tasks if self.appendix else ()
        for group in self.groups:
            yield from group.tasks


def _set(model: BaseModel, **private: object) -> None:
    """Set private attributes at once: one by one each is looked up in three places first."""
    known = model.__pydantic_private__
    if known is not None:
        known.update(private)


def _stand(path: str, tasks: Iterable[Task], groups: Iterable[Group], where: Where) -> None:
    for t, task in enumerate(tasks):
        # Without a STT the place of the row is all there is to tell it by.
        number = number_in_id(task.number) or str(t + 1)
        task_id = f"{path}.{number}" if path else number
        task.stand(path, task_id, (*where, "nhiem_vu", t))
    for g, group in enumerate(groups):
        group.stand(path, g + 1, (*where, "nhom", g))

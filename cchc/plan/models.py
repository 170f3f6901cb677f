"""The plan: what was promised, in the official wording. Python names here, YAML keys as aliases.

Every value is text when it comes in; the models give the few typed ones (years, dates) their type.
What a rule of `cchc.checks` judges (an empty content, say) may be absent here, so that the plan
loads and all its faults are told in one run.
"""

import re
from collections.abc import Iterator, Mapping
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
from cchc.text import roman

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
ISSUE_DATE = _text_like(f"{_DATE}|{_MONTH}")
DAY_MONTH = _text_like(f"{_days(True, '[/-]')}|29[/-]0?2")
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
    raise PydanticCustomError("impossible-date", "không có ngày này; viết như 2024-12-25")


def _day_month(value: object) -> object:
    if isinstance(value, DayMonth):
        return value
    found = _DAY_MONTH.fullmatch(value.strip()) if isinstance(value, str) else None
    # Any leap year: 29/02 is judged with the plan's own year, by a rule.
    if found and parse_date(f"{found[1]}/{found[2]}/2024"):
        return DayMonth(int(found[1]), int(found[2]))
    raise PydanticCustomError("impossible-date", "không có ngày này; viết ngày/tháng, như 05/3")


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) else value


Year = Annotated[int, PlainValidator(_year), WithJsonSchema(YEAR)]
PlanDate = Annotated[date, PlainValidator(_date), WithJsonSchema(DATE)]
Issued = Annotated[IssueDate, PlainValidator(_issue_date), WithJsonSchema(ISSUE_DATE)]
DayOfYear = Annotated[DayMonth, PlainValidator(_day_month), WithJsonSchema(DAY_MONTH)]
OneOrMore = Annotated[tuple[Text, ...], BeforeValidator(_one_or_more), WithJsonSchema(TEXTS)]


# The plan: what was promised, in the official wording. Python names here, YAML keys as aliases.


class Part(BaseModel):
    """A part of the plan file: immutable, and with no key that isn't named here."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Agency(Part):
    """Who issues the plan: the agency above it, its own name, and its name inside a sentence."""

    parent: Text | None = Field(None, alias="chu_quan")
    name: Text = Field(alias="ban_hanh")
    short: Text | None = Field(None, alias="ten")

    @property
    def in_sentence(self) -> str:
        """Return the name as a sentence writes it: "UBND xã Sơn Hạ"."""
        return self.short or self.name


class Unit(Part):
    """An office. `members` makes it a group office that stands for several.

    An office that ends (`until` is its last day) hands its work to its `successor`.
    """

    name: Text = Field(alias="ten")
    printed: Text | None = Field(None, alias="ten_in")
    post: Text | None = Field(None, alias="chuc_danh")
    spellings: tuple[Text, ...] = Field((), alias="ten_khac")
    members: tuple[Text, ...] = Field((), alias="gom")
    since: PlanDate | None = Field(None, alias="tu_ngay")
    until: PlanDate | None = Field(None, alias="den_ngay")
    successor: Text | None = Field(None, alias="ke_thua_boi")

    @property
    def in_print(self) -> str:
        """Return the name as the appendix prints it."""
        return self.printed or self.name


class Offices(Part):
    """The offices of a cell: their codes, and the cell's own wording where it says more."""

    codes: tuple[Text, ...] = Field((), alias="don_vi")
    wording: Text | None = Field(None, alias="van_ban")

    @model_validator(mode="before")
    @classmethod
    def _from_list(cls, value: object) -> object:
        if isinstance(value, str):
            message = "phải là một danh sách mã đơn vị; viết [VPTK] hoặc [VPTK, TPHT]"
            raise PydanticCustomError("wrong-type", message)
        return {"don_vi": value} if isinstance(value, list) else value


class ExplicitMilestone(Part):
    """A milestone that the wording can't say: its first day (if it matters), its last in time."""

    start: PlanDate | None = Field(None, alias="tu_ngay")
    due: PlanDate = Field(alias="den_ngay")
    action: Text | None = Field(None, alias="viec")


class Task(Part):
    """One row of the appendix, in its seven columns."""

    number: Text = Field(alias="stt")
    content: Text | None = Field(None, alias="noi_dung")
    lead: Offices = Field(Offices(), alias="chu_tri")
    support: Offices = Field(Offices(), alias="phoi_hop")
    products: OneOrMore = Field((), alias="san_pham")
    timing: Text | None = Field(None, alias="thoi_gian")
    note: Text | None = Field(None, alias="ghi_chu")
    milestones: tuple[ExplicitMilestone, ...] = Field((), alias="moc")

    _group: str = PrivateAttr("")
    _where: Where = PrivateAttr(())

    @property
    def group(self) -> str:
        """Return the number of the task's group, in Roman: "II"."""
        return self._group

    @property
    def id(self) -> str:
        """Return the id the ledger and the commands use: group and STT, "II.04"."""
        return f"{self._group}.{self.number}"

    @property
    def where(self) -> Where:
        """Return the place of the task in the plan file."""
        return self._where

    def stand(self, group: str, where: Where) -> None:
        """Tell the task where it stands; the plan does it once, on loading."""
        self._group, self._where = group, where


class Group(Part):
    """A group of tasks; its Roman number is its place in the appendix."""

    title: Text = Field(alias="tieu_de")
    tasks: tuple[Task, ...] = Field((), alias="nhiem_vu")


class Appendix(Part):
    """The table of tasks."""

    title: Text = Field(alias="tieu_de")
    groups: tuple[Group, ...] = Field((), alias="nhom")


class Section(Part):
    """A heading of the body with what stands under it, printed in the order of the fields."""

    number: Text | None = Field(None, alias="so")
    title: Text | None = Field(None, alias="tieu_de")
    unit: Text | None = Field(None, alias="don_vi")
    remark: Text | None = Field(None, alias="ghi_chu")
    paragraphs: tuple[Text, ...] = Field((), alias="doan")
    bullets: tuple[Text, ...] = Field((), alias="y")
    items: tuple["Section", ...] = Field((), alias="muc")
    notice: Text | None = Field(None, alias="luu_y")


class ReportDate(Part):
    """A report of the reporting calendar: its period, and before (or by) which day it is due.

    `since` is the first day it tells of, `closed` the day on which its figures are closed; without
    them they follow from the period and the due day.
    """

    period: Text = Field(alias="ky")
    before: DayOfYear | None = Field(None, alias="truoc")
    by: DayOfYear | None = Field(None, alias="cham_nhat")
    lead: Offices = Field(Offices(), alias="chu_tri")
    since: PlanDate | None = Field(None, alias="tu_ngay")
    closed: PlanDate | None = Field(None, alias="den_ngay")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.since and self.closed and self.closed < self.since:
            message = "den_ngay (chốt số liệu) trước tu_ngay; sửa một trong hai ngày"
            raise PydanticCustomError("reversed-dates", message)
        return self


class Signer(Part):
    """The signature block: authority, position, name."""

    authority: Text | None = Field(None, alias="quyen_han")
    position: Text | None = Field(None, alias="chuc_vu")
    name: Text | None = Field(None, alias="ho_ten")


class Plan(Part):
    """A year's plan, body and appendix."""

    year: Year = Field(alias="nam")
    kind: Text = Field("KẾ HOẠCH", alias="ten_loai")
    subject: Text = Field(alias="trich_yeu")
    number: Text | None = Field(None, alias="so")
    symbol: Text | None = Field(None, alias="ky_hieu")
    place: Text | None = Field(None, alias="dia_danh")
    issued: Issued | None = Field(None, alias="ngay_ban_hanh")
    agency: Agency = Field(alias="co_quan")
    units: dict[Text, Unit] = Field(default_factory=dict, alias="don_vi")
    legal_basis: tuple[Text, ...] = Field((), alias="can_cu")
    opening: Text | None = Field(None, alias="mo_dau")
    sections: tuple[Section, ...] = Field((), alias="phan")
    closing: Text | None = Field(None, alias="ket")
    reporting: tuple[ReportDate, ...] = Field((), alias="che_do_bao_cao")
    recipients: tuple[Text, ...] = Field((), alias="noi_nhan")
    signer: Signer = Field(Signer(), alias="nguoi_ky")
    appendix: Appendix | None = Field(None, alias="phu_luc")

    @model_validator(mode="after")
    def _place_tasks(self) -> Self:
        for g, group in enumerate(self.groups):
            for t, task in enumerate(group.tasks):
                task.stand(roman(g + 1), ("phu_luc", "nhom", g, "nhiem_vu", t))
        return self

    @property
    def groups(self) -> tuple[Group, ...]:
        """Return the groups of the appendix, none without one."""
        return self.appendix.groups if self.appendix else ()

    @property
    def tasks(self) -> Iterator[Task]:
        """Yield every task, in the order of the appendix."""
        for group in self.groups:
            yield from group.tasks


# What each key of the plan file means, in the words of an office: one line a key.

MEANINGS: Mapping[type[Part], Mapping[str, str]] = {
    Plan: {
        "nam": "năm của kế hoạch",
        "ten_loai": "tên loại văn bản, chữ in hoa; bỏ trống là KẾ HOẠCH",
        "trich_yeu": "trích yếu nội dung văn bản",
        "so": "số của văn bản, để trống khi chưa có",
        "ky_hieu": "ký hiệu của văn bản, như KH-UBND",
        "dia_danh": "địa danh ghi trước ngày ban hành",
        "ngay_ban_hanh": "ngày ban hành; khi chưa ký chỉ ghi năm và tháng",
        "co_quan": "cơ quan ban hành",
        "don_vi": "các đơn vị, mỗi đơn vị một mã",
        "can_cu": "các căn cứ, không có chữ “Căn cứ” ở đầu và dấu ở cuối",
        "mo_dau": "đoạn mở đầu, sau các căn cứ",
        "phan": "các phần I, II, III … của văn bản",
        "ket": "câu kết, hết bằng ./.",
        "che_do_bao_cao": "các kỳ báo cáo và hạn của từng kỳ",
        "noi_nhan": "các nơi nhận, không có gạch đầu dòng và dấu ở cuối",
        "nguoi_ky": "người ký",
        "phu_luc": "phụ lục: bảng nhiệm vụ",
    },
    Agency: {
        "chu_quan": "cơ quan chủ quản, nếu có",
        "ban_hanh": "tên cơ quan ban hành, chữ in hoa",
        "ten": "tên cơ quan viết trong câu, như UBND xã Sơn Hạ",
    },
    Unit: {
        "ten": "tên gọn của đơn vị",
        "ten_in": "tên đơn vị in trong phụ lục; bỏ trống là tên gọn",
        "chuc_danh": "chức danh của người được giao việc ở đơn vị",
        "ten_khac": "các cách viết khác của tên đơn vị",
        "gom": "mã các đơn vị mà tên chung này gồm",
        "tu_ngay": "ngày đơn vị bắt đầu hoạt động",
        "den_ngay": "ngày cuối đơn vị còn hoạt động",
        "ke_thua_boi": "mã đơn vị nhận việc khi đơn vị này kết thúc",
    },
    Offices: {
        "don_vi": "mã các đơn vị",
        "van_ban": "nguyên văn ô của bảng, khi ô không chỉ là tên đơn vị",
    },
    ExplicitMilestone: {
        "tu_ngay": "ngày đầu của mốc, nếu có",
        "den_ngay": "ngày cuối còn đúng hạn",
        "viec": "việc phải xong ở mốc này",
    },
    Task: {
        "stt": "số thứ tự trong nhóm",
        "noi_dung": "nội dung nhiệm vụ",
        "chu_tri": "cơ quan chủ trì thực hiện",
        "phoi_hop": "cơ quan phối hợp",
        "san_pham": "sản phẩm phải có",
        "thoi_gian": "thời gian thực hiện, đúng câu chữ của kế hoạch",
        "ghi_chu": "ghi chú",
        "moc": "các mốc ghi rõ ngày, khi câu chữ không nói hết được",
    },
    Group: {
        "tieu_de": "tên nhóm nhiệm vụ, không có số thứ tự",
        "nhiem_vu": "các nhiệm vụ của nhóm",
    },
    Appendix: {
        "tieu_de": "tên phụ lục, chữ in hoa",
        "nhom": "các nhóm nhiệm vụ",
    },
    Section: {
        "so": "số của phần, mục: I, 1, 2.1, a",
        "tieu_de": "tên phần, mục",
        "don_vi": "mã đơn vị, khi tên mục là chức danh của đơn vị ấy",
        "ghi_chu": "chữ ghi sau tên phần, mục, không in đậm",
        "doan": "các đoạn văn",
        "y": "các ý, không có gạch đầu dòng",
        "muc": "các mục nằm trong, cùng các biến như trên",
        "luu_y": "điều cần lưu ý, không có chữ “Lưu ý:” ở đầu",
    },
    ReportDate: {
        "ky": "kỳ báo cáo: quý I … IV, 6 tháng, 9 tháng, năm",
        "truoc": "báo cáo phải có trước ngày này",
        "cham_nhat": "báo cáo phải có chậm nhất ngày này",
        "chu_tri": "đơn vị làm báo cáo",
        "tu_ngay": "ngày đầu của kỳ số liệu; bỏ trống là ngày đầu của kỳ",
        "den_ngay": "ngày chốt số liệu; bỏ trống là hạn gửi báo cáo",
    },
    Signer: {
        "quyen_han": "quyền hạn ký: TM., KT., TL., Q., TUQ. …",
        "chuc_vu": "chức vụ người ký",
        "ho_ten": "họ và tên người ký",
    },
}
"""By model and YAML key; a test says so where a key has no line."""

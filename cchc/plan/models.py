"""The plan: what was promised, in the official wording. Python names here, YAML keys as aliases.

Every value is text when it comes in; the models give the few typed ones (years, dates) their type.
What a rule of `cchc.checks` judges (an empty content, say) may be absent here, so that the plan
loads and all its faults are told in one run.
"""

from collections.abc import Iterator
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from cchc.plan.numerals import roman
from cchc.plan.problem import Where
from cchc.plan.values import DayOfYear, Issued, OneOrMore, PlanDate, Text, Year


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

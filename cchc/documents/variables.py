"""Every variable of the built-in templates, with its meaning: where it comes from, what it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from cchc.documents import meanings as words
from cchc.documents.meanings import Meanings
from cchc.documents.shapes import Kind, Shape, shape_of
from cchc.documents.specimens import specimen
from cchc.plan.meanings import MEANINGS
from cchc.plan.models import (
    Agency,
    Appendix,
    ExplicitMilestone,
    Group,
    Plan,
    ReportDate,
    Section,
    Signer,
    Task,
    Unit,
)


@dataclass(frozen=True, slots=True)
class Thing:
    """A table of variables: those of a template itself, or of what a loop goes through."""

    name: str
    """The loop variable's name in the built-in template; "" for the template itself."""
    title: str
    path: tuple[str, ...]
    """The way to it from the top; a list on the way stands for each of its elements."""
    meanings: Meanings


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable: its name, what it is, what it means."""

    name: str
    shape: Shape
    meaning: str


@cache
def shape_of_template(template: str) -> Shape:
    """Return the shape of everything that a built-in template can reach."""
    return shape_of(specimen(template).full)


def variables(template: str, thing: Thing) -> Iterator[Variable]:
    """Yield the variables of a table, in the order the template has them."""
    shape = shape_of_template(template)
    for name in thing.path:
        shape = shape.names[name]
        shape = shape.element if shape.kind in (Kind.LIST, Kind.CODES) else shape
    for name, inner in shape.names.items():
        yield Variable(name, inner, thing.meanings[name])


_PLAN = {
    **MEANINGS[Plan],
    "so_ky_hieu": "cả dòng số, ký hiệu: “Số: 05/KH-UBND”, chừa chỗ khi chưa có số",
    "ngay_thang": "cả dòng địa danh, ngày tháng, chừa chỗ khi chưa có ngày",
    "kem_theo": "dòng “(Kèm theo Kế hoạch số … ngày … của …)” dưới tên phụ lục",
}
_SECTION = {**MEANINGS[Section], "de_muc": "số và tên của phần, mục, như “1. Mục đích”"}
_GROUP = {**MEANINGS[Group], "so": "số La Mã của nhóm: I, II …"}
_CELLS = ("noi_dung", "chu_tri", "phoi_hop", "san_pham", "thoi_gian", "ghi_chu")
_TASK = {
    **MEANINGS[Task],
    "ma": "mã nhiệm vụ, như II.04",
    "chu_tri_van_ban": "nguyên văn ô chủ trì, trống khi ô chỉ là tên đơn vị",
    "phoi_hop_van_ban": "nguyên văn ô phối hợp, trống khi ô chỉ là tên đơn vị",
    **{f"{key}_doan": f"từng đoạn của {key}, mỗi đoạn là một đoạn của Word" for key in _CELLS},
}
_TASKS = ("phu_luc", "nhom", "nhiem_vu")
_AGENCY = Thing("co_quan", "Cơ quan", ("co_quan",), MEANINGS[Agency])
_SIGNER = Thing("nguoi_ky", "Người ký", ("nguoi_ky",), MEANINGS[Signer])

THINGS: dict[str, tuple[Thing, ...]] = {
    "ke-hoach": (
        Thing("", "Kế hoạch", (), _PLAN),
        _AGENCY,
        _SIGNER,
        Thing("muc", "Một phần, mục", ("phan",), _SECTION),
        Thing("phu_luc", "Phụ lục", ("phu_luc",), MEANINGS[Appendix]),
        Thing("nhom", "Một nhóm", ("phu_luc", "nhom"), _GROUP),
        Thing("nhiem_vu", "Một nhiệm vụ", _TASKS, _TASK),
        Thing("moc", "Một mốc", (*_TASKS, "moc"), MEANINGS[ExplicitMilestone]),
        Thing("bao_cao", "Một kỳ báo cáo", ("che_do_bao_cao",), MEANINGS[ReportDate]),
        Thing("don_vi", "Một đơn vị", ("don_vi",), MEANINGS[Unit]),
    ),
    "bao-cao": (
        Thing("", "Báo cáo", (), words.REPORT),
        _AGENCY,
        _SIGNER,
        Thing("nhom", "Một nhóm", ("nhom",), words.REPORT_GROUP),
        Thing("loai", "Một loại việc chưa xong", ("chua_xong",), words.SORT),
        Thing("viec", "Một việc", ("chua_xong", "viec"), words.WORK),
        Thing("moc", "Một mốc của việc", ("chua_xong", "viec", "moc"), words.WORK_MILESTONE),
        Thing("hang", "Một hàng số liệu", ("theo_nhom",), words.COUNTS),
        Thing("muc", "Khó khăn của một đơn vị", ("kho_khan",), words.DIFFICULTY),
    ),
    "cong-van-don-doc": (
        Thing("", "Công văn", (), words.LETTER),
        _AGENCY,
        _SIGNER,
        Thing("noi", "Một đơn vị được nhắc", ("don_vi",), words.REMINDED),
        Thing("loai", "Một loại việc", ("don_vi", "loai"), words.SORT),
        Thing("viec", "Một việc", ("don_vi", "loai", "viec"), words.WORK),
        Thing("moc", "Một mốc của việc", ("don_vi", "loai", "viec", "moc"), words.WORK_MILESTONE),
    ),
}
"""The tables of each built-in template, from the outside inwards."""

"""Every variable of the plan's template, with its meaning: where it comes from, and what it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc.documents.context import plan_fields
from cchc.documents.shapes import Kind, Shape, shape_of
from cchc.plan.meanings import MEANINGS
from cchc.plan.models import (
    Agency,
    Appendix,
    ExplicitMilestone,
    Group,
    Part,
    Plan,
    ReportDate,
    Section,
    Signer,
    Task,
    Unit,
)


@dataclass(frozen=True, slots=True)
class Thing:
    """A table of variables: those of the plan itself, or of what a loop goes through."""

    name: str
    """The loop variable's name in the built-in template; "" for the plan itself."""
    title: str
    path: tuple[str, ...]
    """The way to it from the plan; a list on the way stands for each of its elements."""
    model: type[Part]
    derived: dict[str, str]
    """Meanings of the variables that are no key of the plan file, or that are more than it."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable: its name, what it is, what it means."""

    name: str
    shape: Shape
    meaning: str


def plan_shape() -> Shape:
    """Return the shape of everything that the plan's template can reach."""
    return shape_of(FULL)


def variables(thing: Thing) -> Iterator[Variable]:
    """Yield the variables of a table, in the order of the plan file."""
    meanings = {**MEANINGS[thing.model], **thing.derived}
    for name, shape in _reached(thing.path).names.items():
        yield Variable(name, shape, meanings[name])


def _reached(path: tuple[str, ...]) -> Shape:
    shape = plan_shape()
    for name in path:
        shape = shape.names[name]
        shape = shape.element if shape.kind in (Kind.LIST, Kind.CODES) else shape
    return shape


_PARAGRAPHS = "từng đoạn của {0}, để mỗi đoạn là một đoạn của Word"

_TASK = {
    "ma": "mã nhiệm vụ, như II.04",
    "chu_tri_van_ban": "nguyên văn ô chủ trì, trống khi ô chỉ là tên đơn vị",
    "phoi_hop_van_ban": "nguyên văn ô phối hợp, trống khi ô chỉ là tên đơn vị",
    **{
        f"{key}_doan": _PARAGRAPHS.format(key)
        for key in ("noi_dung", "chu_tri", "phoi_hop", "san_pham", "thoi_gian", "ghi_chu")
    },
}
_PLAN = {
    "so_ky_hieu": "cả dòng số, ký hiệu: “Số: 05/KH-UBND”, chừa chỗ khi chưa có số",
    "ngay_thang": "cả dòng địa danh, ngày tháng, chừa chỗ khi chưa có ngày",
    "kem_theo": "dòng “(Kèm theo Kế hoạch số … ngày … của …)” dưới tên phụ lục",
}
_SECTION = {"de_muc": "số và tên của phần, mục, như “1. Mục đích”"}

THINGS = (
    Thing("", "Kế hoạch", (), Plan, _PLAN),
    Thing("co_quan", "Cơ quan", ("co_quan",), Agency, {}),
    Thing("nguoi_ky", "Người ký", ("nguoi_ky",), Signer, {}),
    Thing("muc", "Một phần, mục", ("phan",), Section, _SECTION),
    Thing("phu_luc", "Phụ lục", ("phu_luc",), Appendix, {}),
    Thing("nhom", "Một nhóm", ("phu_luc", "nhom"), Group, {"so": "số La Mã của nhóm: I, II …"}),
    Thing("nhiem_vu", "Một nhiệm vụ", ("phu_luc", "nhom", "nhiem_vu"), Task, _TASK),
    Thing("moc", "Một mốc", ("phu_luc", "nhom", "nhiem_vu", "moc"), ExplicitMilestone, {}),
    Thing("bao_cao", "Một kỳ báo cáo", ("che_do_bao_cao",), ReportDate, {}),
    Thing("don_vi", "Một đơn vị", ("don_vi",), Unit, {}),
)
"""The tables, from the plan inwards."""

_OFFICES = {"don_vi": ["VPTK"], "van_ban": "Công chức phụ trách"}
_INNERMOST = {
    "so": "a",
    "tieu_de": "Điểm",
    "don_vi": "VPTK",
    "ghi_chu": "(ghi chú)",
    "doan": ["Một đoạn."],
    "y": ["một ý"],
    "luu_y": "điều cần lưu ý",
}
_MIDDLE = _INNERMOST | {"so": "1", "tieu_de": "Khoản", "muc": [_INNERMOST]}

FULL = plan_fields(
    Plan.model_validate(
        {
            "nam": "2025",
            "trich_yeu": "Trích yếu",
            "so": "05",
            "ky_hieu": "KH-UBND",
            "dia_danh": "Địa danh",
            "ngay_ban_hanh": "2024-12-20",
            "co_quan": {"chu_quan": "CHỦ QUẢN", "ban_hanh": "BAN HÀNH", "ten": "UBND xã"},
            "don_vi": {"VPTK": {"ten": "Văn phòng", "chuc_danh": "Công chức Văn phòng"}},
            "can_cu": ["Luật"],
            "mo_dau": "Mở đầu:",
            "phan": [_MIDDLE | {"so": "I", "tieu_de": "PHẦN", "muc": [_MIDDLE]}],
            "ket": "Kết./.",
            "che_do_bao_cao": [{"ky": "quý I", "truoc": "05/3", "chu_tri": ["VPTK"]}],
            "noi_nhan": ["Lưu: VT"],
            "nguoi_ky": {"quyen_han": "TM.", "chuc_vu": "CHỦ TỊCH", "ho_ten": "Họ Tên"},
            "phu_luc": {
                "tieu_de": "PHỤ LỤC",
                "nhom": [
                    {
                        "tieu_de": "NHÓM",
                        "nhiem_vu": [
                            {
                                "stt": "01",
                                "noi_dung": "Một việc",
                                "chu_tri": _OFFICES,
                                "phoi_hop": _OFFICES,
                                "san_pham": ["Báo cáo"],
                                "thoi_gian": "Quý I",
                                "ghi_chu": "Ghi chú",
                                "moc": [{"tu_ngay": "01/01/2025", "den_ngay": "31/03/2025"}],
                            }
                        ],
                    }
                ],
            },
        }
    )
)
"""The context of a plan that has everything."""

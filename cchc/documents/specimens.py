"""A plan that has everything and one that has least, and what each built-in template makes of them.

What a template can reach is read off these, so it can't differ from what is really there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import cast

from cchc.documents.cells import Fields
from cchc.documents.context import plan_fields
from cchc.plan.models import Plan
from cchc.progress.entries import Ledger

DAY = date(2025, 5, 15)


@dataclass(frozen=True, slots=True)
class Specimen:
    """The variables of a template, filled with everything, and with the least there can be."""

    full: Fields
    least: Fields


def specimen(template: str) -> Specimen:
    """Return the specimen of a built-in template, by its name without the ending."""
    return SPECIMENS[template]()


def _plan() -> Specimen:
    full, least = plan_fields(FULL), plan_fields(LEAST)
    units = cast("dict[str, object]", full["don_vi"])
    one = next(iter(units.values()))
    return Specimen(full | {"don_vi": _ByCode(units, one)}, least | {"don_vi": _ByCode({}, one)})


class _ByCode(dict[str, object]):
    """The offices by their codes; an office's template names codes that no specimen has."""

    def __init__(self, units: dict[str, object], other: object) -> None:
        super().__init__(units)
        self._other = other

    def __missing__(self, code: str) -> object:
        if code != code.upper() or code.startswith("_"):
            raise KeyError(code)
        return self._other


def _report() -> Specimen:
    from cchc.documents.reports.fields import report_fields
    from cchc.progress.report_period import Looked, period_of
    from cchc.progress.reporting import report

    looked = Looked(DAY, named=True)
    full, least = (
        report_fields(report(plan, ledger, period_of(plan, "BC-Q2", looked), DAY))
        for plan, ledger in ((FULL, DEEDS), (LEAST, NO_DEEDS))
    )
    return Specimen(full, least)


def _letter() -> Specimen:
    from cchc.documents.reminders.fields import letter_of
    from cchc.documents.reminders.reminder import reminders

    full = letter_of(reminders(FULL, DEEDS, DAY, within=60))
    one = LEAST.model_copy(update={"units": {"DT": FULL.units["DT"]}})
    return Specimen(full, letter_of(reminders(one, NO_DEEDS, DAY, within=60)))


SPECIMENS: dict[str, Callable[[], Specimen]] = {
    "ke-hoach": _plan,
    "bao-cao": _report,
    "cong-van-don-doc": _letter,
}
"""By the name of the built-in template, in the order they are told of."""


def _task(number: int, timing: str, **more: object) -> dict[str, object]:
    office = {"don_vi": ["VPTK"], "van_ban": "Công chức phụ trách"}
    return {
        "stt": f"{number:02}",
        "noi_dung": "Một việc",
        "chu_tri": office,
        "phoi_hop": office,
        "san_pham": ["Báo cáo"],
        "thoi_gian": timing,
        "ghi_chu": "Ghi chú",
        **more,
    }


def _deed(number: int, deed: str, **more: str) -> dict[str, str]:
    return {"ngay": "2025-05-10", "nhiem_vu": f"I.{number:02}", "trang_thai": deed, **more}


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
_MILESTONE = {"tu_ngay": "01/01/2025", "den_ngay": "31/03/2025", "viec": "ban hành"}

FULL = Plan.model_validate(
    {
        "nam": "2025",
        "trich_yeu": "Trích yếu",
        "so": "05",
        "ky_hieu": "KH-UBND",
        "dia_danh": "Địa danh",
        "ngay_ban_hanh": "2024-12-20",
        "co_quan": {"chu_quan": "CHỦ QUẢN", "ban_hanh": "BAN HÀNH", "ten": "UBND xã"},
        "don_vi": {
            "VPTK": {"ten": "Văn phòng", "chuc_danh": "Công chức Văn phòng"},
            "DT": {"ten": "Các đoàn thể"},
        },
        "can_cu": ["Luật"],
        "mo_dau": "Mở đầu:",
        "phan": [_MIDDLE | {"so": "I", "tieu_de": "PHẦN", "muc": [_MIDDLE]}],
        "ket": "Kết./.",
        "che_do_bao_cao": [{"ky": "quý II", "truoc": "05/6", "chu_tri": ["VPTK"]}],
        "noi_nhan": ["Lưu: VT"],
        "nguoi_ky": {"quyen_han": "TM.", "chuc_vu": "CHỦ TỊCH", "ho_ten": "Họ Tên"},
        "phu_luc": {
            "tieu_de": "PHỤ LỤC",
            "nhom": [
                {
                    "tieu_de": "NHÓM",
                    "nhiem_vu": [
                        _task(1, "Quý I", moc=[_MILESTONE]),
                        _task(2, "Chậm nhất ngày 30/4/2025"),
                        _task(3, "Chậm nhất ngày 12/5/2025"),
                        _task(4, "Quý II"),
                        _task(5, "Quý III"),
                        _task(6, "Quý IV"),
                        _task(7, "Thường xuyên"),
                        _task(8, "Tháng 6"),
                    ],
                }
            ],
        },
    }
)

LEAST = Plan.model_validate(
    {"nam": "2025", "trich_yeu": "Trích yếu", "co_quan": {"ban_hanh": "CƠ QUAN"}}
)

DEEDS = Ledger.model_validate(
    [
        _deed(2, "hoan_thanh", van_ban="Công văn số 1"),
        _deed(4, "dang_thuc_hien", ghi_chu="thiếu kinh phí"),
        _deed(6, "hoan_thanh", ghi_chu="chưa có văn bản"),
        _deed(8, "huy", van_ban="Công văn số 2"),
    ]
)
NO_DEEDS = Ledger.model_validate([])

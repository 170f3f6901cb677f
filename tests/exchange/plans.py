"""A small plan whose milestones are all explicit, so that these tests read no wording."""

from collections.abc import Mapping, Sequence
from datetime import date

from cchc.exchange.extract import Extract, extract
from cchc.plan.models import Plan
from cchc.plan.schedule import scheduled
from cchc.progress.ledger_file import ledger_from

DAY = date(2025, 2, 15)
HOSTILE = '=HYPERLINK("http://a.invalid","bấm")'

_TASKS: list[Mapping[str, object]] = [
    {
        "stt": "01",
        "noi_dung": "Rà soát, lập danh mục; văn bản",
        "chu_tri": ["TPHT"],
        "phoi_hop": ["CM"],
        "san_pham": ["Quyết định", "báo cáo"],
        "moc": [{"den_ngay": "2025-01-31", "viec": "lập danh mục"}, {"den_ngay": "2025-06-30"}],
    },
    {"stt": "02", "noi_dung": HOSTILE, "chu_tri": ["VP", "TPHT"], "ghi_chu": "+84 1234",
     "moc": [{"den_ngay": "2025-02-20"}]},
    {"stt": "03", "noi_dung": "Việc không có hạn", "chu_tri": ["VPTK"]},
    {"stt": "04", "noi_dung": "Việc của đơn vị đã kết thúc", "chu_tri": ["CU"],
     "moc": [{"den_ngay": "2025-03-31"}]},
]  # fmt: skip


def plan(tasks: Sequence[Mapping[str, object]] = _TASKS, issued: str = "2024-12-25") -> Plan:
    return Plan.model_validate(
        {
            "nam": "2025",
            "trich_yeu": "Cải cách hành chính năm 2025",
            "ngay_ban_hanh": issued,
            "co_quan": {"ban_hanh": "ỦY BAN NHÂN DÂN XÃ SƠN HẠ", "ten": "UBND xã Sơn Hạ"},
            "don_vi": {
                "VP": {"ten": "Văn phòng"},
                "VPTK": {"ten": "Văn phòng - Thống kê"},
                "TPHT": {"ten": "Tư pháp - Hộ tịch"},
                "CU": {"ten": "Đơn vị cũ", "den_ngay": "2025-01-31", "ke_thua_boi": "TPHT"},
                "CM": {"ten": "Các bộ phận", "gom": ["VP", "TPHT"]},
            },
            "che_do_bao_cao": [{"ky": "quý I", "truoc": "05/3", "chu_tri": ["VPTK"]}],
            "phu_luc": {
                "tieu_de": "NỘI DUNG",
                "nhom": [{"tieu_de": "CHỈ ĐẠO, ĐIỀU HÀNH", "nhiem_vu": [*tasks]}],
            },
        }
    )


def entry(day: str, task: str, event: str, milestone: str = "", **more: str) -> dict[str, str]:
    said = {"ngay": day, "nhiem_vu": task, "trang_thai": event, **more}
    return said | ({"moc": milestone} if milestone else {})


DONE = entry("2025-01-24", "I.01", "hoan_thanh", "2025-01-31", van_ban="Quyết định số 15/QĐ-UBND")
EXTENDED = entry("2025-02-10", "I.02", "gia_han", den_ngay="2025-03-20", van_ban="Công văn số 7")
CANCELLED = entry("2025-02-11", "I.04", "huy", van_ban="Công văn số 8")


def taken(*entries: dict[str, str], day: date = DAY, of: Plan | None = None) -> Extract:
    return extract(scheduled(of or plan()), ledger_from(entries), day)

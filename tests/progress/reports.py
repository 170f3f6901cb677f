"""A small plan whose milestones are all explicit, with a reporting calendar, for reports."""

from collections.abc import Mapping, Sequence
from datetime import date

from cchc.plan.models import Plan
from cchc.plan.schedule import scheduled
from cchc.progress.ledger import Ledger
from cchc.progress.ledger_file import ledger_from
from cchc.progress.periods import Looked, period_of
from cchc.progress.report import Report, report

CALENDAR: Sequence[Mapping[str, object]] = (
    {"ky": "quý I", "truoc": "05/3", "chu_tri": ["VP"]},
    {"ky": "6 tháng", "truoc": "05/6", "chu_tri": ["VP"]},
    {"ky": "năm", "truoc": "30/11", "chu_tri": ["VP"]},
)


def task(number: str, lead: Sequence[str], *due: str) -> dict[str, object]:
    """Return a task of some offices with a milestone on each day."""
    moc = [{"den_ngay": day} for day in due]
    content = f"Việc số {number}"
    return {"stt": number, "noi_dung": content, "chu_tri": [*lead], "moc": moc}


TASKS = (
    task("01", ["VP", "TP"], "2025-01-31", "2025-06-30"),
    task("02", ["TP"], "2025-02-20"),
    task("03", ["CU"], "2025-03-31"),
    task("04", [], "2025-03-31"),
)
UNITS: Mapping[str, Mapping[str, object]] = {
    "VP": {"ten": "Văn phòng"},
    "TP": {"ten": "Tư pháp - Hộ tịch"},
    "CU": {"ten": "Đơn vị cũ", "den_ngay": "2025-02-28", "ke_thua_boi": "TP"},
}


def plan(
    first: Sequence[Mapping[str, object]] = TASKS,
    second: Sequence[Mapping[str, object]] = (task("01", ["TP"], "2025-03-15"),),
    calendar: Sequence[Mapping[str, object]] = CALENDAR,
    units: Mapping[str, Mapping[str, object]] = UNITS,
) -> Plan:
    """Return a plan of two groups."""
    return Plan.model_validate(
        {
            "nam": "2025",
            "trich_yeu": "Cải cách hành chính năm 2025",
            "so": "5",
            "ky_hieu": "KH-UBND",
            "dia_danh": "Sơn Hạ",
            "ngay_ban_hanh": "2024-12-25",
            "co_quan": {"ban_hanh": "ỦY BAN NHÂN DÂN XÃ SƠN HẠ", "ten": "UBND xã Sơn Hạ"},
            "don_vi": units,
            "che_do_bao_cao": [*calendar],
            "noi_nhan": ["UBND huyện", "Lưu: VT"],
            "nguoi_ky": {
                "quyen_han": "TM. ỦY BAN NHÂN DÂN",
                "chuc_vu": "CHỦ TỊCH",
                "ho_ten": "Đinh Trường Sơn",
            },
            "phu_luc": {
                "tieu_de": "NHIỆM VỤ",
                "nhom": [
                    {"tieu_de": "CHỈ ĐẠO, ĐIỀU HÀNH", "nhiem_vu": [*first]},
                    {"tieu_de": "THỂ CHẾ", "nhiem_vu": [*second]},
                ],
            },
        }
    )


def entry(day: str, task: str, event: str, milestone: str = "", **more: str) -> dict[str, str]:
    """Return a ledger entry under its YAML keys."""
    said = {"ngay": day, "nhiem_vu": task, "trang_thai": event, **more}
    return said | ({"moc": milestone} if milestone else {})


def ledger(*entries: dict[str, str]) -> Ledger:
    """Return a ledger of entries."""
    return ledger_from(entries)


DECISION = "Quyết định số 15/QĐ-UBND ngày 24/01/2025"
YEAR = ledger(
    entry("2025-01-24", "I.01", "hoan_thanh", "2025-01-31", van_ban=DECISION),
    entry("2025-02-25", "I.02", "hoan_thanh", kho_khan="chờ hướng dẫn của Sở"),
    entry("2025-03-01", "II.01", "dang_thuc_hien", kho_khan="thiếu kinh phí"),
    entry("2025-03-02", "I.04", "huy", van_ban="Công văn số 8/UBND-VP ngày 02/3/2025"),
)
CLOSE = date(2025, 3, 20)


def told(
    key: str = "BC-Q1",
    day: date = CLOSE,
    *,
    of: Plan | None = None,
    done: Ledger = YEAR,
    named: bool = True,
) -> Report:
    """Return the report of a period, made on a day."""
    whole = of or plan()
    return report(scheduled(whole), done, period_of(scheduled(whole), key, Looked(day, named)), day)

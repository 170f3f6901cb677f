"""Small plans for the page, with explicit milestones, so that these tests read no wording."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from cchc.plan.models import Plan
from cchc.plan.schedule import scheduled
from cchc.progress.ledger import Role
from cchc.progress.ledger_file import ledger_from
from cchc.progress.worklist import of_unit, worklist
from cchc.views.listing import Listing, Question

DAY = date(2025, 2, 15)
UNITS = {
    "VPTK": {"ten": "Văn phòng - Thống kê"},
    "TPHT": {"ten": "Tư pháp - Hộ tịch"},
    "VHXH": {"ten": "Văn hóa - Xã hội"},
}


def task(
    stt: str, lead: str, *dues: str, content: str = "Một việc", timing: str | None = None
) -> dict[str, object]:
    """Return a task with a milestone on each of its due days, led by offices ("VPTK TPHT")."""
    return {
        "stt": stt,
        "noi_dung": content,
        "chu_tri": lead.split(),
        "thoi_gian": timing,
        "moc": [{"den_ngay": due} for due in dues],
    }


def entry(day: str, task_id: str, event: str, **more: str) -> dict[str, str]:
    """Return an entry of the ledger."""
    return {"ngay": day, "nhiem_vu": task_id, "trang_thai": event, **more}


def listing(
    *groups: Iterable[Mapping[str, object]],
    ledger: Iterable[Mapping[str, str]] = (),
    day: date = DAY,
    reports: Iterable[Mapping[str, object]] = (),
    units: Mapping[str, object] = UNITS,
    unit: str | None = None,
    **more: object,
) -> Listing:
    """Return the whole of a plan of these groups on a day, or what one office leads."""
    plan = Plan.model_validate(
        {
            "nam": "2025",
            "trich_yeu": "Cải cách hành chính năm 2025",
            "co_quan": {"ban_hanh": "ỦY BAN NHÂN DÂN XÃ"},
            "don_vi": units,
            "che_do_bao_cao": list(reports),
            "phu_luc": {
                "tieu_de": "NỘI DUNG",
                "nhom": [
                    {"tieu_de": f"NHÓM {n}", "nhiem_vu": list(tasks)}
                    for n, tasks in enumerate(groups, start=1)
                ],
            },
        }
        | more
    )
    work = worklist(scheduled(plan), ledger_from(ledger), day)
    work = of_unit(scheduled(plan), work, unit, Role.LEAD) if unit else work
    return Listing(Question.LIST, Path("plans/2025.yaml"), scheduled(plan), day, work, unit=unit)


EVERY_CONDITION = listing(
    [
        task("01", "VPTK", "2025-01-31", content="Rà soát thủ tục hành chính"),
        task("02", "TPHT", "2025-02-28", content="Công bố danh mục văn bản"),
        task("03", "VPTK TPHT", "2025-03-31", "2025-06-30", content="Tuyên truyền pháp luật"),
    ],
    [
        task("01", "VHXH", "2025-01-20", content="Chuyển đổi số, đợt một"),
        task("02", "VHXH", "2025-01-10", content="Kiểm tra công vụ"),
        task("03", "VHXH", "2025-12-31", content="Đào tạo công chức"),
        task("04", "TPHT", content="Phổ biến giáo dục", timing="Thường xuyên trong năm"),
    ],
    ledger=[
        entry("2025-01-15", "II.01", "hoan_thanh", van_ban="Quyết định số 7/QĐ-UBND"),
        entry("2025-01-14", "II.02", "hoan_thanh", van_ban="Báo cáo số 9/BC-UBND"),
        entry("2025-02-01", "II.03", "huy", van_ban="Công văn số 3/UBND"),
        entry("2025-02-10", "I.01", "dang_thuc_hien", kho_khan="chờ ý kiến huyện"),
    ],
    reports=[{"ky": "quý I", "truoc": "05/3", "chu_tri": ["VPTK"]}],
)
"""One milestone at least in each condition, on 15/02/2025."""

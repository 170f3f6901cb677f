"""A small plan whose milestones are all explicit, so that these tests read no wording."""

from datetime import date

from cchc.plan.models import Plan

DAYS = [f"2025-{month:02}-{day}" for month in range(1, 13) for day in (15, 25)]
"""Twenty-four due days of task II.01, in order."""
DAY = date(2025, 2, 15)

_TASKS = [
    {"stt": "01", "moc": [{"den_ngay": day} for day in reversed(DAYS)]},
    {"stt": "04", "moc": [{"den_ngay": "2025-01-31"}]},
    {"stt": "05", "moc": [{"den_ngay": "2025-06-30"}, {"den_ngay": "2025-03-31"}]},
]


def plan() -> Plan:
    return Plan.model_validate(
        {
            "nam": "2025",
            "trich_yeu": "Cải cách hành chính",
            "co_quan": {"ban_hanh": "UBND xã"},
            "ngay_ban_hanh": "2024-12",
            "che_do_bao_cao": [
                {"ky": "quý I", "truoc": "05/3"},
                {"ky": "6 tháng", "truoc": "05/6"},
                {"ky": "năm", "truoc": "30/11"},
            ],
            "phu_luc": {
                "tieu_de": "NỘI DUNG",
                "nhom": [
                    {"tieu_de": "A", "nhiem_vu": [{"stt": "01"}]},
                    {"tieu_de": "B", "nhiem_vu": _TASKS},
                ],
            },
        }
    )

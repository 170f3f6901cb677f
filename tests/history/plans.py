"""Small plans, drawn from few words so that two of them have much in common."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from cchc.history.compare import Edition
from cchc.plan.models import Plan
from cchc.progress.ledger_file import ledger_from

DAY = date(2025, 4, 15)

TASKS: list[dict[str, Any]] = [
    {
        "stt": "01",
        "noi_dung": "Ban hành Kế hoạch tuyên truyền cải cách hành chính trên địa bàn xã",
        "chu_tri": ["VPTK"],
        "phoi_hop": ["TPHT"],
        "san_pham": ["Kế hoạch của UBND xã"],
        "thoi_gian": "Quý I năm 2025",
    },
    {
        "stt": "02",
        "noi_dung": "Rà soát, lập Danh mục văn bản quy phạm pháp luật hết hiệu lực",
        "chu_tri": ["TPHT"],
        "thoi_gian": "Chậm nhất là ngày 31/01/2025",
    },
    {
        "stt": "03",
        "noi_dung": "Niêm yết công khai thủ tục hành chính tại Bộ phận Một cửa",
        "chu_tri": ["VPTK"],
        "thoi_gian": "Thường xuyên",
    },
]


def plan_data(**changed: Any) -> dict[str, Any]:
    """Return a plan as its file has it: one group of three tasks; `changed` keys replace others."""
    data: dict[str, Any] = {
        "nam": "2025",
        "trich_yeu": "Cải cách hành chính năm 2025",
        "co_quan": {"ban_hanh": "UBND xã"},
        "don_vi": {"VPTK": {"ten": "Văn phòng"}, "TPHT": {"ten": "Tư pháp"}},
        "phan": [
            {"so": "I", "tieu_de": "MỤC ĐÍCH", "y": ["Nâng cao chất lượng phục vụ người dân"]}
        ],
        "che_do_bao_cao": [{"ky": "quý I", "truoc": "05/3"}, {"ky": "năm", "truoc": "30/11"}],
        "phu_luc": {"tieu_de": "NHIỆM VỤ", "nhom": [group("CHỈ ĐẠO", *TASKS)]},
    }
    return data | changed


def group(title: str, *tasks: dict[str, Any]) -> dict[str, Any]:
    """Return a group of tasks as the file has it."""
    return {"tieu_de": title, "nhiem_vu": list(tasks)}


def appendix(*groups: dict[str, Any]) -> dict[str, Any]:
    """Return an appendix as the file has it."""
    return {"tieu_de": "NHIỆM VỤ", "nhom": list(groups)}


def task(number: int, **changed: Any) -> dict[str, Any]:
    """Return one of the three tasks, with some keys replaced."""
    return TASKS[number - 1] | changed


def with_tasks(*tasks: dict[str, Any], ledger: list[dict[str, str]] | None = None) -> Edition:
    """Return an edition whose only group has these tasks."""
    return edition(ledger, phu_luc=appendix(group("CHỈ ĐẠO", *tasks)))


def edition(ledger: list[dict[str, str]] | None = None, **changed: Any) -> Edition:
    """Return the plan of `plan_data` with a ledger."""
    plan = Plan.model_validate(plan_data(**changed))
    return Edition(plan, ledger_from(ledger or []))


def entry(day: str, task_id: str, event: str, **more: str) -> dict[str, str]:
    """Return an entry of the ledger as the file has it."""
    return {"ngay": day, "nhiem_vu": task_id, "trang_thai": event, **more}


WORDS = st.lists(
    st.sampled_from(["rà", "soát", "văn", "bản", "kế", "hoạch", "xã"]), min_size=1, max_size=6
)
TEXT = WORDS.map(" ".join)
FEW = st.lists(TEXT, max_size=3)
CODES = st.lists(st.sampled_from(["VPTK", "TPHT"]), max_size=2)


def _maybe(**optional: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=optional)


def _all(first: st.SearchStrategy[Any], more: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(lambda a, b: a | b, first, more)


TASK = _all(
    st.fixed_dictionaries({"stt": st.sampled_from(["01", "02", "03"])}),
    _maybe(
        noi_dung=TEXT,
        chu_tri=CODES,
        phoi_hop=CODES,
        san_pham=FEW,
        thoi_gian=st.sampled_from(["Quý I", "Quý II năm 2025", "Tháng 3, 6", "Định kỳ báo cáo"]),
        ghi_chu=TEXT,
        moc=st.lists(st.just({"den_ngay": "2025-02-03"}), max_size=1),
    ),
)
SECTION = st.recursive(
    _maybe(so=st.sampled_from("12"), tieu_de=TEXT, y=FEW, doan=FEW, luu_y=TEXT),
    lambda below: _all(
        _maybe(so=st.sampled_from("12"), tieu_de=TEXT), _maybe(muc=st.lists(below, max_size=3))
    ),
    max_leaves=6,
)
UNITS = st.dictionaries(
    st.sampled_from(["A", "B", "C"]), _all(st.builds(dict, ten=TEXT), _maybe(ten_khac=FEW))
)
REPORTS = st.lists(
    _all(
        st.builds(dict, ky=st.sampled_from(["quý I", "năm"])),
        _maybe(truoc=st.sampled_from(["05/3", "30/11"])),
    ),
    max_size=3,
)
GROUP = st.builds(group, TEXT, TASK, TASK) | st.builds(group, TEXT)
PLANS = _maybe(
    so=TEXT,
    ten_loai=TEXT,
    ngay_ban_hanh=st.sampled_from(["2024-12", "2024-12-30"]),
    mo_dau=TEXT,
    ket=TEXT,
    can_cu=FEW,
    noi_nhan=FEW,
    nguoi_ky=_maybe(ho_ten=TEXT, chuc_vu=TEXT),
    phan=st.lists(SECTION, max_size=3),
    don_vi=UNITS,
    che_do_bao_cao=REPORTS,
    phu_luc=st.builds(lambda groups: appendix(*groups), st.lists(GROUP, max_size=3)),
)
ENTRY = _all(
    st.builds(
        entry,
        st.sampled_from(["2025-02-01", "2025-03-01"]),
        st.sampled_from(["I.01", "I.02", "BC"]),
        st.sampled_from(["hoan_thanh", "dang_thuc_hien", "mo_lai"]),
    ),
    _maybe(van_ban=TEXT, ghi_chu=TEXT, moc=st.sampled_from(["2025-Q1", "BC-Q1"])),
)
EDITIONS = st.builds(
    lambda ledger, plan: edition(ledger, **plan), st.lists(ENTRY, max_size=4, unique_by=str), PLANS
)

"""Pairs of plans, and their documents."""

from datetime import date

from hypothesis import strategies as st

from cchc.documents import render_plan
from cchc.plan.models import Plan
from cchc.word.revisions import Revision, amended
from tests.documents.plans import NOWHERE, plan_of

REVISION = Revision("UBND xã", date(2025, 3, 1))

WORDS = st.sampled_from(["ban hành", "kế hoạch", "báo cáo,", "quý I", "31/01/2025.", "và", "(xã)"])
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
LINES = st.lists(TEXTS, min_size=1, max_size=3).map("\n".join)
TASKS = st.fixed_dictionaries(
    {"stt": st.sampled_from(["01", "02", "03"]), "noi_dung": LINES},
    optional={
        "chu_tri": st.one_of(
            st.just(["VP"]), st.fixed_dictionaries({"don_vi": st.just(["VP"]), "van_ban": LINES})
        ),
        "san_pham": st.lists(TEXTS, min_size=1, max_size=3),
        "thoi_gian": TEXTS,
    },
)
GROUPS = st.fixed_dictionaries(
    {"tieu_de": TEXTS, "nhiem_vu": st.lists(TASKS, min_size=1, max_size=3)}
)
SECTIONS = st.fixed_dictionaries(
    {"so": st.just("I")}, optional={"tieu_de": TEXTS, "doan": st.lists(TEXTS), "y": st.lists(TEXTS)}
)
PLANS = st.fixed_dictionaries(
    {"trich_yeu": TEXTS, "don_vi": st.just({"VP": {"ten": "Văn phòng"}})},
    optional={
        "mo_dau": TEXTS,
        "can_cu": st.lists(TEXTS, max_size=3),
        "phan": st.lists(SECTIONS, max_size=3),
        "ket": TEXTS,
        "noi_nhan": st.lists(TEXTS, max_size=3),
        "nguoi_ky": st.just({"quyen_han": "TM. ỦY BAN", "ho_ten": "Đinh Văn A"}),
        "phu_luc": st.fixed_dictionaries(
            {"tieu_de": TEXTS, "nhom": st.lists(GROUPS, min_size=1, max_size=2)}
        ),
    },
).map(lambda keys: plan_of(**keys))


def printed(plan: Plan) -> bytes:
    return render_plan(plan, NOWHERE)


def changes(old: Plan, new: Plan) -> bytes:
    return amended(printed(old), printed(new), REVISION)

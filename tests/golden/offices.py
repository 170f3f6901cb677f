"""The offices that the transcripts play in: each a folder made anew, the same to the byte."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.history.repositories import LEDGER, PLAN, Scratch, replace, scratch

_ROOT = Path(__file__).parents[2]
_REAL = _ROOT / PLAN
_KEPT = Path(__file__).parent / "2025.tien-do.yaml"
"""A ledger of a whole year: on time, late, extended, cancelled, reopened, in progress, shared."""


def fresh(top: Path) -> None:
    """The real plan, and no ledger yet."""
    (top / "plans").mkdir(parents=True)
    shutil.copyfile(_REAL, top / PLAN)


def kept(top: Path) -> None:
    """The real plan, with a ledger kept through the year."""
    fresh(top)
    shutil.copyfile(_KEPT, top / LEDGER)


def faulty(top: Path) -> None:
    """The real plan, spoilt in a dozen ways, with a ledger that has faults of its own."""
    kept(top)
    replace(
        top / PLAN,
        ("Kế hoạch số 234/KH-UBND ngày 19/12/2024", "Quyết định số 234/KH-UBND ngày 19/12/2023"),
        ("số 18/KH-UBND ngày 21/3/2022 của UBND xã", "số 18/KH-UBND ngày 21/13/2022 của UBND  xã"),
        (
            "{ky: 6 tháng, truoc: 05/6, chu_tri: [VPTK]}",
            "{ky: 6 tháng, truoc: 15/6, chu_tri: [VP]}",
        ),
        ("Các hội đoàn thể xã\n", "Các hội đoàn thể xã xã\n"),
        ("ket: Trên đây là", "ket: Trên đây là <b>"),
        ("quyen_han: TM. ỦY BAN", "quyen_han: TM.ỦY BAN"),
        ("Hoàn thành trong quý I năm", "Hoàn thành trong quý V năm"),
        ("TCVN ISO 9001:2015", "TCVN lSO 9001:2015"),
    )
    with (top / LEDGER).open("a", encoding="utf-8") as ledger:
        ledger.write(
            "- {ngay: 2025-02-03, nhiem_vu: IX.09, trang_thai: dang_thuc_hien}\n"
            "- {ngay: 2025-02-04, nhiem_vu: I.03, trang_thai: hoan_thanh}\n"
            "- {ngay: 2025-02-05, nhiem_vu: I.04, moc: 2025-Q4, trang_thai: dang_thuc_hien}\n"
        )


def unreadable(top: Path) -> None:
    """The real plan with a report due on a day that no calendar has: nothing can stand on it."""
    kept(top)
    replace(top / PLAN, ("truoc: 30/11, chu_tri: [VPTK]", "truoc: 31/11, chu_tri: [VPTK]"))


def province(top: Path) -> None:
    """Three communes, one of whose plans is faulty, and a ledger that has lost its plan."""
    for name in ("xa-son-ha", "xa-son-linh", "xa-son-ba"):
        kept(top / "tinh" / name)
    linh, ba = (top / "tinh" / name / PLAN for name in ("xa-son-linh", "xa-son-ba"))
    replace(linh, ("ten: UBND xã Sơn Hạ", "ten: UBND xã Sơn Linh"))
    linh.with_name("2025.tien-do.yaml").unlink()
    replace(ba, ("trich_yeu:", "trich_yu:"))
    (top / "tinh" / "2024.tien-do.yaml").write_text("[]\n", encoding="utf-8")


def repository(top: Path) -> None:
    """Four commits of two clerks: the plan, a ledger begun, a deadline moved and more, the year."""
    made = scratch(top)
    shutil.copytree(_ROOT / "plans", top / "plans", ignore=shutil.ignore_patterns("nguon", "*.md"))
    made.commit("kế hoạch năm 2025", day="2025-01-02")
    entries = _KEPT.read_text("utf-8").splitlines(keepends=True)
    made.write(LEDGER, "".join(entries[: _half(entries)]))
    made.commit("sổ theo dõi quý I", day="2025-04-02", author="Nguyễn Văn A")
    _amended(made)
    made.commit("sửa kế hoạch sau rà soát", day="2025-04-20")
    made.write(LEDGER, "".join(entries))
    made.commit("sổ theo dõi cả năm", day="2026-01-05", author="Nguyễn Văn A")


def _half(entries: list[str]) -> int:
    starts = [place for place, line in enumerate(entries) if line.startswith("- ")]
    return starts[len(starts) // 2]


def _amended(made: Scratch) -> None:
    replace(
        made.plan,
        ("Cải cách hành chính năm 2025 Xã Sơn Hạ", "Cải cách hành chính năm 2025 xã Sơn Hạ"),
        ("truoc: 05/9", "truoc: 10/9"),
        ("Hoàn thành trong quý I", "Hoàn thành trong quý II"),
        ("Trong năm 2025", "Quý III năm 2025"),
        ("chu_tri: [TCKT]", "chu_tri: [TCKT, VPTK]"),
    )


def received(top: Path) -> None:
    """No plan of its own, and one that another office sent as text."""
    top.mkdir(parents=True)
    (top / "gui-den.txt").write_text(_SENT, encoding="utf-8")


_SENT = """KẾ HOẠCH
Cải cách hành chính năm 2026

I. MỤC ĐÍCH
1. Nâng cao chất lượng phục vụ người dân.

II. NHIỆM VỤ
A. THỂ CHẾ
1. Rà soát văn bản quy phạm pháp luật.
- Cơ quan chủ trì: Sở Tư pháp.
- Cơ quan phối hợp: Sở Nội vụ; UBND các xã, phường.
- Thời gian thực hiện: Quý I năm 2026.
2. Tự kiểm tra.
- Cơ quan chủ trì: Các xã, theo phân công.
- Thời gian thực hiện: Quý sau.
"""


OFFICES: dict[str, Callable[[Path], None]] = {
    office.__name__: office
    for office in (fresh, kept, faulty, unreadable, province, repository, received)
}
"""How each is made, by the name that a transcript asks for it."""

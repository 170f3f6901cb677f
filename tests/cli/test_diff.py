"""What changed, in words, for a person, a pull request and a program."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.history.repositories import LEDGER, PLAN, Scratch, replace, scratch

PROOF = "Quyết định số 15/QĐ-UBND ngày 24/01/2025"
LATER = ("Hoàn thành trong quý I năm 2025", "Hoàn thành trong quý II năm 2025")
LATE = "hạn 31/03/2025 → 30/06/2025 (lùi 91 ngày, sau khi đã quá hạn 15 ngày)"


@pytest.fixture
def kept(office: Path, cchc: Run) -> Scratch:
    """Return the office kept in git: the plan on 02/01/2025, II.04 done on 24/01/2025."""
    made = scratch(office)
    made.commit("kế hoạch", "2025-01-02")
    assert cchc("done", "II.04", "--document", PROOF, "--on", "24/1/2025").code == 0
    made.commit("II.04 xong", "2025-01-24", "Trần Văn B")
    return made


def test_a_deadline_moved_after_it_passed(cchc: Run, kept: Scratch) -> None:
    replace(kept.plan, LATER)
    answer = cchc("diff", "--as-of", "2025-04-15", "--fail")
    assert answer.code == 1
    assert LATE in answer.out
    assert "1 điểm phải xem lại" in answer.out
    in_time = cchc("diff", "--as-of", "2025-03-31", "--fail")
    assert in_time.code == 0
    assert "(lùi 91 ngày)" in in_time.out


def test_without_a_difference_it_says_so(cchc: Run, kept: Scratch) -> None:
    assert "Nội dung không đổi." in cchc("diff").out
    kept.plan.write_bytes(kept.plan.read_bytes() + b"\n# xong\n")
    assert "chỉ khác chú thích" in cchc("diff", "--fail").out


def test_two_revisions_are_judged_on_the_day_of_the_second(cchc: Run, kept: Scratch) -> None:
    replace(kept.plan, LATER)
    kept.commit("lùi hạn", "2025-04-15")
    answer = cchc("diff", "HEAD~1", "HEAD")
    assert LATE in answer.out
    assert answer.out.startswith(f"HEAD~1:{PLAN} → HEAD:{PLAN}, xét ngày 15/04/2025")
    assert "nhiệm vụ" not in cchc("diff", "HEAD~2", "HEAD~1").out.splitlines()[-1]
    assert f"ghi hoàn thành ngày 24/01/2025 (mốc 2025-01-31; {PROOF})" in " ".join(
        cchc("diff", "HEAD~2", "HEAD~1").out.split()
    )


def test_files_are_compared_without_git(cchc: Run, office: Path) -> None:
    other = office / "moi.yaml"
    other.write_bytes((office / PLAN).read_bytes())
    replace(other, LATER)
    answer = cchc("diff", PLAN, "moi.yaml", "--as-of", "2025-03-01", "--format", "json").json
    assert (answer["old"], answer["new"], answer["flags"]) == (PLAN, "moi.yaml", 0)
    assert [change["kind"] for change in answer["changes"]] == ["deadline_moved", "timing_changed"]


def test_one_file_is_compared_with_the_working_plan(cchc: Run, kept: Scratch) -> None:
    kept.write("cu.yaml", kept.plan.read_bytes())
    replace(kept.plan, LATER)
    assert LATE in cchc("diff", "cu.yaml", "--as-of", "2025-04-15").out
    assert "→ bản đang sửa" in cchc("diff", "cu.yaml").out


def test_a_file_of_a_revision_is_named_as_git_does(cchc: Run, kept: Scratch) -> None:
    replace(kept.plan, LATER)
    assert "I.03" in cchc("diff", f"HEAD~1:{PLAN}", PLAN).out


def test_json_has_all_of_a_change(cchc: Run, kept: Scratch) -> None:
    replace(kept.plan, LATER)
    moved, timing = cchc("diff", "--as-of", "2025-04-15", "--format", "json").json["changes"]
    assert moved == {
        "kind": "deadline_moved",
        "task": "I.03",
        "subject": "I.03",
        "field": "timing",
        "old": "2025-03-31",
        "new": "2025-06-30",
        "words": None,
        "milestone": "2025-Q1",
        "action": "Hoàn thành",
        "days": 91,
        "days_late": 15,
        "withdrawn": False,
        "flag": "deadline_moved_after_passing",
        "message": f"Hoàn thành: {LATE}",
    }
    assert timing["words"] == [{"old": "I", "new": "II"}]


def test_the_ledger_rewritten_and_work_reopened(cchc: Run, kept: Scratch) -> None:
    replace(kept.top / LEDGER, ("15/QĐ", "16/QĐ"))
    answer = cchc("diff", "--fail", "--format", "json")
    assert answer.code == 1
    (entry,) = answer.json["changes"]
    assert (entry["kind"], entry["flag"]) == ("entry_changed", "history_rewritten")
    assert entry["old"]["document"] == PROOF
    assert "[15/QĐ-UBND → 16/QĐ-UBND] ngày 24/01/2025" in entry["message"]
    (kept.top / LEDGER).unlink()
    flags = [c["flag"] for c in cchc("diff", "--format", "json").json["changes"]]
    assert flags == ["done_reopened", "history_rewritten"]


def test_markdown_has_no_markup_of_the_plan(cchc: Run, kept: Scratch) -> None:
    evil = "Xây dựng [x](http://a.b) @vpubnd #12 <img src=x> **đậm** ~~bỏ~~ `mã` | www.c.d"
    replace(
        kept.plan,
        ("Xây dựng Kế hoạch cải cách hành chính năm 2026 xã Sơn Hạ", f'"{evil} cải cách năm 2026"'),
        ("rà soát, lập Danh mục văn bản", "rà soát, lập Bảng kê văn bản"),
    )
    out = cchc("diff", "--format", "md").out
    assert out.startswith(f"### Thay đổi của kế hoạch: `HEAD:{PLAN}` → `bản đang sửa`")
    assert "rà soát, lập ~~Danh mục~~ **Bảng kê** văn bản quy phạm" in out
    for sign in ("[x](", "http://", "@vpubnd", "#12", "<img", "**đậm**", "~~bỏ~~", "`mã`", "www.c"):
        assert sign not in out


def test_many_renumbered_tasks_are_one_line(cchc: Run, kept: Scratch) -> None:
    title = "    - tieu_de: CÔNG TÁC CHỈ ĐẠO"
    replace(kept.plan, (title, f"    - tieu_de: VIỆC MỚI\n      nhiem_vu: []\n{title}"))
    out = " ".join(cchc("diff").out.split())
    assert "đánh số lại 38 nhiệm vụ: I.01 → II.01, " in out
    assert "mốc 2025-01-31 đã hoàn thành → mở lại" in out  # the ledger still says II.04


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("khong-co",), 2, "không có bản 'khong-co' trong git; `git log --oneline`"),
        (("--ext-diff",), 2, "không có tùy chọn"),
        (("--", "--output=x"), 2, "không có bản '--output=x'"),
        (("HEAD~9",), 2, "không có bản 'HEAD~9'"),
        (("khong-co.yaml",), 2, "không đọc được khong-co.yaml"),
        (("HEAD:khong-co.yaml",), 2, "chưa có khong-co.yaml"),
        (("HEAD", "HEAD", "HEAD"), 2, "thừa tham số"),
        (("--format", "xml"), 2, "text, md, json"),
    ],
)
def test_what_is_not_there_is_said(
    cchc: Run, kept: Scratch, arguments: tuple[str, ...], code: int, words: str
) -> None:
    answer = cchc("diff", *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert words in answer.err
    assert {file.name for file in kept.top.iterdir()} == {".git", "plans"}


def test_a_faulty_side_is_told_at_its_place(cchc: Run, kept: Scratch) -> None:
    good = kept.plan.read_bytes()
    kept.plan.write_bytes(b"<<<<<<< HEAD\n" + good)
    kept.commit("xung đột")
    kept.plan.write_bytes(good)
    answer = cchc("diff")
    assert (answer.code, answer.out) == (1, "")
    assert f"HEAD:{PLAN}:1:1: merge-conflict" in answer.err


def test_a_renamed_plan_is_said_and_compared(cchc: Run, kept: Scratch) -> None:
    kept.git("mv", PLAN, "plans/2025-cchc.yaml")
    kept.git("mv", LEDGER, "plans/2025-cchc.tien-do.yaml")
    answer = cchc("diff")
    assert f"ở bản HEAD, kế hoạch mang tên {PLAN}" in answer.err
    assert "Nội dung không đổi" in answer.out


def test_plans_of_two_years_share_no_deadlines(cchc: Run, kept: Scratch) -> None:
    new = kept.write("plans/2026.yaml", kept.plan.read_bytes())
    replace(new, ("nam: 2025", "nam: 2026"))
    answer = cchc("diff", PLAN, "plans/2026.yaml", "--fail", "--format", "json")
    assert answer.code == 0
    assert [change["kind"] for change in answer.json["changes"]] == ["head_changed"]
    assert "hai năm" in answer.err


def test_outside_git_it_says_what_to_do(
    cchc: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(office.parent))
    answer = cchc("diff")
    assert (answer.code, answer.out) == (2, "")
    assert "git init" in answer.err

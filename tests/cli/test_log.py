"""A task's history: who did what when, the newest first, under all of its numbers."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.history.repositories import PLAN, Scratch, replace, scratch

PROOF = "Quyết định số 15/QĐ-UBND ngày 24/01/2025"


@pytest.fixture
def kept(office: Path, cchc: Run) -> Scratch:
    """Return the office in git: planned, II.04 done, then its wording changed and renumbered."""
    made = scratch(office)
    made.commit("kế hoạch", "2025-01-02", "Lê Thị C")
    cchc("done", "II.04", "--document", PROOF, "--on", "24/1/2025")
    made.commit("II.04 xong", "2025-01-24", "Trần Văn B")
    replace(made.plan, ("rà soát, lập Danh mục văn bản", "rà soát, lập Bảng kê văn bản"))
    made.commit("sửa chữ", "2025-02-03", "Lê Thị C")
    return made


def steps(cchc: Run, task: str, *more: str) -> list[tuple[str | None, list[str]]]:
    found = cchc("log", task, "--format", "json", *more).json["steps"]
    return [(s["subject"], [change["kind"] for change in s["changes"]]) for s in found]


def test_each_commit_is_told_the_newest_first(cchc: Run, kept: Scratch) -> None:
    assert steps(cchc, "ii.4") == [
        ("sửa chữ", ["wording_changed"]),
        ("II.04 xong", ["entry_added"]),
        ("kế hoạch", ["task_added"]),
    ]
    out = " ".join(cchc("log", "II.04").out.split())
    assert "24/01/2025 Trần Văn B" in out
    assert f"ghi hoàn thành ngày 24/01/2025 (mốc 2025-01-31; {PROOF})" in out
    assert "lập [Danh mục → Bảng kê] văn bản" in out
    assert steps(cchc, "II.05") == [("kế hoạch", ["task_added"])]


def test_what_is_not_committed_comes_first(cchc: Run, kept: Scratch) -> None:
    cchc("reopen", "II.04", "--note", "sót văn bản")
    assert steps(cchc, "II.04")[0] == (None, ["done_reopened", "entry_added"])
    assert "Bản đang sửa, chưa ghi vào lịch sử" in cchc("log", "II.04").out


def test_a_task_is_followed_through_new_numbers_and_a_plan_through_new_names(
    cchc: Run, kept: Scratch
) -> None:
    title = "    - tieu_de: CÔNG TÁC CHỈ ĐẠO"
    replace(kept.plan, (title, f"    - tieu_de: VIỆC MỚI\n      nhiem_vu: []\n{title}"))
    replace(kept.top / "plans/2025.tien-do.yaml", ("II.04", "III.04"))
    kept.commit("nhóm mới", "2025-03-01")
    kept.git("mv", PLAN, "plans/2025-cchc.yaml")
    kept.git("mv", "plans/2025.tien-do.yaml", "plans/2025-cchc.tien-do.yaml")
    kept.commit("tên mới", "2025-03-02")
    assert steps(cchc, "III.04") == [
        ("nhóm mới", ["task_renumbered", "entry_changed"]),
        ("sửa chữ", ["wording_changed"]),
        ("II.04 xong", ["entry_added"]),
        ("kế hoạch", ["task_added"]),
    ]


def test_a_task_that_was_taken_out_is_found_by_its_old_id(cchc: Run, kept: Scratch) -> None:
    text = kept.plan.read_text("utf-8")
    start, end = text.index('        - stt: "06"'), text.index("    # II\n")
    kept.plan.write_text(text[:start] + text[end:], "utf-8")
    kept.commit("bỏ I.06", "2025-03-01")
    assert steps(cchc, "I.06") == [("bỏ I.06", ["task_removed"]), ("kế hoạch", ["task_added"])]
    assert cchc("log", "I.66").code == 2
    assert "có phải" in cchc("log", "I.66").err


def test_what_had_the_id_before_was_another_task(cchc: Run, kept: Scratch) -> None:
    old = "Xây dựng Kế hoạch cải cách hành chính xã Sơn Hạ giai đoạn 2026 - 2030."
    replace(kept.plan, (old, "Mua sắm máy tính cho Bộ phận Một cửa"))
    kept.commit("việc khác", "2025-03-01")
    assert steps(cchc, "I.06") == [("việc khác", ["task_added", "task_removed"])]


def test_a_merge_tells_only_what_it_did_itself(cchc: Run, kept: Scratch) -> None:
    kept.git("checkout", "--quiet", "-b", "nhanh")
    replace(kept.plan, ("Chậm nhất là ngày 31/01/2025", "Chậm nhất là ngày 28/02/2025"))
    kept.commit("lùi hạn", "2025-02-10")
    kept.git("checkout", "--quiet", "main")
    replace(kept.plan, ("lập Bảng kê văn bản", "lập Bảng tổng hợp văn bản"))
    kept.commit("sửa chữ nữa", "2025-02-11")
    kept.git("merge", "--quiet", "--no-edit", "-m", "gộp", "nhanh", day="2025-02-12")
    assert [subject for subject, _ in steps(cchc, "II.04")] == [
        *("sửa chữ nữa", "lùi hạn", "sửa chữ", "II.04 xong", "kế hoạch")
    ] or [subject for subject, _ in steps(cchc, "II.04")] == [
        *("lùi hạn", "sửa chữ nữa", "sửa chữ", "II.04 xong", "kế hoạch")
    ]


def test_a_commit_with_a_faulty_plan_is_passed_over_and_named(cchc: Run, kept: Scratch) -> None:
    good = kept.plan.read_bytes()
    kept.plan.write_bytes(good + b"la: 1\n")
    kept.commit("hỏng", "2025-02-10")
    kept.plan.write_bytes(good)
    replace(kept.plan, ("lập Bảng kê văn bản", "lập Bảng tổng hợp văn bản"))
    kept.commit("sửa lại", "2025-02-11")
    assert steps(cchc, "II.04")[:2] == [("sửa lại", ["wording_changed"]), ("hỏng", [])]
    assert "có lỗi" in cchc("log", "II.04").out


def test_what_a_commit_says_cannot_steer_the_screen(cchc: Run, kept: Scratch) -> None:
    replace(kept.plan, ("lập Bảng kê văn bản", "lập Bảng tổng hợp văn bản"))
    kept.commit("\x1b[31mđỏ\x1b[0m [bold]", "2025-02-10", "\x1b]0;x\x07 Hacker")
    out = cchc("log", "II.04").out
    assert "\x1b" not in out
    assert "[bold]" in out


def test_outside_git_it_says_what_to_do(
    cchc: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(office.parent))
    answer = cchc("log", "II.04")
    assert (answer.code, answer.out) == (2, "")
    assert "git init" in answer.err


def test_entries_have_the_numbers_of_show_and_the_withdrawn_are_struck(
    cchc: Run, kept: Scratch
) -> None:
    cchc("undo", "II.04", "--as-of", "2025-02-05")
    cchc("done", "II.04", "--document", PROOF, "--on", "24/1/2025")
    kept.commit("ghi lại", "2025-02-05")
    found = cchc("log", "II.04", "--format", "json").json["steps"]
    told = [(c["number"], c["withdrawn"]) for s in found for c in s["changes"] if c["number"]]
    assert told == [(2, False), (3, False), (1, True)]
    shown = cchc("show", "II.04", "--format", "json").json["entries"]
    numbers = sorted((e["number"], e["withdrawn"]) for e in shown)
    assert numbers == [(1, True), (2, False), (3, False)]
    assert "mục 1: ghi hoàn thành ngày 24/01/2025" in " ".join(cchc("log", "II.04").out.split())

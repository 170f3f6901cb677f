"""One gate over a range of git: faults, flags, silenced rules and changes, on one page."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.history.repositories import LEDGER, PLAN, Scratch, replace, scratch

LATER = ("Hoàn thành trong quý I năm 2025", "Hoàn thành trong quý II năm 2025")
DONE = """\
- {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: hoan_thanh, van_ban: "Quyết định số 15/QĐ-UBND \
ngày 24/01/2025"}
"""
STARTED = "- {ngay: 2025-02-03, nhiem_vu: II.05, trang_thai: dang_thuc_hien}\n"
DAY = ("--as-of", "2025-04-15")


@pytest.fixture
def kept(office: Path, cchc: Run) -> Scratch:
    """Return the office in git: two entries on `main`, and a branch that begins there."""
    del cchc
    made = scratch(office)
    made.write(LEDGER, DONE + STARTED)
    made.commit("kế hoạch và sổ")
    made.git("checkout", "--quiet", "-b", "sua")
    return made


def flags(answer: object) -> list[tuple[str, str]]:
    """Return path and flag of each change that must be looked at."""
    files = answer["files"]  # type: ignore[index]
    return [(f["path"], c["flag"]) for f in files for c in f["changes"] if c["flag"]]


def test_a_range_that_touches_no_plan_passes(cchc: Run, kept: Scratch) -> None:
    kept.write("ghi-chu.txt", "x")
    kept.write("k8s/2025.yaml", "apiVersion: v1\n")
    kept.commit("chuyện khác")
    answer = cchc("review", "main", *DAY)
    assert answer.code == 0
    assert "Không động đến kế hoạch hay sổ theo dõi nào." in answer.out


def test_an_entry_that_came_is_told_and_passes(cchc: Run, kept: Scratch) -> None:
    more = "- {ngay: 2025-03-03, nhiem_vu: II.06, trang_thai: dang_thuc_hien}\n"
    kept.write(LEDGER, DONE + STARTED + more)
    kept.commit("ghi sổ", "2025-03-03")
    answer = cchc("review", "main", *DAY)
    assert answer.code == 0
    assert "II.06: ghi đang thực hiện ngày 03/03/2025" in answer.out


@pytest.mark.parametrize(
    ("ledger", "wrong"),
    [(STARTED, 1), ("", 2), (DONE.replace("01-24", "01-25") + STARTED, 1), (None, 2)],
    ids=["an entry went", "all went", "a day was changed", "the file went"],
)
def test_the_ledger_is_only_appended_to(
    cchc: Run, kept: Scratch, ledger: str | None, wrong: int
) -> None:
    if ledger is None:
        (kept.top / LEDGER).unlink()
    else:
        kept.write(LEDGER, ledger)
    kept.commit("sửa sổ")
    answer = cchc("review", "main", *DAY, "--format", "json")
    assert answer.code == 1
    rewritten = [flag for flag in flags(answer.json) if flag[1] == "history_rewritten"]
    assert rewritten == [(PLAN, "history_rewritten")] * wrong


def test_it_is_judged_on_the_day_it_is_received(cchc: Run, kept: Scratch) -> None:
    replace(kept.plan, LATER)
    kept.commit("lùi hạn", "2025-01-05")  # the day that the sender wrote
    assert flags(cchc("review", "main", *DAY, "--format", "json").json) == [
        (PLAN, "deadline_moved_after_passing")
    ]
    assert cchc("review", "main", "--as-of", "2025-03-31").code == 0


def test_an_extension_that_says_an_early_day_is_not_believed(cchc: Run, kept: Scratch) -> None:
    entry = (
        "- {ngay: 2025-03-30, nhiem_vu: I.03, trang_thai: gia_han, den_ngay: 2025-06-30,"
        ' van_ban: "Công văn số 9/UBND ngày 30/3/2025"}\n'
    )
    kept.write(LEDGER, DONE + STARTED + entry)
    kept.commit("gia hạn", "2025-03-30")
    assert cchc("review", "main", "--as-of", "2025-03-31").code == 0
    assert flags(cchc("review", "main", *DAY, "--format", "json").json) == [
        (PLAN, "deadline_moved_after_passing")
    ]


def test_a_ledger_of_another_year_is_looked_at_too(cchc: Run, kept: Scratch) -> None:
    kept.git("checkout", "--quiet", "main")
    kept.write("plans/2024.yml", kept.plan.read_text("utf-8").replace("nam: 2025", "nam: 2024", 1))
    kept.write("plans/2024.tien-do.yml", DONE.replace("2025", "2024"))
    kept.commit("năm trước")
    kept.git("checkout", "--quiet", "-b", "sua-2024")
    kept.write("plans/2024.tien-do.yml", DONE.replace("2025", "2024").replace("01-24", "02-24"))
    kept.commit("sửa sổ năm trước")
    answer = cchc("review", "main", *DAY, "--format", "json")
    assert (answer.code, flags(answer.json)) == (1, [("plans/2024.yml", "history_rewritten")])


def test_names_that_went_and_came_back_hide_nothing(cchc: Run, kept: Scratch) -> None:
    for old, new in ((PLAN, "a.yaml"), (LEDGER, "b.txt")):
        kept.git("mv", old, new)
    kept.commit("đổi tên")
    (kept.top / "b.txt").write_text(DONE, "utf-8")
    kept.commit("bỏ một mục")
    for old, new in ((PLAN, "a.yaml"), (LEDGER, "b.txt")):
        kept.git("mv", new, old)
    kept.commit("đổi lại")
    assert flags(cchc("review", "main", *DAY, "--format", "json").json) == [
        (PLAN, "history_rewritten")
    ]


def test_a_plan_under_another_name_is_the_same_plan(cchc: Run, kept: Scratch) -> None:
    kept.git("mv", PLAN, "plans/2025-moi.yml")
    kept.git("mv", LEDGER, "plans/2025-moi.tien-do.yaml")
    kept.commit("đổi tên")
    answer = cchc("review", "main", *DAY, "--format", "json")
    (file,) = answer.json["files"]
    assert (file["old"], file["new"], flags(answer.json)) == (PLAN, "plans/2025-moi.yml", [])


def test_a_ledger_that_lost_its_plan_is_a_fault(cchc: Run, kept: Scratch) -> None:
    kept.git("mv", PLAN, "plans/2025-moi.yaml")
    kept.commit("đổi tên kế hoạch, quên sổ")
    answer = cchc("review", "main", *DAY)
    assert answer.code == 1
    assert "ledger-without-plan" in answer.out


def test_a_plan_that_goes_takes_done_work_with_it(cchc: Run, kept: Scratch) -> None:
    kept.git("rm", "--quiet", PLAN, LEDGER)
    kept.commit("xóa")
    answer = cchc("review", "main", *DAY, "--format", "json")
    found = {flag for _, flag in flags(answer.json)}
    assert answer.code == 1
    assert {"done_removed", "history_rewritten"} <= found


def test_a_fault_hides_no_flag(cchc: Run, kept: Scratch) -> None:
    replace(kept.plan, LATER, ("chu_tri: [VPTK", "chu_tri: [VPKT"))
    kept.write(LEDGER, DONE)
    kept.commit("lỗi và sửa sổ")
    answer = cchc("review", "main", *DAY, "--format", "json")
    found = answer.json
    assert answer.code == 1
    assert "unknown-unit" in {p["rule"] for p in found["files"][0]["problems"]}
    assert {flag for _, flag in flags(found)} == {
        "deadline_moved_after_passing",
        "history_rewritten",
    }


def test_a_plan_that_is_no_yaml_hides_no_flag_of_its_ledger(cchc: Run, kept: Scratch) -> None:
    kept.write(PLAN, "nam: [2025\n")
    kept.write(LEDGER, STARTED)
    kept.commit("hỏng")
    answer = cchc("review", "main", *DAY, "--format", "json")
    assert ("history_rewritten" in {flag for _, flag in flags(answer.json)}, answer.code) == (
        True,
        1,
    )


def test_a_comment_that_silences_a_rule_is_told(cchc: Run, kept: Scratch) -> None:
    replace(kept.plan, ("nam: 2025\n", "nam: 2025  # cchc: bo-qua stt-gap -- số của văn bản\n"))
    kept.commit("bỏ qua")
    answer = cchc("review", "main", *DAY, "--format", "json").json
    (told,) = answer["files"][0]["suppressions"]
    assert told["line"] == 1 or "số của văn bản" in told["message"]
    page = cchc("review", "main", *DAY).out
    assert "Mới bỏ qua quy tắc" in page
    assert "bỏ qua stt-gap: số của văn bản" in page
    later = kept.commit  # the same comment is no news to a range that begins behind it
    kept.write("x.txt", "x")
    later("khác")
    assert cchc("review", "HEAD~1", *DAY, "--format", "json").json["suppressions"] == 0


def test_what_the_base_has_got_since_is_not_missing(cchc: Run, kept: Scratch) -> None:
    replace(kept.plan, ("trich_yeu:", "# x\ntrich_yeu:"))
    kept.commit("chú thích")
    kept.git("checkout", "--quiet", "main")
    more = "- {ngay: 2025-03-03, nhiem_vu: II.06, trang_thai: dang_thuc_hien}\n"
    kept.write(LEDGER, DONE + STARTED + more)
    kept.commit("người khác ghi sổ")
    answer = cchc("review", "main", "sua", *DAY)
    assert answer.code == 0
    assert "main có 1 commit mà sua chưa có" in answer.out


def test_a_merge_that_drops_what_the_other_side_wrote(cchc: Run, kept: Scratch) -> None:
    kept.write("x.txt", "x")
    kept.commit("việc của nhánh")
    kept.git("checkout", "--quiet", "main")
    more = "- {ngay: 2025-03-03, nhiem_vu: II.06, trang_thai: dang_thuc_hien}\n"
    kept.write(LEDGER, DONE + STARTED + more)
    kept.commit("người khác ghi sổ")
    kept.git("checkout", "--quiet", "sua")
    kept.git("merge", "--quiet", "--no-edit", "--strategy=ours", "main")
    assert flags(cchc("review", "main", *DAY, "--format", "json").json) == [
        (PLAN, "history_rewritten")
    ]


def test_without_a_base_everything_is_new(cchc: Run, kept: Scratch) -> None:
    answer = cchc("review", "0" * 40, *DAY)
    assert answer.code == 0
    assert "Không có bản gốc để so" in answer.out
    assert f"{PLAN} (mới: " in answer.out
    kept.write(PLAN, "nam: [2025\n")
    kept.commit("hỏng")
    assert cchc("review", "0" * 40, *DAY).code == 1


@pytest.mark.parametrize(
    "typed", ["khong-co", "-x", "", "HEAD~99", "HEAD:plans/2025.yaml", "a..b", "\x00", "ngày"]
)
def test_a_base_that_is_none_is_one_sentence(cchc: Run, kept: Scratch, typed: str) -> None:
    answer = cchc("review", "--", typed)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("cchc: ")
    assert answer.err.count("\n") == 1


def test_outside_of_git_it_is_one_sentence(cchc: Run) -> None:
    answer = cchc("review", "main")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "không nằm trong kho git nào" in answer.err


def test_without_git_it_is_one_sentence(
    cchc: Run, kept: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(kept.top))
    answer = cchc("review", "main")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "không thấy chương trình git" in answer.err


def test_histories_without_a_common_commit_are_one_sentence(cchc: Run, kept: Scratch) -> None:
    kept.git("checkout", "--quiet", "--orphan", "roi")
    kept.commit("không gốc")
    answer = cchc("review", "main", *DAY)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "không có bản gốc chung" in answer.err


def test_a_clone_that_was_cut_says_how_to_get_the_rest(
    cchc: Run, kept: Scratch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.write("x.txt", "x")
    kept.commit("x")
    cut = tmp_path / "cut"
    kept.git("clone", "--quiet", "--depth=1", "--no-single-branch", f"file://{kept.top}", str(cut))
    monkeypatch.chdir(cut)
    answer = cchc("review", "origin/main", *DAY)
    assert answer.code == 2
    assert "git fetch --unshallow" in answer.err


def test_from_a_folder_inside_paths_are_as_one_types_them_there(
    cchc: Run, kept: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.write(LEDGER, DONE)
    kept.commit("bỏ mục")
    monkeypatch.chdir(kept.top / "plans")
    assert cchc("review", "main", *DAY, "--format", "json").json["files"][0]["path"] == "2025.yaml"
    (fault,) = cchc("review", "main", *DAY, "--format", "gitlab").json
    assert fault["location"]["path"] == LEDGER


def test_each_form_tells_the_flag(cchc: Run, kept: Scratch) -> None:
    kept.write(LEDGER, DONE)
    kept.commit("bỏ mục")
    asked = ("review", "main", *DAY)
    assert "Phải xem lại" in cchc(*asked).out
    assert "**Phải xem lại**" in cchc(*asked, "--format", "md").out
    (result,) = cchc(*asked, "--format", "sarif").json["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("history-rewritten", "error")
    assert cchc(*asked, "--format", "github").out.startswith(f"::error file={LEDGER},line=1,col=1")
    assert cchc(*asked, "--format", "junit").code == 2


def test_one_run_writes_several_forms(cchc: Run, kept: Scratch) -> None:
    kept.write(LEDGER, DONE)
    kept.commit("bỏ mục")
    answer = cchc("review", "main", *DAY, "--also", "md=a.md", "--also", "gitlab=b.json")
    assert answer.code == 1
    assert "Phải xem lại" in (kept.top / "a.md").read_text("utf-8")
    assert json.loads((kept.top / "b.json").read_text("utf-8"))
    for typed in ("md", "md=", "doc=a", "=a"):
        assert cchc("review", "main", "--also", typed).code == 2


def test_nothing_of_a_page_is_markup(cchc: Run, kept: Scratch) -> None:
    replace(kept.plan, ("trich_yeu: ", 'trich_yeu: "@nhom ::error::<b> [a](b) \\e[2J" # '))
    kept.commit("chữ lạ")
    page = cchc("review", "main", *DAY, "--format", "md").out
    assert "@nhom" not in page
    assert "<b>" not in page
    assert "\x1b" not in cchc("review", "main", *DAY).out


def test_every_file_of_a_ledger_is_watched(cchc: Run, kept: Scratch) -> None:
    second = LEDGER.replace(".tien-do", ".tien-do (1)")
    kept.git("checkout", "--quiet", "main")
    kept.write(second, DONE.replace("II.04", "II.05"))
    kept.commit("bản sao của máy kia")
    kept.git("checkout", "--quiet", "-b", "sua-ban-sao")
    kept.write(second, DONE.replace("II.04", "II.05").replace("15/QĐ", "16/QĐ"))
    kept.write(second.replace("(1)", "(2)"), "- {ngay: 2025-02-30, nhiem_vu: II.05}\n")
    kept.commit("sửa mục cũ")
    answer = cchc("review", "main", "--format", "json", *DAY)
    assert answer.code == 1
    assert ("plans/2025.yaml", "history_rewritten") in flags(answer.json)
    (file,) = answer.json["files"]
    assert len(file["ledgers"]) == 3
    assert "(2)" in cchc("review", "main", "--format", "github", *DAY).out

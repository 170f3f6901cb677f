"""`cchc init` writes an office's folder that works at once and never touches what is there."""

import json
import subprocess
from pathlib import Path

import pytest

from cchc.exchange.office import LEVELS
from tests.cli.conftest import Run
from tests.conftest import ROOT

WORDS = ("--agency", "Ủy ban nhân dân xã Sơn Mỹ", "--year", "2026", "--place", "Sơn Mỹ")
SIGNED = ("--signer", 'NGUYỄN "AN": #1', "--position", "CHỦ TỊCH")


def begun(cchc: Run, folder: Path, level: str = "xa") -> None:
    answer = cchc("init", str(folder), *WORDS, *SIGNED, "--level", level)
    assert (answer.code, answer.err) == (0, "")


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("year", ["2025", "2026", "2027", "2028"])
def test_the_plan_is_sound_at_every_level_and_year(
    cchc: Run, tmp_path: Path, level: str, year: str
) -> None:
    words = ("--agency", "Sở Nội vụ" if level == "so" else WORDS[1], "--year", year)
    answer = cchc("init", str(tmp_path), *words, "--place", "x", *SIGNED, "--level", level)
    assert answer.code == 0
    checked = cchc("check", str(tmp_path / "plans" / f"{year}.yaml"), "--as-of", f"{year}-02-01")
    assert (checked.code, checked.out) == (0, "")


def test_due_and_render_work_at_once(cchc: Run, tmp_path: Path) -> None:
    begun(cchc, tmp_path)
    plan = ("--plan", str(tmp_path / "plans" / "2026.yaml"))
    assert "I.01" in cchc("due", "--quarter", "I", "--as-of", "2026-02-01", *plan).out
    printed = cchc("render", *plan, "-o", str(tmp_path / "kh.docx"))
    assert printed.code == 0
    assert (tmp_path / "kh.docx").stat().st_size > 5000


def test_what_is_there_is_never_overwritten(cchc: Run, tmp_path: Path) -> None:
    (tmp_path / ".gitattributes").write_text("của tôi\n", "utf-8")
    answer = cchc("init", str(tmp_path), *WORDS, *SIGNED, "--level", "xa")
    assert "giữ nguyên" in answer.err
    assert "merge=union" in answer.err
    assert (tmp_path / ".gitattributes").read_text("utf-8") == "của tôi\n"
    again = cchc("init", str(tmp_path), *WORDS, *SIGNED, "--level", "xa")
    assert again.code == 0
    assert "không có gì để ghi" in again.out


@pytest.mark.parametrize("lacking", ["--agency", "--signer", "--level"])
def test_what_is_missing_is_named_where_nobody_can_be_asked(
    cchc: Run, tmp_path: Path, lacking: str
) -> None:
    words = [*WORDS, *SIGNED, "--level", "xa"]
    at = words.index(lacking)
    del words[at : at + 2]
    answer = cchc("init", str(tmp_path / "moi"), *words)
    assert answer.code == 2
    assert lacking in answer.err
    assert not (tmp_path / "moi").exists()


def test_an_unknown_level_writes_nothing(cchc: Run, tmp_path: Path) -> None:
    answer = cchc("init", str(tmp_path / "moi"), *WORDS, *SIGNED, "--level", "thon")
    assert answer.code == 2
    assert not (tmp_path / "moi").exists()


def test_two_clones_that_both_record_a_deed_merge_without_conflict(
    cchc: Run, tmp_path: Path
) -> None:
    home, other = tmp_path / "home", tmp_path / "other"
    begun(cchc, home)
    git(home, "init", "-q", "-b", "main")
    commit(home, "bắt đầu")
    git(tmp_path, "clone", "-q", str(home), str(other))
    for clone, task in ((home, "I.01"), (other, "IV.01")):
        plan = str(clone / "plans" / "2026.yaml")
        note = ("--note", "không có văn bản", "--as-of", "2026-02-01", "--plan", plan)
        assert cchc("done", task, *note).code == 0
        commit(clone, task)
    git(other, "pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
    ledger = (other / "plans" / "2026.tien-do.yaml").read_text("utf-8")
    assert "I.01" in ledger
    assert "IV.01" in ledger
    assert "<<<<" not in ledger
    listed = cchc("list", "--plan", str(other / "plans" / "2026.yaml"), "--as-of", "2026-02-01")
    assert listed.out.count("xong") >= 2


def git(folder: Path, *words: str) -> None:
    named = ("-c", "user.name=An", "-c", "user.email=an@example.invalid")
    subprocess.run(["git", *named, *words], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


@pytest.mark.parametrize("words", [("--sample",), (*WORDS, *SIGNED, "--level", "xa")])
def test_the_schemas_that_plan_and_editor_name_are_there(
    cchc: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    assert cchc("init", str(tmp_path / "moi"), *words).code == 0
    (plan,) = tmp_path.glob("moi/plans/????.yaml")
    named = plan.read_text("utf-8").splitlines()[0].partition("$schema=")[2]
    assert (plan.parent / named).is_file()
    known = json.loads((tmp_path / "moi" / ".vscode" / "settings.json").read_text("utf-8"))[
        "yaml.schemas"
    ]
    for name in known:
        assert (tmp_path / "moi" / name).read_bytes() == (ROOT / name).read_bytes()


def test_the_sample_is_the_plan_of_the_guide_and_goes_with_nothing_else(
    cchc: Run, tmp_path: Path, real_plan: Path
) -> None:
    assert cchc("init", str(tmp_path / "thu"), "--sample").code == 0
    assert (tmp_path / "thu" / "plans" / "2025.yaml").read_bytes() == real_plan.read_bytes()
    refused = cchc("init", str(tmp_path / "khac"), "--sample", "--year", "2026")
    assert refused.code == 2
    assert "--sample" in refused.err
    assert not (tmp_path / "khac").exists()

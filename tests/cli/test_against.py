"""`cchc render --against`: the amended plan with tracked changes."""

import subprocess
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run
from tests.word.amendment.deciding import W, accepted, body_of, plain, rejected

WAS, NOW = "thoi_gian: Tháng 12/2025", "thoi_gian: Trước ngày 20/11/2025"


def git(office: Path, *arguments: str) -> None:
    name = ("-c", "user.name=A", "-c", "user.email=a@b", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *name, *arguments], cwd=office, check=True, capture_output=True)


def amend(office: Path) -> None:
    plan = office / "plans" / "2025.yaml"
    text = plan.read_text(encoding="utf-8")
    assert WAS in text
    plan.write_text(text.replace(WAS, NOW, 1), encoding="utf-8")


@pytest.fixture
def committed(office: Path) -> Path:
    git(office, "init", "-q")
    git(office, "add", "plans")
    git(office, "commit", "-q", "-m", "đầu")
    return office


def test_a_revision_is_what_the_changes_lead_away_from(cchc: Run, committed: Path) -> None:
    assert cchc("render", "-o", "cu.docx").code == 0
    amend(committed)
    assert cchc("render", "-o", "moi.docx").code == 0
    answer = cchc("render", "--against", "HEAD")
    assert (answer.code, answer.out) == (0, "")
    assert "ke-hoach-2025-sua-doi.docx" in answer.err
    old, new, both = (
        (committed / name).read_bytes()
        for name in ("cu.docx", "moi.docx", "ke-hoach-2025-sua-doi.docx")
    )
    assert accepted(both) == plain(new)
    assert rejected(both) == plain(old)
    marks = [one for one in body_of(both).iter() if one.get(f"{W}author") is not None]
    assert {one.get(f"{W}author") for one in marks} == {"UBND xã Sơn Hạ"}
    assert {(one.get(f"{W}date") or "")[:10] for one in marks} == {"2024-12-01"}


def test_a_file_can_be_the_older_plan(cchc: Run, office: Path) -> None:
    (office / "cu.yaml").write_bytes((office / "plans" / "2025.yaml").read_bytes())
    amend(office)
    assert cchc("render", "--against", "cu.yaml", "-o", "a.docx", "--as-of", "1/3/2025").code == 0
    assert cchc("render", "--against", "cu.yaml", "-o", "b.docx", "--as-of", "1/3/2025").code == 0
    assert (office / "a.docx").read_bytes() == (office / "b.docx").read_bytes()
    marks = [one.get(f"{W}date") or "" for one in body_of((office / "a.docx").read_bytes()).iter()]
    assert {mark[:10] for mark in marks if mark} == {"2025-03-01"}


def test_it_verifies_as_the_new_plan_and_tells_what_it_leads_away_from(
    cchc: Run, committed: Path
) -> None:
    amend(committed)
    cchc("render", "--against", "HEAD", "-o", "a.docx")
    answer = cchc("verify", "a.docx", "--format", "json")
    assert answer.code == 0
    assert len(answer.json["made"]["against_sha256"]) == 64


def test_two_equal_plans_are_told(cchc: Run, committed: Path) -> None:
    answer = cchc("render", "--against", "HEAD", "-o", "a.docx")
    assert answer.code == 0
    assert "giống hệt nhau" in answer.err


@pytest.mark.parametrize(
    ("old", "words"),
    [
        ("khong-co.yaml", "không đọc được khong-co.yaml"),
        ("HEAD~9", "không có bản 'HEAD~9' trong git"),
        ("--help-me", "'--help-me'"),
    ],
)
def test_an_older_plan_that_is_not_there_is_told_and_nothing_written(
    cchc: Run, committed: Path, old: str, words: str
) -> None:
    answer = cchc("render", f"--against={old}", "-o", "a.docx")
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err
    assert not (committed / "a.docx").exists()


def test_an_older_plan_with_faults_is_told(cchc: Run, office: Path) -> None:
    (office / "cu.yaml").write_text("nam: 2025\nla: gì\n", encoding="utf-8")
    answer = cchc("render", "--against", "cu.yaml", "-o", "a.docx")
    assert answer.code == 1
    assert "cu.yaml" in answer.err
    assert not (office / "a.docx").exists()


def test_a_task_that_went_is_as_wide_as_those_that_stayed(cchc: Run, office: Path) -> None:
    plan = office / "plans" / "2025.yaml"
    text = plan.read_text(encoding="utf-8")
    (office / "cu.yaml").write_text(text, encoding="utf-8")
    start, end = (text.index(f'        - stt: "{number}"') for number in ("02", "03"))
    note = "Hoàn thành trong quý I năm 2025\n          ghi_chu: một ghi chú dài làm cột này rộng ra"
    changed = text[:start] + text[end:].replace("Hoàn thành trong quý I năm 2025", note, 1)
    plan.write_text(changed, encoding="utf-8")
    assert cchc("render", "--against", "cu.yaml", "-o", "a.docx").code == 0
    table = docx.Document(str(office / "a.docx")).tables[-1]._tbl
    widths = {tuple(row.xpath("w:tc/w:tcPr/w:tcW/@w:w")) for row in table.tr_lst}
    assert len({row for row in widths if len(row) == 7}) == 1
    assert table.xpath("w:tr[w:trPr/w:del]")
    assert not table.xpath("w:tr[w:trPr/w:ins]")

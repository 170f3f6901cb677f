"""`cchc check`: silent on the real plan, and every fault in reading order."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_the_real_plan_is_sound_and_silent(cchc: Run) -> None:
    answer = cchc("check")
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    assert cchc("check", "--strict").code == 0
    assert cchc("check", "--format", "json").json == []


def test_the_gap_of_the_real_plan_is_acknowledged_with_a_reason(cchc: Run, office: Path) -> None:
    plan = office / "plans" / "2025.yaml"
    lines = plan.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if "bo-qua stt-gap" not in line]
    assert len(kept) == len(lines) - 1
    plan.write_text("".join(kept), encoding="utf-8")
    (problem,) = cchc("check", "--format", "json").json
    assert (problem["rule"], problem["severity"]) == ("stt-gap", "warning")
    assert "III.03" in problem["message"]
    assert cchc("check").code == 0
    assert cchc("check", "--strict").code == 1


def test_a_fault_is_shown_with_its_line_and_a_caret_under_it(cchc: Run, office: Path) -> None:
    plan = office / "plans" / "2025.yaml"
    text = plan.read_text(encoding="utf-8").replace(
        "chu_tri: [VHXH, VPTK]", "chu_tri: [VHXH, VPKT]"
    )
    plan.write_text(text, encoding="utf-8")
    answer = cchc("check")
    assert answer.code == 1
    place, excerpt, caret, hint = answer.out.splitlines()[:4]
    assert place.startswith("plans/2025.yaml:")
    assert ' unknown-unit: không có đơn vị "VPKT"' in place
    assert excerpt[caret.index("^") :].startswith("VPKT")
    assert hint.strip() == "→ có phải: VPTK?"


def test_several_plans_and_folders_are_checked_in_one_call(cchc: Run, office: Path) -> None:
    other = office / "xa-khac" / "plans"
    other.mkdir(parents=True)
    (other / "2024.yaml").write_text("nam: 2024\n", encoding="utf-8")
    answer = cchc("check", "plans/2025.yaml", "xa-khac/plans", "--format", "json")
    assert answer.code == 1
    assert {problem["path"] for problem in answer.json} == {"xa-khac/plans/2024.yaml"}


def test_the_ledger_is_checked_with_its_plan(cchc: Run, office: Path) -> None:
    ledger = office / "plans" / "2025.tien-do.yaml"
    ledger.write_text(
        "- {ngay: 2025-01-24, nhiem_vu: II.44, trang_thai: hoan_thanh, van_ban: x}\n"
        "- {ngay: 2025-01-24, nhiem_vu: II.04, moc: 2025-Q9, trang_thai: hoan_thanh, van_ban: x}\n"
        "- {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: hoan_thanh}\n"
        "- {ngay: 2025-12-24, nhiem_vu: II.05, trang_thai: hoan_thanh, van_ban: x}\n",
        encoding="utf-8",
    )
    answer = cchc("check", "--as-of", "2025-06-01", "--format", "json")
    assert [(p["rule"], p["line"]) for p in answer.json] == [
        ("ledger-unknown-task", 1),
        ("ledger-unknown-milestone", 2),
        ("done-without-document", 3),
        ("future-entry", 4),
    ]


SLIPS = (
    ("Niêm yết, đăng tải", "Niềm yết ,  đăng tải"),
    ("chu_tri: [TPHT]", "chu_tri: [Tư pháp xã]"),
    ("của xã theo quy định", "của của xã theo quy định"),
)


@pytest.fixture
def slipped(office: Path) -> Path:
    """Return the real plan with slips of the pen, and line ends and mark of Windows."""
    plan = office / "plans" / "2025.yaml"
    text = plan.read_text(encoding="utf-8")
    for right, wrong in SLIPS:
        assert right in text
        text = text.replace(right, wrong, 1)
    plan.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    return plan


def test_fix_mends_what_is_sure_and_tells_the_rest(cchc: Run, slipped: Path) -> None:
    assert "`cchc check --fix` sửa được 4 chỗ" in cchc("check").out
    answer = cchc("check", "--fix", "--format", "json")
    assert answer.code == 0
    assert "đã sửa 4 chỗ trong plans/2025.yaml" in answer.err
    assert [problem["rule"] for problem in answer.json] == ["doubled-word"]
    assert "Niêm yết, đăng tải".encode() in slipped.read_bytes()
    assert cchc("check", "--fix", "--format", "json").err == ""


def test_unsafe_fixes_give_the_plan_back_byte_for_byte(
    cchc: Run, slipped: Path, real_plan: Path
) -> None:
    answer = cchc("check", "--unsafe-fixes")
    assert (answer.code, answer.out) == (0, "")
    right = real_plan.read_bytes().replace(b"\n", b"\r\n")
    assert slipped.read_bytes() == b"\xef\xbb\xbf" + right


@pytest.mark.parametrize("option", ["--fix", "--unsafe-fixes"])
def test_diff_writes_nothing_and_git_can_apply_it(
    cchc: Run, slipped: Path, office: Path, option: str
) -> None:
    before = slipped.read_bytes()
    answer = cchc("check", option, "--diff")
    assert answer.code == 1
    assert slipped.read_bytes() == before
    (office / "a.patch").write_bytes(answer.out.encode())
    subprocess.run(["git", "apply", "a.patch"], cwd=office, check=True, capture_output=True)
    patched = slipped.read_bytes()
    slipped.write_bytes(before)
    cchc("check", option)
    assert slipped.read_bytes() == patched != before


def test_diff_of_a_sound_plan_is_empty(cchc: Run) -> None:
    answer = cchc("check", "--diff")
    assert (answer.code, answer.out) == (0, "")


def test_a_plan_that_may_not_be_written_is_not_mended(cchc: Run, slipped: Path) -> None:
    slipped.chmod(0o444)
    answer = cchc("check", "--fix")
    assert answer.code == 2
    assert "không ghi được" in answer.err


def test_select_and_ignore_say_which_rules_are_asked(cchc: Run, slipped: Path) -> None:
    def rules(*arguments: str) -> set[str]:
        return {p["rule"] for p in cchc("check", "--format", "json", *arguments).json}

    assert rules() == {"ocr-slip", "odd-spaces", "unknown-unit", "doubled-word"}
    assert rules("--select", "ocr-slip,odd-spaces") == {"ocr-slip", "odd-spaces"}
    assert rules("--select", "ocr-slip", "--select", "doubled-word", "--ignore", "ocr_slip") == {
        "doubled-word"
    }
    assert rules("--ignore", "ocr-slip, doubled-word,odd-spaces") == {"unknown-unit"}
    assert cchc("check", "--ignore", "unknown-unit").code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--select", "ocr-slp"), "có phải: ocr-slip"),
        (("--ignore", "yaml"), "không bỏ được quy tắc 'yaml'"),
        (("--format", "xml"), "text, json, md, github, sarif, junit, gitlab"),
        (("--diff", "--format", "json"), "--diff"),
    ],
)
def test_what_can_not_be_asked_is_said(cchc: Run, arguments: tuple[str, ...], words: str) -> None:
    answer = cchc("check", *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err


def test_what_keeps_a_plan_from_being_read_is_told_whatever_is_asked(
    cchc: Run, office: Path
) -> None:
    (office / "plans" / "2025.yaml").write_text("nam: [", encoding="utf-8")
    assert [p["rule"] for p in cchc("check", "--select", "stt-gap", "--format", "json").json] == [
        "yaml"
    ]

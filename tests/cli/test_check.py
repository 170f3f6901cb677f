"""`cchc check`: silent on the real plan, and every fault in reading order."""

from pathlib import Path

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

"""Running all rules: order, what reading has told already, two files, and any text at all."""

import random
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.checks.choice import RuleChoice
from cchc.checks.engine import check_plan
from cchc.diagnostics import in_reading_order
from cchc.errors import UnreadableFile
from tests.checks.marked import AS_OF, HERE
from tests.conftest import ROOT

PLAN = ROOT / "plans" / "2025.yaml"
TEXT = PLAN.read_text("utf-8")
SMALL = (HERE / "good" / "minimal.yaml").read_text("utf-8")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return tmp_path / "2025.yaml"


def _rules(plan: Path, text: str) -> list[str]:
    plan.write_text(text, "utf-8")
    return [problem.rule for problem in check_plan(plan, AS_OF)]


@pytest.mark.parametrize("as_of", [date(2024, 12, 1), date(2025, 2, 15), date(2026, 1, 1)])
def test_the_real_plan_is_sound_on_any_day(as_of: date) -> None:
    assert check_plan(PLAN, as_of) == []


CONTENT = "noi_dung: Xây dựng Kế hoạch cải cách hành chính năm 2026 xã Sơn Hạ"
QUARTER = "thoi_gian: Hoàn thành trong quý I năm 2025"
MUTATIONS = [
    ("unknown-unit", "chu_tri: [VHXH, VPTK]", "chu_tri: [VHXH, VPKT]", "VPKT"),
    ("duplicate-unit-spelling", "khac: [TP-HT, ", "khac: [Văn phòng xã, ", "Văn phòng xã, T"),
    ("group-loop", "gom: [VPTK, TPHT, ", "gom: [VPTK, TPHT, CM, ", "CM, TCKT"),
    ("stt-form", '- stt: "05"', "- stt: 5/6", "5/6"),
    ("duplicate-task-id", '- stt: "06"', '- stt: "05"', None),
    ("stt-gap", '- stt: "06"', '- stt: "08"', '"08"'),
    ("empty-content", CONTENT, "noi_dung:", "noi_dung:\n"),
    ("empty-lead", "chu_tri: [VHXH, VPTK]", "chu_tri: []", "[]"),
    ("empty-timing", QUARTER, "thoi_gian:", "thoi_gian:\n"),
    ("timing-unread", QUARTER, "thoi_gian: Tuần 2 tháng 01", None),
    ("impossible-date", QUARTER, "thoi_gian: Trước ngày 31/11", "31/11"),
    ("impossible-date", QUARTER, "thoi_gian: Trong quý V", "quý V"),
    ("deadline-outside-year", QUARTER, "thoi_gian: Trong quý I năm 2024", None),
    ("deadline-outside-year", "Tháng 12/2025", "Tháng 12/2026", "Tháng 12/2026"),
    ("deadline-day-off", "Tháng 12/2025", "Trước ngày 01/12/2025", None),
    ("reporting-order", "{ky: quý I, truoc: 05/3", "{ky: quý III, truoc: 10/9", None),
    ("reporting-disagrees", "6 tháng, truoc: 05/6", "6 tháng, truoc: 06/5", "06/5"),
    ("reporting-disagrees", "9 tháng gửi trước ngày 05/9", "9 tháng gửi trước ngày 05/8", None),
    ("reporting-entry", "{ky: 6 tháng, truoc: 05/6, ", "{ky: 6 tháng, ", "{ky: 6 tháng, chu"),
]


@pytest.mark.parametrize(("rule", "old", "new", "at"), MUTATIONS)
def test_a_slip_in_the_real_plan_is_found(
    plan: Path, rule: str, old: str, new: str, at: str | None
) -> None:
    text = TEXT.replace(old, new, 1)
    assert text != TEXT
    plan.write_text(text, "utf-8")
    problems = check_plan(plan, AS_OF)
    assert rule in {problem.rule for problem in problems}
    if at:
        index = text.index(at, TEXT.index(old))
        place = text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
        assert [(p.line, p.column, p.rule) for p in problems] == [(*place, rule)]


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        # Reading's own faults are not told again by a rule that misses what reading took out.
        ("noi_dung: Ban hành Kế hoạch tuyên truyền", 'noi_dung: ""', ["empty-value"]),
        ("noi_dung:", "noi_dug:", ["unknown-key"]),
        ("chu_tri: [VPTK]", "chu_tri: VPTK", ["wrong-type"]),
        ("chu_tri: [VPTK]", "chu_chi: [VPTK]", ["unknown-key"]),
        ("san_pham: [Kế hoạch]", "san_pham: {a: b}", ["unquoted-colon"]),
        ("thoi_gian: Quý I/2025", "thoi_gian: Quý I: ban hành", ["yaml"]),
        # A blank STT may be the source's own: its id by the place is pointed out.
        ('stt: "01"\n          noi_dung', "noi_dung", ["stt-form"]),
        ("VPTK: {ten: Văn phòng - Thống kê}", "VPTK: Văn phòng", ["wrong-type"]),
        ("VPTK: {ten: Văn phòng - Thống kê}", "VPTK: {}", ["missing-key"]),
        ("  VPTK: {ten", "  - {ten", ["yaml"]),
        ("don_vi:\n", "don_vi: [VPTK]\ncan_cu:\n", ["wrong-type", "wrong-type"]),
        ("nam: 2025\n", "", ["missing-key"]),
        # But what stands beside it is judged.
        ("trich_yeu: Cải cách hành chính năm 2025\n", "", ["missing-key"]),
        (
            "chu_tri: [VPTK]\n          san_pham: [Kế hoạch]",
            "chu_tri: [VPKT]\n          san_pham: {a: b}",
            ["unknown-unit", "unquoted-colon"],
        ),
        ("noi_dung: Ban hành Kế hoạch tuyên truyền\n          chu_tri: [VPTK]", "noi_dug: x",
         ["unknown-key", "empty-lead"]),
    ],
)  # fmt: skip
def test_one_fault_is_told_once(plan: Path, old: str, new: str, rules: list[str]) -> None:
    text = SMALL.replace(old, new)
    assert text != SMALL
    assert sorted(_rules(plan, text)) == sorted(rules)


def test_a_top_key_that_is_missing_hides_no_fault_of_a_task(plan: Path) -> None:
    text = SMALL.replace("trich_yeu: Cải cách hành chính năm 2025\n", "").replace("VPTK]", "VPKT]")
    assert _rules(plan, text) == ["missing-key", "unknown-unit"]


def test_the_plan_is_told_before_its_ledger(plan: Path) -> None:
    entry = "- {ngay: 2025-03-03, nhiem_vu: I.09, trang_thai: huy}\n"
    plan.with_name("2025.tien-do.yaml").write_text(entry, "utf-8")
    assert _rules(plan, SMALL.replace("VPTK]", "VPKT]")) == ["unknown-unit", "ledger-unknown-task"]


def test_a_damaged_ledger_is_told_at_its_place(plan: Path) -> None:
    ledger = plan.with_name("2025.tien-do.yaml")
    ledger.write_text("- ngay: 2025-03-03\n\tnhiem_vu: I.01\n", "utf-8")
    plan.write_text(SMALL, "utf-8")
    (problem,) = check_plan(plan, AS_OF)
    assert (problem.path, problem.line, problem.rule) == (ledger, 2, "yaml")


def test_a_damaged_plan_still_tells_the_faults_of_reading_its_ledger(plan: Path) -> None:
    plan.with_name("2025.tien-do.yaml").write_text("a: 1\n", "utf-8")
    rules = _rules(plan, "nam: 2025\n\t- x\n")
    assert len(rules) == 2


def test_tasks_that_could_not_be_read_are_not_unknown_to_the_ledger(plan: Path) -> None:
    entry = "- {ngay: 2025-03-03, nhiem_vu: I.01, moc: 2025-Q1, trang_thai: huy}\n"
    plan.with_name("2025.tien-do.yaml").write_text(entry, "utf-8")
    assert _rules(plan, SMALL) == []
    assert "ledger-unknown-task" not in _rules(plan, SMALL + "        - chỉ là chữ\n")
    assert _rules(plan, SMALL.replace("Quý I/2025", "Quý V/2025")) == ["impossible-date"]
    explicit = SMALL + "          moc: [{den_ngay: 2025-02-31}]\n"
    plan.with_name("2025.tien-do.yaml").write_text(entry.replace("2025-Q1", "2025-02-28"), "utf-8")
    assert _rules(plan, explicit) == ["impossible-date"]


def test_a_comment_is_not_idle_where_reading_took_out_what_it_was_for(plan: Path) -> None:
    comment = "        # cchc: bo-qua stt-gap -- văn bản gốc thiếu\n        - stt"
    text = SMALL.replace('        - stt: "01"', f'{comment}: "03"')
    assert _rules(plan, text) == []
    assert "useless-suppression" not in _rules(plan, text + "        - chỉ là chữ\n")


def test_a_comment_for_a_rule_that_this_run_leaves_out_is_not_idle(plan: Path) -> None:
    comment = "# cchc: bo-qua near-identical-task, odd-spaces -- hai việc khác nhau"
    text = SMALL.replace("Ban hành Kế hoạch", "Ban hành  Kế hoạch")
    place = "          noi_dung"
    plan.write_text(text.replace(place, f"          {comment}\n{place}"), "utf-8")
    assert check_plan(plan, AS_OF) == []
    assert check_plan(plan, AS_OF, RuleChoice(select=frozenset({"stt-gap"}))) == []
    all_of_it = check_plan(plan, AS_OF, RuleChoice(strict=True, ignore=frozenset({"unused-unit"})))
    assert [problem.rule for problem in all_of_it] == ["useless-suppression"]


def test_a_huge_plan_of_slips_is_told_in_time(plan: Path) -> None:
    row = SMALL[SMALL.index("        - stt") :]
    rows = [
        row.replace('"01"', f'"{n}"').replace(
            "Ban hành Kế hoạch", f"của của  x{n} y{n} x{n} y{n} ð ,"
        )
        for n in range(1, 1500)
    ]
    problems = _rules(plan, SMALL + "".join(rows))
    assert problems.count("odd-spaces") > 1000
    assert problems.count("foreign-letter") == 1499


def test_a_plan_that_is_not_there_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        check_plan(tmp_path / "2025.yaml", AS_OF)


def test_byte_order_mark_and_windows_line_ends_move_no_place(plan: Path) -> None:
    text = SMALL.replace("chu_tri: [VPTK]", "chu_tri: [VPKT]")
    plan.write_text(text, "utf-8")
    (plain,) = check_plan(plan, AS_OF)
    plan.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    (moved,) = check_plan(plan, AS_OF)
    assert replace(moved, edits=()) == replace(plain, edits=())
    edits = [[(edit.place, edit.replacement) for edit in p.edits] for p in (moved, plain)]
    assert edits[0] == edits[1] != []


_EDITS = st.lists(
    st.tuples(st.sampled_from(["delete", "double", "swap", "cut", "letter", "join"]), st.randoms()),
    min_size=1,
    max_size=8,
)


@settings(max_examples=60)
@given(_EDITS)
def test_no_edit_of_the_real_plan_makes_it_fall_over(
    edits: list[tuple[str, random.Random]],
) -> None:
    lines = TEXT.split("\n")
    for edit, chance in edits:
        _edit(lines, edit, chance)
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "2025.yaml"
        plan.write_text("\n".join(lines), "utf-8")
        plan.with_name("2025.tien-do.yaml").write_text("\n".join(lines[:9]), "utf-8")
        problems = check_plan(plan, AS_OF, RuleChoice(strict=True))
    mine = [p for p in problems if p.path == plan]
    assert mine == in_reading_order(mine)
    assert all(p.line <= len(lines) and p.column >= 1 for p in mine)


def _edit(lines: list[str], edit: str, chance: random.Random) -> None:
    i, j = (chance.randrange(len(lines)) for _ in range(2))
    at = chance.randrange(len(lines[i]) + 1)
    match edit:
        case "delete":
            del lines[i : i + chance.randrange(1, 4)]
            lines.append("")
        case "double":
            lines.insert(j, lines[i])
        case "swap":
            lines[i], lines[j] = lines[j], lines[i]
        case "cut":
            lines[i] = lines[i][:at]
        case "letter":
            lines[i] = (
                lines[i][:at] + chance.choice("0:[]{}#-\"' ạ\t\x00&*!|>,?%@") + lines[i][at + 1 :]
            )
        case _:
            lines[i] += " " + lines[j].strip()

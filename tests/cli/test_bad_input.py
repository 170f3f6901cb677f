"""Whatever is wrong gets one clear message, exit 1 or 2, and nothing is written."""

import subprocess
import sys
from pathlib import Path

import pytest

from cchc.files import MAX_BYTES
from tests.cli.conftest import Run

HEAD = "nam: 2025\ntrich_yeu: Thử\nco_quan: {ban_hanh: A}\n"

BAD_PLANS = {
    "not YAML": (b"\x50\x4b\x03\x04 a: [", "yaml"),
    "a tab": (HEAD.encode() + b"phu_luc:\n\ttieu_de: x\n", "dấu Tab"),
    "an alias bomb": (b"a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]\n", "tham chiếu"),
    "deep nesting": (b"[" * 10_000, "lồng sâu"),
    "50 MB": (b"#" * (MAX_BYTES + 1), "MB"),
    "UTF-16": ("nam: 2025".encode("utf-16"), "UTF-16"),
    "cp1258": ("nam: 2025\na: Đơn vị".encode("cp1258", "replace"), "UTF-8"),
    "a duplicate key": (HEAD.encode() + b"nam: 2026\n", "hai lần"),
    "an unquoted colon": (HEAD.encode() + "mo_dau: Quý I: ban hành\n".encode(), "ngoặc kép"),
    "nothing": (b"", "trống"),
    "conflict marks": (HEAD.encode() + b"<<<<<<< HEAD\nso: 1\n=======\n", "xung đột"),
    "a control character": (HEAD.encode() + b'so: "\\e[2J"\n', "ký tự ẩn"),
}


@pytest.mark.parametrize("what", BAD_PLANS)
def test_a_bad_plan_is_told_at_its_place_by_check_and_by_the_others(
    cchc: Run, office: Path, what: str
) -> None:
    data, words = BAD_PLANS[what]
    (office / "plans" / "2025.yaml").write_bytes(data)
    before = sorted(office.rglob("*"))
    checked = cchc("check")
    assert checked.code == 1
    assert "plans/2025.yaml:" in checked.out
    assert words in checked.out
    for command in (("due",), ("list",), ("render",), ("done", "II.04", "--note", "x")):
        answer = cchc(*command)
        assert (answer.code, answer.out) == (1, "")
        assert "plans/2025.yaml" in answer.err
        assert "Traceback" not in answer.err
    assert sorted(office.rglob("*")) == before


def test_an_unquoted_08_is_text(cchc: Run, office: Path) -> None:
    plan = office / "plans" / "2025.yaml"
    text = plan.read_text(encoding="utf-8")
    assert 'stt: "08"' in text
    plan.write_text(text.replace('stt: "08"', "stt: 08"), encoding="utf-8")
    assert cchc("check").code == 0
    assert cchc("show", "III.08").code == 0


@pytest.mark.parametrize(
    ("old", "new", "rule", "hint"),
    [
        ("chu_tri: [TPHT]", "chu_tri: [TPTH]", "unknown-unit", "TPHT"),
        ("ngày 31/01/2025", "ngày 31/02/2025", "impossible-date", ""),
        ("Quý III năm 2025", "Quý V năm 2025", "impossible-date", ""),
        ("Tháng 12/2025", "Tháng 12/2024", "deadline-outside-year", ""),
        ("truoc: 05/3", "truoc: 31/02", "impossible-date", ""),
        ("truoc: 05/6", "truoc: 05/7", "reporting-disagrees", ""),
        ("noi_dung:", "noi_dun:", "unknown-key", "noi_dung"),
    ],
)
def test_one_slip_in_the_real_plan_is_named(
    cchc: Run, office: Path, old: str, new: str, rule: str, hint: str
) -> None:
    plan = office / "plans" / "2025.yaml"
    text = plan.read_text(encoding="utf-8")
    assert old in text
    plan.write_text(text.replace(old, new, 1), encoding="utf-8")
    answer = cchc("check", "--format", "json")
    assert answer.code == 1
    errors = [problem for problem in answer.json if problem["severity"] == "error"]
    assert rule in {problem["rule"] for problem in errors}
    problem = next(problem for problem in errors if problem["rule"] == rule)
    assert hint in problem["hint"]
    line = text.replace(old, new, 1).splitlines()[problem["line"] - 1]
    assert len(line) >= problem["column"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("due", "--quarter", "V"), "không có quý"),
        (("due", "--month", "13"), "không có tháng"),
        (("due", "--quarter", "I", "--month", "2"), "không dùng cả hai"),
        (("due", "--as-of", "31/2/2025"), "không có ngày"),
        (("due", "--role", "boss"), "lead, support"),
        (("due", "--format", "xml"), "table, json, csv, md"),
        (("due", "--quarte", "I"), "có phải: --quarter?"),
        (("duu",), "có phải: due"),
        (("due", "--quarter"), "thiếu giá trị"),
        (("due", "I"), "thừa tham số"),
        (("show",), "thiếu tham số MÃ"),
        (("due", "--plan", "khong-co.yaml"), "khong-co.yaml"),
        (("check", "khong-co.yaml"), "khong-co.yaml"),
        (("due", "-o", "khong-co/a.txt"), "khong-co"),
        (("due", "--format", "json", "-o", "plans"), "plans"),
    ],
)
def test_what_was_typed_wrongly_is_said_with_the_way_out(
    cchc: Run, office: Path, arguments: tuple[str, ...], words: str
) -> None:
    before = sorted(office.rglob("*"))
    answer = cchc(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err
    assert sorted(office.rglob("*")) == before


def test_no_plan_and_two_plans(cchc: Run, office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (office / "plans" / "2025.yml").write_text("nam: 2025\n", encoding="utf-8")
    assert cchc("due").code == 2
    assert "--plan" in cchc("due").err
    (office / "trong").mkdir()
    assert cchc("due", "--plan", "trong").code == 2
    monkeypatch.chdir("/")
    assert "không thấy kế hoạch" in cchc("due").err


def test_a_plan_is_found_from_below_and_by_the_environment(
    cchc: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (office / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(office / "a" / "b")
    assert cchc("due").code == 0
    monkeypatch.chdir("/")
    monkeypatch.setenv("CCHC_PLAN", str(office / "plans" / "2025.yaml"))
    assert cchc("due").code == 0


def test_output_is_utf_8_whatever_the_console_says(office: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cchc", "timing", "quý I", "--year", "2025"],
        cwd=office,
        env={"PYTHONIOENCODING": "cp1258", "PATH": "/usr/bin:/bin", "LC_ALL": "C"},
        capture_output=True,
        check=True,
    )
    assert "quý" in done.stdout.decode("utf-8")


def test_a_reader_that_closes_early_is_no_error(office: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "cchc", "list", "--format", "json"],
        cwd=office,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as listing:
        assert listing.stdout
        assert listing.stderr
        listing.stdout.close()
        assert listing.stderr.read() == b""
    assert listing.returncode == 0


def test_no_colour_is_kept(office: Path) -> None:
    environment = {"NO_COLOR": "1", "FORCE_COLOR": "1", "PATH": "/usr/bin:/bin", "TERM": "xterm"}
    done = subprocess.run(
        [sys.executable, "-m", "cchc", "due", "--quarter", "I"],
        cwd=office,
        env=environment,
        capture_output=True,
        check=True,
    )
    assert b"\x1b[3" not in done.stdout

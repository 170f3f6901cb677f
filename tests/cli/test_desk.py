"""The desk of every day: `cchc` alone, what comes in the next days, and words typed loosely."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Answer, Run


@pytest.fixture
def at_terminal(cchc: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a call that runs a command as if a person sat before its streams."""
    monkeypatch.setenv("NO_COLOR", "1")

    def call(*arguments: object) -> Answer:
        with monkeypatch.context() as patched:
            patched.setattr(sys.stdout, "isatty", lambda: True)
            return cchc(*arguments)

    return call


def test_nothing_typed_on_a_terminal_is_the_day(at_terminal: Run) -> None:
    assert at_terminal().out == at_terminal("status").out
    assert "Quá hạn" in at_terminal().out


def test_nothing_typed_into_a_pipe_is_the_help(cchc: Run) -> None:
    answer = cchc()
    assert answer.code == 0
    assert answer.out == cchc("--help").out


def test_where_there_is_no_plan_nothing_typed_is_the_help(
    at_terminal: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("trống"))
    assert at_terminal().out.startswith("Cách dùng: cchc LỆNH")


@pytest.mark.parametrize("command", [[], ["due"], ["done"], ["template"], ["template", "copy"]])
def test_h_is_help_everywhere(cchc: Run, command: list[str]) -> None:
    assert cchc(*command, "-h").out == cchc(*command, "--help").out
    assert cchc(*command, "-h").out.startswith("Cách dùng: cchc")


def test_the_days_ahead_are_counted_from_the_day(cchc: Run) -> None:
    answer = cchc("due", "--within", "14", "--as-of", "2025-02-15", "--format", "json").json
    assert answer["period"] == {"start": "2025-02-15", "end": "2025-03-01"}
    assert [item["task"] for item in answer["items"]] == ["III.04"]


def test_the_week_is_from_monday_to_sunday(cchc: Run) -> None:
    answer = cchc("due", "--week", "--as-of", "2025-03-05", "--format", "json").json
    assert answer["period"] == {"start": "2025-03-03", "end": "2025-03-09"}
    assert {item["due"] for item in answer["items"]} == {"2025-03-04"}


def test_open_leaves_out_what_is_done(cchc: Run) -> None:
    asked = ["due", "--month", "1", "--as-of", "2025-02-15", "--format", "json"]
    proof = "Quyết định số 15/QĐ-UBND ngày 24/01/2025"
    assert cchc("done", "II.04", "--document", proof, "--as-of", "2025-02-15").code == 0
    every = [item["task"] for item in cchc(*asked).json["items"]]
    left = [item["task"] for item in cchc(*asked, "--open").json["items"]]
    assert set(every) - set(left) == {"II.04"}


@pytest.mark.parametrize(
    "two",
    [["--week", "--within", "3"], ["--week", "--month", "3"], ["--within", "3", "--quarter", "1"]],
)
def test_two_periods_are_one_too_many(cchc: Run, two: list[str]) -> None:
    answer = cchc("due", *two)
    assert answer.code == 2
    assert "--within" in answer.err


@pytest.mark.parametrize("days", ["-1", "367", "x", "1.5", ""])
def test_days_ahead_that_are_none_are_refused(cchc: Run, days: str) -> None:
    answer = cchc("due", f"--within={days}")
    assert answer.code == 2
    assert "dùng 0 đến 366 ngày" in answer.err


@pytest.mark.parametrize(
    "month", ["tháng 3", "thang 3", "Tháng 03", "T3", "3/2025", "tháng 3 năm 2025"]
)
def test_a_month_in_words(cchc: Run, month: str) -> None:
    asked = ["due", "--as-of", "2025-02-15", "--format", "json", "--month"]
    assert cchc(*asked, month).json == cchc(*asked, "3").json


@pytest.mark.parametrize("month", ["13", "tháng", "3/2026", "quý 3"])
def test_a_month_of_no_plan_is_refused(cchc: Run, month: str) -> None:
    answer = cchc("due", "--month", month)
    assert answer.code == 2
    assert "--month: không có tháng" in answer.err


def test_a_day_without_a_year_is_of_the_year_that_is_looked_at(cchc: Run) -> None:
    answer = cchc("done", "II.04", "--on", "24/1", "--note", "x", "--as-of", "15/2/2025")
    assert "ngày 24/01/2025" in answer.out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["due", "--unit", "tư", "pháp", "--open"], 'cchc due --unit "tư pháp" --open'),
        (
            ["done", "II.04", "--document", "Quyết", "định", "số", "15"],
            'cchc done II.04 --document "Quyết định số 15"',
        ),
        (["start", "II.04", "--note", "đang", "trình"], 'cchc start II.04 --note "đang trình"'),
        (["due", "--month", "tháng", "3"], 'cchc due --month "tháng 3"'),
        (
            ["done", "III.04", "--milestone", "tháng", "2", "--note", "x"],
            'cchc done III.04 --milestone "tháng 2" --note x',
        ),
        (["list", "--unit=tư", "pháp"], 'cchc list --unit="tư pháp"'),
        (["render", "-o", "Kế", "hoạch.docx"], 'cchc render -o "Kế hoạch.docx"'),
        (["timing", "Quý", "I", "--year", "2025"], 'cchc timing "Quý I" --year 2025'),
        (["verify", "Công", "văn 5.docx"], 'cchc verify "Công văn 5.docx"'),
    ],
)
def test_a_value_that_lost_its_quotes_is_told_with_the_whole_command(
    cchc: Run, office: Path, typed: list[str], meant: str
) -> None:
    (office / "Công văn 5.docx").touch()
    answer = cchc(*typed)
    assert answer.code == 2
    assert answer.err.endswith(f"phải đặt trong ngoặc kép: {meant}\n")


@pytest.mark.parametrize(
    "typed",
    [
        ["done", "--document", "Quyết định số 15", "II.99"],
        ["done", "--note", "xong", "II.99"],
        ["done", "--note", "xong", "99"],
        ["lint", "không", "có.docx"],
        ["show", "II.99"],
    ],
)
def test_quotes_are_not_asked_for_where_none_are_missing(cchc: Run, typed: list[str]) -> None:
    assert "ngoặc kép" not in cchc(*typed).err


@pytest.mark.parametrize("option", ["--quarter", "--unit", "--within"])
def test_an_option_without_its_value_leads_to_the_help_of_its_command(
    cchc: Run, option: str
) -> None:
    answer = cchc("due", option)
    assert answer.code == 2
    assert "xem `cchc due --help`" in answer.err


@pytest.mark.parametrize("width", ["80", "120"])
def test_what_tells_a_milestone_from_its_like_is_never_cut_off(
    cchc: Run, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    assert "(tháng 02)" in cchc("status", "--as-of", "2025-02-15").out
    listed = cchc("due", "--quarter", "I", "--as-of", "2025-02-15").out
    assert listed.count("(quý I)") == 6
    assert all(len(line) <= int(width) for line in listed.splitlines())


def test_last_years_open_work_stands_on_the_first_screen(at_terminal: Run, office: Path) -> None:
    this = office / "plans" / "2025.yaml"
    later = this.read_text(encoding="utf-8").replace("nam: 2025", "nam: 2026", 1)
    (office / "plans" / "2026.yaml").write_text(later, encoding="utf-8")
    answer = at_terminal("status", "--as-of", "2026-01-05")
    (line,) = [line for line in answer.out.splitlines() if line.startswith("Kế hoạch 2025 còn")]
    assert "nhiệm vụ quá hạn chưa xong (II.04" in line
    assert len([*filter(None, answer.out.splitlines())]) <= 30
    told = at_terminal("status", "--as-of", "2026-01-05", "--format", "json").json["left_open"]
    assert told.startswith("kế hoạch 2025 còn")


# --open-file: what was written is opened, before a person and nowhere else.

OPENING = (["render"], ["export", "--html"], ["report", "--quarter", "I", "-o", "quy-1.md"])


_OPENS = "/usr/bin/xdg-open"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return where it is written down which files the system's program was given."""
    given: list[str] = []
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(sys, "platform", "linux")
    which = shutil.which
    monkeypatch.setattr("shutil.which", lambda name: {"xdg-open": _OPENS}.get(name) or which(name))
    start: Any = subprocess.Popen

    def started(words: list[str], **how: Any) -> object:
        if words[0] != _OPENS:
            return start(words, **how)
        given.extend(words)
        return None

    monkeypatch.setattr("subprocess.Popen", started)
    return given


@pytest.mark.parametrize("command", OPENING)
def test_what_was_written_is_opened(
    at_terminal: Run, office: Path, opened: list[str], command: list[str]
) -> None:
    assert at_terminal(*command, "--open-file").code == 0
    assert opened[0] == _OPENS
    assert Path(opened[1]).parent == office.resolve()
    assert Path(opened[1]).is_file()


def test_nothing_is_opened_in_a_pipe_or_a_ci_run(
    cchc: Run, at_terminal: Run, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("export", "--html", "--open-file")
    assert "không mở" in cchc(*asked).err
    monkeypatch.setenv("CI", "true")
    assert "không mở" in at_terminal(*asked).err
    assert opened == []


def test_a_machine_without_a_program_is_said_to_have_none(
    at_terminal: Run, office: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    answer = at_terminal("export", "--html", "-o", "trang.html", "--open-file")
    assert (answer.code, opened) == (0, [])
    assert "không có chương trình" in answer.err
    assert (office / "trang.html").is_file()


def test_what_is_only_shown_is_no_file_to_open(cchc: Run) -> None:
    answer = cchc("report", "--quarter", "I", "--open-file")
    assert answer.code == 2
    assert "--docx" in answer.err

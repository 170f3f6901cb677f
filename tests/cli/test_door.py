"""One door out: no text of a plan, a ledger or a file name steers a terminal or a CI runner."""

import ast
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc.text import on_one_line, uncommanded, visible
from tests.cli.conftest import Run
from tests.conftest import ROOT

DOORS = {"cli/output.py"}
"""The others answer a shell: with the words of a line, and with a script that has no plan in it."""
STEERS = "\x1b]0;a\x07\x1b[2J\u202e\u2028\r::error::b\n::error::c ##[error]d"
PLAN = """\
nam: 2025
trich_yeu: {says}
co_quan: {{ban_hanh: ỦY BAN NHÂN DÂN XÃ SƠN HẠ}}
don_vi:
  VPTK: {{ten: Văn phòng}}
{key}: 1
phu_luc:
  tieu_de: {says}
  nhom:
    - tieu_de: {says}
      nhiem_vu:
        - stt: "01"
          noi_dung: {says}
          chu_tri: [VPTK, {says}]
          san_pham: [{says}]
          thoi_gian: {says}
"""


def hostile(text: str) -> str:
    """Return a plan that says a text everywhere, as YAML's quotes hold it."""
    return PLAN.format(says=json.dumps(text), key=json.dumps(text))


def steering(text: str) -> set[str]:
    """Return the characters of an answer that steer whoever reads it."""
    bad = {"Cc", "Cf", "Zl", "Zp", "Cs"}
    return {c for c in text if c != "\n" and unicodedata.category(c) in bad}


def commands(text: str) -> list[str]:
    """Return the lines that a runner of GitHub would take for a command."""
    return [line for line in text.split("\n") if line.lstrip().startswith("::") or "##[" in line]


def calls(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def test_no_print_goes_around_the_door() -> None:
    files = sorted((ROOT / "cchc").rglob("*.py"))
    assert len(files) > 100
    around = {"print", "sys.stdout.write", "sys.stderr.write", "typer.echo", "typer.secho",
              "sys.stdout.buffer.write", "Console", "rich.print"}  # fmt: skip
    found = {
        (file.relative_to(ROOT / "cchc").as_posix(), call)
        for file in files
        for call in calls(ast.parse(file.read_text("utf-8")))
        if call in around
    }
    assert ("cli/output.py", "print") in found
    bar_of_progress = {("cli/rollup.py", "Console")}  # our own word, and a number
    assert {file for file, _ in found - bar_of_progress} <= DOORS


ASKED = [
    ("check",), ("check", "--strict"), ("check", "--format", "md"), ("check", "--format", "json"),
    ("check", "--format", "sarif"), ("check", "--format", "junit"), ("check", "--format", "gitlab"),
    ("list",), ("list", "--format", "md"), ("list", "--format", "csv"),
    ("list", "--format", "json"),
    ("due", "--quarter", "I"), ("status",), ("units",), ("citations",), ("show", "I.01"),
    ("show", STEERS), ("timing", STEERS, "--year", "2025"), ("find", STEERS), ("explain", STEERS),
    ("list", "--unit", STEERS), ("check", STEERS), ("check", "--fix", "--diff"), (STEERS,),
    ("check", f"--{STEERS}"), ("timing", STEERS, "--year", "2025", "--format", "json"),
]  # fmt: skip


@pytest.mark.parametrize("says", [STEERS, "::error::b ##[error]d", "Kế\u202e\u00ad ::add-mask::"])
@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: " ".join(asked)[:30])
def test_nothing_that_leaves_steers_a_terminal_or_a_runner(
    cchc: Run, office: Path, says: str, asked: tuple[str, ...]
) -> None:
    (office / "plans" / "2025.yaml").write_text(hostile(says), "utf-8")
    answer = cchc(*asked)
    for text in (answer.out.replace("\r\n", "\n"), answer.err):
        assert steering(text) == set()
        assert commands(text) == []


def test_a_command_of_our_own_is_the_only_one_a_runner_gets(cchc: Run, office: Path) -> None:
    (office / "plans" / "2025.yaml").write_text(hostile(STEERS), "utf-8")
    out = cchc("check", "--format", "github").out
    assert steering(out) == set()
    found = [line for line in out.split("\n") if line.lstrip().startswith("::")]
    assert found
    for line in found:
        assert re.match("::(error|warning) (file=plans/2025.yaml,|title=cchc check)", line)


def test_a_value_of_json_is_what_the_plan_says(cchc: Run) -> None:
    phrase = "Quý I\u202e ##[error]x \x7f\x85\U000e0001"
    answer = cchc("timing", phrase, "--year", "2025", "--format", "json")
    assert steering(answer.out) == set()
    assert "##[" not in answer.out
    assert json.loads(answer.out)["phrase"] == phrase


FORMS_OF_MARKDOWN = [
    ("list", "--format", "md"), ("due", "--quarter", "I", "--format", "md"),
    ("check", "--strict", "--format", "md"), ("citations", "--format", "md"),
    ("timing", "@nhom <b> [a](b)", "--year", "2025", "--format", "md"),
    ("report", "--quarter", "I", "--as-of", "2025-03-31", "--format", "md"),
    ("status", "--format", "md"), ("overdue", "--format", "md"),
]  # fmt: skip


@pytest.mark.parametrize("asked", FORMS_OF_MARKDOWN, ids=lambda asked: asked[0])
def test_no_text_of_a_plan_is_markup_or_calls_anybody(
    cchc: Run, office: Path, asked: tuple[str, ...]
) -> None:
    says = "Quý I @nhom <img src=x> [a](http://b) Quyết định số 1/QĐ-UBND ngày 30/02/2025"
    plan = hostile(says).replace(f"{json.dumps(says)}: 1\n", "")
    plan = plan.replace(f", {json.dumps(says)}]\n          san", "]\n          san")
    plan = plan.replace(f"thoi_gian: {json.dumps(says)}", "thoi_gian: Quý I @nhom")
    (office / "plans" / "2025.yaml").write_text(plan, "utf-8")
    out = cchc(*asked).out
    assert "@nhom" not in out
    assert "<img" not in out
    assert not re.search(r"(?<!\\)\]\(", out)


def test_a_file_s_name_steers_nothing(cchc: Run, office: Path) -> None:
    name = "a\x1b]0;t\x07\u202e::error::x.yaml"
    (office / "plans" / "2025.yaml").rename(office / name)
    for asked in (("check",), ("list", "--plan"), ("lint",), ("verify",), ("import",), ("diff",)):
        answer = cchc(*asked, office / name)
        for text in (answer.out, answer.err):
            assert steering(text) == set()
            assert commands(text) == []


def test_what_is_shown_as_it_is_and_what_is_made_visible() -> None:
    assert visible("Kế hoạch\u00a0năm\n2025\r\n") == "Kế hoạch\u00a0năm\n2025\r\n"
    assert visible("a\x1b[2Jb\rc\u2028") == r"a\x1b[2Jb\rc\u2028"
    assert on_one_line("a\nb") == r"a\nb"
    assert uncommanded(" ::error::x\na::b ##[error]") == " : :error::x\na::b # #[error]"

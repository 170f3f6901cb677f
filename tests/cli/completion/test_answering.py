"""One press of Tab: what may stand at the cursor, by what stands before it."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc.checks.choice import rules
from cchc.cli.app import build
from cchc.cli.completion import ASKED, complete
from cchc.plan.loader import sound_plan
from cchc.plan.schedule import scheduled

Lines = Callable[..., list[str]]


@pytest.fixture
def lines(
    office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Lines:
    """Return a press of Tab in fish behind some words: the lines it is answered."""
    monkeypatch.chdir(office)
    monkeypatch.delenv("CCHC_PLAN", raising=False)
    monkeypatch.setenv(ASKED, "complete_fish")
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    monkeypatch.setitem(sys.modules, "rich", sys.modules.get("rich"))  # completing takes it out
    capsys.readouterr()

    def press(*words: str, **environment: str) -> list[str]:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        typed = [word if word.startswith("'") else shlex.quote(word) for word in words[:-1]]
        last = words[-1] if not words[-1] or words[-1][0] == "'" else shlex.quote(words[-1])
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", " ".join(["cchc", *typed, last]))
        assert complete(build()) == 0
        said = capsys.readouterr()
        assert said.err == ""
        return [line for line in said.out.splitlines() if line]

    return press


@pytest.fixture
def offered(lines: Lines) -> Lines:
    """Return the same without the meanings."""
    return lambda *words, **known: [line.split("\t")[0] for line in lines(*words, **known)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["du"], "due"),
        (["--inst"], "--install-completion"),
        (["--install-completion", "f"], "fish"),
        (["template", "co"], "copy"),
        (["template", "copy", "ke"], "ke-hoach"),
        (["due", "--un"], "--unit"),
        (["due", "--unit", "TP"], "TPHT"),
        (["due", "--unit", "tp"], "TPHT"),
        (["due", "--unit", "tu phap"], "TPHT"),
        (["due", "--unit", "Tư ph"], "TPHT"),
        (["due", "--unit", "'tư ph"], "TPHT"),
        (["due", "--unit=TP"], "--unit=TPHT"),
        (["due", "--quarter", "iii"], "III"),
        (["due", "--month", "12"], "12"),
        (["due", "--role", "s"], "support"),
        (["due", "--format", "c"], "csv"),
        (["lint", "x.docx", "--kind", "cong"], "cong-van"),
        (["explain", "stt-g"], "stt-gap"),
        (["check", "--select", "stt-g"], "stt-gap"),
        (["check", "--ignore", "stt-gap,date-p"], "stt-gap,date-padding"),
        (["done", "II.04"], "II.04"),
        (["show", "vii.0", "--format", "j"], "json"),
        (["done", "--note", "xong rồi", "II.04", "VII.01"], "VII.01"),
        (["done", "BC-H"], "BC-H1"),
        (["done", "II.04", "--milestone", ""], "2025-01-31"),
        (["done", "ii.04", "--milestone", ""], "2025-01-31"),
        (["done", "I.01", "--milestone", "BC-Y"], "BC-Y"),
        (["extend", "II.04", "--milestone", ""], "2025-01-31"),
        (["done", "--", "II.04"], "II.04"),
    ],
)
def test_what_was_begun_is_finished(offered: Lines, words: list[str], expected: str) -> None:
    assert offered(*words) == [expected]


def test_bash_cuts_a_word_at_its_sign(office: Path) -> None:
    assert bash(office, "cchc", "due", "--unit", "=", "TP") == "TPHT\n"
    assert bash(office, "cchc", "due", "--unit", "=").startswith("VPTK\nTPHT\n")


def test_tasks_come_in_the_order_of_the_plan_with_their_contents(lines: Lines) -> None:
    found = lines("show", "")
    assert [line.partition("\t")[0] for line in found[:3]] == ["I.01", "I.02", "I.03"]
    assert found[4] == "I.05\tXây dựng Kế hoạch cải cách hành chính năm 2026 xã Sơn Hạ"
    assert len(found) == 38 + 4


def test_every_milestone_of_a_task_is_offered_with_its_day(lines: Lines, real_plan: Path) -> None:
    plan = scheduled(sound_plan(real_plan)[1])
    task = next(task for task in plan.tasks if len(task.milestones) > 1)
    found = lines("done", task.id, "--milestone", "")
    assert [line.partition("\t")[0] for line in found] == [m.key for m in task.milestones]
    first = lines("done", "I.01", "--milestone", "2025")[0]
    assert first == "2025-Q1\thạn 31/03/2025, ban hành Kế hoạch"


def test_offices_come_with_their_names(lines: Lines) -> None:
    assert lines("list", "--unit", "")[0] == "VPTK\tVăn phòng - Thống kê"


def test_every_rule_is_offered(offered: Lines) -> None:
    assert set(offered("check", "--select", "")) <= set(rules())
    assert len(offered("explain", "")) > len(rules()) // 2


def test_a_task_that_was_typed_is_not_offered_again(offered: Lines) -> None:
    assert "II.01" not in offered("done", "II.01", "II.")
    assert "II.02" in offered("done", "II.01", "II.")


def test_an_option_that_was_typed_is_not_offered_again(offered: Lines) -> None:
    assert "--unit" not in offered("due", "--unit", "VPTK", "--")
    assert "--output" not in offered("due", "-o", "x.csv", "--")
    assert "--select" in offered("check", "--select", "stt-gap", "--")


def test_commands_come_with_their_help_in_the_order_of_the_first_page(lines: Lines) -> None:
    assert lines("")[0].startswith("check\tkiểm tra kế hoạch: từng lỗi")


@pytest.mark.parametrize(
    "words",
    [
        ["check", "pl"],
        ["lint", ""],
        ["due", "--plan", ""],
        ["due", "-o", ""],
        ["render", "--template", "m"],
        ["done", "II.04", "--file", ""],
        ["diff", ""],
        ["due", "--as-of", ""],
        ["done", "II.04", "--note", ""],
        ["done", "XX.99", "--milestone", ""],
        ["done", "--milestone", ""],
        ["due", "--unit", "không có"],
        ["show", "II.04", "II."],
        ["timing", "quý"],
    ],
)
def test_where_nothing_is_known_the_shell_offers_its_files(lines: Lines, words: list[str]) -> None:
    assert lines(*words) == []


def test_a_word_of_several_names_offers_none_of_them(offered: Lines) -> None:
    # A shell would put "V", which VPTK and VHXH have in common, in the place of what was typed.
    assert offered("due", "--unit", "văn") == []


def test_the_plan_is_the_one_that_the_command_would_take(
    offered: Lines, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = (office / "plans" / "2025.yaml").read_text(encoding="utf-8")
    other = plan.replace("VPTK", "VPQS")
    (office / "khac.yaml").write_text(other, encoding="utf-8")
    (office / "plans" / "2027.yaml").write_text(plan.replace("VPTK", "VPCA"), encoding="utf-8")
    below = office / "a" / "b"
    below.mkdir(parents=True)
    assert offered("due", "--plan", "khac.yaml", "--unit", "VP") == ["VPQS"]
    assert offered("due", "--plan=khac.yaml", "--unit", "VP") == ["VPQS"]
    assert offered("due", "--as-of", "1/2/2027", "--unit", "VP") == ["VPCA"]
    monkeypatch.chdir(below)
    assert offered("due", "--as-of", "1/2/2026", "--unit", "VP") == ["VPTK"]
    monkeypatch.chdir(office)
    assert offered("due", "--unit", "VP", CCHC_PLAN="khac.yaml") == ["VPQS"]


def test_a_plan_with_a_fault_in_a_task_still_completes(offered: Lines, office: Path) -> None:
    plan = office / "plans" / "2025.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("chu_tri: [TPHT]", "chu_tri: [KHONGCO]", 1), encoding="utf-8")
    assert offered("due", "--unit", "VP") == ["VPTK"]


def test_what_a_shell_would_run_or_a_terminal_obey_is_not_offered(
    lines: Lines, office: Path
) -> None:
    plan = office / "plans" / "2025.yaml"
    text = plan.read_text(encoding="utf-8")
    name = "Văn phòng - Thống kê"
    assert f"ten: {name}" in text
    plan.write_text(
        text.replace(f"ten: {name}", "ten: 'Văn `id` $(x) [red]\"phòng\"'"), encoding="utf-8"
    )
    (found,) = lines("due", "--unit", "VP")
    assert found == "VPTK\tVăn id (x) red phòng"


def test_a_meaning_takes_one_short_line(lines: Lines) -> None:
    meanings = [line.partition("\t")[2] for line in lines("show", "")]
    assert len(meanings) == 38 + 4
    assert max(map(len, meanings)) <= 82
    assert any(meaning.endswith(" …") for meaning in meanings)


def bash(folder: Path, *words: str) -> str:
    """Return what bash is answered at the last of some words, by a run of its own."""
    typed = {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CCHC")}
    done = subprocess.run(
        [sys.executable, "-m", "cchc"],
        cwd=folder,
        env={**kept, ASKED: "complete_bash", **typed},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("text", ["", "\0", "a: [", "a: &x [*x]\n", "nam: x\nphu_luc: {nhom: 1}\n"])
def test_a_broken_plan_is_met_with_silence(office: Path, text: str) -> None:
    (office / "plans" / "2025.yaml").write_text(text, encoding="utf-8")
    assert bash(office, "cchc", "due", "--unit", "").strip() == ""
    assert bash(office, "cchc", "done", "I.01", "--milestone", "").strip() == ""


def test_without_a_plan_there_is_silence(tmp_path: Path) -> None:
    assert bash(tmp_path, "cchc", "due", "--unit", "").strip() == ""


def test_completing_a_value_of_the_plan_imports_neither_the_models_nor_rich(office: Path) -> None:
    program = (
        "import os, sys\n"
        "from cchc.cli.app import build\n"
        "from cchc.cli.completion import complete\n"
        "complete(build())\n"
        "heavy = {'pydantic', 'rich.console', 'docx', 'jinja2', 'yaml', 'cchc.checks.rules'}\n"
        "heavy &= set(sys.modules)\n"
        "sys.exit(' '.join(sorted(heavy)))\n"
    )
    for words in ("cchc\nshow\nII.0", "cchc\ndone\nI.01\n--milestone\n2", "cchc\nexplain\nun"):
        typed = {"COMP_WORDS": words, "COMP_CWORD": str(words.count("\n"))}
        for _ in ("cold", "warm"):
            done = subprocess.run(
                [sys.executable, "-c", program],
                cwd=office,
                env={**os.environ, ASKED: "complete_bash", **typed},
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
        assert done.stdout
        assert done.stderr.strip() == "", words

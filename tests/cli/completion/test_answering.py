"""One press of Tab: what may stand at the cursor, by what stands before it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cchc.cli.completion.answering import FILES, MAX_ABOUT, answer

YEAR = 2025


def lines(office: Path, *words: str, of: str = "zsh", **environment: str) -> list[str]:
    typed = "\n".join(["cchc", *words])
    return answer({"_CCHC_COMPLETE": of, "_CCHC_WORDS": typed, **environment}, office, YEAR)


def offered(office: Path, *words: str, of: str = "zsh", **environment: str) -> list[str]:
    found = lines(office, *words, of=of, **environment)
    return [line.partition("\t")[0] for line in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["du"], "due"),
        (["--inst"], "--install-completion"),
        (["--install-completion", "f"], "fish"),
        (["template", "co"], "copy"),
        (["template", "copy", "ke"], "ke-hoach"),
        (["due", "--u"], "--unit"),
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
        (["done", "--", "II.04"], "II.04"),
    ],
)
def test_what_was_begun_is_finished(office: Path, words: list[str], expected: str) -> None:
    assert offered(office, *words) == [expected]


def test_bash_cuts_a_word_at_its_sign_and_gets_only_the_last_part(office: Path) -> None:
    assert offered(office, "due", "--unit", "=", "TP", of="bash") == ["TPHT"]
    assert offered(office, "due", "--unit", "=", "", of="bash")[:2] == ["VPTK", "TPHT"]
    assert offered(office, "done", "--note", r'"xong\ rồi"', "II.04", of="bash") == ["II.04"]


def test_tasks_come_in_the_order_of_the_plan_with_their_contents(office: Path) -> None:
    found = lines(office, "show", "")
    assert [line.partition("\t")[0] for line in found[:3]] == ["I.01", "I.02", "I.03"]
    assert found[4] == "I.05\tXây dựng Kế hoạch cải cách hành chính năm 2026 xã Sơn Hạ"
    assert len(found) == 38 + 4


def test_offices_come_with_their_names(office: Path) -> None:
    assert lines(office, "list", "--unit", "")[0] == "VPTK\tVăn phòng - Thống kê"


def test_a_task_that_was_typed_is_not_offered_again(office: Path) -> None:
    assert "II.01" not in offered(office, "done", "II.01", "II.")
    assert "II.02" in offered(office, "done", "II.01", "II.")


def test_an_option_that_was_typed_is_not_offered_again(office: Path) -> None:
    assert "--unit" not in offered(office, "due", "--unit", "VPTK", "--")
    assert "--output" not in offered(office, "due", "-o", "x.csv", "--")
    assert "--select" in offered(office, "check", "--select", "stt-gap", "--")


def test_a_command_without_arguments_offers_its_options(office: Path) -> None:
    assert offered(office, "due", "")[:2] == ["--quarter", "--month"]


def test_commands_come_with_their_help_in_the_order_of_the_first_page(office: Path) -> None:
    assert lines(office, "")[0].startswith("check\tkiểm tra kế hoạch")


@pytest.mark.parametrize(
    "words",
    [
        ["check", "pl"],
        ["lint", ""],
        ["due", "--plan", ""],
        ["due", "--plan=pl"],
        ["due", "-o", ""],
        ["render", "--template", "m"],
        ["done", "II.04", "--file", ""],
        ["diff", ""],
    ],
)
def test_files_are_the_business_of_the_shell(office: Path, words: list[str]) -> None:
    assert lines(office, *words) == [FILES]


@pytest.mark.parametrize(
    "words",
    [
        ["khong-co", ""],
        ["khong-co", "--x", ""],
        ["due", "--as-of", ""],
        ["done", "II.04", "--note", ""],
        ["done", "XX.99", "--milestone", ""],
        ["done", "--milestone", ""],
        ["due", "--unit", "không có"],
        ["show", "II.04", "II."],
        ["timing", "quý"],
    ],
)
def test_where_nothing_is_known_nothing_is_offered(office: Path, words: list[str]) -> None:
    assert lines(office, *words) == []


def test_a_word_of_several_names_offers_none_of_them(office: Path) -> None:
    # A shell would put "V", which VPTK and VHXH have in common, in the place of what was typed.
    assert offered(office, "due", "--unit", "văn") == []


def test_the_plan_is_the_one_that_the_command_would_take(office: Path) -> None:
    other = office / "khac.yaml"
    other.write_text("nam: 2026\ndon_vi: {QS: {ten: Quân sự}}\n", encoding="utf-8")
    (office / "plans" / "2027.yaml").write_text(
        "nam: 2027\ndon_vi: {CA: {ten: Công an}}\n", encoding="utf-8"
    )
    below = office / "a" / "b"
    below.mkdir(parents=True)
    assert offered(office, "due", "--plan", "khac.yaml", "--unit", "") == ["QS"]
    assert offered(office, "due", "--plan=khac.yaml", "--unit", "") == ["QS"]
    assert offered(office, "due", "--unit", "", CCHC_PLAN="khac.yaml") == ["QS"]
    assert offered(office, "due", "--as-of", "1/2/2027", "--unit", "") == ["CA"]
    assert "VPTK" in offered(below, "due", "--unit", "")


@pytest.mark.parametrize(
    "plan",
    [
        "nam: 2025\ndon_vi: {VPTK: {ten: Văn phòng}, A: [1], B: , C: {ten: [x]}}\nsai_khoa: 1\n",
        "don_vi:\n  VPTK: {ten: Văn phòng}\n  VPTK: {ten: Hai lần}\n",
    ],
)
def test_a_plan_with_faults_still_completes(office: Path, plan: str) -> None:
    (office / "plans" / "2025.yaml").write_text(plan, encoding="utf-8")
    assert offered(office, "due", "--unit", "VP") == ["VPTK"]


def test_what_a_shell_would_run_or_a_terminal_obey_is_not_offered(office: Path) -> None:
    (office / "plans" / "2025.yaml").write_text(
        "nam: 2025\n"
        'don_vi: {"$(rm -rf x)": {ten: a}, "a b": {ten: b}, "-x": {ten: c}, "x;y": {ten: d},'
        ' TP: {ten: "Tư \\e[31mpháp\\n\\t xã"}}\n'
        "phu_luc:\n  nhom:\n    - nhiem_vu:\n"
        "        - {stt: '`id`', noi_dung: e}\n        - {stt: '01', noi_dung: f}\n",
        encoding="utf-8",
    )
    assert lines(office, "due", "--unit", "") == ["TP\tTư [31mpháp xã"]
    assert offered(office, "show", "I") == ["I.01"]


def test_a_long_meaning_is_cut_at_a_word(office: Path) -> None:
    meanings = [line.partition("\t")[2] for line in lines(office, "show", "")]
    assert max(map(len, meanings)) <= MAX_ABOUT + 2
    assert any(meaning.endswith(" …") for meaning in meanings)


def complete(folder: Path, *words: str, of: str = "bash") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "_CCHC_COMPLETE": of, "_CCHC_WORDS": "\n".join(words)}
    environment.pop("CCHC_PLAN", None)
    command = [sys.executable, "-m", "cchc"]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def test_a_run_asked_by_a_shell_only_completes(office: Path) -> None:
    answered = complete(office, "cchc", "due", "--unit", "TP")
    assert (answered.stdout, answered.stderr) == ("TPHT\tTư pháp - Hộ tịch\n", "")


@pytest.mark.parametrize("text", ["", "\0", "a: [", "a: &x [*x]\n", "nam: x\nphu_luc: {nhom: 1}\n"])
def test_a_broken_plan_is_met_with_silence(office: Path, text: str) -> None:
    (office / "plans" / "2025.yaml").write_text(text, encoding="utf-8")
    for words in (("due", "--unit", ""), ("show", ""), ("done", "I.01", "--milestone", "")):
        answered = complete(office, "cchc", *words)
        assert (answered.returncode, answered.stderr) == (0, "")
        assert all(line.startswith("--") for line in answered.stdout.splitlines())


@pytest.mark.parametrize("words", [("cchc", "due", "--unit", ""), ("cchc",), ("",), ()])
def test_without_a_plan_or_words_there_is_silence(tmp_path: Path, words: tuple[str, ...]) -> None:
    answered = complete(tmp_path, *words)
    assert (answered.returncode, answered.stderr) == (0, "")


def test_a_shell_that_is_not_known_is_met_with_silence(office: Path) -> None:
    answered = complete(office, "cchc", "", of="nu")
    assert (answered.returncode, answered.stdout, answered.stderr) == (0, "", "")


def test_completing_imports_neither_typer_nor_the_models(office: Path) -> None:
    program = (
        "import os, sys\n"
        "from cchc.cli.completion.answering import complete\n"
        "complete(os.environ)\n"
        "heavy = {'typer', 'pydantic', 'rich', 'docx', 'jinja2'} & set(sys.modules)\n"
        "sys.exit(' '.join(sorted(heavy)))\n"
    )
    for words in ("cchc\nshow\nII.04", "cchc\ndone\nI.01\n--milestone\n", "cchc\nd"):
        done = subprocess.run(
            [sys.executable, "-c", program],
            cwd=office,
            env={**os.environ, "_CCHC_COMPLETE": "bash", "_CCHC_WORDS": words},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.stdout
        assert done.stderr.strip() == ""

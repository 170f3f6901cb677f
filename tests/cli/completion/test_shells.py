"""Tab in real shells: bash, zsh, fish and PowerShell, each where it is installed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from cchc.cli.completion.installing import SCRIPTS
from tests.cli.completion.terminal import Terminal


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not shutil.which(program), reason=f"no {program} on this machine")


@pytest.fixture
def bin_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a `cchc` that runs these sources."""
    folder = tmp_path_factory.mktemp("bin")
    program = folder / "cchc"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m cchc "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return folder


@pytest.fixture
def environment(bin_folder: Path) -> dict[str, str]:
    source = Path(__file__).parents[3]
    path = f"{bin_folder}{os.pathsep}{os.environ['PATH']}"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CCHC")}
    return {
        **kept, "PATH": path, "PYTHONPATH": str(source), "LC_ALL": "C.UTF-8", "TERM": "dumb",
        "PS1": "$ ", "HOME": str(bin_folder),
    }  # fmt: skip


def run(program: Sequence[str], folder: Path, environment: dict[str, str]) -> list[str]:
    done = subprocess.run(
        program, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


TYPED = [
    ("cchc ov", "cchc overdue "),
    ("cchc due --un", "cchc due --unit "),
    ("cchc due --unit TP", "cchc due --unit TPHT "),
    ("cchc due --unit=TP", "cchc due --unit=TPHT "),
    ("cchc due --plan=pl", "cchc due --plan=plans/"),
    ("cchc show VII.0", "cchc show VII.0"),
    ("cchc show VII.01 --format j", "cchc show VII.01 --format json "),
    ("cchc done II.04 --milestone 2", "cchc done II.04 --milestone 2025-01-31 "),
    ("cchc done II.04 --milestone=", "cchc done II.04 --milestone=2025-01-31 "),
    ("cchc check pl", "cchc check plans/"),
    ("cchc explain stt-g", "cchc explain stt-gap "),
    ("cchc khong-co x", "cchc khong-co x"),
]
SCRIPT = {shell: SCRIPTS / f"cchc.{shell}" for shell in ("bash", "zsh", "fish")}


@needs("bash")
@pytest.mark.parametrize(("typed", "shown"), TYPED)
def test_bash_finishes_the_word(
    office: Path, environment: dict[str, str], typed: str, shown: str
) -> None:
    with Terminal(["bash", "--norc", "--noprofile"], office, environment) as bash:
        bash.say(f"bind 'set bell-style none'; . {SCRIPT['bash']}")
        assert bash.finished(typed) == shown


@needs("zsh")
@pytest.mark.parametrize(("typed", "shown"), TYPED)
def test_zsh_finishes_the_word(
    office: Path, environment: dict[str, str], typed: str, shown: str
) -> None:
    with Terminal(["zsh", "-f"], office, environment) as zsh:
        zsh.say(f"unsetopt beep zle_bracketed_paste prompt_sp; . {SCRIPT['zsh']}")
        assert zsh.finished(typed) == shown


@needs("bash")
def test_bash_finds_an_office_by_its_name(office: Path, environment: dict[str, str]) -> None:
    program = (
        f". {SCRIPT['bash']}; COMP_WORDS=(cchc due --unit 'tư'); COMP_CWORD=3; COMP_TYPE=9;"
        " _cchc cchc 'tư' --unit; printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    assert run(["bash", "-c", program], office, environment) == ["TPHT"]


@needs("bash")
def test_the_second_tab_of_bash_shows_meanings(office: Path, environment: dict[str, str]) -> None:
    program = (
        f". {SCRIPT['bash']}; COMP_WORDS=(cchc due --unit ''); COMP_CWORD=3; COMP_TYPE=63;"
        " _cchc cchc '' --unit; printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    found = run(["bash", "-c", program], office, environment)
    assert found[0] == "VPTK  Văn phòng - Thống kê"
    assert found[5] == "CM    Các bộ phận chuyên môn"


@needs("zsh")
def test_zsh_lists_meanings(office: Path, environment: dict[str, str]) -> None:
    with Terminal(["zsh", "-f"], office, environment) as zsh:
        zsh.say(f"unsetopt beep zle_bracketed_paste prompt_sp; . {SCRIPT['zsh']}")
        zsh.type("cchc due --unit ")
        zsh.tab()
        assert "VPTK  Văn phòng - Thống kê" in zsh.until("TPHT  Tư pháp - Hộ tịch")


@needs("fish")
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("cchc ov", ["overdue\tviệc quá hạn, và của ai"]),
        ("cchc due --unit TP", ["TPHT\tTư pháp - Hộ tịch"]),
        ("cchc due --unit=TP", ["--unit=TPHT\tTư pháp - Hộ tịch"]),
        ('cchc due --unit "TP', ["TPHT\tTư pháp - Hộ tịch"]),
        ("cchc done II.04 --milestone ", ["2025-01-31\thạn 31/01/2025"]),
        ("cchc show VII.01 --format j", ["json"]),
        ("cchc check pl", ["plans/"]),
        ("cchc check --plan=pl", ["--plan=plans/"]),
        ("cchc khong-co ", []),
    ],
)
def test_fish_offers(
    office: Path, environment: dict[str, str], typed: str, expected: list[str]
) -> None:
    program = f"source {SCRIPT['fish']}; complete -C '{typed}'"
    assert run(["fish", "--no-config", "-c", program], office, environment) == expected


@needs("pwsh")
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("cchc ov", ["overdue"]),
        ("cchc due --unit TP", ["TPHT"]),
        ("cchc due --unit ", ["VPTK", "TPHT", "TCKT", "VHXH", "DCXD", "CM", "DT"]),
        ("cchc done II.04 --milestone ", ["2025-01-31"]),
    ],
)
def test_powershell_offers(
    office: Path, environment: dict[str, str], typed: str, expected: list[str]
) -> None:
    program = (
        f". '{SCRIPTS / 'cchc.ps1'}'; $line = '{typed}'; (TabExpansion2 $line $line.Length)"
        ".CompletionMatches | ForEach-Object { $_.CompletionText }"
    )
    assert run(["pwsh", "-NoProfile", "-Command", program], office, environment) == expected


@pytest.mark.parametrize("shell", ["bash", "fish"])
def test_a_cchc_that_is_gone_or_fails_is_met_with_silence(
    office: Path, environment: dict[str, str], bin_folder: Path, shell: str
) -> None:
    if not shutil.which(shell):
        pytest.skip(f"no {shell} on this machine")
    (bin_folder / "cchc").write_text("#!/bin/sh\necho hỏng >&2\nexit 1\n", encoding="utf-8")
    ask = {
        "bash": 'COMP_WORDS=(cchc d); COMP_CWORD=1; _cchc cchc d cchc; echo "${#COMPREPLY[@]}"',
        "fish": "complete -C 'cchc d' | count",
    }[shell]
    flags = {"bash": ["--norc"], "fish": ["--no-config"]}[shell]
    done = subprocess.run(
        [shell, *flags, "-c", f". {SCRIPT[shell]}; {ask}"],
        cwd=office, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.stdout.strip(), done.stderr) == ("0", "")

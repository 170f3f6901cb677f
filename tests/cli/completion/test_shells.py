"""Tab in real shells: bash, zsh, fish and PowerShell, each where it is installed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from typer.completion import get_completion_script  # type: ignore[attr-defined]

from cchc.cli.completion import ASKED
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


ZSH = "unsetopt beep zle_bracketed_paste prompt_sp; autoload -Uz compinit; compinit -u"
TYPED = [
    ("cchc ov", "cchc overdue "),
    ("cchc due --un", "cchc due --unit "),
    ("cchc due --unit TP", "cchc due --unit TPHT "),
    ("cchc due --unit=TP", "cchc due --unit=TPHT "),
    ("cchc show VII.0", "cchc show VII.0"),
    ("cchc show VII.01 --format j", "cchc show VII.01 --format json "),
    ("cchc done II.04 --milestone 2", "cchc done II.04 --milestone 2025-01-31 "),
    ("cchc done II.04 --milestone=", "cchc done II.04 --milestone=2025-01-31 "),
    ("cchc check pl", "cchc check plans/"),
    ("cchc explain stt-g", "cchc explain stt-gap "),
    ("cchc khong-co x", "cchc khong-co x"),
]


@pytest.fixture
def script(bin_folder: Path) -> Callable[[str], Path]:
    """Return the file of a shell's script, as typer makes it."""

    def written(shell: str) -> Path:
        made = get_completion_script(prog_name="cchc", complete_var=ASKED, shell=shell)
        target = bin_folder / f"cchc.{shell}"
        target.write_text(f"{made}\n", encoding="utf-8")
        return target

    return written


Script = Callable[[str], Path]


@needs("bash")
@pytest.mark.parametrize(("typed", "shown"), TYPED)
def test_bash_finishes_the_word(
    office: Path, script: Script, environment: dict[str, str], typed: str, shown: str
) -> None:
    with Terminal(["bash", "--norc", "--noprofile"], office, environment) as bash:
        bash.say(f"bind 'set bell-style none'; . {script('bash')}")
        assert bash.finished(typed) == shown


@needs("zsh")
@pytest.mark.parametrize(("typed", "shown"), TYPED)
def test_zsh_finishes_the_word(
    office: Path, script: Script, environment: dict[str, str], typed: str, shown: str
) -> None:
    with Terminal(["zsh", "-f"], office, environment) as zsh:
        zsh.say(f"{ZSH}; . {script('zsh')}")
        assert zsh.finished(typed) == shown


@needs("bash")
def test_bash_finds_an_office_by_its_name(
    office: Path, script: Script, environment: dict[str, str]
) -> None:
    program = (
        f". {script('bash')}; COMP_WORDS=(cchc due --unit 'tư'); COMP_CWORD=3; COMP_TYPE=9;"
        " _cchc_completion cchc 'tư' --unit; printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    assert run(["bash", "-c", program], office, environment) == ["TPHT"]


@needs("zsh")
def test_zsh_lists_meanings(office: Path, script: Script, environment: dict[str, str]) -> None:
    with Terminal(["zsh", "-f"], office, environment) as zsh:
        zsh.say(f"{ZSH}; . {script('zsh')}")
        zsh.type("cchc due --unit ")
        zsh.tab()
        assert "TPHT  -- Tư pháp - Hộ tịch" in zsh.until("VPTK  -- Văn phòng - Thống kê")


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
    ],
)
def test_fish_offers(
    office: Path, script: Script, environment: dict[str, str], typed: str, expected: list[str]
) -> None:
    program = f"source {script('fish')}; complete -C '{typed}'"
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
    office: Path, script: Script, environment: dict[str, str], typed: str, expected: list[str]
) -> None:
    program = (
        f". '{script('powershell')}'; $line = '{typed}'; (TabExpansion2 $line $line.Length)"
        ".CompletionMatches | ForEach-Object { $_.CompletionText }"
    )
    assert run(["pwsh", "-NoProfile", "-Command", program], office, environment) == expected

"""What the guides tell to type works as written, from an empty folder, one line after the other."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from cchc.cli import options
from tests.cli.conftest import Answer, Run
from tests.conftest import ROOT

BLOCKS = re.compile(r"^ *```(.*?)\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
ABOUT_THE_MACHINE = {"py", "pip", "make", "pre-commit"}
"""What begins so installs something; the rest is done."""


@dataclass
class Shell:
    """One window in which a guide is followed."""

    cchc: Run
    patch: pytest.MonkeyPatch

    def type(self, line: str) -> Answer | None:
        """Do what a line says, and leave well; return what cchc said, if it was called."""
        words = shlex.split(line.partition(" | ")[0], comments=True)
        match words:
            case ["cchc", *arguments]:
                answer = self.cchc(*arguments)
                assert answer.code == 0, f"{line}: {answer.out}{answer.err}"
                return answer
            case ["cd", folder]:
                self.patch.chdir(folder)
            case ["git", *_]:
                subprocess.run(words, check=True, capture_output=True)
            case _:
                assert words[0] in ABOUT_THE_MACHINE, line
        return None


@pytest.fixture
def shell(cchc: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    """Return a window in an empty folder, in the February after the sample's year."""
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Văn thư")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "van-thu@example.invalid")
    monkeypatch.setenv("HOME", str(tmp_path / "nhà"))

    class Calendar(date):
        @classmethod
        def today(cls) -> "Calendar":
            return cls(2026, 2, 10)

    monkeypatch.setattr(options, "date", Calendar)
    (tmp_path / "trống").mkdir()
    monkeypatch.chdir(tmp_path / "trống")
    return Shell(cchc, monkeypatch)


def blocks(guide: str) -> Iterator[list[str]]:
    """Yield the lines of each block of a guide that is not said to be something else."""
    for language, block in BLOCKS.findall((ROOT / guide).read_text("utf-8")):
        lines = [line.strip() for line in block.splitlines() if not language]
        yield [line for line in lines if line and not line.startswith("#")]


def follow(shell: Shell, guide: str) -> int:
    """Type all that a guide tells to type; return how many lines that were."""
    typed = 0
    for lines in blocks(guide):
        for line in lines if lines and lines[0][0] != "$" else ():
            shell.type(line)
            typed += 1
    return typed


def test_the_readme(shell: Shell) -> None:
    assert follow(shell, "README.md") > 20


def test_the_quick_guide(shell: Shell) -> None:
    assert follow(shell, "docs/huong-dan.md") > 30


def test_the_guide_of_reports(shell: Shell) -> None:
    shell.type("cchc init . --sample")
    assert follow(shell, "docs/bao-cao.md") > 7


def test_the_guide_of_completion(shell: Shell) -> None:
    lines = [line for lines in blocks("docs/ci/README.md") for line in lines]
    typed = [line for line in lines if "completion" in line]
    assert len(typed) == 2
    for line in typed:
        shell.type(line)


@pytest.mark.skipif(not shutil.which("git"), reason="cần git")
def test_the_guide_of_a_province(shell: Shell) -> None:
    for commune in ("xa-son-ha", "xa-son-linh"):
        shell.type(f"cchc init tinh/{commune} --sample")
    for line in ("git init", "git add -A", "git commit -m x", "git commit --allow-empty -m y"):
        shell.type(line)
    shutil.copytree("tinh", "tinh-hom-qua")
    Path("danh-sach.txt").write_text("tinh/xa-son-ha\n", "utf-8")
    lines = [line for lines in blocks("docs/tinh.md") for line in lines if "cchc" in line]
    assert len(lines) > 7
    for line in lines:
        shell.type(line)


def test_the_fault_that_the_guide_shows_is_what_check_says(shell: Shell) -> None:
    shown = [lines for lines in blocks("docs/huong-dan.md") if lines and lines[0][0] == "$"]
    assert len(shown) == 1
    shell.type("cchc init . --sample")
    plan = Path("plans/2025.yaml")
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("[VHXH, VPTK]", "[VHXH, VPKT]", 1), "utf-8")
    answer = shell.cchc(*shlex.split(shown[0][0])[2:])
    assert answer.code == 1
    assert shown[0][1:] == [line.strip() for line in answer.out.splitlines() if line]

"""`cchc --show-completion` and `--install-completion`: typer's scripts, said in Vietnamese."""

from pathlib import Path

import pytest

from cchc.cli.completion import SHELLS
from tests.cli.conftest import Run


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "nhà"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    return folder


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_has_a_script_that_asks_as_that_shell(cchc: Run, shell: str) -> None:
    script = cchc("--show-completion", shell).out
    assert "_CCHC_COMPLETE" in script
    assert f"complete_{shell}" in script
    assert script.isascii()


@pytest.mark.parametrize(("shell", "start_up"), [("bash", ".bashrc"), ("zsh", ".zshrc")])
def test_installing_twice_names_the_script_once_and_keeps_what_stood_there(
    cchc: Run, home: Path, shell: str, start_up: str
) -> None:
    before = "export A='\u1ea1'  # không xuống dòng ở cuối"
    (home / start_up).write_text(before, encoding="utf-8")
    for _ in range(2):
        answer = cchc("--install-completion", shell)
        assert (answer.code, answer.out) == (0, "")
        assert "đã cài gợi ý" in answer.err
    after = (home / start_up).read_text(encoding="utf-8")
    assert after.startswith(before)
    assert len(after.splitlines()) <= 4


def test_fish_finds_its_script_by_itself(cchc: Run, home: Path) -> None:
    assert cchc("--install-completion", "fish").code == 0
    assert (home / ".config/fish/completions/cchc.fish").is_file()
    assert sorted(path.name for path in home.iterdir()) == [".config"]


def test_powershell_is_told_what_to_run_and_nothing_of_the_machine_is_changed(
    cchc: Run, home: Path
) -> None:
    answer = cchc("--install-completion", "powershell")
    assert answer.code == 2
    assert "cchc --show-completion powershell | Add-Content $PROFILE" in answer.err
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("option", ["--show-completion", "--install-completion"])
def test_a_shell_that_is_not_known_is_refused_with_those_there_are(cchc: Run, option: str) -> None:
    answer = cchc(option, "cmd")
    assert answer.code == 2
    assert "dùng bash, zsh, fish, powershell" in answer.err


def test_a_start_up_file_that_cannot_be_written_or_read_is_said(cchc: Run, home: Path) -> None:
    (home / ".bashrc").mkdir()
    assert cchc("--install-completion", "bash").code == 2
    (home / ".bashrc").rmdir()
    (home / ".bashrc").write_bytes(b"# caf\xe9\n")
    answer = cchc("--install-completion", "bash")
    assert answer.code == 2
    assert "không phải UTF-8" in answer.err

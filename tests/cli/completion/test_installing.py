"""`cchc --show-completion` and `--install-completion`."""

import os
from pathlib import Path

import pytest

from cchc.cli.completion.installing import install
from cchc.cli.completion.typed import SHELLS
from cchc.errors import WrongUsage
from tests.cli.conftest import Run


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "nhà"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    for name in ("ZDOTDIR", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_has_a_script_that_asks_as_that_shell(cchc: Run, shell: str) -> None:
    script = cchc("--show-completion", shell).out
    assert f"_CCHC_COMPLETE={shell}" in script.replace(" = '", "=").replace(
        "COMPLETE fish", "COMPLETE=fish"
    )
    assert "_CCHC_WORDS" in script
    assert script.isascii()


@pytest.mark.parametrize(
    ("shell", "start_up", "script"),
    [
        ("bash", ".bashrc", ".local/share/cchc/cchc.bash"),
        ("zsh", ".zshrc", ".local/share/cchc/cchc.zsh"),
    ],
)
def test_installing_adds_one_line_once_and_changes_none(
    cchc: Run, home: Path, shell: str, start_up: str, script: str
) -> None:
    before = "export A='\u1ea1'  # không xuống dòng ở cuối".encode()
    (home / start_up).write_bytes(before)
    for _ in range(2):
        answer = cchc("--install-completion", shell)
        assert (answer.code, answer.out) == (0, "")
        assert "đã cài gợi ý" in answer.err
    after = (home / start_up).read_bytes()
    assert after == before + f'\n[ -f "$HOME/{script}" ] && . "$HOME/{script}"\n'.encode()
    assert (home / script).read_text(encoding="utf-8") == cchc("--show-completion", shell).out


def test_fish_finds_its_script_by_itself(cchc: Run, home: Path) -> None:
    assert cchc("--install-completion", "fish").code == 0
    assert (home / ".config/fish/completions/cchc.fish").is_file()
    assert sorted(path.name for path in home.iterdir()) == [".config"]


def test_the_folders_that_a_person_chose_are_kept_to(home: Path, tmp_path: Path) -> None:
    chosen = {"ZDOTDIR": str(tmp_path / "z"), "XDG_CONFIG_HOME": str(tmp_path / "c")}
    assert install("zsh", home, chosen).start_up == tmp_path / "z" / ".zshrc"
    assert install("fish", home, chosen).script == tmp_path / "c/fish/completions/cchc.fish"


@pytest.mark.skipif(os.name == "nt", reason="a stand-in for PowerShell that is a sh script")
def test_powershell_is_asked_where_its_profile_is(home: Path, tmp_path: Path) -> None:
    profile = home / "OneDrive" / "Tài liệu" / "profile.ps1"
    program = tmp_path / "bin" / "pwsh"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\necho '{profile}'\n", encoding="utf-8")
    program.chmod(0o755)
    place = install("pwsh", home, {"PATH": str(program.parent)})
    assert place.start_up == profile
    assert profile.read_text(encoding="utf-8") == '. "$HOME/.local/share/cchc/cchc.ps1"\n'


def test_without_powershell_it_is_said(home: Path) -> None:
    with pytest.raises(WrongUsage, match="không thấy PowerShell"):
        install("powershell", home, {"PATH": str(home)})


@pytest.mark.parametrize("option", ["--show-completion", "--install-completion"])
def test_a_shell_that_is_not_known_is_refused_with_those_there_are(cchc: Run, option: str) -> None:
    answer = cchc(option, "cmd")
    assert answer.code == 2
    assert "dùng bash, zsh, fish, powershell" in answer.err


def test_a_file_that_cannot_be_written_is_said(cchc: Run, home: Path) -> None:
    (home / ".bashrc").mkdir()
    answer = cchc("--install-completion", "bash")
    assert answer.code == 2
    assert ".bashrc" in answer.err

"""The scripts that teach a shell to ask cchc, shown or put where the shell finds them."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from cchc.cli.completion.typed import SHELLS
from cchc.errors import UnwritableFile, WrongUsage

SCRIPTS = Path(__file__).with_name("scripts")
FOLDER = Path(".local/share/cchc")
"""Where the scripts are put, in the user's home."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a shell's script belongs, and the file of the shell that must name it, if any must."""

    script: Path
    start_up: Path | None = None
    line: str = ""


def script_of(shell: str) -> str:
    """Return the script of a shell. Raises `WrongUsage` for a shell that isn't known."""
    return (SCRIPTS / _FILES[_known(shell)]).read_text(encoding="utf-8")


def install(shell: str, home: Path, environment: Mapping[str, str]) -> Place:
    """Put the script of a shell where it is found, and return where that is.

    The start-up file gets one line at its end, once. Raises `WrongUsage` or `UnwritableFile`.
    """
    script = script_of(shell)
    place = _PLACES[_known(shell)](home, environment)
    _write(place.script, script.encode())
    if place.start_up:
        _name_once(place.start_up, place.line)
    return place


def _known(shell: str) -> str:
    name = {"pwsh": "powershell"}.get(shell.strip().lower(), shell.strip().lower())
    if name not in SHELLS:
        raise WrongUsage(f"không có gợi ý cho shell {shell!r}; dùng {', '.join(SHELLS)}")
    return name


def _name_once(start_up: Path, line: str) -> None:
    try:
        before = start_up.read_bytes() if start_up.exists() else b""
    except OSError as error:
        raise UnwritableFile(start_up, error) from error
    if line.encode() not in before:
        gap = b"" if before.endswith(b"\n") or not before else b"\n"
        _write(start_up, gap + line.encode() + b"\n", "ab")


def _write(path: Path, data: bytes, mode: str = "wb") -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Appended and not replaced: a start-up file is often a link into a folder of others.
        with path.open(mode) as file:
            file.write(data)
    except OSError as error:
        raise UnwritableFile(path, error) from error


def _bash(home: Path, environment: Mapping[str, str]) -> Place:
    return _named_in(home / ".bashrc", home, "bash")


def _zsh(home: Path, environment: Mapping[str, str]) -> Place:
    return _named_in(Path(environment.get("ZDOTDIR") or home) / ".zshrc", home, "zsh")


def _fish(home: Path, environment: Mapping[str, str]) -> Place:
    folder = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
    return Place(folder / "fish" / "completions" / _FILES["fish"])


def _powershell(home: Path, environment: Mapping[str, str]) -> Place:
    return _named_in(_profile(environment), home, "powershell")


def _named_in(start_up: Path, home: Path, shell: str) -> Place:
    """Return the place of a script that a start-up file names, by a line of ASCII."""
    script = FOLDER / _FILES[shell]
    return Place(home / script, start_up, _LINES[shell].format(script.as_posix()))


def _profile(environment: Mapping[str, str]) -> Path:
    """Return PowerShell's start-up file. Only it knows: the folder Documents may be in OneDrive."""
    path = environment.get("PATH", os.defpath)
    program = shutil.which("pwsh", path=path) or shutil.which("powershell", path=path)
    if program is None:
        raise WrongUsage("không thấy PowerShell trên máy này")
    ask = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; $PROFILE"
    command = [program, "-NoProfile", "-NonInteractive", "-Command", ask]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    if not told.stdout.strip():
        raise WrongUsage("PowerShell không cho biết tệp $PROFILE ở đâu; dùng --show-completion")
    return Path(told.stdout.strip())


_FILES = {
    "bash": "cchc.bash",
    "zsh": "cchc.zsh",
    "fish": "cchc.fish",
    "powershell": "cchc.ps1",
}
_LINES = {
    "bash": '[ -f "$HOME/{0}" ] && . "$HOME/{0}"',
    "zsh": '[ -f "$HOME/{0}" ] && . "$HOME/{0}"',
    "powershell": '. "$HOME/{0}"',
}
_PLACES: dict[str, Callable[[Path, Mapping[str, str]], Place]] = {
    "bash": _bash,
    "zsh": _zsh,
    "fish": _fish,
    "powershell": _powershell,
}

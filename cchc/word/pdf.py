"""From .docx to PDF: one call of LibreOffice, in a folder of its own, that ends in time."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc.errors import ProgramFailed

SECONDS = 180.0
"""A plan takes five; the first start on a slow machine may take a minute."""


def to_pdf(document: bytes, program: Path, seconds: float = SECONDS) -> bytes:
    """Return a .docx as PDF. Raises `ProgramFailed`.

    LibreOffice refuses a second start on one profile, so each call has its own; several at once
    don't meet. Nothing is left on disk.
    """
    with TemporaryDirectory(
        prefix="cchc-", dir=_folder_for(program), ignore_cleanup_errors=True
    ) as name:
        folder = Path(name)
        source = folder / "van-ban.docx"
        source.write_bytes(document)
        said = _run(_command(program, folder, source), folder, seconds)
        made = source.with_suffix(".pdf")
        pdf = made.read_bytes() if made.exists() else b""
    if not pdf.startswith(b"%PDF"):
        raise _failed(program, said)
    return pdf


def _failed(program: Path | str, said: str) -> ProgramFailed:
    reason = said.splitlines()[-1][:200] if said else "không nói lý do"
    return ProgramFailed(
        f"{program} không làm ra tệp PDF: {reason}"
        "; thử mở tệp Word bằng LibreOffice, hoặc cài lại LibreOffice"
    )


def _command(program: Path, folder: Path, source: Path) -> list[str]:
    profile = f"-env:UserInstallation={(folder / 'ho-so').as_uri()}"
    options = ["--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf"]
    return [str(program), profile, *options, "--outdir", str(folder), str(source)]


def _folder_for(program: Path) -> Path | None:
    """Return where the program may read and write, None for the system's temporary folder."""
    # A snap has a /tmp of its own.
    shared = Path.home() / "snap" / "libreoffice" / "common"
    return shared if program.is_relative_to("/snap") and shared.is_dir() else None


def _run(command: list[str], folder: Path, seconds: float) -> str:
    """Run a program to its end, or end it with all that it started; return what it said."""
    try:
        process = subprocess.Popen(  # noqa: S603 - a fixed command, no shell
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise _failed(command[0], str(error)) from error
    try:
        said, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        raise ProgramFailed(
            f"{command[0]} chưa xong sau {seconds:.0f} giây nên đã bị dừng"
            "; đóng bớt chương trình rồi chạy lại"
        ) from None
    except BaseException:
        # Ctrl-C doesn't reach a session of its own.
        _end(process)
        raise
    return said.decode("utf-8", "replace").strip()


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the process and its children: soffice is a script that starts the real program."""
    if sys.platform == "win32":
        end = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(end, capture_output=True, check=False)  # noqa: S603 - a fixed command
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


# Where LibreOffice is installed: the environment's word first, then each system's usual places.

VARIABLE = "CCHC_SOFFICE"


def find_soffice(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Return the program to call. Raises `ProgramFailed`."""
    if named := environment.get(VARIABLE):
        return _named(Path(named).expanduser())
    for place in (*_on_path(environment), *_PLACES.get(platform, _unix)(environment)):
        if place.is_file():
            return place
    raise ProgramFailed(
        "không thấy LibreOffice nên chưa làm được PDF; cài LibreOffice (https://libreoffice.org)"
        f", hoặc chỉ chương trình soffice bằng biến {VARIABLE}"
        "; hoặc in tệp Word (`cchc render --docx`) rồi lưu thành PDF trong Word"
    )


def _named(path: Path) -> Path:
    inside = (path / name for name in ("soffice", "soffice.com", "program/soffice"))
    for place in (path, *inside):
        if place.is_file():
            return place
    raise ProgramFailed(
        f"biến {VARIABLE} chỉ {path}, nhưng ở đó không có soffice; sửa hoặc bỏ biến"
    )


def _on_path(environment: Mapping[str, str]) -> Iterator[Path]:
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name, path=environment.get("PATH", "")):
            yield Path(found)


def _unix(environment: Mapping[str, str]) -> Iterator[Path]:
    yield Path("/usr/lib/libreoffice/program/soffice")
    yield from _newest(Path("/opt"), "libreoffice*/program/soffice")
    yield Path("/snap/bin/libreoffice")


def _mac(environment: Mapping[str, str]) -> Iterator[Path]:
    for home in (Path("/"), Path(environment.get("HOME", "/"))):
        yield home / "Applications" / "LibreOffice.app" / "Contents" / "MacOS" / "soffice"


def _windows(environment: Mapping[str, str]) -> Iterator[Path]:
    for variable in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)"):
        if folder := environment.get(variable):
            # soffice.com waits for the end and says what went wrong; soffice.exe does neither.
            yield from _newest(Path(folder), "LibreOffice*/program/soffice.com")
    if registered := _registered():
        yield registered.with_suffix(".com")


def _newest(folder: Path, pattern: str) -> list[Path]:
    return sorted(folder.glob(pattern), reverse=True)


def _registered() -> Path | None:
    """Return where Windows says that soffice.exe is, None on other systems."""
    if sys.platform == "win32":
        import winreg

        key = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\soffice.exe"
        with suppress(OSError):
            return Path(winreg.QueryValue(winreg.HKEY_LOCAL_MACHINE, key))
    return None


_PLACES = {"darwin": _mac, "win32": _windows}


# Whether the font that the decree asks for is on this machine, as far as the system tells.

TWINS = ("Liberation Serif", "Tinos", "TeX Gyre Termes", "Nimbus Roman", "Thorndale AMT")
"""Fonts whose letters are as wide as those of Times New Roman."""


def font_notice(font: str, asker: str = "fc-match") -> str:
    """Return what stands in for a font that isn't there, in a sentence; "" where nothing does.

    Only fontconfig is asked (Linux): Windows and macOS bring Times New Roman along.
    """
    taken = _taken(font, asker)
    if not taken or font in taken:
        return ""
    same = "cùng độ rộng chữ, dòng và trang không đổi" if taken[0] in TWINS else _OTHER
    return f"máy này không có phông {font}; tệp PDF dùng {taken[0]} thay ({same})"


def _taken(font: str, asker: str) -> list[str]:
    program = shutil.which(asker)
    if program is None:
        return []
    command = [program, "--format=%{family}", font]
    try:
        done = subprocess.run(command, capture_output=True, timeout=20, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return []
    return done.stdout.decode("utf-8", "replace").split(",")


_OTHER = "khác độ rộng chữ, chỗ xuống dòng và số trang có thể khác; nên cài Liberation Serif"

"""From .docx to PDF: one call of LibreOffice, in a folder of its own, that ends in time."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc.errors import LibreOfficeFailed, LibreOfficeTooSlow

SECONDS = 180.0
"""A plan takes five; the first start on a slow machine may take a minute."""


def to_pdf(document: bytes, program: Path, seconds: float = SECONDS) -> bytes:
    """Return a .docx as PDF. Raises `LibreOfficeFailed`, `LibreOfficeTooSlow`.

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
        raise LibreOfficeFailed(program, said)
    return pdf


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
        raise LibreOfficeFailed(Path(command[0]), str(error)) from error
    try:
        said, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        raise LibreOfficeTooSlow(Path(command[0]), seconds) from None
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

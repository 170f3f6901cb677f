"""Writing a finished document: whole or not at all."""

import os
import secrets
import stat
import time
from pathlib import Path

from cchc.errors import UnwritableFile

_TRIES = 5
_PAUSE = 0.1
"""Seconds; a virus scanner on Windows holds a new file for about as long."""


def save(path: Path, data: bytes) -> None:
    """Write the bytes so that the file is the old one or the new one, never a part of either.

    Raises `UnwritableFile` where the system, or the file's own read-only mark, says no.
    """
    target = Path(os.path.realpath(path))
    try:
        if _can_be_replaced(target):
            _replace(target, data)
        else:
            target.write_bytes(data)
    except OSError as error:
        raise UnwritableFile(path, error) from error


def _can_be_replaced(target: Path) -> bool:
    """Return whether it is an ordinary file or none yet; a device or a pipe is written to."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return True
    if stat.S_ISDIR(mode):
        raise IsADirectoryError
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        # Replacing asks only for the folder's right, so the file's own mark is looked at here.
        raise PermissionError
    return stat.S_ISREG(mode)


def _replace(target: Path, data: bytes) -> None:
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _move(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def _move(draft: Path, target: Path) -> None:
    for _ in range(_TRIES - 1):
        try:
            os.replace(draft, target)  # noqa: PTH105 - the name says what it does on Windows too
        except PermissionError:
            time.sleep(_PAUSE)
        else:
            return
    os.replace(draft, target)  # noqa: PTH105

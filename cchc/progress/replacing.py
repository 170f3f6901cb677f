"""Putting new bytes in a file's place, whole or not at all."""

import os
import stat
import time
from contextlib import suppress
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Make `data` the content of a file: whoever reads it finds the old bytes or the new ones.

    The caller holds the file's lock. Raises `OSError`, with the old file untouched.
    """
    # Named like the lock, so that git ignores one that a killed run has left; the next removes it.
    new = path.with_name(f".{path.name}.moi.khoa")
    try:
        new.unlink(missing_ok=True)
        with new.open("xb") as file:
            _take_after(new, path)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _replace(new, path)
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _take_after(new: Path, old: Path) -> None:
    """Give a new file the owner and mode of the one it replaces; refuse to replace a read-only."""
    try:
        was = old.stat()
    except FileNotFoundError:
        return
    if not stat.S_ISREG(was.st_mode):
        raise OSError(0, "không phải một tệp thường")
    if not was.st_mode & 0o222 or not os.access(old, os.W_OK):
        raise PermissionError(0, "tệp chỉ đọc")
    # A file of an office's shared folder stays in its group, where the system lets us say so.
    with suppress(OSError, AttributeError):
        os.chown(new, was.st_uid, was.st_gid)
    with suppress(OSError):
        new.chmod(stat.S_IMODE(was.st_mode))


def _replace(new: Path, path: Path) -> None:
    for pause in _PAUSES:
        try:
            new.replace(path)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    new.replace(path)


def _sync_folder(folder: Path) -> None:
    # Windows opens no folder, and not every file system syncs one: the file itself is on disk.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


# On Windows a virus scanner or an editor holds a file for a moment; elsewhere no is no.
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8) if os.name == "nt" else ()
"""Seconds between the tries to replace a file."""

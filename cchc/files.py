"""The doors to files: text read with its places, bytes written whole or not at all."""

import codecs
import errno
import os
import re
import stat
import time
from bisect import bisect_right
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.errors import UnreadableFile, UnwritableFile

if TYPE_CHECKING:
    # Who only wants bytes judges no text: what was remembered is read without these.
    from cchc.diagnostics import Finding, Problem, Severity, Span, TextPlace

MAX_BYTES = 8 * 1024 * 1024
"""A plan of a thousand tasks is under one megabyte; more is a mistake or an attack."""

RULE = "encoding"


@dataclass(frozen=True)
class Source:
    """A file and its text, without the byte order mark (marks would be off by one after it)."""

    path: Path
    text: str

    def line(self, number: int) -> str:
        """Return line `number`, counted from 1, without its end; "" past the last one."""
        if number > len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else None].rstrip("\r")

    def place(self, index: int) -> tuple[int, int]:
        """Return the line and column, from 1, of the character at `index`."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def text_place(self, span: "Span") -> "TextPlace":
        """Return a span of the text by lines and columns, with the line it begins on."""
        from cchc.diagnostics import TextPlace

        start, end = self.place(span.start), self.place(span.end)
        return TextPlace(*start, *end, excerpt=self.line(start[0]))

    def problem(
        self, rule: str, severity: "Severity", finding: "Finding", span: "Span"
    ) -> "Problem":
        """Return a finding as a problem of this file, at a span of its text."""
        from cchc.diagnostics import Problem

        edits = (replace(edit, place=self.text_place(edit.span)) for edit in finding.edits)
        placed = replace(finding, edits=tuple(edits)) if finding.edits else finding
        return Problem.of(placed, self.path, self.text_place(span), rule, severity)

    @cached_property
    def _starts(self) -> list[int]:
        """Return where each line begins; a file of many faults asks often."""
        return [0, *(end.end() for end in re.finditer("\n", self.text))]


def read_source(path: Path) -> "tuple[Source, list[Problem]]":
    """Return the file's text, or an empty text and the problem that keeps it from being read.

    Raises `UnreadableFile` if the system gives no bytes.
    """
    return source_of(path, bytes_of(path))


def source_of(path: Path, data: bytes) -> "tuple[Source, list[Problem]]":
    """Return the text of bytes that a file has or would have, as `read_source` does."""
    from cchc.diagnostics import Problem, Severity, TextPlace

    fault = _fault_of(data)
    if fault:
        line, column, message, hint = fault
        return Source(path, ""), [
            Problem(path, TextPlace(line, column), RULE, Severity.ERROR, message, hint),
        ]
    return Source(path, data.decode("utf-8-sig")), []


def make_folder(folder: Path) -> None:
    """Make a folder for what is to be written, if it isn't there. Raises `UnwritableFile`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableFile(folder, error) from error


def bytes_of(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Return a regular file's bytes, one more than `limit` at most; raises `UnreadableFile`."""
    try:
        handle = _without_waiting(os.fspath(path), os.O_RDONLY | _BINARY)
        try:
            return _whole(handle, limit)
        finally:
            os.close(handle)
    except OSError as error:
        raise UnreadableFile(path, error) from error


_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOINHERIT", 0)


def _whole(handle: int, limit: int) -> bytes:
    about = os.fstat(handle)
    if stat.S_ISDIR(about.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    # /dev/zero never ends, and a pipe is read only once.
    if not stat.S_ISREG(about.st_mode):
        raise OSError(0, "đây không phải một tệp thường")
    # As much as the file says it has, and on until it has no more: room for the limit costs more
    # than reading does.
    parts, left = [], limit + 1
    while left and (read := os.read(handle, min(left, about.st_size + 1))):
        parts.append(read)
        left -= len(read)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _without_waiting(name: str, flags: int) -> int:
    # A named pipe in a plan's place would keep a plain open waiting for ever.
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def _fault_of(data: bytes) -> tuple[int, int, str, str] | None:
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1024 // 1024
        return 1, 1, f"tệp lớn hơn {limit} MB", "một kế hoạch nhỏ hơn 1 MB: có đúng tệp này không?"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data[:4096]:
        return 1, 1, "tệp không phải chữ UTF-8 (UTF-16 hoặc tệp nhị phân)", _SAVE_AS
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8-sig", "replace")
        line, column = good.count("\n") + 1, len(good) - good.rfind("\n")
        return line, column, f"byte 0x{data[error.start]:02X} không phải chữ UTF-8", _SAVE_AS
    return None


_SAVE_AS = "mở tệp, chọn Lưu thành (Save As), mã hóa (Encoding) UTF-8, rồi lưu lại"


# Putting new bytes in a file's place, whole or not at all.


def save(path: Path, data: bytes, *, locked: bool = False) -> None:
    """Make `data` the content of a file: whoever reads it finds the old bytes or the new ones.

    A link stays a link, and a file keeps its owner and mode. `locked` says that the caller holds
    the file's lock: what a killed run has left is cleared then. Raises `UnwritableFile` where the
    system, or the file's own read-only mark, says no; the old file is then untouched.
    """
    target = Path(os.path.realpath(path))
    try:
        _refuse_name(path.name)
        was = _as_it_is(target, ordinary=locked)
        if was is None or stat.S_ISREG(was.st_mode):
            _put_in_place(target, data, was, _draft(target, locked=locked))
        else:
            target.write_bytes(data)  # a device or a pipe is written to
    except OSError as error:
        raise UnwritableFile(path, error) from error
    SAVED.append(path)


SAVED: list[Path] = []
"""What this process has written, for whoever must say so when a run ends badly."""


def _refuse_name(name: str) -> None:
    if _WINDOWS and _OF_WINDOWS.search(name):
        raise OSError(0, "Windows không đặt được tên này cho một tệp; dùng tên khác")


def _as_it_is(target: Path, *, ordinary: bool) -> os.stat_result | None:
    """Return what the system says of a file that may be written, None if there is none yet."""
    try:
        was = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(was.st_mode):
        raise IsADirectoryError
    if ordinary and not stat.S_ISREG(was.st_mode):
        raise OSError(0, "không phải một tệp thường")
    # Replacing asks only for the folder's right, so the file's own mark is looked at here.
    if not was.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise PermissionError(0, "tệp chỉ đọc")
    return was


def _draft(target: Path, *, locked: bool) -> Path:
    # Named like a lock, so that git ignores one that a killed run has left.
    if not locked:
        return target.with_name(f".{target.name}.{os.urandom(4).hex()}.khoa")
    draft = target.with_name(f".{target.name}.moi.khoa")
    draft.unlink(missing_ok=True)
    return draft


def _put_in_place(target: Path, data: bytes, was: os.stat_result | None, draft: Path) -> None:
    try:
        with draft.open("xb") as file:
            if was:
                _take_after(draft, was)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _replace(draft, target)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _take_after(draft: Path, was: os.stat_result) -> None:
    """Give a draft the owner and mode of the file it replaces, where the system lets us."""
    # A file of an office's shared folder stays in its group.
    with suppress(OSError, AttributeError):
        os.chown(draft, was.st_uid, was.st_gid)
    with suppress(OSError):
        draft.chmod(stat.S_IMODE(was.st_mode))


def _replace(draft: Path, target: Path) -> None:
    for pause in _PAUSES:
        try:
            draft.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    draft.replace(target)


def _sync_folder(folder: Path) -> None:
    # Windows opens no folder, and not every file system syncs one: the file itself is on disk.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


_WINDOWS = os.name == "nt"
# Devices by any ending, a stream beside the file ("a:b"), signs and ends that a name can't have.
_OF_WINDOWS = re.compile(r'(?i)^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|[<>:"|?*\x00-\x1f]|[ .]$')

# On Windows a virus scanner or an editor holds a file for a moment; elsewhere no is no.
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8) if _WINDOWS else ()
"""Seconds between the tries to replace a file."""

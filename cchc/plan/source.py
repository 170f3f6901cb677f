"""A file's bytes as text: UTF-8 only, of a bounded size, with the place of what can't be read."""

import codecs
import os
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cchc.errors import UnreadableFile
from cchc.plan.problem import Problem, Severity

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

    @cached_property
    def _starts(self) -> list[int]:
        """Return where each line begins; a file of many faults asks often."""
        return [0, *(end.end() for end in re.finditer("\n", self.text))]


def read_source(path: Path) -> tuple[Source, list[Problem]]:
    """Return the file's text, or an empty text and the problem that keeps it from being read.

    Raises `UnreadableFile` if the system gives no bytes.
    """
    return source_of(path, bytes_of(path))


def source_of(path: Path, data: bytes) -> tuple[Source, list[Problem]]:
    """Return the text of bytes that a file has or would have, as `read_source` does."""
    fault = _fault_of(data)
    if fault:
        line, column, message, hint = fault
        return Source(path, ""), [
            Problem(path, line, column, RULE, Severity.ERROR, message, hint),
        ]
    return Source(path, data.decode("utf-8-sig")), []


def bytes_of(path: Path) -> bytes:
    """Return a file's bytes, one more than `MAX_BYTES` at most; raises `UnreadableFile`."""
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableFile(path, error) from error


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

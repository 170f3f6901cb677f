"""What the list of an archive gives away, before anything of it is unpacked."""

import re
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipInfo

from cchc.errors import LockedDocument, TooLargeDocument, UnsafeDocument

MAX_ENTRIES = 5_000
MAX_TOTAL = 500_000_000
"""Bytes of all parts, unpacked; pictures make the most of it."""
MAX_RATIO = 250
"""Unpacked against packed; text of a long table reaches about 60."""

_OUTSIDE = re.compile(r"(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:|\x00")


def refuse_harmful(path: Path, entries: Sequence[ZipInfo]) -> None:
    """Raise `LockedDocument`, `UnsafeDocument` or `TooLargeDocument` for what an archive lists."""
    names = [entry.filename for entry in entries]
    if any(entry.flag_bits & 1 for entry in entries):
        raise LockedDocument(path)
    if any(_OUTSIDE.search(entry.orig_filename) for entry in entries):
        raise UnsafeDocument(path, "có tên phần trỏ ra ngoài gói")
    if len({name.lower() for name in names}) < len(names):
        raise UnsafeDocument(path, "có hai phần cùng tên")
    if len(entries) > MAX_ENTRIES:
        raise TooLargeDocument(path, f"có {len(entries)} phần, hơn {MAX_ENTRIES}")
    if sum(entry.file_size for entry in entries) > MAX_TOTAL or any(map(_is_bomb, entries)):
        raise TooLargeDocument(path, "giải nén ra quá nhiều so với cỡ tệp (bom nén)")


def _is_bomb(entry: ZipInfo) -> bool:
    large = entry.file_size > 1_000_000
    return large and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)

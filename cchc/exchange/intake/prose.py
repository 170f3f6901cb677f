"""Plain text as blocks: paragraphs, and tables drawn with bars or tabs."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from cchc.errors import RefusedFile
from cchc.exchange.intake import legacy
from cchc.exchange.intake.blocks import (
    Block,
    Blocks,
    Doubt,
    SourceCell,
    SourceParagraph,
    SourceRow,
    SourceTable,
    begins_paragraph,
    tidy,
)
from cchc.files import bytes_of
from cchc.word.refusal import too_large

MAX_FILE = 20_000_000

_MARK = re.compile(r"\*+|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)|^#{1,6} ")
"""What Markdown sets letters in bold and slanted with, and begins a heading."""
_RULE = re.compile(r"[-=_*|+: ]{3,}|\|")


def read_prose(path: Path) -> Blocks:
    """Return a text file as blocks. Raises `RefusedFile`, `UnreadableFile`."""
    text, doubts = _text(path)
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return Blocks(tuple(_blocks(lines)), tuple(doubts))


def _text(path: Path) -> tuple[str, list[Doubt]]:
    data = bytes_of(path, MAX_FILE)
    if len(data) > MAX_FILE:
        raise too_large(path, f"tệp hơn {MAX_FILE // 1_000_000} MB")
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace").replace("\x00", "")
        if not legacy.detected(text):
            way = "mở bằng Notepad, chọn Lưu thành (Save As), mã hóa UTF-8"
            raise RefusedFile(f"không đọc được {path}: không phải chữ UTF-8; {way}") from None
    found = legacy.detected(text)
    if not found:
        return text, []
    lines = [legacy.converted(line, found) for line in text.split("\n")]
    text = "\n".join(legacy.in_capitals(line, [(line, found)]) for line in lines)
    why = f"chữ viết bằng bảng mã {found} được đổi sang Unicode; xem lại chữ hoa, tên riêng"
    return text, [Doubt("cả văn bản", path.name, why)]


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    wrapped = _is_wrapped(lines)
    held: list[str] = []
    at, tables = 0, 0
    while at < len(lines):
        table = _table_lines(lines, at)
        line = lines[at]
        ends = not line.strip() or _RULE.fullmatch(line.strip()) or table
        parted = held and held[-1].isupper() != line.isupper()
        if held and (ends or not wrapped or parted or begins_paragraph(_bare(line))):
            yield _paragraph(held, at)
            held = []
        if table:
            tables += 1
            yield _table(table, at, tables)
            at += len(table)
            continue
        if not ends:
            held.append(line)
        at += 1
    if held:
        yield _paragraph(held, at)


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Return whether lines were broken at a width, not where their writer ended them."""
    lengths = [len(line) for line in lines if line.strip()]
    blank = sum(not line.strip() for line in lines)
    goes_on = sum(below.strip()[:1].islower() for below in lines[1:])
    broken = blank * 6 > len(lengths) or (goes_on >= 3 and goes_on * 15 > len(lengths))
    return bool(lengths) and max(lengths) <= 120 and broken


def _bare(line: str) -> str:
    return _MARK.sub("", line.strip())


def _paragraph(held: Sequence[str], end: int) -> SourceParagraph:
    joined = " ".join(line.strip() for line in held)
    bold = bool(re.fullmatch(r"\*\*[^*].*\*\*|#{1,6} .*", joined.strip()))
    return SourceParagraph(tidy(_bare(joined)), f"dòng {end - len(held) + 1}", "", bold)


def _table_lines(lines: Sequence[str], at: int) -> list[str]:
    """Return the lines of a table that begins at a line, drawn with bars or with tabs."""
    for mark in ("|", "\t"):
        found = []
        for line in lines[at:]:
            if line.count(mark) < 2:
                break
            found.append(line)
        if len(found) >= 2:
            return found
    return []


def _table(lines: Sequence[str], at: int, number: int) -> SourceTable:
    mark = "|" if "|" in lines[0] else "\t"
    rows = []
    for offset, line in enumerate(lines, 1):
        if _RULE.fullmatch(line.strip()):
            continue
        place = f"dòng {at + offset}"
        stripped = line.strip().strip("|") if mark == "|" else line
        cells = [
            SourceCell(tidy(_bare(text)), n, n + 1, f"{place}, cột {n + 1}")
            for n, text in enumerate(stripped.split(mark))
        ]
        rows.append(SourceRow(tuple(cells), place))
    return SourceTable(tuple(rows), f"bảng {number}")

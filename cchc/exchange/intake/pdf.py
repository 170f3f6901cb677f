"""A PDF with text as blocks, by pdfplumber (the extra `cchc[pdf]`)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

from cchc.errors import CchcError, Missing, RefusedFile
from cchc.exchange.intake.blocks import Block, Cell, Paragraph, Row, Source, Table, flowing, tidy
from cchc.files import bytes_of
from cchc.word.refusal import too_large

MAX_PAGES = 500
MAX_FILE = 100_000_000

_Word = dict[str, Any]


def read_pdf(path: Path) -> Source:
    """Return a PDF as blocks. Raises `UnreadableFile`, `RefusedFile`, `Missing`."""
    try:
        import pdfplumber
    except ImportError:
        way = 'cài thêm phần đọc PDF: pip install "cchc[pdf]", hoặc xin bản Word'
        raise Missing(f"chưa đọc được {path}: {way}") from None
    data = bytes_of(path, MAX_FILE)
    if len(data) > MAX_FILE:
        raise too_large(path, f"tệp hơn {MAX_FILE // 1_000_000} MB")
    try:
        with pdfplumber.open(BytesIO(data)) as pdf:
            return _source(path, pdf)
    except CchcError:
        raise
    except Exception as error:  # pdfminer fails in ways of many kinds on a damaged file
        reason = _LOCKED if "Password" in repr(error) else "tệp bị hỏng; xin lại tệp, hoặc bản Word"
        raise RefusedFile(f"không đọc được {path}: {reason}") from error


_LOCKED = "tệp có mật khẩu; mở bằng mật khẩu rồi lưu bản không khóa"


def _source(path: Path, pdf: Any) -> Source:
    if len(pdf.pages) > MAX_PAGES:
        raise too_large(path, f"có {len(pdf.pages)} trang, hơn {MAX_PAGES}")
    blocks: list[Block] = []
    letters = 0
    for number, page in enumerate(pdf.pages, 1):
        words = page.extract_words(keep_blank_chars=False, extra_attrs=["fontname"])
        letters += sum(len(word["text"]) for word in words)
        blocks += _page(page, words, number)
        page.close()
    if letters < 20 * len(pdf.pages):
        why = "là bản quét (ảnh), không có chữ; nhận dạng chữ (OCR) trước, hoặc xin bản Word"
        raise RefusedFile(f"không đọc được {path}: {why}")
    return Source(tuple(_without_page_numbers(blocks)))


def _page(page: Any, words: Sequence[_Word], number: int) -> Iterator[Block]:
    found = sorted(page.find_tables(), key=lambda table: table.bbox[1])
    tables = [table for table in found if len(table.rows) and len(table.cells) > 1]
    outside = [word for word in words if not any(_within(word, t.bbox) for t in tables)]
    top = 0.0
    for at, table in enumerate(tables, 1):
        above = [word for word in outside if top <= word["top"] < table.bbox[1]]
        yield from _running_text(above, number, page.width)
        yield _table(table, words, f"trang {number}, bảng {at}")
        top = table.bbox[1]
    below = [word for word in outside if word["top"] >= top]
    yield from _running_text(below, number, page.width)


def _running_text(words: Sequence[_Word], page: int, width: float) -> Iterator[Block]:
    """Yield paragraphs, and what stands in two columns (letterhead, signature) as a table."""
    held: list[list[_Word]] = []
    for row in _rows(words):
        sided = _is_sided(row, width)
        if held and sided != _is_sided(held[-1], width):
            yield from _stretch(held, page, width)
            held = []
        held.append(row)
    yield from _stretch(held, page, width)


def _stretch(rows: Sequence[list[_Word]], page: int, width: float) -> Iterator[Block]:
    words = [word for row in rows for word in row]
    left = [word for word in words if (word["x0"] + word["x1"]) / 2 < width / 2]
    right = [word for word in words if word not in left]
    if rows and _is_sided(rows[0], width) and left and right:
        place = f"trang {page}, hai cột"
        texts = ["\n".join(line.text for line in _lines(side)) for side in (left, right)]
        cells = [Cell(tidy(text), n, n + 1, place) for n, text in enumerate(texts)]
        yield Table((Row(tuple(cells), place),), place)
    else:
        yield from _paragraphs(words, page, width)


def _is_sided(row: Sequence[_Word], width: float) -> bool:
    """Return whether a line leaves the middle of the page free, or stands on its right alone."""
    gap = any(
        after["x0"] - before["x1"] > 18
        and width * 0.3 < before["x1"]
        and after["x0"] < width * 0.75
        for before, after in pairwise(row)
    )
    return gap or row[0]["x0"] > width * 0.5


def _table(table: Any, words: Sequence[_Word], place: str) -> Table:
    boxes = sorted(set(table.cells), key=lambda box: (box[1], box[0]))
    texts = {box: _text([word for word in words if _within(word, box)]) for box in boxes}
    bold = {box: _is_bold([word for word in words if _within(word, box)]) for box in boxes}
    rows = []
    # A row is as high as to the next one: its merged cells go on below it.
    tops = [row.bbox[1] for row in table.rows]
    lowest = min(box[3] for box in boxes if box[1] >= tops[-1] - 1)
    for number, (top, bottom) in enumerate(zip(tops, [*tops[1:], lowest], strict=True), 1):
        at, middle = f"{place}, hàng {number}", (top + bottom) / 2
        across = [box for box in boxes if box[1] <= middle < box[3]]
        cells = []
        for column, box in enumerate(sorted(across), 1):
            above = box[1] < top - 1
            text = "" if above else texts[box]
            cells.append(Cell(text, box[0], box[2], f"{at}, cột {column}", above, bold[box]))
        rows.append(Row(tuple(cells), at))
    return Table(tuple(rows), place)


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    left: float
    right: float
    top: float
    bold: bool


def _paragraphs(words: Sequence[_Word], page: int, width: float) -> Iterator[Paragraph]:
    """Yield the paragraphs of running text: a line that stops early, or begins anew, ends one."""
    lines = list(_lines(words))
    held: list[_Line] = []
    full = max((line.right for line in lines), default=0.0)
    for line in lines:
        if held and not _runs_on(held[-1], line, full):
            yield _paragraph(held, page, width)
            held = []
        held.append(line)
    if held:
        yield _paragraph(held, page, width)


def _runs_on(before: _Line, line: _Line, full: float) -> bool:
    apart = line.top - before.top > 26
    indented = line.left > before.left + 15
    return before.right > full - 40 and not apart and not indented and before.bold == line.bold


def _paragraph(lines: Sequence[_Line], page: int, width: float) -> Paragraph:
    text = tidy(" ".join(line.text for line in lines))
    middle = (lines[0].left + lines[0].right) / 2
    centred = abs(middle - width / 2) < 20 and lines[0].left > 0.2 * width
    place = f"trang {page}"
    return Paragraph(text, place, "", all(line.bold for line in lines), centred)


def _lines(words: Sequence[_Word]) -> Iterator[_Line]:
    for row in _rows(words):
        text = " ".join(word["text"] for word in row)
        yield _Line(text, row[0]["x0"], row[-1]["x1"], row[0]["top"], _is_bold(row))


def _rows(words: Sequence[_Word]) -> list[list[_Word]]:
    """Return the words line by line, each from left to right."""
    rows: list[list[_Word]] = []
    for word in sorted(words, key=lambda w: (w["bottom"], w["x0"])):
        if rows and abs(word["bottom"] - rows[-1][0]["bottom"]) < 4:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda w: w["x0"]) for row in rows]


def _text(words: Sequence[_Word]) -> str:
    # A PDF has no paragraphs: where its lines end says nothing.
    text = "\n".join(line.text for line in _lines(words))
    return flowing(re.sub(r"(?<=\w)([-/])\n(?=\w)", r"\1", text))


def _is_bold(words: Sequence[_Word]) -> bool:
    return bool(words) and all("bold" in word["fontname"].lower() for word in words)


def _within(word: _Word, box: Sequence[float]) -> bool:
    across, down = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= across <= box[2] and box[1] <= down <= box[3])


def _without_page_numbers(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if not (isinstance(block, Paragraph) and block.text.isdecimal() and len(block.text) < 4):
            yield block

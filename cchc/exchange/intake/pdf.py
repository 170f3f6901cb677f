"""A PDF with text as blocks, by pdfplumber (the extra `cchc[pdf]`)."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from cchc.errors import CchcError, Missing, RefusedFile
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
from cchc.exchange.intake.headings import are_of_tasks, roles
from cchc.exchange.intake.outline import parsed
from cchc.exchange.intake.page import PageLine, PdfPage, Word, is_bold, lines_of, text_of, within
from cchc.exchange.intake.unruled import unruled_tables
from cchc.files import bytes_of
from cchc.word.refusal import too_large

MAX_PAGES = 500
MAX_FILE = 100_000_000


def read_pdf(path: Path) -> Blocks:
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


def _source(path: Path, pdf: Any) -> Blocks:
    if len(pdf.pages) > MAX_PAGES:
        raise too_large(path, f"có {len(pdf.pages)} trang, hơn {MAX_PAGES}")
    pages: list[PdfPage] = []
    placed: list[list[tuple[float, float, SourceTable]]] = []
    letters = 0
    for number, page in enumerate(pdf.pages, 1):
        words = page.extract_words(keep_blank_chars=False, extra_attrs=["fontname"])
        letters += sum(len(word["text"]) for word in words)
        tables = [table for table in page.find_tables() if _is_ruled(table, words)]
        boxes = [table.bbox for table in tables]
        outside = tuple(word for word in words if not any(within(word, box) for box in boxes))
        pages.append(PdfPage(number, page.width, outside, _rules(page)))
        ruled = enumerate(sorted(tables, key=lambda table: table.bbox[1]), 1)
        placed.append(
            [
                (t.bbox[1], t.bbox[3], _table(t, words, f"trang {number}, bảng {n}"))
                for n, t in ruled
            ]
        )
        page.close()
    if letters < 20 * len(pdf.pages):
        why = "là bản quét (ảnh), không có chữ; nhận dạng chữ (OCR) trước, hoặc xin bản Word"
        raise RefusedFile(f"không đọc được {path}: {why}")
    doubts: list[Doubt] = []
    for part, table, more in unruled_tables(pages):
        placed[part.page.number - 1].append((part.top, part.bottom, table))
        doubts += more
    pairs = zip(pages, placed, strict=True)
    return Blocks(
        tuple(block for page, tables in pairs for block in _page(page, tables)), tuple(doubts)
    )


def _is_ruled(table: Any, words: Sequence[Word]) -> bool:
    """Return whether a table has a ruled cell for each thing it says, not for several rows."""
    if len(table.cells) < 2:
        return False
    for box in table.cells:
        lines = list(lines_of([word for word in words if within(word, box)]))
        if sum(parsed(line.text) is not None for line in lines) >= 3:
            return False
    return len(table.rows) > 1 or not _is_heading(table, words)


def _is_heading(table: Any, words: Sequence[Word]) -> bool:
    texts = [text_of([word for word in words if within(word, box)]) for box in sorted(table.cells)]
    return are_of_tasks(texts, roles(texts, {}))


def _rules(page: Any) -> tuple[tuple[float, float, float], ...]:
    """Return the horizontal rules of a page, the pieces of one joined: left, right, height."""
    rules: list[tuple[float, float, float]] = []
    for edge in sorted((e for e in page.edges if e["orientation"] == "h"), key=lambda e: e["top"]):
        if rules and edge["top"] - rules[-1][2] < 2:
            left, right, top = rules[-1]
            rules[-1] = (min(left, edge["x0"]), max(right, edge["x1"]), top)
        else:
            rules.append((edge["x0"], edge["x1"], edge["top"]))
    return tuple(rules)


def _page(page: PdfPage, tables: Sequence[tuple[float, float, SourceTable]]) -> Iterator[Block]:
    """Yield the blocks of a page: its tables, and the text above, between and below them."""
    lines, start = page.lines, 0.0
    for top, bottom, table in sorted(tables, key=lambda placed: placed[0]):
        above = [line for line in lines if start <= line.top < top - 1]
        yield from _running_text(above, page)
        yield table
        start = max(start, bottom - 1)
    yield from _running_text([line for line in lines if line.top >= start], page)


def _running_text(lines: Sequence[PageLine], page: PdfPage) -> Iterator[Block]:
    """Yield paragraphs, and what stands in two columns (letterhead, signature) as a table."""
    for sided, stretch in groupby(lines, lambda line: _is_sided(line, page.width)):
        held = list(stretch)
        words = [word for line in held for word in line.words]
        left = [word for word in words if (word["x0"] + word["x1"]) / 2 < page.width / 2]
        right = [word for word in words if word not in left]
        if sided and left and right:
            yield _two_columns(left, right, f"trang {page.number}, hai cột")
        else:
            yield from _paragraphs(held, page)


def _two_columns(left: Sequence[Word], right: Sequence[Word], place: str) -> SourceTable:
    texts = ["\n".join(line.text for line in lines_of(side)) for side in (left, right)]
    cells = tuple(SourceCell(tidy(text), n, n + 1, place) for n, text in enumerate(texts))
    return SourceTable((SourceRow(cells, place),), place)


def _is_sided(line: PageLine, width: float) -> bool:
    """Return whether a line leaves the middle of the page free, or stands on its right alone."""
    gap = any(
        after["x0"] - before["x1"] > 18
        and width * 0.3 < before["x1"]
        and after["x0"] < width * 0.75
        for before, after in pairwise(line.words)
    )
    return gap or line.left > width * 0.5


def _table(table: Any, words: Sequence[Word], place: str) -> SourceTable:
    boxes = sorted(set(table.cells), key=lambda box: (box[1], box[0]))
    texts = {box: text_of([word for word in words if within(word, box)]) for box in boxes}
    bold = {box: is_bold([word for word in words if within(word, box)]) for box in boxes}
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
            cells.append(SourceCell(text, box[0], box[2], f"{at}, cột {column}", above, bold[box]))
        rows.append(SourceRow(tuple(cells), at))
    return SourceTable(tuple(rows), place)


def _paragraphs(lines: Sequence[PageLine], page: PdfPage) -> Iterator[SourceParagraph]:
    """Yield the paragraphs of running text: a line that stops early, or begins anew, ends one."""
    held: list[PageLine] = []
    full = max((line.right for line in lines), default=0.0)
    for line in lines:
        if held and not _runs_on(held[-1], line, full):
            yield _paragraph(held, page)
            held = []
        held.append(line)
    if held:
        yield _paragraph(held, page)


def _runs_on(before: PageLine, line: PageLine, full: float) -> bool:
    apart = line.top - before.top > 26
    indented = line.left > before.left + 15
    anew = apart or indented or before.bold != line.bold or begins_paragraph(line.text)
    # A line is full where the next one's first word had no room in it.
    word = line.words[0]["x1"] - line.left
    return before.right + word > full - 10 and not anew


def _paragraph(lines: Sequence[PageLine], page: PdfPage) -> SourceParagraph:
    text = tidy(" ".join(line.text for line in lines))
    middle = (lines[0].left + lines[0].right) / 2
    centred = abs(middle - page.width / 2) < 20 and lines[0].left > 0.2 * page.width
    return SourceParagraph(
        text, f"trang {page.number}", "", all(line.bold for line in lines), centred
    )

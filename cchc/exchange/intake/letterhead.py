"""What stands around the text: agency, number, day, subject, basis; recipients, signer."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cchc.exchange.intake.blocks import Block, Doubt, SourceParagraph, SourceTable, one_line
from cchc.form.document import ALL
from cchc.form.notation import written_date, written_number
from cchc.references import parse
from cchc.text import fold

_MOTTO = ("cong hoa xa hoi chu nghia viet nam", "doc lap tu do hanh phuc")
_TITLES = tuple(kind.title for kind in ALL if kind.title)
_AGENCY = re.compile(
    r"(ủy ban|uỷ ban|ubnd|hội đồng|hđnd|sở|bộ|ban|phòng|đảng|cục|chi cục|văn phòng|trung tâm"
    r"|công an|trường|viện|bệnh viện|chính phủ|thủ tướng|tổng|đoàn|hội|liên đoàn|mặt trận"
    r"|thanh tra|quốc hội|(?:tỉnh|thành|huyện) ủy|kho bạc|bảo hiểm|tòa án|toà án|chi nhánh"
    r"|công ty|đài|báo|học viện|đại học)\b",
    re.IGNORECASE,
)
"""How the name of an agency begins; a line that begins otherwise goes on the one above it."""
_AUTHORITY = re.compile(r"(TM|KT|TL|TUQ|Q)\s*\.", re.IGNORECASE)
APPENDIX = re.compile(r"phụ lục\b", re.IGNORECASE)
ATTACHED = re.compile(r"\(?\s*(ban hành\s+)?kèm theo\b", re.IGNORECASE)
_CASED = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class Frame:
    """The document around its tasks. Empty texts are what the source doesn't say."""

    parent: str = ""
    agency: str = ""
    number: str = ""
    symbol: str = ""
    place: str = ""
    issued: str = ""
    """As the plan file writes it: 2025-12-24, or 2025-12 where the day is open."""
    kind: str = ""
    subject: str = ""
    basis: list[str] = field(default_factory=list)
    opening: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    authority: str = ""
    position: str = ""
    signer: str = ""
    doubts: list[Doubt] = field(default_factory=list)


def read_frame(blocks: Sequence[Block]) -> tuple[Frame, list[Block]]:
    """Return what stands around the text, and the blocks of the text itself."""
    frame = Frame()
    rest = list(_without_tables(blocks, frame))
    rest = list(_without_closing(rest, frame))
    rest = list(_without_opening(rest, frame))
    return frame, rest


# the letterhead and the closing: two tables without lines, or the lines of a text


def _without_tables(blocks: Sequence[Block], frame: Frame) -> Iterator[Block]:
    headed = closed = False
    for at, block in enumerate(blocks):
        if isinstance(block, SourceTable):
            cells = [cell.text for row in block.rows for cell in row.cells if cell.text]
            folded = fold(" ".join(cells))
            if not headed and at < 6 and any(motto in folded for motto in _MOTTO):
                headed = True
                for text in cells:
                    _take_head(text, frame)
                continue
            if not closed and "noi nhan" in folded:
                closed = True
                _take_closing(cells, frame)
                continue
        yield block


def _without_closing(blocks: Sequence[Block], frame: Frame) -> Iterator[Block]:
    """Yield the blocks but for a list of recipients that stands in the text, and what is signed."""
    taking = False
    for block in blocks:
        text = block.whole
        starts = re.match(r"nơi nhận\s*:", text, re.IGNORECASE)
        if starts or (
            taking and (text.startswith(("-", "+")) or is_capital(text) or _is_name(text))
        ):
            taking = taking or bool(starts)
            if APPENDIX.match(text):
                taking = False
                yield block
            elif starts or text.startswith(("-", "+")):
                frame.recipients += _recipients(text.split("\n"))
            else:
                _take_signature(text.split("\n"), frame)
            continue
        taking = taking and not text
        yield block


def _is_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 6 and all(word[0].isupper() for word in words)


def _take_head(text: str, frame: Frame) -> None:
    # A narrow column breaks "ngày 20 tháng 12 / năm 2025" over lines.
    whole = re.sub(r"(tháng\s+\d{1,2})\n(?=năm\b)", r"\1 ", text)
    lines = [line for line in whole.split("\n") if re.search(r"\w", line)]
    lines = [line for line in lines if fold(line) not in _MOTTO]
    named = [line for line in lines if not _take_line(line, frame) and is_capital(line)]
    if named and not frame.agency:
        frame.parent, frame.agency = _agencies(named)


def _take_line(line: str, frame: Frame) -> bool:
    """Take the number, the day or the subject ("V/v") of a letterhead; False for another line."""
    number = written_number(line) if re.match(r"số\b", line, re.IGNORECASE) else None
    date = written_date(line)
    about = re.match(r"(?:v/v|về việc)\b\s*:?\s*", line, re.IGNORECASE)
    # Once a subject has begun, a number at the start of a line is of what it speaks of.
    if number and not frame.subject:
        frame.number, frame.symbol = number.number, number.symbol.strip()
    elif date and (date.place.strip() or not frame.subject):
        frame.place = frame.place or date.place.strip()
        frame.issued = _day(date.year, date.month, date.day)
    elif about:
        frame.subject = line[about.end() :]
    elif frame.subject and not is_capital(line):
        frame.subject += f" {line}"
    else:
        return False
    return True


def _agencies(lines: Sequence[str]) -> tuple[str, str]:
    """Return the agency above and the one that issues: a line of a place goes on the one before."""
    named: list[str] = []
    for line in lines:
        if named and not _AGENCY.match(line):
            named[-1] += f" {line}"
        else:
            named.append(line)
    return " ".join(named[:-1]), named[-1]


def _day(year: str, month: str, day: str) -> str:
    if not month or not 1 <= int(month) <= 12:
        return year
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day and 1 <= int(day) <= 31 else "")


def _take_closing(cells: Sequence[str], frame: Frame) -> None:
    left = next(at for at, text in enumerate(cells) if "noi nhan" in fold(text))
    for at, text in enumerate(cells):
        lines = [line for line in text.split("\n") if re.search(r"\w", line)]
        listed = at == left or (lines and all(line.startswith(("-", "+")) for line in lines))
        if listed:
            frame.recipients += _recipients(lines)
        else:
            _take_signature(lines, frame)


def _recipients(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        text = re.sub(r"^nơi nhận\s*:?", "", line, flags=re.IGNORECASE)
        text = text.strip(" -–+").rstrip(" ;.")
        if re.search(r"\w", text):
            yield text


def _take_signature(lines: Sequence[str], frame: Frame) -> None:
    for line in (part for written in lines for part in _signed(written)):
        if _AUTHORITY.match(line):
            frame.authority = f"{frame.authority}\n{line}".strip()
        elif is_capital(line) and not frame.position:
            frame.position = line
        elif not is_capital(line) and len(line) < 50:
            frame.signer = line
    if frame.authority and not frame.position and "\n" in frame.authority:
        frame.authority, _, frame.position = frame.authority.rpartition("\n")


def _signed(line: str) -> list[str]:
    """Return the lines of a signature that stands on one: authorities, position, name."""
    words = line.split()
    name = len(words)
    while name and not is_capital(words[name - 1]):
        name -= 1
    head, tail = " ".join(words[:name]), " ".join(words[name:])
    parts = re.split(r"\s(?=(?:KT|TL|TUQ)\s*\.)|\s(?=PHÓ\s)", head)
    return [part for part in (*parts, tail) if part]


# the opening: kind, subject, basis, what leads to the text


def _without_opening(blocks: Sequence[Block], frame: Frame) -> Iterator[Block]:
    at = _title_at(blocks)
    if at is None:
        # A letter has its subject under its number, and no name of a kind.
        frame.kind = "CÔNG VĂN" if frame.subject else ""
        yield from _without_basis(blocks, frame)
        return
    before = [block for block in blocks[:at] if isinstance(block, SourceParagraph) and block.text]
    _take_head("\n".join(block.text for block in before), frame)
    title = one_line(blocks[at].whole)
    frame.kind = next(
        kind for kind in sorted(_TITLES, key=len, reverse=True) if title.startswith(kind)
    )
    rest = title.removeprefix(frame.kind).strip()
    subject = [rest] if rest else []
    at += 1
    while at < len(blocks) and _goes_on_subject(blocks[at], subject):
        subject += [blocks[at].whole] if blocks[at].whole else []
        at += 1
    frame.subject = one_line(" ".join(subject)) or frame.subject
    yield from _without_basis(blocks[at:], frame)


def _title_at(blocks: Sequence[Block]) -> int | None:
    for at, block in enumerate(blocks[:25]):
        text = one_line(block.whole)
        if any(text == title or text.startswith(f"{title} ") for title in _TITLES):
            return at
    return None


def _goes_on_subject(block: Block, subject: Sequence[str]) -> bool:
    if not isinstance(block, SourceParagraph):
        return False
    text = block.whole
    if not text:
        return not subject
    looks = block.bold or block.centred or is_capital(text) or not subject
    started = _STARTED if subject else _HEADED
    return looks and not started.match(text) and len(text) < 400 and not _RULE.fullmatch(text)


_HEADED = re.compile(r"(căn cứ|[IVX]+\.|1\.)\s", re.IGNORECASE)
_STARTED = re.compile(
    r"(căn cứ|thực hiện|tiếp tục|trên cơ sở|theo|để|nhằm|[IVX]+\.|1\.)\s", re.IGNORECASE
)
"""How the text begins that comes after a subject; a subject itself may begin "Thực hiện …"."""
_RULE = re.compile(r"[-_–—*.\s]+")


def _without_basis(blocks: Sequence[Block], frame: Frame) -> Iterator[Block]:
    started = False
    for block in blocks:
        text = block.whole
        if started or not isinstance(block, SourceParagraph) or _starts_text(block):
            started = True
            yield block
        elif re.match(r"căn cứ\b", text, re.IGNORECASE) and not frame.opening:
            frame.basis.append(
                re.sub(r"^căn cứ\s*:?\s*", "", text, flags=re.IGNORECASE).rstrip(" ;.,")
            )
        elif text and not _RULE.fullmatch(text):
            frame.opening.append(text)


def _starts_text(block: SourceParagraph) -> bool:
    numbered = re.match(r"(I|1|A|Phần|Điều 1|Chương)\b\s*[.:)\-–]?", block.whole)
    return bool(numbered and (block.whole[0] != "A" or block.whole[1:2] in ".)")) or bool(
        APPENDIX.match(block.whole)
    )


def is_capital(text: str) -> bool:
    """Return whether a text is written in capitals, but for a few letters."""
    letters = _CASED.findall(text)
    capital = sum(letter.isupper() for letter in letters)
    return len(letters) >= 2 and capital >= 0.8 * len(letters)


def names_agency(text: str) -> bool:
    """Return whether a text begins as the name of an agency does."""
    return bool(_AGENCY.match(text))


def fill_from_preface(frame: Frame, preface: Sequence[str]) -> None:
    """Take from the rows above a table (a workbook has no letterhead) what the frame lacks."""
    for line in preface:
        if not frame.agency and _AGENCY.match(line) and is_capital(line):
            frame.agency = line
        named = parse(line) if ATTACHED.match(line) and not frame.symbol else None
        if named is not None:
            frame.number, frame.symbol = named.number, named.symbol
            frame.issued = frame.issued or named.day.isoformat()


def fill_from_footers(frame: Frame, texts: Sequence[str]) -> list[str]:
    """Take from the rows under a table what the frame lacks; return those that are none of it."""
    if frame.signer:
        return list(texts)
    rest = []
    for text in texts:
        titled = _AUTHORITY.match(text) or is_capital(text)
        named = bool(frame.position) and _is_name(text)
        if re.match(r"nơi nhận", text, re.IGNORECASE) or (frame.recipients and text[0] == "-"):
            frame.recipients += _recipients([text])
        elif len(text) < 60 and (titled or (named and not frame.signer)):
            _take_signature([text], frame)
        else:
            rest.append(text)
    return rest

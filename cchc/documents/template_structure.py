"""Tags as brackets: each whole, each closed by its own kind, in the place that its kind asks for.

docxtpl drops text without a word where a tag isn't whole, and beside a tag that stands for its
whole paragraph or row; a loop that is opened for rows and closed for paragraphs breaks the table.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from lxml.etree import XPath

from cchc.diagnostics import Finding, Problem, Severity, WordPlace
from cchc.documents.word_template import Half, Tag, tags_in, text_of

if TYPE_CHECKING:
    from docx.opc.part import Part

    from cchc.documents.word_template import WordTemplate

# The faults of a template as problems of its file: which ones are grave.


WHOLE = WordPlace("cả tệp")

_NOTICES = frozenset({"linked-template", "split-tag"})
"""What was mended, and only is told."""


def fault(rule: str, message: str, place: WordPlace, hint: str = "") -> Finding:
    """Return a fault of a template at a paragraph of the Word file."""
    return Finding(place, message, hint, rule=rule)


def problem(path: Path, finding: Finding) -> Problem:
    """Return a fault with its file and its weight."""
    severity = Severity.WARNING if finding.rule in _NOTICES else Severity.ERROR
    place = finding.where if isinstance(finding.where, WordPlace) else WHOLE
    return Problem.of(finding, path, place, finding.rule, severity)


# The paragraphs of a template that have tags, and where a person finds each.


@dataclass(frozen=True, slots=True)
class TagLine:
    """A paragraph with tags."""

    element: Element
    part: "Part"
    text: str
    tags: tuple[Tag | Half, ...]

    @property
    def spot(self) -> WordPlace:
        """Return where it stands; counted only when it is asked for."""
        region = next((name for sign, name in _REGIONS if sign in self.part.content_type), "")
        table = next(self.element.iterancestors(_TABLE), None)
        rows = list(table.iter(_ROW)) if table is not None else []
        row = next(self.element.iterancestors(_ROW), None)
        if table is not None and row in rows:
            place = f"bảng {_number(table)}, hàng {rows.index(row) + 1}"
        else:
            place = f"đoạn {_number(self.element)}"
        return WordPlace(f"{region}, {place}" if region else place, self.text.strip())


def root_of(part: "Part") -> Element:
    """Return the top element of a part; notes are kept as bytes by python-docx, and read anew."""
    element: Element | None = getattr(part, "element", None)
    return element if element is not None else parse_xml(part.blob)


def lines(document: "WordTemplate") -> Iterator[TagLine]:
    """Yield the paragraphs with tags or parts of tags, in reading order, part by part."""
    for part in document.parts():
        # Looked for by lxml itself: most paragraphs of a large template have no tag.
        for element in _WITH_SIGNS(root_of(part)):
            text = text_of(element)
            if tags := tuple(tags_in(text)):
                yield TagLine(element, part, text, tags)


def single_braces(document: "WordTemplate") -> Iterator[tuple[TagLine, str]]:
    """Yield the names between single braces, as "{ trich_yeu }", with the paragraph of each."""
    for part in document.parts():
        for element in _WITH_SIGNS(root_of(part)):
            text = text_of(element)
            for found in _SINGLE.finditer(text):
                yield TagLine(element, part, text, ()), found[1]


_SINGLE = re.compile(r"(?<!\{)\{\s*([^\W\d][\w.]*)\s*\}(?!\})")


def _number(element: Element) -> int:
    """Return which of its kind an element is in its part, from 1."""
    root = next(reversed(list(element.iterancestors())))
    return next(n for n, one in enumerate(root.iter(element.tag), 1) if one is element)


_WITH_SIGNS = XPath(
    ".//w:p[.//w:t[contains(., '{') or contains(., '}')]]", namespaces={"w": nsmap["w"]}
)
_TABLE, _ROW = qn("w:tbl"), qn("w:tr")
_REGIONS = (
    ("header", "đầu trang"),
    ("footer", "chân trang"),
    ("footnotes", "chú thích cuối trang"),
    ("endnotes", "chú thích cuối văn bản"),
)


# What is wrong with the tags.


MAX_TAGS = 5000
"""A rich template has two hundred."""


def structure(lines: Sequence[TagLine]) -> Iterator[Finding]:
    """Yield what is wrong with the tags of a template, in reading order by kind of fault."""
    if sum(len(line.tags) for line in lines) > MAX_TAGS:
        yield fault("too-many-tags", f"mẫu có hơn {MAX_TAGS} lệnh", lines[0].spot)
        return
    for line in lines:
        yield from _wholeness(line)
        yield from _company(line)
        yield from _cells(line)
    yield from _brackets(lines)


def _wholeness(line: TagLine) -> Iterator[Finding]:
    if any(isinstance(tag, Half) for tag in line.tags):
        yield fault(
            "half-tag",
            "lệnh không mở và đóng trong cùng một đoạn",
            line.spot,
            "viết đủ {{ … }} hoặc {% … %} trong một đoạn, không xuống dòng bằng Enter",
        )


def _company(line: TagLine) -> Iterator[Finding]:
    """Yield what a tag that stands for its paragraph, cell or row would take away with it."""
    for tag in line.tags:
        if isinstance(tag, Tag) and tag.unit in _AROUND:
            name, around = _AROUND[tag.unit]
            owner = next(line.element.iterancestors(around), None) if around else line.element
            if owner is None:
                said = f"{tag.kind}{tag.unit} chỉ dùng trong bảng"
                yield fault("outside-table", said, line.spot, "dùng {%p … %} ở ngoài bảng")
            elif _words(owner) != line.text[tag.start : tag.end]:
                said = (
                    f"lệnh có chữ {tag.unit} phải đứng một mình trong {name}: mọi chữ khác sẽ mất"
                )
                yield fault("not-alone", said, line.spot, f"để lệnh này vào một {name} riêng")
                return


def _cells(line: TagLine) -> Iterator[Finding]:
    """Yield an instruction about a cell that stands in none."""
    words = [tag.word for tag in line.tags if isinstance(tag, Tag) and tag.word in _OF_CELLS]
    if words and next(line.element.iterancestors(_CELL), None) is None:
        yield fault("outside-table", f'"{words[0]}" chỉ dùng trong ô của bảng', line.spot)


def _words(owner: Element) -> str:
    if owner.tag == _PARAGRAPH:
        return text_of(owner).strip()
    return " ".join(filter(None, (text_of(p).strip() for p in owner.iter(_PARAGRAPH))))


@dataclass(frozen=True, slots=True)
class _Open:
    """An instruction that waits for its closing one."""

    tag: Tag
    line: TagLine


def _brackets(lines: Sequence[TagLine]) -> Iterator[Finding]:
    opened: list[_Open] = []
    for number, line in enumerate(lines):
        if number and line.part is not lines[number - 1].part:
            yield from map(_never_closed, opened)
            opened = []
        for tag in line.tags:
            if isinstance(tag, Tag) and tag.kind == "{%":
                yield from _instruction(opened, tag, line)
    yield from map(_never_closed, opened)


def _instruction(opened: list[_Open], tag: Tag, line: TagLine) -> Iterator[Finding]:
    if tag.word in _PAIRS and not (tag.word == "set" and "=" in tag.says):
        opened.append(_Open(tag, line))
    elif tag.word in ("else", "elif"):
        if not opened or opened[-1].tag.word not in ("if", "for"):
            yield fault("stray-tag", f'"{tag.word}" không nằm trong lệnh if nào', line.spot)
        else:
            yield from _same_place(opened[-1], tag, line)
    elif tag.word.startswith("end") and tag.word[3:] in _PAIRS:
        yield from _closing(opened, tag, line)


def _closing(opened: list[_Open], tag: Tag, line: TagLine) -> Iterator[Finding]:
    if not opened:
        said = f'lệnh đóng "{tag.word}" không có lệnh mở của nó'
        yield fault("stray-tag", said, line.spot, f"xóa đi, hoặc thêm lệnh {tag.word[3:]} ở trên")
    elif all(one.tag.word != tag.word[3:] for one in opened):
        last = opened[-1]
        said = f'"{tag.word}" đứng ở chỗ cần "end{last.tag.word}" để đóng: {_said(last)}'
        yield fault("mismatched-tag", said, line.spot, "mỗi if đóng bằng endif, for bằng endfor")
    else:
        while opened[-1].tag.word != tag.word[3:]:
            yield _never_closed(opened.pop())
        yield from _same_place(opened.pop(), tag, line)


def _never_closed(one: _Open) -> Finding:
    said = f"thiếu lệnh đóng (end{one.tag.word}) của: {_said(one)}"
    hint = f"thêm {{%{one.tag.unit} end{one.tag.word} %}}"
    return fault("unclosed-tag", said, one.line.spot, hint)


def _same_place(one: _Open, tag: Tag, line: TagLine) -> Iterator[Finding]:
    """Yield a fault where two tags of a pair would cut a paragraph, a row or a table apart."""
    if one.tag.unit != tag.unit:
        said = f"{_said(one)} mở bằng {{%{one.tag.unit}, mà {tag.word} viết bằng {{%{tag.unit}"
        hint = "lệnh mở và lệnh đóng phải cùng loại"
        yield fault("mixed-units", said, line.spot, hint)
    elif _owner(one.line.element, tag.unit) is not _owner(line.element, tag.unit):
        said = f"lệnh mở ở {one.line.spot.named}, lệnh đóng ở chỗ khác: {_said(one)}"
        hint = "để cả hai trong cùng một bảng, cùng một ô, hoặc cùng ở ngoài bảng"
        yield fault("cut-apart", said, line.spot, hint)


def _owner(paragraph: Element, unit: str) -> Element | None:
    """Return what the instructions of a pair must share: the table, the row, or the cell."""
    above = {"tr": _TABLE, "tc": _ROW}.get(unit)
    return next(paragraph.iterancestors(above), None) if above else paragraph.getparent()


def _said(one: _Open) -> str:
    return f"{{%{one.tag.unit} {one.tag.says} %}}"


_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_OF_CELLS = ("colspan", "cellbg", "vm", "hm")
_PAIRS = ("for", "if", "set", "with")
_AROUND: dict[str, tuple[str, str | None]] = {
    "p": ("đoạn", None),
    "tc": ("ô", _CELL),
    "tr": ("hàng", _ROW),
}

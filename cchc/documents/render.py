"""What a filled template may leave behind that Word calls a damaged or an odd document."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING
from xml.sax.saxutils import unescape

from docx.oxml.ns import qn
from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from cchc.documents.fields import Properties, set_properties
from cchc.documents.letterhead import size_rules
from cchc.documents.sandbox import NotInGrammar
from cchc.documents.tables import lay_out
from cchc.documents.template_structure import lines, problem, structure
from cchc.documents.templates import OpenTemplate, open_template, whole
from cchc.documents.word_template import mend_split_tags
from cchc.errors import CchcError, RefusedFile, suggestion
from cchc.text import nearest
from cchc.word.package import undated

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.document import CT_Body
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

    from cchc.documents.word_template import WordTemplate


def mend(body: "CT_Body") -> None:
    """Put the body in order.

    No section without content at its end, no signature alone on a page, no row that is kept whole
    and no page can hold, no cell without a paragraph; each rule as long as its text asks.
    """
    _drop_empty_last_section(body)
    _drop_title_of_letter(body)
    _keep_signature_with_text(body)
    lay_out(body)
    size_rules(body)
    for cell in body.xpath(_ENDS_WITHOUT_PARAGRAPH):
        cell.append(cell.makeelement(qn("w:p")))


def _drop_empty_last_section(body: "CT_Body") -> None:
    # A plan without an appendix: the paragraph that ends the letter would be followed by an empty
    # landscape page.
    if len(body) < 2 or body[-1].tag != qn("w:sectPr"):
        return
    end, last = body[-2], body[-1]
    section = end.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    if section is None:
        return
    body.replace(last, section)
    if end.find(qn("w:r")) is None:
        body.remove(end)


def _drop_title_of_letter(body: "CT_Body") -> None:
    # A công văn has no name of its kind; what it is about stands under its number.
    for kind in body.xpath(_TITLES):
        if not "".join(kind.itertext()).strip():
            for title in [kind, *kind.xpath(_UNDER_TITLE)]:
                body.remove(title)


def _keep_signature_with_text(body: "CT_Body") -> None:
    # Which paragraph is the last before the signature, only the plan tells.
    for table in body.xpath(_WITH_SIGNER):
        before = table.getprevious()
        if before is not None and before.tag == qn("w:p"):
            _keep_with_next(before)


def _keep_with_next(paragraph: "CT_P") -> None:
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        properties = paragraph.makeelement(qn("w:pPr"))
        paragraph.insert(0, properties)
    if properties.find(qn("w:keepNext")) is None:
        named = properties.find(qn("w:pStyle")) is not None
        properties.insert(int(named), properties.makeelement(qn("w:keepNext")))


SIGNER = "HoTen"
"""The id of the style of the signer's name."""

# Looked for by lxml itself: python-docx makes an object of every element that Python looks at.
_TITLES = "./w:p[w:pPr/w:pStyle[@w:val='TenLoai']]"
_SUBJECTS = "w:pPr/w:pStyle[@w:val='TrichYeu' or @w:val='KeTrichYeu']"
_UNDER_TITLE = f"following-sibling::w:p[position()<=2][{_SUBJECTS}]"
_ENDS_WITHOUT_PARAGRAPH = ".//w:tc[not(*[last()][self::w:p or self::w:sdt])]"
_WITH_SIGNER = f".//w:tbl[.//w:pStyle[@w:val='{SIGNER}']]"


# What Jinja and Python say of a faulty template, in Vietnamese.


def in_vietnamese(error: Exception) -> str:
    """Return what the error says; in its own words where no row of the table knows it."""
    said = str(error)
    for pattern, words in _WORDS:
        if found := re.search(pattern, said, re.IGNORECASE):
            return words.format(*found.groups())
    return said or type(error).__name__


_NEVER_CLOSED = "thiếu lệnh đóng (endif, endfor)"

# The first row that fits is taken, so what says more stands higher.
_WORDS = (
    (r"unknown tag '(end\w+)'", 'lệnh đóng "{0}" không có lệnh mở của nó'),
    (r"unknown tag '(.+?)'", 'không có lệnh "{0}"'),
    (r"unexpected end of template", _NEVER_CLOSED),
    (r"end of template", _NEVER_CLOSED),
    (r"expected an expression", "thiếu tên biến hoặc điều kiện"),
    (r"has no element (\d+)", "danh sách không có phần tử thứ {0} (đếm từ 0)"),
    (r"expected token 'end of print statement', got '(.+?)'", 'thừa "{0}" sau biến'),
    (r"got 'end of (print statement|statement block)'", "lệnh chưa viết hết"),
    (r"unexpected 'end of", "lệnh chưa viết hết"),
    (r"expected token '(.+?)', got '(.+?)'", 'cần "{0}" mà gặp "{1}"'),
    (r"unexpected '(.+?)'", 'không hiểu "{0}" ở chỗ này'),
    (r"unexpected char '(.+?)'", 'không hiểu "{0}" ở chỗ này'),
    (r"no filter named '(.+?)'", 'không có bộ lọc "{0}"'),
    (r"no test named '(.+?)'", 'không có phép thử "{0}"'),
    (r"too many statically nested", "vòng lặp lồng nhau quá sâu"),
    (r"maximum recursion depth", "mẫu gọi lại chính nó không dừng"),
    (r"access to attribute '(.+?)'", 'không được dùng "{0}"'),
    (r"not safely callable", "không được gọi hàm này"),
    (r"unsupported operand|bad operand|not supported between", "so sánh chữ với số"),
    (r"is not iterable|non-iterable", "đi qua một thứ không phải danh sách"),
    (r"sequence was empty", "danh sách trống, không có phần tử để lấy"),
    (r"(missing|takes) .*argument", "bộ lọc hoặc hàm thiếu hoặc thừa tham số"),
    (r"as an integer|must be integers|must be str|should be|must be a", "tham số sai loại"),
    (r"has no attribute 'items'|item pairs", "bộ lọc này cần một nhóm biến"),
    (r"unexpected char \"'\"", "dấu nháy mở mà không đóng"),
    (r"expected name or number", "thiếu tên sau dấu chấm"),
)


# What a template did wrong, told so that whoever edits it in Word finds the place.


def fault_of(
    path: Path, document: "WordTemplate", context: Mapping[str, object], error: Exception
) -> CchcError:
    """Return the error that tells what the template did wrong, and in which paragraph."""
    place = _paragraph(document, line_of(error))
    name = _unknown_name(error) if isinstance(error, UndefinedError) else ""
    if name:
        near = suggestion(nearest(name, _names(context)))
        return _refused(path, f'không có biến "{name}"{near}', _tags_about(name, place))
    if isinstance(error, SecurityError):
        refused = _refused(path, f"lệnh không được phép: {in_vietnamese(error)}", place)
        return RefusedFile(f"{refused}; chỉ dùng mẫu của người tin cậy")
    return _refused(path, f"lệnh trong mẫu sai: {in_vietnamese(error)}", place)


def _refused(path: Path, said: str, place: str) -> RefusedFile:
    return RefusedFile(f"mẫu {path}: {said}{f'; ở đoạn: {place}' if place else ''}")


def _unknown_name(error: UndefinedError) -> str:
    # "'x' is undefined", "'dict object' has no attribute 'x'"; an index out of range names nothing.
    return "".join(re.findall(r"'([^']*)'", str(error))[-1:])


def _names(value: object) -> Iterator[str]:
    """Yield every name that a template can use, at any depth."""
    if isinstance(value, Mapping):
        yield from value
        for inner in value.values():
            yield from _names(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _names(inner)


def line_of(error: Exception) -> int:
    """Return the line of the template's text that failed, from 1, or 0."""
    if isinstance(error, TemplateSyntaxError):
        return int(error.lineno)
    if isinstance(error, NotInGrammar):
        return error.line
    line, frame = 0, error.__traceback__
    while frame:
        line = _template_line(frame) or line
        frame = frame.tb_next
    return line


def _template_line(frame: TracebackType) -> int:
    return frame.tb_lineno if frame.tb_frame.f_code.co_filename in _FROM_TEXT else 0


def _paragraph(document: "WordTemplate", line: int) -> str:
    """Return the words of a line of what docxtpl gave to Jinja: it makes a line a paragraph."""
    if line <= 0:
        return ""
    lines = document.source_lines(document.current_rendering_part or document.docx.part)
    words = re.sub(r"<[^>]+>", "", lines[line - 1]) if line <= len(lines) else ""
    return unescape(words).strip()[:_MOST]


def _tags_about(name: str, words: str) -> str:
    """Return only the tags that have the name in them, where there are any."""
    tags = [tag for tag in re.findall(r"\{[{%].*?[%}]\}", words) if name in tag]
    return " ".join(dict.fromkeys(tags)) or words


_FROM_TEXT = ("<template>", "<unknown>")
_MOST = 200


# Pictures that are drawn anew for each document: a template holds the place, by a name.


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, and what it shows in words, for who can't see it."""

    png: bytes
    alt: str


def place(document: "Document", pictures: Mapping[str, Picture]) -> None:
    """Put each picture where the document has one of its name; size and place stay as they are.

    In Word the name stands in the Selection Pane. A name the document doesn't have is passed over:
    an office may leave a picture out.
    """
    for name, picture in pictures.items():
        for drawing in _named(document, name):
            _replace(document, drawing, picture)


def _named(document: "Document", name: str) -> Iterator["Element"]:
    from docx.oxml.ns import qn

    for about in document.element.body.iter(qn("wp:docPr")):
        if about.get("name") == name:
            yield about


def _replace(document: "Document", about: "Element", picture: Picture) -> None:
    from docx.oxml.ns import qn

    about.set("descr", picture.alt)
    for image in about.getparent().iter(qn("a:blip")):
        # What stood there may be shown elsewhere too, so it stays in the package.
        id_, _ = document.part.get_or_add_image(BytesIO(picture.png))
        image.set(qn("r:embed"), id_)


# Filling a Word template: the one place where template code runs, always shut in.

Tell = Callable[[str], object]
"""Takes a notice, in one sentence: what was mended in a template, what a plan leaves out."""


def render(
    template: Path,
    context: Mapping[str, object],
    properties: Properties,
    tell: Tell,
    pictures: Mapping[str, Picture] | None = None,
) -> bytes:
    """Return the .docx: the template filled from the context; same input, same bytes.

    A picture of the template that has the name of one of `pictures` becomes that one.
    Raises a `CchcError` that names the fault of the template, or of a text, and its place.
    """
    opened = open_template(template)
    for notice in opened.notices:
        tell(f"mẫu {template}: {notice}")
    _tell_name(context.get("co_quan"), tell)
    fill(opened, context)
    document = opened.document
    out = BytesIO()
    with whole(template):
        mend(document.docx.element.body)
        place(document.docx, pictures or {})
        set_properties(document.docx.core_properties, properties)
        document.save(out)
    return undated(out.getvalue())


def _tell_name(agency: object, tell: Tell) -> None:
    """Tell that an agency's name stands in sentences as in the letterhead, in capitals."""
    name = agency.get("ten") if isinstance(agency, Mapping) else None
    if isinstance(name, str) and name.isupper() and name == agency["ban_hanh"]:  # type: ignore[index]
        said = f'kế hoạch không ghi co_quan.ten, nên trong câu in "của {name}"'
        tell(f"{said}; ghi tên viết trong câu: co_quan: {{ten: …, ban_hanh: {name}}}")


def fill(opened: OpenTemplate, context: Mapping[str, object]) -> None:
    """Fill an open template. Raises what is wrong with it, or with a text of the context."""
    from cchc.documents.sandbox import Sandbox

    tagged = list(lines(opened.document))
    for finding in structure(tagged):
        spot = problem(opened.path, finding).excerpt
        raise _refused(opened.path, f"lệnh trong mẫu sai: {finding.message}", spot)
    for line in tagged:
        mend_split_tags(line.element)
    try:
        opened.document.render(dict(context), Sandbox())
    except CchcError:
        raise
    except Exception as error:
        # A template is a program: whatever it raises is a fault of the template.
        raise fault_of(opened.path, opened.document, context, error) from error

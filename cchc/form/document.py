"""The parts of an administrative document, with the names the decree gives them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from cchc.form.profile import Profile
from cchc.references import KIND_NAMES
from cchc.word.layout import Paper, Paragraph, WordTable


class Component(StrEnum):
    """A part of the document; the value is its name for programs."""

    NATION = "nation"
    MOTTO = "motto"
    PARENT = "parent-agency"
    AGENCY = "agency"
    NUMBER = "number"
    LETTER_SUBJECT = "letter-subject"
    DATE = "date"
    KIND = "kind"
    SUBJECT = "subject"
    ISSUER = "issuer"
    ADDRESSEE = "addressee"
    BASIS = "basis"
    CHAPTER = "chapter"
    HEADING = "heading"
    CLAUSE = "clause"
    POINT = "point"
    ARTICLE = "article"
    BODY = "body"
    RECIPIENTS_WORD = "recipients-word"
    RECIPIENT = "recipient"
    AUTHORITY = "authority"
    SIGNER = "signer"
    APPENDIX_WORD = "appendix-word"
    APPENDIX_TITLE = "appendix-title"
    ATTACHMENT = "attachment"
    APPENDIX = "appendix"
    TABLE = "table"
    PAGE = "page"
    PAGE_NUMBER = "page-number"
    MARGIN = "margin"
    ASIDE = "aside"
    OTHER = "other"


WORDS: dict[Component, str] = {
    Component.NATION: "Quốc hiệu",
    Component.MOTTO: "Tiêu ngữ",
    Component.PARENT: "tên cơ quan chủ quản",
    Component.AGENCY: "tên cơ quan ban hành",
    Component.NUMBER: "số, ký hiệu",
    Component.LETTER_SUBJECT: "trích yếu công văn",
    Component.DATE: "địa danh và ngày",
    Component.KIND: "tên loại văn bản",
    Component.SUBJECT: "trích yếu",
    Component.ISSUER: "thẩm quyền ban hành",
    Component.ADDRESSEE: "kính gửi",
    Component.BASIS: "căn cứ",
    Component.CHAPTER: "phần, chương",
    Component.HEADING: "mục",
    Component.CLAUSE: "khoản",
    Component.POINT: "điểm",
    Component.ARTICLE: "điều",
    Component.BODY: "nội dung",
    Component.RECIPIENTS_WORD: 'chữ "Nơi nhận"',
    Component.RECIPIENT: "nơi nhận",
    Component.AUTHORITY: "quyền hạn, chức vụ",
    Component.SIGNER: "họ tên người ký",
    Component.APPENDIX_WORD: 'chữ "Phụ lục"',
    Component.APPENDIX_TITLE: "tên phụ lục",
    Component.ATTACHMENT: "dòng kèm theo",
    Component.APPENDIX: "phụ lục",
    Component.TABLE: "bảng",
    Component.PAGE: "trang",
    Component.PAGE_NUMBER: "số trang",
    Component.MARGIN: "đầu trang, chân trang",
    Component.ASIDE: "hộp chữ, cước chú",
    Component.OTHER: "văn bản",
}
"""How a message names a part, inside a sentence."""

RUNNING = (Component.HEADING, Component.ARTICLE, Component.CLAUSE, Component.POINT, Component.BODY)
"""The parts that make the text of the document, set in paragraphs."""


# The kinds of administrative documents: their names, and their abbreviations in a symbol.


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind: its name on the command line, its abbreviation; a công văn has none."""

    name: str
    abbreviation: str

    @property
    def title(self) -> str:
        """Return the title on paper, "KẾ HOẠCH"; "" for a công văn."""
        return KIND_NAMES[self.abbreviation].upper() if self.abbreviation else ""


LETTER = DocumentKind("cong-van", "")

KNOWN = (
    DocumentKind("ke-hoach", "KH"),
    DocumentKind("bao-cao", "BC"),
    LETTER,
    DocumentKind("quyet-dinh", "QĐ"),
    DocumentKind("to-trinh", "TTr"),
    DocumentKind("thong-bao", "TB"),
)
"""The kinds that are told apart in every respect."""

OTHERS = (
    DocumentKind("nghi-quyet", "NQ"),
    DocumentKind("chi-thi", "CT"),
    DocumentKind("quy-che", "QC"),
    DocumentKind("huong-dan", "HD"),
    DocumentKind("chuong-trinh", "CTr"),
    DocumentKind("phuong-an", "PA"),
    DocumentKind("de-an", "ĐA"),
)
"""Kinds whose title and abbreviation are known; for the rest they are as any document."""

ALL = KNOWN + OTHERS
ABBREVIATIONS = frozenset(kind.abbreviation for kind in ALL if kind.abbreviation)


def named(name: str) -> DocumentKind | None:
    """Return the kind of a name on the command line, None if there is none."""
    return next((kind for kind in KNOWN if kind.name == name), None)


# What a rule judges: a document with its parts found.

Placed = tuple[Component, Paragraph]
"""A paragraph, and the part it belongs to."""


@dataclass(frozen=True, slots=True)
class FormSubject:
    """A document, what kind it is, and which part each paragraph belongs to."""

    paper: Paper
    profile: Profile
    kind: DocumentKind | None
    """None where the kind isn't one that is known."""
    placed: tuple[Placed, ...]
    """Every paragraph of the body, in reading order."""
    letterhead: int | None = None
    """The table that holds it, counted from 0; None where it stands in no table."""
    signature: int | None = None
    """The table that holds signer and recipients, or None."""
    tabbed: frozenset[Component] = frozenset()
    """AGENCY, RECIPIENT: letterhead and closing whose two sides are parted by tabs, not a table.

    What stands in them can't be told apart, so nothing of it counts as missing.
    """
    boxed: bool = False
    """Whether the letterhead stands in text boxes: nothing of it counts as missing either."""
    asked: bool = False
    """Whether the kind was given by who asks, who then wants it judged as one."""

    @property
    def is_letter(self) -> bool:
        """Return whether it is a công văn, which has no title."""
        return self.kind is LETTER

    def of(self, *parts: Component) -> Iterator[Paragraph]:
        """Yield the paragraphs of some parts that print something, in reading order."""
        for part, paragraph in self.placed:
            if part in parts and not paragraph.blank:
                yield paragraph

    def first(self, *parts: Component) -> Paragraph | None:
        """Return the first paragraph of some parts, None if there is none."""
        return next(self.of(*parts), None)

    def everything(self) -> Iterator[Placed]:
        """Yield every paragraph that prints something: the text, then margins, boxes and notes."""
        for part, paragraph in self.placed:
            if not paragraph.blank:
                yield part, paragraph
        for paragraph in self.paper.marginal():
            if not paragraph.blank:
                yield (
                    (Component.PAGE_NUMBER if "PAGE" in paragraph.fields else Component.MARGIN),
                    paragraph,
                )
        for paragraph in self.paper.asides:
            yield Component.ASIDE, paragraph

    def data_tables(self) -> Iterator[WordTable]:
        """Yield the tables that hold data: with lines, and not there for the layout."""
        for index, table in enumerate(self.paper.tables):
            layout = index in {self.letterhead, self.signature} or table.nested
            if table.bordered and not layout and len(table.rows) > 1:
                yield table

"""The parts of an administrative document, with the names the decree gives them."""

from enum import StrEnum


class Part(StrEnum):
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
    OTHER = "other"


WORDS: dict[Part, str] = {
    Part.NATION: "Quốc hiệu",
    Part.MOTTO: "Tiêu ngữ",
    Part.PARENT: "tên cơ quan chủ quản",
    Part.AGENCY: "tên cơ quan ban hành",
    Part.NUMBER: "số, ký hiệu",
    Part.LETTER_SUBJECT: "trích yếu công văn",
    Part.DATE: "địa danh và ngày",
    Part.KIND: "tên loại văn bản",
    Part.SUBJECT: "trích yếu",
    Part.ISSUER: "thẩm quyền ban hành",
    Part.ADDRESSEE: "kính gửi",
    Part.BASIS: "căn cứ",
    Part.CHAPTER: "phần, chương",
    Part.HEADING: "mục",
    Part.CLAUSE: "khoản",
    Part.POINT: "điểm",
    Part.ARTICLE: "điều",
    Part.BODY: "nội dung",
    Part.RECIPIENTS_WORD: 'chữ "Nơi nhận"',
    Part.RECIPIENT: "nơi nhận",
    Part.AUTHORITY: "quyền hạn, chức vụ",
    Part.SIGNER: "họ tên người ký",
    Part.APPENDIX_WORD: 'chữ "Phụ lục"',
    Part.APPENDIX_TITLE: "tên phụ lục",
    Part.ATTACHMENT: "dòng kèm theo",
    Part.APPENDIX: "phụ lục",
    Part.TABLE: "bảng",
    Part.PAGE: "trang",
    Part.PAGE_NUMBER: "số trang",
    Part.MARGIN: "đầu trang, chân trang",
    Part.OTHER: "văn bản",
}
"""How a message names a part, inside a sentence."""

RUNNING = (Part.HEADING, Part.ARTICLE, Part.CLAUSE, Part.POINT, Part.BODY)
"""The parts that make the text of the document, set in paragraphs."""

"""Rules about appendices and their tables."""

import re
from collections.abc import Iterator

from cchc.diagnostics import Finding, Severity
from cchc.form.anatomy import HEADING
from cchc.form.document import RUNNING, Component, FormSubject
from cchc.form.ends import is_of_letterhead
from cchc.form.judging import at, departure, excerpt, figure, rule, wrong_characters, wrong_size
from cchc.text import roman, unaccented
from cchc.word.layout import Paragraph


@rule("appendix-heading", Severity.ERROR)
def appendix_heading(subject: FormSubject) -> Iterator[Finding]:
    """Sau phần ký có nội dung mà không có tiêu đề "Phụ lục".

    Vì sao: người nhận tờ rời phải biết đó là phụ lục, và của văn bản nào.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III (phụ lục): từ "Phụ lục" ở dòng
    riêng, canh giữa; tên phụ lục; dòng kèm theo. Quy chế, quy định ban hành kèm theo có dòng
    "(Ban hành kèm theo …)" thì không bị xét.
    """
    followed = {part for part, p in subject.placed if part in AFTER and not p.blank}
    after = list(subject.of(Component.APPENDIX))
    last = max((i for i, table in enumerate(subject.paper.tables) if table.bordered), default=-1)
    # A remark under the signature is none, nor is another document with its own head or title.
    remark = len(after) <= REMARKS and last <= (subject.signature or 0)
    own = any(is_of_letterhead(p) or OWN.match(unaccented(p.text)) for p in after[:HEADING])
    if (
        followed == {Component.APPENDIX}
        and subject.signature is not None
        and not remark
        and not own
    ):
        message = 'sau phần ký có nội dung mà không có tiêu đề "Phụ lục"'
        yield at(
            after[0], Component.APPENDIX, message, "không có", '"Phụ lục" ở dòng riêng, canh giữa'
        )


REMARKS = 2
"""Lines that a remark under the signature takes at most."""
OWN = re.compile(
    r"(bieu|mau|danh sach|de cuong|lich|chuong trinh|quy che|quy dinh|dieu le|du toan)\b"
)
AFTER = (
    Component.APPENDIX_WORD,
    Component.APPENDIX_TITLE,
    Component.ATTACHMENT,
    Component.APPENDIX,
)


@rule("appendix-letters", Severity.ERROR)
def appendix_letters(subject: FormSubject) -> Iterator[Finding]:
    """Tiêu đề phụ lục sai cỡ chữ hoặc kiểu chữ.

    Vì sao: ba dòng đầu của phụ lục nhìn là phân biệt được: chữ "Phụ lục", tên phụ lục, dòng kèm
    theo.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III (phụ lục): chữ "Phụ lục" in
    thường, cỡ 14, đứng, đậm; tên phụ lục in hoa, cỡ 13 đến 14, đứng, đậm; dòng kèm theo in
    thường, cỡ 13 đến 14, nghiêng.
    """
    yield from wrong_characters(subject, Component.APPENDIX_WORD)
    yield from wrong_characters(subject, Component.APPENDIX_TITLE)
    yield from wrong_characters(subject, Component.ATTACHMENT)


NUMBER = re.compile(r"phụ lục(?: số)?\s*([ivxlc\d]*)\b", re.IGNORECASE)


@rule("appendix-number", Severity.ERROR)
def appendix_number(subject: FormSubject) -> Iterator[Finding]:
    """Phụ lục đánh số sai.

    Vì sao: từ hai phụ lục trở lên thì mỗi phụ lục có một số để dẫn chiếu. Chỉ có một thì
    không xét: các phụ lục khác có thể ở tệp khác.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III (phụ lục): văn bản có từ hai phụ lục
    trở lên thì phải đánh số thứ tự bằng chữ số La Mã.
    """
    headings = list(subject.of(Component.APPENDIX_WORD))
    for place, paragraph in enumerate(headings if len(headings) > 1 else (), 1):
        found = NUMBER.match(paragraph.text.strip())
        number = found[1] if found else ""
        wanted = roman(place)
        if number != wanted:
            message = f'phụ lục đánh số "{number}"' if number else "phụ lục không đánh số"
            yield at(paragraph, Component.APPENDIX_WORD, message, number, f"Phụ lục {wanted}")


@rule("appendix-attachment", Severity.ERROR)
def appendix_attachment(subject: FormSubject) -> Iterator[Finding]:
    """Phụ lục không có dòng "(Kèm theo …)".

    Vì sao: dòng này nối phụ lục với văn bản: loại, số, ngày, cơ quan.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III (phụ lục): dưới tên phụ lục ghi "(Kèm
    theo Kế hoạch số …/KH-UBND ngày … tháng … năm … của …)"; văn bản điện tử để trống số và ngày.
    """
    heading = None
    for part, paragraph in subject.placed:
        if part is Component.ATTACHMENT:
            heading = None
        elif part is Component.APPENDIX_WORD:
            if heading:
                yield _finding(heading)
            heading = paragraph
    if heading:
        yield _finding(heading)


def _finding(heading: Paragraph) -> Finding:
    message = 'phụ lục không có dòng "(Kèm theo …)"'
    wanted = "(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm … của …)"
    return at(heading, Component.APPENDIX_WORD, message, "không có", wanted)


MENTION = re.compile(r"phu luc|kem|bieu|danh muc|danh sach")


@rule("appendix-unmentioned", Severity.ERROR)
def appendix_unmentioned(subject: FormSubject) -> Iterator[Finding]:
    """Nội dung không nhắc tới phụ lục.

    Vì sao: phụ lục không được dẫn chiếu thì không rõ có hiệu lực như văn bản hay không.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III (phụ lục): văn bản có phụ lục kèm
    theo thì trong văn bản phải có chỉ dẫn về phụ lục đó.
    """
    appendix = subject.first(Component.APPENDIX_WORD)
    texts = (unaccented(paragraph.text) for paragraph in subject.of(*MENTIONING))
    if appendix and not any(MENTION.search(text) for text in texts):
        message = "nội dung không nhắc tới phụ lục"
        wanted = '"(Có phụ lục kèm theo)" hoặc câu dẫn chiếu'
        yield at(appendix, Component.APPENDIX_WORD, message, "không có", wanted)


MENTIONING = (
    *RUNNING,
    Component.TABLE,
    Component.SUBJECT,
    Component.LETTER_SUBJECT,
    Component.ADDRESSEE,
)

SHORT = 1500
"""Characters of a table that surely fits on a page."""
ROWS = 12


@rule("table-header", Severity.WARNING)
def table_header(subject: FormSubject) -> Iterator[Finding]:
    """Bảng dài không lặp lại hàng tiêu đề ở trang sau.

    Vì sao: sang trang mà không có tiêu đề cột thì phải lật lại mới đọc được. Trong Word: Table
    Layout > Repeat Header Rows.

    Nguồn: thực tế trình bày; Nghị định 30/2020/NĐ-CP không nói tới.
    """
    for table in subject.data_tables():
        size = sum(len(text) for row in table.rows for text in row.cells)
        if (size > SHORT or len(table.rows) > ROWS) and not table.rows[0].heading:
            text = " | ".join(" ".join(cell.split()) for cell in table.rows[0].cells)
            yield departure(
                Component.TABLE,
                "bảng dài không lặp lại hàng tiêu đề",
                "không lặp lại",
                "hàng đầu đặt Repeat Header Rows",
                (table.rows[0].first_paragraph, excerpt(text)),
            )


@rule("table-letters", Severity.WARNING)
def table_letters(subject: FormSubject) -> Iterator[Finding]:
    """Chữ trong bảng nhỏ hơn 11 hoặc lớn hơn 13.

    Vì sao: nhỏ quá không đọc được, lớn quá thì cột hẹp vỡ chữ.

    Nguồn: thực tế trình bày: 11 đến 13; Nghị định 30/2020/NĐ-CP không quy định cỡ chữ trong bảng.
    """
    data = {id(table) for table in subject.data_tables()}
    for paragraph in subject.of(Component.TABLE):
        if paragraph.cell and id(subject.paper.tables[paragraph.cell.table]) in data:
            yield from wrong_size(
                paragraph, Component.TABLE, subject.profile.characters[Component.TABLE].size
            )


TOLERANCE = 5.0
"""Millimetres: Word lets a table stick out by the margins of its cells."""


@rule("table-width", Severity.WARNING)
def table_width(subject: FormSubject) -> Iterator[Finding]:
    """Bảng rộng hơn phần chữ của trang.

    Vì sao: bảng lấn ra lề thì in ra mất cột, đóng hồ sơ che mất chữ.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I (định lề trang).
    """
    for table in subject.data_tables():
        section = subject.paper.sections[min(table.section, len(subject.paper.sections) - 1)]
        room = section.width - section.margins.left - section.margins.right
        width = sum(table.columns)
        if width > room + TOLERANCE:
            found, wanted = figure(round(width), "mm"), f"không quá {figure(round(room), 'mm')}"
            message = f"bảng rộng {found}"
            first = table.rows[0]
            text = excerpt(" | ".join(first.cells))
            yield departure(Component.TABLE, message, found, wanted, (first.first_paragraph, text))

"""Rules about the body: letters, spacing, headings and the end."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from cchc.diagnostics import Finding, Severity
from cchc.form.document import RUNNING, Component, FormSubject, Placed
from cchc.form.ends import is_bold
from cchc.form.judging import (
    allowed,
    at,
    figure,
    is_within,
    not_capitals,
    printed,
    rule,
    wrong_size,
    wrong_slope,
    wrong_weight,
)
from cchc.form.sequences import expected_numbers
from cchc.word.layout import Paragraph

SIZED_PARTS = (*RUNNING, Component.CHAPTER, Component.ADDRESSEE, Component.ISSUER)


@rule("body-size", Severity.ERROR)
def body_size(subject: FormSubject) -> Iterator[Finding]:
    """Chữ của nội dung sai cỡ.

    Vì sao: cỡ 12 của Word khó đọc khi in và gửi fax, cỡ 15 tốn giấy; cả văn bản một cỡ.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): cỡ chữ 13 đến 14.
    """
    for part, paragraph in subject.placed:
        if part in SIZED_PARTS:
            yield from wrong_size(paragraph, part, subject.profile.characters[Component.BODY].size)


LONG = 120
"""Characters: a shorter paragraph in bold may be a title without a number."""
REMARK = re.compile(r"[-*]?\s*(\(|lưu ý|ghi chú|ví dụ|nguồn|chú thích)", re.IGNORECASE)


@rule("body-slope", Severity.WARNING)
def body_slope(subject: FormSubject) -> Iterator[Finding]:
    """Cả một đoạn của nội dung in nghiêng hoặc in đậm.

    Vì sao: chữ nghiêng dành cho căn cứ và lời ghi chú; đoạn in đậm cả làm mất chỗ cần nhấn mạnh.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): chữ in thường,
    kiểu chữ đứng. Đoạn "Lưu ý: …", "Ghi chú: …", đoạn trong ngoặc đơn được in nghiêng.
    """
    for paragraph in subject.of(Component.BODY, Component.POINT):
        looks = [run.characters for run in printed(paragraph)]
        if not looks:
            continue
        if all(look.italic for look in looks) and not REMARK.match(paragraph.text.strip()):
            yield at(paragraph, Component.BODY, "cả đoạn in nghiêng", "chữ nghiêng", "chữ đứng")
        if all(look.bold for look in looks) and len(paragraph.text) > LONG:
            yield at(paragraph, Component.BODY, "cả đoạn in đậm", "chữ đậm", "chữ không đậm")


ONE_LINE = 95
"""Characters that surely fit on one line don't show how they are aligned."""


@rule("body-justified", Severity.ERROR)
def body_justified(subject: FormSubject) -> Iterator[Finding]:
    """Đoạn văn không canh đều hai lề.

    Vì sao: hai mép chữ thẳng; Word đặt sẵn là canh trái.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): dàn đều cả hai lề.
    Đoạn chỉ có một dòng thì không bị xét.
    """
    for part, paragraph in subject.placed:
        text = part in {*RUNNING, Component.BASIS} and len(paragraph.text) > ONE_LINE
        # A title in the middle of the text, or a remark there, isn't a paragraph of it.
        titled = paragraph.align == "center" and (
            is_bold(paragraph) or paragraph.text.isupper() or REMARK.match(paragraph.text.strip())
        )
        if text and paragraph.align != "both" and not titled:
            found = f"canh {SIDES[paragraph.align]}"
            yield at(paragraph, part, "đoạn không canh đều hai lề", found, "canh đều (Justify)")


SIDES = {"left": "trái", "right": "phải", "center": "giữa"}


TOLERANCE = 0.4
"""Millimetres."""


@rule("first-line", Severity.ERROR)
def first_line(subject: FormSubject) -> Iterator[Finding]:
    """Dòng đầu của đoạn không lùi vào 1 cm hoặc 1,27 cm.

    Vì sao: dòng đầu lùi vào cho biết chỗ bắt đầu đoạn; cả văn bản lùi như nhau.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): khi xuống
    dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm. Dòng bắt đầu bằng phím Tab được coi là đã lùi.
    """
    span = subject.profile.first_lines
    for part, paragraph in subject.placed:
        judged = part in {*RUNNING, Component.BASIS} and paragraph.first and not paragraph.blank
        if not judged or paragraph.align == "center" or paragraph.text.startswith(("\t", "   ")):
            continue
        begins = (paragraph.shape.left or 0) + (paragraph.shape.first_line or 0)
        if not is_within(begins, span, TOLERANCE):
            found = figure(round(begins / 10, 2), "cm")
            message = f"dòng đầu lùi {found}"
            yield at(paragraph, part, message, found, "từ 1 cm đến 1,27 cm")


PARTS = (*RUNNING, Component.BASIS)


@rule("paragraph-spacing", Severity.ERROR)
def paragraph_spacing(subject: FormSubject) -> Iterator[Finding]:
    """Khoảng cách giữa hai đoạn nhỏ hơn 6 pt.

    Vì sao: đoạn dính nhau thì khó đọc và khó đóng dấu, ghi bút phê.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): khoảng cách
    giữa các đoạn văn tối thiểu là 6 pt.
    """
    least = subject.profile.between_paragraphs
    for (before, upper), (part, lower) in pairwise(subject.placed):
        # A line in the middle is a title, whose lines stand close.
        titled = "center" in {upper.align, lower.align}
        if before in PARTS and part in PARTS and lower.first and not (upper.blank or titled):
            gap = _gap(upper, lower)
            if gap < least - 0.01:
                found, wanted = figure(gap, "pt"), f"ít nhất {figure(least, 'pt')}"
                yield at(lower, part, f"cách đoạn trên {found}", found, wanted)


def _gap(upper: Paragraph, lower: Paragraph) -> float:
    """Return the points between two paragraphs; "don't add space" takes a side's away."""
    after = 0 if upper.shape.contextual and lower.shape.contextual else upper.shape.after
    before = 0 if upper.shape.contextual and lower.shape.contextual else lower.shape.before
    return (after or 0) + (before or 0)


SINGLE = 1.15
"""A single line of Times New Roman, against the size of its letters."""
LINE_SPACING_TOLERANCE = 0.07
"""Lines: 15 pt exactly is as good as single for 14 pt letters in common use."""


@rule("line-spacing", Severity.ERROR)
def line_spacing(subject: FormSubject) -> Iterator[Finding]:
    """Khoảng cách dòng nhỏ hơn dòng đơn hoặc lớn hơn 1,5 dòng.

    Vì sao: dòng sát thì dấu tiếng Việt chạm nhau, dòng thưa thì tốn giấy.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): khoảng cách
    giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 lines. Khoảng cách đặt bằng pt (Exactly,
    At least) được quy ra dòng theo cỡ chữ.
    """
    span = subject.profile.line_spacing
    for part, paragraph in subject.placed:
        if part in RUNNING and paragraph.first and printed(paragraph):
            lines = _lines(paragraph)
            if not is_within(lines, span, LINE_SPACING_TOLERANCE):
                found = figure(lines, "dòng")
                message = f"khoảng cách dòng {found}"
                yield at(paragraph, part, message, found, allowed(span, "dòng"))


def _lines(paragraph: Paragraph) -> float:
    shape = paragraph.shape
    if shape.line is None or shape.line_rule == "auto":
        return 1.0 if shape.line is None else shape.line
    single = SINGLE * max(run.characters.size for run in printed(paragraph))
    # "At least" grows with the letters.
    return max(shape.line / single, 1.0 if shape.line_rule == "atLeast" else 0.0)


LONGEST = 150
"""Characters; what is longer is a sentence, not a heading."""


@rule("heading-letters", Severity.ERROR)
def heading_letters(subject: FormSubject) -> Iterator[Finding]:
    """Đầu mục "I. …" sai kiểu chữ.

    Vì sao: đầu mục in hoa, đậm thì lướt qua là thấy bố cục.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): số thứ tự La
    Mã, tiêu đề in hoa, cỡ 13 đến 14, kiểu chữ đứng, đậm. Lời chú trong ngoặc ở cuối đầu mục và
    mục là cả một câu dài không bị xét.
    """
    for paragraph in subject.of(Component.HEADING):
        if len(paragraph.text) <= LONGEST:
            yield from wrong_weight(paragraph, Component.HEADING, bold=True)
            yield from wrong_slope(paragraph, Component.HEADING, italic=False)
            yield from not_capitals(paragraph, Component.HEADING)


@rule("heading-numbers", Severity.ERROR)
def heading_numbers(subject: FormSubject) -> Iterator[Finding]:
    """Số thứ tự của mục, khoản, điểm, điều nhảy cóc hoặc lặp lại.

    Vì sao: dẫn chiếu "mục II", "khoản 3", "điểm đ" phải chỉ đúng một chỗ. Điểm theo chữ cái tiếng
    Việt: a, b, c, d, đ, e, g, h, i …; đánh số tự động của Word bỏ mất đ.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): phần, chương
    bằng số La Mã; mục, khoản bằng chữ số Ả Rập; điểm bằng chữ cái tiếng Việt theo thứ tự, sau
    có dấu ngoặc đơn đóng.
    """
    rows = [(part, paragraph.text.strip()) for part, paragraph in subject.placed]
    for (part, paragraph), wanted in zip(subject.placed, expected_numbers(rows), strict=True):
        if wanted:
            number = paragraph.text.split()[0]
            message = f"số thứ tự {number} không nối tiếp số trước"
            yield at(paragraph, part, message, number, wanted)


CLAUSE_LETTERS_LONGEST = 90
"""Characters a title without a mark at its end has at most."""
UNDER = (Component.BODY, Component.POINT)


@rule("clause-letters", Severity.WARNING)
def clause_letters(subject: FormSubject) -> Iterator[Finding]:
    """Tiêu đề khoản "1. …" hoặc "Điều 1. …" không in đậm.

    Vì sao: khoản có tiêu đề riêng thì tiêu đề in đậm, để phân biệt với khoản chỉ là một đoạn văn.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): khoản có tiêu
    đề thì số thứ tự và tiêu đề in thường, kiểu chữ đứng, đậm. Dòng ngắn, không có dấu câu ở
    cuối, mà có nội dung tiếp theo bên dưới, được coi là tiêu đề.
    """
    shown = [row for row in subject.placed if not row[1].blank]
    for row, following in pairwise(shown):
        if _is_title(row, following):
            yield from wrong_weight(row[1], Component.CLAUSE, bold=True)
            yield from wrong_slope(row[1], Component.CLAUSE, italic=False)


def _is_title(row: Placed, following: Placed) -> bool:
    part, paragraph = row
    return part is Component.CLAUSE and _is_short(paragraph) and following[0] in UNDER


def _is_short(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return len(text) <= CLAUSE_LETTERS_LONGEST and text[-1] not in ".;:,"


@rule("end-mark", Severity.ERROR)
def end_mark(subject: FormSubject) -> Iterator[Finding]:
    """Nội dung không kết thúc bằng "./.".

    Vì sao: dấu "./." cho biết văn bản hết ở đó, không ai viết thêm được.

    Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): hết nội dung
    có dấu chấm, gạch chéo, chấm (./.). Nội dung kết thúc bằng một bảng thì không bị xét.
    """
    before = takewhile(lambda row: row[0] not in AFTER, subject.placed)
    shown = [(part, p) for part, p in before if not p.blank and part in ENDING]
    # What the text comes with may be told behind its end: "…./." and "(Kèm theo …)".
    ended = len(shown) > 1 and shown[-2][1].text.rstrip().endswith("./.")
    if shown and not (ended and REMARK.match(shown[-1][1].text.strip())):
        part, paragraph = shown[-1]
        if part is not Component.TABLE and not paragraph.text.rstrip().endswith("./."):
            found = paragraph.text.strip()[-12:]
            yield at(paragraph, part, 'nội dung không kết thúc bằng "./."', found, "./.")


ENDING = (*RUNNING, Component.TABLE)
AFTER = (Component.RECIPIENTS_WORD, Component.AUTHORITY, Component.SIGNER, Component.APPENDIX_WORD)

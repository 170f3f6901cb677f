"""Nơi nhận thiếu hoặc sai cách viết.

Vì sao: nơi nhận là căn cứ để văn thư gửi; thiếu một nơi là nơi ấy không có văn bản.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nơi nhận): dòng "Nơi nhận:" có dấu hai
chấm; mỗi nơi một dòng, đầu dòng có gạch đầu dòng, cuối dòng có dấu chấm phẩy; dòng cuối kết thúc
bằng dấu chấm.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.paper import Paragraph
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "recipients-form"
SEVERITY = Severity.ERROR

DASHES = ("-", "–", "•")
"""A number that Word puts by itself is a dash too."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each departure of the recipients from their form, or that there are none."""
    if Part.RECIPIENT in subject.tabbed:
        return
    word = subject.first(Part.RECIPIENTS_WORD)
    listed = list(subject.of(Part.RECIPIENT))
    if word is None or not listed:
        wanted = "Nơi nhận: và các nơi nhận, bên trái phần ký"
        yield Finding(Part.RECIPIENTS_WORD, "không có nơi nhận", "không có", wanted)
        return
    if word.text.strip() != "Nơi nhận:":
        message = f'viết "{word.text.strip()}"'
        yield at(word, Part.RECIPIENTS_WORD, message, word.text.strip(), "Nơi nhận:")
    for paragraph, following in zip(listed, [*listed[1:], None], strict=True):
        yield from _line(paragraph, following)


def _line(paragraph: Paragraph, following: Paragraph | None) -> Iterator[Finding]:
    text = paragraph.text.strip()
    # A line after a line break may go on with the recipient above it.
    if paragraph.first and not text.startswith(DASHES):
        message = "nơi nhận không có gạch đầu dòng"
        yield at(paragraph, Part.RECIPIENT, message, text[:1], "- …;")
    goes_on = following is not None and not following.text.strip().startswith(DASHES)
    wanted = ";" if following else "."
    if not goes_on and text[-1] != wanted:
        message = f'nơi nhận không kết thúc bằng dấu "{wanted}"'
        yield at(paragraph, Part.RECIPIENT, message, text[-1], f"- …{wanted}")

"""Tiêu đề phụ lục sai cỡ chữ hoặc kiểu chữ.

Vì sao: ba dòng đầu của phụ lục nhìn là phân biệt được: chữ "Phụ lục", tên phụ lục, dòng kèm theo.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III (phụ lục): chữ "Phụ lục" in thường, cỡ
14, đứng, đậm; tên phụ lục in hoa, cỡ 13 đến 14, đứng, đậm; dòng kèm theo in thường, cỡ 13 đến 14,
nghiêng.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.lettering import wrong_letters
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "appendix-letters"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the letters of an appendix's heading."""
    letters = subject.profile.letters
    yield from wrong_letters(
        subject.of(Part.APPENDIX_WORD), Part.APPENDIX_WORD, letters.appendix_word
    )
    yield from wrong_letters(
        subject.of(Part.APPENDIX_TITLE), Part.APPENDIX_TITLE, letters.appendix_title, capitals=True
    )
    yield from wrong_letters(subject.of(Part.ATTACHMENT), Part.ATTACHMENT, letters.attachment)

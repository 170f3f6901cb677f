"""Nơi nhận sai cỡ chữ hoặc kiểu chữ.

Vì sao: nơi nhận in nhỏ, nằm gọn bên trái, ngang với phần ký.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nơi nhận): chữ "Nơi nhận" cỡ 12,
nghiêng, đậm; danh sách cỡ 11, kiểu chữ đứng.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.lettering import wrong_letters
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "recipients-letters"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the letters of the recipients."""
    letters = subject.profile.letters
    yield from wrong_letters(
        subject.of(Part.RECIPIENTS_WORD), Part.RECIPIENTS_WORD, letters.recipients_word
    )
    yield from wrong_letters(subject.of(Part.RECIPIENT), Part.RECIPIENT, letters.recipients)

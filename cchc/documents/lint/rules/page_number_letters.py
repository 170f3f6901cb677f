"""Số trang sai cỡ chữ, kiểu chữ hoặc kiểu số.

Vì sao: số trang là một phần của văn bản, cùng phông và cỡ với nội dung, bằng chữ số Ả Rập.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.7: chữ số Ả Rập, cỡ chữ 13 đến 14, kiểu
chữ đứng.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.lettering import wrong_letters
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "page-number-letters"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the letters of page numbers, and numbers that aren't Arabic."""
    numbers = [p for p in subject.paper.marginal() if "PAGE" in p.fields]
    yield from wrong_letters(numbers, Part.PAGE_NUMBER, subject.profile.letters.page_number)
    forms = {section.number_form for section in subject.paper.sections} - {"decimal"}
    if numbers and forms:
        message = "số trang không phải chữ số Ả Rập"
        yield Finding(Part.PAGE_NUMBER, message, ", ".join(sorted(forms)), "1, 2, 3 …")

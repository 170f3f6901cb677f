"""Quyền hạn, chức vụ hoặc họ tên người ký sai cỡ chữ hoặc kiểu chữ.

Vì sao: phần ký cho biết ai chịu trách nhiệm; chức vụ in hoa, họ tên in thường, cùng đậm.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (chức vụ, họ tên và chữ ký của người có
thẩm quyền): quyền hạn, chức vụ in hoa, họ tên in thường, cỡ 13 đến 14, kiểu chữ đứng, đậm.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.lettering import wrong_letters
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "signer-letters"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the letters of who signs."""
    letters = subject.profile.letters
    yield from wrong_letters(
        subject.of(Part.AUTHORITY), Part.AUTHORITY, letters.authority, capitals=True
    )
    yield from wrong_letters(subject.of(Part.SIGNER), Part.SIGNER, letters.signer)

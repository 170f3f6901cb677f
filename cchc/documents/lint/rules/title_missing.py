"""Không có tên loại văn bản hoặc không có trích yếu.

Vì sao: trừ công văn (có "V/v" dưới số, ký hiệu), văn bản nào cũng có tên loại và trích yếu để vào
sổ và tìm lại.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (tên loại và trích yếu nội dung văn
bản).
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "title-missing"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding if there is no title, or nothing says what the document is about."""
    title = subject.first(Part.KIND)
    if subject.is_letter:
        if subject.first(Part.LETTER_SUBJECT) is None:
            message = "công văn không có trích yếu"
            yield Finding(Part.LETTER_SUBJECT, message, "không có", "V/v … dưới số, ký hiệu")
    elif title is None:
        message = "không thấy tên loại văn bản"
        wanted = "KẾ HOẠCH, BÁO CÁO …; công văn thì có V/v … dưới số, ký hiệu"
        yield Finding(Part.KIND, message, "không có", wanted)
    elif subject.first(Part.SUBJECT) is None:
        message = "dưới tên loại không có trích yếu"
        yield at(title, Part.KIND, message, "không có", "trích yếu ở dòng riêng, dưới tên loại")

"""Văn bản nhiều trang không có số trang.

Vì sao: tờ rời nhau thì không xếp lại được, và không ai biết có đủ trang hay không.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.7: đánh từ số 1, bằng chữ số Ả Rập. Văn
bản ước chừng chưa hết hai trang thì không bị báo.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding
from cchc.documents.lint.pages import is_long
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "page-number-missing"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding if no header or footer of a long document has a page number."""
    numbered = any("PAGE" in paragraph.fields for paragraph in subject.paper.marginal())
    if not numbered and is_long(subject.paper):
        message = "văn bản nhiều trang mà không có số trang"
        yield Finding(Part.PAGE_NUMBER, message, "không có", "số trang ở giữa, trong lề trên")

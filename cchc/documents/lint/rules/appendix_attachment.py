"""Phụ lục không có dòng "(Kèm theo …)".

Vì sao: dòng này nối phụ lục với văn bản: loại, số, ngày, cơ quan.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III (phụ lục): dưới tên phụ lục ghi "(Kèm
theo Kế hoạch số …/KH-UBND ngày … tháng … năm … của …)"; văn bản điện tử để trống số và ngày.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.paper import Paragraph
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "appendix-attachment"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each appendix that doesn't say which document it goes with."""
    heading = None
    for part, paragraph in subject.placed:
        if part is Part.ATTACHMENT:
            heading = None
        elif part is Part.APPENDIX_WORD:
            if heading:
                yield _finding(heading)
            heading = paragraph
    if heading:
        yield _finding(heading)


def _finding(heading: Paragraph) -> Finding:
    message = 'phụ lục không có dòng "(Kèm theo …)"'
    wanted = "(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm … của …)"
    return at(heading, Part.APPENDIX_WORD, message, "không có", wanted)

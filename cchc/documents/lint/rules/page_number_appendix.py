"""Số trang của phụ lục không bắt đầu lại từ 1.

Vì sao: phụ lục có thể tách khỏi văn bản để dùng riêng. Trong Word: Page Number > Format > Start
at 1.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III (phụ lục): số trang của phụ lục được
đánh số riêng.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "page-number-appendix"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each appendix that begins a section of its own whose pages are counted on."""
    sections = subject.paper.sections
    before = 0
    for paragraph in subject.of(Part.APPENDIX_WORD):
        own = before < paragraph.section < len(sections)
        if own and sections[paragraph.section].start != "1":
            message = "số trang của phụ lục đánh tiếp theo văn bản"
            yield at(paragraph, Part.APPENDIX_WORD, message, "đánh tiếp", "bắt đầu lại từ 1")
        before = paragraph.section

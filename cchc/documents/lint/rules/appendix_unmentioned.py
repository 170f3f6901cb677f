"""Nội dung không nhắc tới phụ lục.

Vì sao: phụ lục không được dẫn chiếu thì không rõ có hiệu lực như văn bản hay không.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III (phụ lục): văn bản có phụ lục kèm theo
thì trong văn bản phải có chỉ dẫn về phụ lục đó.
"""

import re
from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.folding import folded
from cchc.documents.lint.parts import RUNNING, Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "appendix-unmentioned"
SEVERITY = Severity.ERROR
MENTION = re.compile(r"phu luc|kem theo|bieu|danh muc")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding if there is an appendix of which the text doesn't speak."""
    appendix = subject.first(Part.APPENDIX_WORD)
    texts = (folded(paragraph.text) for paragraph in subject.of(*RUNNING))
    if appendix and not any(MENTION.search(text) for text in texts):
        message = "nội dung không nhắc tới phụ lục"
        wanted = '"(Có phụ lục kèm theo)" hoặc câu dẫn chiếu'
        yield at(appendix, Part.APPENDIX_WORD, message, "không có", wanted)

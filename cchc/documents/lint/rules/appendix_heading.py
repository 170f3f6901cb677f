"""Sau phần ký có nội dung mà không có tiêu đề "Phụ lục".

Vì sao: người nhận tờ rời phải biết đó là phụ lục, và của văn bản nào.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III (phụ lục): từ "Phụ lục" ở dòng riêng,
canh giữa; tên phụ lục; dòng kèm theo. Quy chế, quy định ban hành kèm theo có dòng "(Ban hành kèm
theo …)" thì không bị xét.
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "appendix-heading"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding if something follows the signature that says nowhere what it is."""
    followed = {part for part, p in subject.placed if part in AFTER and not p.blank}
    if followed == {Part.APPENDIX} and subject.signature is not None:
        first = next(subject.of(Part.APPENDIX))
        message = 'sau phần ký có nội dung mà không có tiêu đề "Phụ lục"'
        yield at(first, Part.APPENDIX, message, "không có", '"Phụ lục" ở dòng riêng, canh giữa')


AFTER = (Part.APPENDIX_WORD, Part.APPENDIX_TITLE, Part.ATTACHMENT, Part.APPENDIX)

"""Nội dung không kết thúc bằng "./.".

Vì sao: dấu "./." cho biết văn bản hết ở đó, không ai viết thêm được.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (nội dung văn bản): hết nội dung có dấu
chấm, gạch chéo, chấm (./.). Nội dung kết thúc bằng một bảng thì không bị xét.
"""

from collections.abc import Iterator
from itertools import takewhile

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.parts import RUNNING, Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "end-mark"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding if the last paragraph of the text ends otherwise."""
    before = takewhile(lambda row: row[0] not in AFTER, subject.placed)
    shown = [(part, p) for part, p in before if not p.blank and part in ENDING]
    if shown:
        part, paragraph = shown[-1]
        if part is not Part.TABLE and not paragraph.text.rstrip().endswith("./."):
            found = paragraph.text.strip()[-12:]
            yield at(paragraph, part, 'nội dung không kết thúc bằng "./."', found, "./.")


ENDING = (*RUNNING, Part.TABLE)
AFTER = (Part.RECIPIENTS_WORD, Part.AUTHORITY, Part.SIGNER, Part.APPENDIX_WORD)

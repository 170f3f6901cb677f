"""Phần ký thiếu chức vụ, họ tên, hoặc ghi sai quyền hạn.

Vì sao: phải biết ai ký, với tư cách gì: thay mặt tập thể (TM.), ký thay (KT.), thừa lệnh (TL.),
thừa ủy quyền (TUQ.), quyền (Q.).

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (chức vụ, họ tên và chữ ký của người có
thẩm quyền): viết tắt quyền hạn có dấu chấm, không có gạch chéo; dưới TM., KT., TL., TUQ. là chức
vụ của người ký; họ tên đầy đủ ở dưới cùng.
"""

import re
from collections.abc import Iterator

from cchc.documents.lint.closing import AUTHORITY
from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.folding import folded
from cchc.documents.lint.paper import Paragraph
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "signer-form"
SEVERITY = Severity.ERROR

RIGHT = re.compile(r"(TM|KT|TL|TUQ|Q)\. \S")
ON_BEHALF = re.compile(r"(TM|KT|TL|TUQ)\.")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is missing of who signs, and abbreviations of authority written otherwise."""
    if Part.RECIPIENT in subject.tabbed:
        return
    offices = list(subject.of(Part.AUTHORITY))
    if not offices:
        wanted = "chức vụ và họ tên người ký, bên phải"
        yield Finding(Part.AUTHORITY, "không có chức vụ của người ký", "không có", wanted)
        return
    yield from _abbreviations(offices)
    if ON_BEHALF.match(offices[-1].text.strip()):
        message = "dưới dòng quyền hạn thiếu chức vụ người ký"
        yield at(offices[-1], Part.AUTHORITY, message, "không có", "CHỦ TỊCH, PHÓ CHỦ TỊCH …")
    if subject.first(Part.SIGNER) is None:
        message = "thiếu họ tên người ký"
        yield at(offices[-1], Part.SIGNER, message, "không có", "họ tên đầy đủ, dưới chữ ký")


def _abbreviations(offices: list[Paragraph]) -> Iterator[Finding]:
    for paragraph in offices:
        text = " ".join(paragraph.text.split())
        if AUTHORITY.match(folded(text)) and not RIGHT.match(text.upper()):
            message = f'viết tắt quyền hạn "{text.split()[0]}" không đúng'
            yield at(paragraph, Part.AUTHORITY, message, text.split()[0], "TM., KT., TL., TUQ., Q.")

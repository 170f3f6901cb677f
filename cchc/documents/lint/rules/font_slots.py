"""Phông Times New Roman chỉ đặt cho một phần, hoặc lấy từ chủ đề.

Vì sao: mỗi chữ trong Word có bốn ô phông (ascii, hAnsi, eastAsia, cs). Ô còn lại ghi phông khác
thì chữ gõ thêm, dấu ngoặc kép, hoặc máy khác, ra phông khác. Phông theo chủ đề đổi khi ai đó đổi
chủ đề.

Nguồn: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.4 (phông chữ).
"""

from collections.abc import Iterator

from cchc.documents.lint.finding import Finding, at
from cchc.documents.lint.lettering import printed
from cchc.documents.lint.paper import Letters
from cchc.documents.lint.parts import Part
from cchc.documents.lint.subject import Subject
from cchc.plan.problem import Severity

NAME = "font-slots"
SEVERITY = Severity.WARNING
SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each other font in a slot, and each slot left to the theme, once for the document."""
    told: set[str] = set()
    for _, paragraph in subject.everything():
        for run in printed(paragraph):
            for found in _wrong(run.letters, subject.profile.font):
                if found not in told:
                    told.add(found)
                    message = f"ô phông {found}"
                    yield at(paragraph, Part.OTHER, message, found, "Times New Roman ở cả bốn ô")


def _wrong(letters: Letters, wanted: str) -> Iterator[str]:
    for slot, name, themed in zip(SLOTS, letters.fonts, letters.themed, strict=True):
        # What the rule `font` tells of the first two slots isn't told again.
        other = slot in SLOTS[2:] and name.lower() not in {wanted.lower(), ""}
        if themed and (name.lower() == wanted.lower() or slot in SLOTS[2:]):
            yield f"{slot} lấy theo chủ đề{f' ({name})' if name else ''}"
        elif other:
            yield f"{slot} là {name}"

"""Tên loại văn bản không khớp với ký hiệu.

Vì sao: ký hiệu bắt đầu bằng chữ viết tắt của tên loại (NĐ là Nghị định, NQ là Nghị quyết); hai bên
khác nhau thì một bên chép sai, và người tìm sẽ tìm nhầm văn bản.

Sai:

    noi_dung: Thực hiện Nghị định số 76/NQ-CP ngày 15/7/2021 của Chính phủ

Đúng:

    noi_dung: Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ
"""

from collections.abc import Iterator

from cchc.checks.citing.citation import Citation
from cchc.checks.slip import Slip
from cchc.checks.subject import Subject
from cchc.plan.problem import Severity
from cchc.progress.kinds import KINDS

NAME = "citation-kind"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Slip]:
    """Yield each citation whose kind is not the one that its symbol begins with."""
    for citation in subject.citations:
        kind, meant = citation.kind.casefold(), _of_symbol(citation)
        if kind and meant and meant not in {kind, *_ALSO.get(kind, ())}:
            message = f'"{citation.kind}" mà ký hiệu {citation.code} là của {KINDS[meant]}'
            hint = "tra lại văn bản, sửa tên loại hoặc ký hiệu"
            yield Slip(citation.start, citation.at_number[1], message, hint)


def _of_symbol(citation: Citation) -> str:
    """Return the kind that a symbol begins with, in lower case; "" where it says none."""
    first = citation.parts[0]
    # Abbreviations are told apart by their capitals: an office's name may have the same letters.
    known = first in _SURE and len(citation.parts) > 1
    return KINDS[first.casefold()].casefold() if known else ""


_SURE = frozenset(
    {"NĐ", "QĐ", "NQ", "CT", "TT", "TTLT", "KH", "CTr", "BC", "TB", "TTr", "HD", "KL", "ĐA", "PA"}
)
_ALSO = {
    "chương trình hành động": ("chương trình",),
    "quy định": ("quyết định",),  # the Party's Quy định số 37-QĐ/TW
    "quy chế": ("quyết định",),
    "đề án": ("quyết định", "kế hoạch"),
    "lệnh": ("quyết định",),
    "luật": ("nghị quyết",),
}
"""Kinds that may bear another one's symbol: issued with it, or by older custom."""

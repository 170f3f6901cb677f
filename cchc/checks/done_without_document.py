"""Sổ theo dõi ghi hoàn thành mà không có văn bản.

Vì sao: hoàn thành thì phải có văn bản chứng minh (số, ký hiệu, ngày), hoặc nói vì sao không có.

Sai:

    - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: hoan_thanh}

Đúng:

    - ngay: 2025-01-24
      nhiem_vu: II.04
      trang_thai: hoan_thanh
      van_ban: Quyết định số 15/QĐ-UBND ngày 24/01/2025
"""

from collections.abc import Iterator

from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity
from cchc.progress.entries import Deed

NAME = "done-without-document"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each entry that says done and names neither a document nor a reason in its note."""
    for entry in subject.ledger.entries:
        if entry.deed is Deed.DONE and not entry.document and not entry.note:
            message = f"nhiệm vụ {entry.task} ghi hoàn thành mà không có văn bản"
            hint = "thêm van_ban (số, ký hiệu, ngày); không có văn bản thì ghi_chu vì sao"
            yield Finding((*entry.where, "trang_thai"), message, hint)

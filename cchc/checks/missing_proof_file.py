"""Không có tệp mà sổ theo dõi ghi là văn bản chứng minh.

Vì sao: khi kiểm tra, thanh tra hỏi đến thì không đưa ra được văn bản.

Sai:

    - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: hoan_thanh, van_ban: A, tep: khong-co.pdf}

Đúng:

    - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: hoan_thanh, van_ban: A, tep: qd-15.pdf}
"""

from collections.abc import Iterator

from cchc.checks.subject import Subject
from cchc.plan.problem import Finding, Severity

NAME = "missing-proof-file"
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each entry whose file isn't there, by its path from the plan's folder."""
    folder = subject.document.path.parent
    for entry in subject.ledger.entries:
        if entry.file and not (folder / entry.file).is_file():
            message = f"không có tệp {entry.file[:80]} (tính từ thư mục của kế hoạch)"
            yield Finding((*entry.where, "tep"), message, "chép tệp vào đúng chỗ, hoặc sửa tep")

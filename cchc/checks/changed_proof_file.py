"""Tệp văn bản chứng minh đã khác với lúc ghi sổ.

Vì sao: sổ giữ mã SHA-256 của tệp khi ghi; mã khác nghĩa là tệp đã bị sửa, bị thay, hoặc hỏng.

Sai:

    - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: hoan_thanh, tep: qd-15.pdf, sha256: 00…}

Đúng:

    - {ngay: 2025-01-24, nhiem_vu: II.04, trang_thai: hoan_thanh, tep: qd-15.pdf, sha256: ba…}
"""

from collections.abc import Iterator
from pathlib import Path

from cchc.checks.subject import Subject
from cchc.errors import system_reason
from cchc.plan.problem import Finding, Severity
from cchc.progress.proof import digest

NAME = "changed-proof-file"
SEVERITY = Severity.ERROR


def check(subject: Subject) -> Iterator[Finding]:
    """Yield each entry whose file has another SHA-256 than was recorded, or can't be read."""
    folder = subject.document.path.parent
    # A file that was replaced on purpose is recorded anew: only its last digest counts.
    last = {entry.file: entry for entry in subject.ledger.entries if entry.file and entry.sha256}
    for file, entry in last.items():
        if fault := _fault(folder / file, entry.sha256):
            hint = "lấy lại tệp gốc; nếu tệp mới là đúng thì `cchc reopen` rồi ghi lại"
            yield Finding((*entry.where, "sha256"), f"tệp {file[:80]} {fault}", hint)


def _fault(file: Path, recorded: str | None) -> str:
    if not file.is_file():
        return ""
    try:
        return "" if digest(file) == recorded else "đã khác với lúc ghi sổ"
    except OSError as error:
        return f"không đọc được: {system_reason(error)}"

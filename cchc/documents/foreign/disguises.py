"""Files that are called .docx and are something else: told by their first bytes."""

from pathlib import Path

from cchc.errors import LockedDocument, NotWordDocument

_SAVE_AS = "mở trong Word, chọn Lưu thành (Save As), kiểu Word Document (.docx)"

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
"""The container of Word before 2007, and of Office's encrypted files ([MS-CFB], 2.2)."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_SIGNATURES = (
    (_OLE, "đây là tệp .doc của Word cũ (1997-2003)"),
    (b"{\\rtf", "đây là tệp RTF"),
    (b"%PDF", "đây là tệp PDF"),
    (b"<", "đây là tệp HTML hoặc XML"),
    (b"PK\x05\x06", "tệp nén rỗng"),
    (b"", "không nhận ra định dạng tệp"),
)


def refuse_disguised(path: Path, data: bytes) -> None:
    """Raise `NotWordDocument` or `LockedDocument` unless the bytes begin as a zip archive."""
    if data.startswith(b"PK\x03\x04"):
        return
    if not data:
        raise NotWordDocument(path, "tệp rỗng", "xin lại tệp")
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise LockedDocument(path)
    reason = next(reason for start, reason in _SIGNATURES if data.startswith(start))
    raise NotWordDocument(path, reason, _SAVE_AS)

"""Why a Word file from someone else stays shut, and what its owner can do: a sentence for each."""

from pathlib import Path

from cchc.errors import RefusedFile

SAVE_AS = "mở trong Word, chọn Lưu thành (Save As), kiểu Word Document (.docx)"
REPAIR = "mở và sửa trong Word (Open and Repair), hoặc xin lại tệp"
ASK_AGAIN = "xin lại tệp"


def not_word(path: Path, reason: str, way: str) -> RefusedFile:
    """Return the refusal of what is no Word document that can be read."""
    return RefusedFile(f"{path} không phải văn bản Word .docx đọc được: {reason}; {way}")


def locked(path: Path) -> RefusedFile:
    """Return the refusal of a document that is encrypted with a password."""
    way = "mở trong Word, bỏ mật khẩu (File > Info > Protect Document) rồi lưu lại"
    return RefusedFile(f"{path} là tệp có mật khẩu, không đọc được; {way}")


def unsafe(path: Path, reason: str) -> RefusedFile:
    """Return the refusal of what no administrative document needs, and what may do harm."""
    way = "không mở tệp này; xin bản .docx thường từ người gửi"
    return RefusedFile(f"{path} không an toàn: {reason}; {way}")


def too_large(path: Path, reason: str) -> RefusedFile:
    """Return the refusal of what is larger, unpacked, than any administrative document is."""
    return RefusedFile(f"{path} quá lớn để đọc: {reason}; chia nhỏ hoặc xin lại tệp gốc")

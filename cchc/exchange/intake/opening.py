"""Which reader a file wants, told by its first bytes; what none takes is refused with a way out."""

from pathlib import Path

from cchc.errors import RefusedFile
from cchc.exchange.intake.blocks import Blocks
from cchc.files import bytes_of
from cchc.word.package import open_package, refuse_disguised

_TEXT = frozenset({".txt", ".md", ".text", ""})
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_OF_EXCEL = (
    "mở trong Excel, bỏ mật khẩu nếu có, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx)"
)


def read_source(path: Path) -> Blocks:
    """Return a file of another office as blocks.

    Raises `UnreadableFile`, and `RefusedFile` with what the file is and how to save it.
    """
    start = bytes_of(path, 4096)
    if not start:
        raise RefusedFile(f"không đọc được {path}: tệp rỗng; xin lại tệp")
    if start.startswith(b"PK\x03\x04"):
        return _read_package(path)
    if start.startswith(b"%PDF"):
        from cchc.exchange.intake.pdf import read_pdf

        return read_pdf(path)
    if path.suffix.lower() in _TEXT and not start.startswith((b"{\\rtf", _OLE)):
        from cchc.exchange.intake.prose import read_prose

        return read_prose(path)
    if path.suffix.lower() in {".xls", ".xlsx"}:
        raise RefusedFile(
            f"không đọc được {path}: tệp Excel cũ (.xls) hoặc có mật khẩu; {_OF_EXCEL}"
        )
    refuse_disguised(path, bytes_of(path, 100_000_000))
    raise RefusedFile(f"không đọc được {path}: không nhận ra định dạng; xin bản .docx, .xlsx, .pdf")


def _read_package(path: Path) -> Blocks:
    if "xl/workbook.xml" in open_package(path).names():
        from cchc.exchange.intake.sheet import read_sheet

        return read_sheet(path)
    from cchc.exchange.intake.word import read_word

    return read_word(path)

"""What ends a run: each class builds its own sentence, in Vietnamese.

Faults *in the plan* are values (`cchc.plan.problem.Problem`) and are all reported; what is here
stops the work. The command line prints the sentence on stderr and leaves with `exit_code`.
"""

from collections.abc import Sequence
from pathlib import Path


class CchcError(Exception):
    """The run can't go on. `exit_code` is 2: cchc could not do its work."""

    exit_code = 2


def suggestion(names: Sequence[str]) -> str:
    """Return "; có phải: A, B?" for the names that were near, or "" for none."""
    return f"; có phải: {', '.join(names)}?" if names else ""


class UnreadableFile(CchcError):
    """The system gives no bytes for a file: missing, a folder, no right to read."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(f"không đọc được {path}: {system_reason(error)}")


class UnwritableFile(CchcError):
    """The system takes no bytes for a file: read-only, held open by Word, no such folder."""

    def __init__(self, path: Path, error: OSError) -> None:
        hint = "; nếu đang mở trong Word hoặc Excel, hãy đóng lại rồi chạy lại lệnh"
        held = isinstance(error, PermissionError)
        super().__init__(f"không ghi được {path}: {system_reason(error)}{hint if held else ''}")


def system_reason(error: OSError) -> str:
    """Return in Vietnamese why the system refused."""
    for kind, words in _REASONS:
        if isinstance(error, kind):
            return words
    return error.strerror or type(error).__name__


_REASONS: tuple[tuple[type[OSError], str], ...] = (
    (FileNotFoundError, "không có tệp hoặc thư mục này"),
    (IsADirectoryError, "đây là thư mục, không phải tệp"),
    (NotADirectoryError, "một phần của đường dẫn không phải thư mục"),
    (PermissionError, "không có quyền (tệp chỉ đọc, hoặc đang được chương trình khác mở)"),
    (FileExistsError, "tệp đã có"),
)

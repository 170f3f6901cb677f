"""What ends a run: a class per way of handling; its sentence stands where it is raised.

Faults *in the plan* are values (`cchc.diagnostics.Problem`) and are all reported; what is here
stops the work. The command line prints the sentence on stderr and leaves with `exit_code`.
"""

import errno
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


class FaultyFile(CchcError):
    """A plan or ledger has faults, so nothing can be said from it. `exit_code` is 1."""

    exit_code = 1

    def __init__(self, path: Path, faults: Sequence[str]) -> None:
        shown = "".join(f"\n  {fault}" for fault in faults[:5])
        more = f"\n  … và {len(faults) - 5} lỗi khác" if len(faults) > 5 else ""
        super().__init__(f"{path} có lỗi, chạy `cchc check` để xem cách sửa:{shown}{more}")


class Missing(CchcError):
    """Nothing of what is looked for stands where it can stand: no plan, no template."""


class Unknown(CchcError):
    """Nothing has the name that was asked for; `what` is the kind of thing, `way` leads on."""

    def __init__(self, what: str, wanted: str, near: Sequence[str] = (), *, way: str) -> None:
        super().__init__(f'không có {what} "{wanted}"{suggestion(near)}; {way}')


class Ambiguous(CchcError):
    """What was asked for can be several things."""


class NoHistory(CchcError):
    """Git has no answer: it isn't there, isn't asked, or has not got what was asked for."""


class ProgramFailed(CchcError):
    """A program that is asked for help isn't there, or ended without what it was asked for."""


class WrongUsage(CchcError):
    """An option has a value that it can't take."""


class Busy(CchcError):
    """Another run holds a file and doesn't let go of it: the same may work later."""


class Unrecordable(CchcError):
    """A deed stays out of the ledger, which is as it was: it can't be, or lacks its proof."""


class RefusedFile(CchcError):
    """A file isn't used: no such file, locked, unsafe, too large, faulty in what it says."""


def system_reason(error: OSError) -> str:
    """Return in Vietnamese why the system refused."""
    for kind, words in _REASONS:
        if isinstance(error, kind):
            return words
    return _NUMBERS.get(error.errno or 0) or error.strerror or type(error).__name__


_REASONS: tuple[tuple[type[OSError], str], ...] = (
    (FileNotFoundError, "không có tệp hoặc thư mục này"),
    (IsADirectoryError, "đây là thư mục, không phải tệp"),
    (NotADirectoryError, "một phần của đường dẫn không phải thư mục"),
    (PermissionError, "không có quyền (tệp chỉ đọc, hoặc đang được chương trình khác mở)"),
    (FileExistsError, "tệp đã có"),
)
_NUMBERS = {
    errno.ENOSPC: "ổ đĩa hết chỗ",
    errno.EROFS: "ổ đĩa chỉ đọc",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.ELOOP: "liên kết trỏ vòng quanh",
    errno.EIO: "ổ đĩa đọc ghi lỗi",
}

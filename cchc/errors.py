"""What ends a run: a class per way of handling; its sentence stands where it is raised.

Faults *in the plan* are values (`cchc.diagnostics.Problem`) and are all reported; what is here
stops the work. The command line prints the sentence on stderr and leaves with `exit_code`.
"""

import errno
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from cchc.dates import vietnamese_date


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


class LedgerBusy(CchcError):
    """Another run holds the ledger and doesn't let go of it."""

    def __init__(self, path: Path, seconds: float) -> None:
        super().__init__(
            f"{path} đang được lệnh khác ghi, đợi {seconds:.0f} giây chưa xong"
            "; đợi lệnh ấy xong rồi chạy lại"
        )


class UnappendableLedger(CchcError):
    """The ledger's form of YAML takes no further entry without changing what is there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"không ghi thêm được vào {path} mà giữ nguyên những gì đã có"
            "; viết lại sổ thành danh sách, mỗi mục bắt đầu bằng '- ngay: …', rồi chạy lại"
        )


class UnreadableText(CchcError):
    """A text for the ledger has letters that a reader can't see or that aren't Unicode."""

    def __init__(self, text: str, fault: str) -> None:
        super().__init__(f"không ghi {text[:60]!r} vào sổ: {fault}")


class RefusedFile(CchcError):
    """A file isn't used: no such file, locked, unsafe, too large, faulty in what it says."""


class AlreadyDone(CchcError):
    """What was to be recorded happened to a milestone that is done already."""

    def __init__(self, task: str, milestone: str, on: date, document: str | None) -> None:
        proof = f" theo {document}" if document else ""
        done = f"đã hoàn thành ngày {vietnamese_date(on)}{proof}"
        super().__init__(f"{task} mốc {milestone} {done}{_reopen(task, milestone)}")


class AlreadyCancelled(CchcError):
    """What was to be recorded happened to a milestone that is cancelled."""

    def __init__(self, task: str, milestone: str) -> None:
        super().__init__(f"{task} mốc {milestone} đã hủy{_reopen(task, milestone)}")


class AlreadyOpen(CchcError):
    """What was to be reopened is open."""

    def __init__(self, task: str, milestone: str = "") -> None:
        which = f"{task} mốc {milestone}" if milestone else task
        super().__init__(f"{which} đang mở, không cần mở lại; `cchc show {task}` cho biết tiến độ")


class NothingOpen(CchcError):
    """All milestones of a task are closed, so none can be chosen."""

    def __init__(self, task: str, closed: Sequence[str]) -> None:
        shown = ", ".join(closed[:6]) + (", …" if len(closed) > 6 else "")
        super().__init__(f"{task} không còn mốc nào mở: {shown}{_reopen(task)}")


class FutureDeed(CchcError):
    """A deed is to be recorded for a day that hasn't come."""

    def __init__(self, on: date, day: date) -> None:
        super().__init__(
            f"ngày {vietnamese_date(on)} chưa đến (đang xét ngày {vietnamese_date(day)})"
            "; sổ chỉ ghi việc đã xảy ra, sửa --on hoặc --as-of"
        )


class DeedOutOfOrder(CchcError):
    """A deed would be undone by what the ledger already has of a later day."""

    def __init__(self, task: str, on: date, last: date) -> None:
        super().__init__(
            f"{task}: ghi cho ngày {vietnamese_date(on)} không có tác dụng, vì sổ đã có mục của"
            f" ngày sau đó (gần nhất {vietnamese_date(last)}); ghi với --on từ ngày ấy trở đi,"
            " hoặc xem lại sổ"
        )


class ProofMissing(CchcError):
    """Something is said to be done, with neither a document nor a reason why there is none."""

    def __init__(self, task: str) -> None:
        super().__init__(
            f'{task}: ghi hoàn thành cần văn bản; thêm --document "số, ký hiệu, ngày văn bản"'
            ", hoặc --note nói rõ vì sao không có"
        )


class ExtensionIncomplete(CchcError):
    """An extension lacks its new date or the document that grants it."""

    def __init__(self, task: str) -> None:
        way = 'thêm --to NGÀY và --document "số, ký hiệu, ngày văn bản"'
        super().__init__(f"{task}: gia hạn cần cả ngày mới và văn bản cho phép gia hạn; {way}")


class NotLater(CchcError):
    """An extension is to a day that isn't after the due date in force."""

    def __init__(self, task: str, milestone: str, due: date, until: date) -> None:
        super().__init__(
            f"{task} mốc {milestone} đang có hạn {vietnamese_date(due)},"
            f" {vietnamese_date(until)} không phải gia hạn; chọn --to sau ngày"
            f" {vietnamese_date(due)}, hoặc mốc khác bằng --milestone"
        )


class NoDueDate(CchcError):
    """What is to be extended has no due date."""

    def __init__(self, task: str, milestone: str) -> None:
        way = f"`cchc show {task}` liệt kê các mốc; chọn mốc có hạn bằng --milestone"
        super().__init__(f"{task} mốc {milestone} không có hạn nên không gia hạn được; {way}")


class BeforePlan(CchcError):
    """A deed is to be recorded for a day before the plan was issued."""

    def __init__(self, on: date, issued: str) -> None:
        super().__init__(
            f"ngày {vietnamese_date(on)} trước khi kế hoạch được ban hành ({issued}); sửa --on,"
            " hoặc ngay_ban_hanh trong kế hoạch"
        )


class CancelUnproved(CchcError):
    """Something is cancelled without a document that says so."""

    def __init__(self, task: str) -> None:
        way = 'thêm --document "số, ký hiệu, ngày văn bản"'
        super().__init__(f"{task}: hủy nhiệm vụ cần văn bản cho phép; {way}")


class ReasonMissing(CchcError):
    """Something is reopened without a reason."""

    def __init__(self, task: str) -> None:
        super().__init__(f'{task}: mở lại cần lý do, để sổ kể được vì sao; thêm --note "lý do"')


class NoProofFile(CchcError):
    """The file that was named as proof can't be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"không đọc được tệp văn bản {path}: {reason}"
            "; sửa --file, hoặc bỏ --file nếu chưa có tệp"
        )


def _reopen(task: str, milestone: str = "") -> str:
    named = f" --milestone {milestone}" if milestone else ""
    # Quoted as every shell reads it: to that of Windows '…' is two words.
    command = f'cchc reopen {task}{named} --note "lý do"'
    return f"; nếu ghi sai hoặc phải làm lại: `{command}` rồi ghi lại"


class FiguresDisagree(CchcError):
    """The sums of a report contradict each other: a fault of cchc itself, never of a plan."""

    def __init__(
        self, total: Sequence[int], by_group: Sequence[int], by_unit: Sequence[int]
    ) -> None:
        sums = (("tổng", total), ("theo nhóm", by_group), ("theo đơn vị", by_unit))
        told = ", ".join(f"{name} {sum(counts)} {tuple(counts)}" for name, counts in sums)
        super().__init__(
            f"số liệu báo cáo không khớp: {told}; đây là lỗi của cchc, không phải của kế hoạch"
            ": không ghi gì, hãy báo lỗi kèm kế hoạch và sổ theo dõi"
        )


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

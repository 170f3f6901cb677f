"""What ends a run: each class builds its own sentence, in Vietnamese.

Faults *in the plan* are values (`cchc.plan.problem.Problem`) and are all reported; what is here
stops the work. The command line prints the sentence on stderr and leaves with `exit_code`.
"""

import errno
from collections.abc import Sequence
from datetime import date
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


class NoPlanFound(CchcError):
    """No folder upward has a plan."""

    def __init__(self, start: Path) -> None:
        super().__init__(
            f"không thấy kế hoạch nào: từ {start} trở lên không có tệp plans/<năm>.yaml"
            "; vào thư mục của cơ quan, hoặc chỉ tệp bằng --plan TỆP"
        )


class NoPlanInFolder(CchcError):
    """The folder that was named has no plan."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"thư mục {folder} không có kế hoạch nào (tệp <năm>.yaml)")


class AmbiguousPlan(CchcError):
    """Two plans are for the same year."""

    def __init__(self, year: int, files: Sequence[Path]) -> None:
        named = "".join(f"\n  --plan {file}" for file in files)
        super().__init__(f"có {len(files)} kế hoạch cho năm {year}; chọn một:{named}")


class NoSuchUnit(CchcError):
    """No office has the code or name that was asked for."""

    def __init__(self, wanted: str, near: Sequence[str], known: Sequence[str]) -> None:
        others = "" if near else f"; các đơn vị: {', '.join(known)}"
        way = "; `cchc units` kể các cách viết"
        super().__init__(f'không có đơn vị "{wanted}"{suggestion(near)}{others}{way}')


class AmbiguousUnit(CchcError):
    """Several offices have what was asked for in their names."""

    def __init__(self, wanted: str, found: Sequence[str]) -> None:
        super().__init__(f'"{wanted}" có thể là {" hoặc ".join(found)}; ghi rõ hơn hoặc dùng mã')


class NoSuchTask(CchcError):
    """No task of the plan has the id that was asked for."""

    def __init__(self, wanted: str, near: Sequence[str]) -> None:
        way = "; `cchc list` liệt kê các nhiệm vụ"
        super().__init__(f'không có nhiệm vụ "{wanted}"{suggestion(near)}{way}')


class WrongUsage(CchcError):
    """An option has a value that it can't take."""


class NoSuchRule(CchcError):
    """No rule of `cchc check` has the name that was asked for."""

    def __init__(self, wanted: str, near: Sequence[str]) -> None:
        way = "; `cchc explain` kể các quy tắc"
        super().__init__(f"không có quy tắc {wanted!r}{suggestion(near)}{way}")


class RuleAlwaysTold(CchcError):
    """A fault that keeps a file from being read can't be left out of a check."""

    def __init__(self, rule: str) -> None:
        super().__init__(
            f"không bỏ được quy tắc {rule!r}: tệp chưa đọc được thì chưa kiểm tra được gì"
            f"; `cchc explain {rule}` chỉ cách sửa"
        )


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


class NoTemplate(CchcError):
    """No Word template where one can be."""

    def __init__(self, searched: Sequence[Path]) -> None:
        places = "".join(f"\n  {place}" for place in searched)
        super().__init__(f"không có mẫu Word; đã tìm:{places}")


class NoSuchTemplate(CchcError):
    """No built-in template has the name that was asked for."""

    def __init__(self, wanted: str, known: Sequence[str]) -> None:
        super().__init__(f'không có mẫu "{wanted}"; các mẫu có sẵn: {", ".join(known)}')


class TemplateExists(CchcError):
    """The office has a template of this name, which may hold its own work."""

    def __init__(self, path: Path) -> None:
        way = "thêm --force để ghi đè (mất những gì đã sửa), hoặc đổi tên tệp cũ"
        super().__init__(f"đã có mẫu {path}; {way}")


class NotWordTemplate(CchcError):
    """A template that isn't a .docx."""

    def __init__(self, path: Path, reason: str) -> None:
        way = "mở tệp trong Word, chọn Lưu thành (Save As), kiểu .docx"
        super().__init__(f"mẫu {path} không phải tệp Word .docx ({reason}); {way}")


class UnknownVariable(CchcError):
    """A template asks for a variable that the plan doesn't have."""

    def __init__(self, path: Path, name: str, place: str, near: Sequence[str]) -> None:
        said = f'không có biến "{name}"{suggestion(near)}'
        super().__init__(f"mẫu {path}: {said}{_place(place)}")


class FaultyTemplate(CchcError):
    """The Jinja code of a template is wrong: its grammar, or what it does."""

    def __init__(self, path: Path, reason: str, place: str) -> None:
        super().__init__(f"mẫu {path}: lệnh trong mẫu sai: {reason}{_place(place)}")


class UnsafeTemplate(CchcError):
    """A template does what a template may not do; nothing of it was done."""

    def __init__(self, path: Path, reason: str, place: str) -> None:
        way = "chỉ dùng mẫu của người tin cậy"
        super().__init__(f"mẫu {path}: lệnh không được phép: {reason}{_place(place)}; {way}")


class HarmfulTemplate(CchcError):
    """A template's file brings along what would harm whoever opens the document."""

    def __init__(self, path: Path, reason: str) -> None:
        way = "xóa phần đó trong Word, lưu kiểu Word Document (.docx) rồi chạy lại"
        super().__init__(f"mẫu {path} không an toàn: {reason}; {way}")


class NoLibreOffice(CchcError):
    """LibreOffice isn't installed in any of its usual places."""

    def __init__(self, variable: str) -> None:
        super().__init__(
            "không thấy LibreOffice nên chưa làm được PDF; cài LibreOffice (https://libreoffice.org)"
            f", hoặc chỉ chương trình soffice bằng biến {variable}"
            "; hoặc in tệp Word (`cchc render --docx`) rồi lưu thành PDF trong Word"
        )


class NoLibreOfficeThere(CchcError):
    """The place that the environment names has no LibreOffice."""

    def __init__(self, variable: str, path: Path) -> None:
        super().__init__(
            f"biến {variable} chỉ {path}, nhưng ở đó không có soffice; sửa hoặc bỏ biến"
        )


class LibreOfficeFailed(CchcError):
    """LibreOffice ended without a PDF."""

    def __init__(self, program: Path, said: str) -> None:
        reason = said.splitlines()[-1][:200] if said else "không nói lý do"
        super().__init__(
            f"{program} không làm ra tệp PDF: {reason}"
            "; thử mở tệp Word bằng LibreOffice, hoặc cài lại LibreOffice"
        )


class LibreOfficeTooSlow(CchcError):
    """LibreOffice didn't end in time, and was ended."""

    def __init__(self, program: Path, seconds: float) -> None:
        super().__init__(
            f"{program} chưa xong sau {seconds:.0f} giây nên đã bị dừng"
            "; đóng bớt chương trình rồi chạy lại"
        )


class UnprintableText(CchcError):
    """A text has a character that can't stand in a document."""

    def __init__(self, text: str, character: str) -> None:
        shown = ascii(text if len(text) <= 60 else text[:60] + "…")
        super().__init__(f"không in được chữ có ký tự ẩn {character}: {shown}; xóa ký tự đó")


class NotWordDocument(CchcError):
    """A file to be judged isn't a Word document that can be read."""

    def __init__(self, path: Path, reason: str, way: str) -> None:
        super().__init__(f"{path} không phải văn bản Word .docx đọc được: {reason}; {way}")


class LockedDocument(CchcError):
    """A Word document is encrypted with a password."""

    def __init__(self, path: Path) -> None:
        way = "mở trong Word, bỏ mật khẩu (File > Info > Protect Document) rồi lưu lại"
        super().__init__(f"{path} là tệp có mật khẩu, không đọc được; {way}")


class UnsafeDocument(CchcError):
    """A Word document has in it what no administrative document needs, and what may do harm."""

    def __init__(self, path: Path, reason: str) -> None:
        way = "không mở tệp này; xin bản .docx thường từ người gửi"
        super().__init__(f"{path} không an toàn: {reason}; {way}")


class TooLargeDocument(CchcError):
    """A Word document is larger, unpacked, than any administrative document is."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} quá lớn để kiểm tra: {reason}; chia nhỏ hoặc xin lại tệp gốc")


class NoRecord(CchcError):
    """A Word document says nothing of where it came from."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} không do cchc in ra, hoặc dấu nguồn gốc đã bị gỡ (chép nội dung sang tệp khác,"
            " Inspect Document); chỉ đối chiếu được tệp do `cchc render` ghi"
        )


class BrokenRecord(CchcError):
    """What a Word document says of its origin contradicts itself."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: dấu nguồn gốc trong tệp đã bị sửa, không tin được; xin lại tệp gốc, hoặc in"
            " lại bằng `cchc render`"
        )


class ChangedMeanwhile(CchcError):
    """The plan's file was written while it was being printed."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} vừa bị sửa trong lúc in; chạy lại lệnh")


def _place(text: str) -> str:
    return f"; ở đoạn: {text}" if text else ""


class NoSuchMilestone(CchcError):
    """A task has no milestone of the name that was asked for."""

    def __init__(self, task: str, wanted: str, keys: Sequence[str]) -> None:
        known = ", ".join(keys[:24]) + (", …" if len(keys) > 24 else "")
        super().__init__(f'{task} không có mốc "{wanted}"; các mốc: {known}')


class AlreadyDone(CchcError):
    """What was to be recorded happened to a milestone that is done already."""

    def __init__(self, task: str, milestone: str, on: date, document: str | None) -> None:
        proof = f" theo {document}" if document else ""
        done = f"đã hoàn thành ngày {on:%d/%m/%Y}{proof}"
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
            f"ngày {on:%d/%m/%Y} chưa đến (đang xét ngày {day:%d/%m/%Y})"
            "; sổ chỉ ghi việc đã xảy ra, sửa --on hoặc --as-of"
        )


class DeedOutOfOrder(CchcError):
    """A deed would be undone by what the ledger already has of a later day."""

    def __init__(self, task: str, on: date, last: date) -> None:
        super().__init__(
            f"{task}: ghi cho ngày {on:%d/%m/%Y} không có tác dụng, vì sổ đã có mục của ngày sau đó"
            f" (gần nhất {last:%d/%m/%Y}); ghi với --on từ ngày ấy trở đi, hoặc xem lại sổ"
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
            f"{task} mốc {milestone} đang có hạn {due:%d/%m/%Y}, {until:%d/%m/%Y} không phải gia"
            f" hạn; chọn --to sau ngày {due:%d/%m/%Y}, hoặc mốc khác bằng --milestone"
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
            f"ngày {on:%d/%m/%Y} trước khi kế hoạch được ban hành ({issued}); sửa --on, hoặc"
            " ngay_ban_hanh trong kế hoạch"
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


class NoGit(CchcError):
    """The program git isn't installed."""

    def __init__(self) -> None:
        super().__init__(
            "không thấy chương trình git; cài git (https://git-scm.com) rồi chạy lại"
            ", hoặc so hai tệp: cchc diff CŨ MỚI"
        )


class NotInGit(CchcError):
    """The folder belongs to no git repository."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} không nằm trong kho git nào, nên không có các bản trước"
            "; chạy `git init` rồi commit để bắt đầu giữ, hoặc so hai tệp: cchc diff CŨ MỚI"
        )


class UntrustedRepository(CchcError):
    """The repository belongs to another user, so git refuses to read it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"git không đọc {folder} vì kho thuộc người dùng khác; nếu tin cậy kho này, chạy"
            f" `git config --global --add safe.directory '{folder}'`"
        )


class GitFailed(CchcError):
    """Git could not answer, for a reason that has no class of its own."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"git không làm được ở {folder}: {reason}; thử `git fsck` để xem kho")


class UnknownRevision(CchcError):
    """No commit has the name that was asked for."""

    def __init__(self, revision: str, *, shallow: bool) -> None:
        cut = "; bản sao này bị cắt lịch sử, chạy `git fetch --unshallow` để lấy đủ"
        way = cut if shallow else "; `git log --oneline` liệt kê các bản"
        super().__init__(f"không có bản {revision!r} trong git{way}")


class NotInRepository(CchcError):
    """A file lies outside the repository whose history was asked for."""

    def __init__(self, path: Path, top: Path) -> None:
        super().__init__(f"{path} nằm ngoài kho git {top}; chỉ một tệp trong kho bằng --plan TỆP")


class NotInRevision(CchcError):
    """A revision has no such file, nor one that became it by renaming."""

    def __init__(self, revision: str, path: str, there: Sequence[str]) -> None:
        known = f"; kế hoạch ở bản ấy: {', '.join(there[:6])}" if there else ""
        super().__init__(f"bản {revision} chưa có {path}{known}")


class UnreadableInRevision(CchcError):
    """What a revision has under a name is no file that can be read."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"không đọc {path} trong git: {reason}; chỉ một tệp khác bằng --plan TỆP")


class TooLargeInRevision(CchcError):
    """A file of a revision is larger than any plan is; it was not read."""

    def __init__(self, path: str, size: int, limit: int) -> None:
        megabyte = 1024 * 1024
        super().__init__(
            f"{path} trong git lớn {size / megabyte:.1f} MB, hơn mức {limit // megabyte} MB"
            "; một kế hoạch nhỏ hơn 1 MB: có đúng tệp này không?"
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

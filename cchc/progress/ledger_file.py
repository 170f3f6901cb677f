"""The ledger's file: its models with the YAML keys as aliases, and reading it with its faults."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Self

from pydantic import (
    PlainValidator,
    RootModel,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from cchc.diagnostics import Finding, Problem, Severity, TextPlace, Where, in_reading_order
from cchc.errors import FaultyFile
from cchc.plan import models
from cchc.plan.loader import Document, document_of
from cchc.plan.models import PlanDate, PlanPart, Text, keyed
from cchc.plan.yaml_tree import Scalar, YamlSequence
from cchc.progress import ledger
from cchc.progress.ledger import Event, Ledger, ledger_bytes
from cchc.text import fold


def _event(value: object) -> object:
    if value in _EVENTS:
        return Event(str(value))
    meant = fold(value).replace(" ", "_") if isinstance(value, str) else ""
    way = f"có phải: {meant}?" if meant in _EVENTS else f"viết một trong: {', '.join(_EVENTS)}"
    message = "không phải trạng thái của sổ; {way}"
    raise PydanticCustomError("unknown-state", message, {"way": way})


def _digest(value: object) -> object:
    text = value.strip().lower() if isinstance(value, str) else ""
    if re.fullmatch("[0-9a-f]{64}", text):
        return text
    message = "sha256 phải có 64 chữ số thập lục phân; chép lại cho đủ, hoặc xóa"
    raise PydanticCustomError("digest", message)


_EVENTS = tuple(event.value for event in Event)
_Event = Annotated[Event, PlainValidator(_event), WithJsonSchema({"enum": list(_EVENTS)})]


class Entry(PlanPart):
    """What happened to a task, or to one of its milestones, on a day."""

    day: PlanDate = keyed(..., "ngay", "Ngày", "ngày việc ấy xảy ra", "2025-01-24")
    task: Text = keyed(
        ...,
        "nhiem_vu",
        "Nhiệm vụ",
        "mã nhiệm vụ, như II.04; BC là các báo cáo theo chế độ",
        "II.04",
    )
    milestone: Text | None = keyed(
        None, "moc", "Mốc", "mã mốc, như 2025-Q1; bỏ trống là mốc sớm nhất còn mở", "2025-01-31"
    )
    event: _Event = keyed(
        ...,
        "trang_thai",
        "Trạng thái",
        "đang thực hiện, hoàn thành, gia hạn, hủy, mở lại hoặc rút lại một mục đã ghi",
    )
    document: Text | None = keyed(
        None,
        "van_ban",
        "Văn bản",
        "văn bản chứng minh: tên loại, số, ký hiệu, ngày",
        "Quyết định số 15/QĐ-UBND ngày 24/01/2025",
    )
    until: PlanDate | None = keyed(
        None, "den_ngay", "Đến ngày", "hạn mới, chỉ khi gia hạn", "2025-04-30"
    )
    result: Text | None = keyed(None, "ket_qua", "Kết quả", "kết quả đạt được; vào báo cáo")
    difficulty: Text | None = keyed(
        None, "kho_khan", "Khó khăn", "khó khăn, vướng mắc; vào báo cáo"
    )
    proposal: Text | None = keyed(None, "kien_nghi", "Kiến nghị", "kiến nghị, đề xuất; vào báo cáo")
    note: Text | None = keyed(
        None, "ghi_chu", "Ghi chú", "ghi chú của cơ quan, không in ra; hoặc vì sao không có văn bản"
    )
    file: Text | None = keyed(
        None,
        "tep",
        "Tệp",
        "tệp của văn bản, đường dẫn từ thư mục của kế hoạch",
        "van-ban/qd-15.pdf",
    )
    """The document as a file: its path from the plan's folder, with forward slashes."""
    sha256: Annotated[str, PlainValidator(_digest), WithJsonSchema(models.DIGEST)] | None = keyed(
        None, "sha256", "Mã SHA-256", "mã SHA-256 của tệp, 64 chữ số thập lục phân"
    )
    withdrawn: Text | None = keyed(
        None,
        "muc",
        "Mục rút lại",
        "lời của mục bị rút lại, chỉ khi rut_lai; `cchc undo` tự viết",
        "ngay: 2025-02-05; nhiem_vu: II.04; trang_thai: hoan_thanh; van_ban: …",
    )

    @model_validator(mode="after")
    def _extends_well(self) -> Self:
        extends = self.event is Event.EXTEND
        if extends and not self.until:
            message = "gia hạn mà không có ngày mới; thêm dòng 'den_ngay: 2025-04-30'"
            raise PydanticCustomError("extension-without-date", message)
        if extends and not self.document:
            message = "gia hạn mà không có văn bản cho phép; thêm dòng 'van_ban: …'"
            raise PydanticCustomError("extension-without-document", message)
        if self.until and not extends:
            message = "den_ngay chỉ đi với gia_han; xóa dòng den_ngay, hoặc sửa trang_thai"
            raise PydanticCustomError("date-without-extension", message)
        if (self.event is Event.WITHDRAW) != bool(self.withdrawn):
            message = "muc và trang_thai: rut_lai phải đi với nhau; dùng `cchc undo` để rút lại"
            raise PydanticCustomError("withdrawal-without-entry", message)
        if self.sha256 and not self.file:
            message = "sha256 chỉ đi với tep; thêm 'tep: đường/dẫn', hoặc xóa sha256"
            raise PydanticCustomError("digest-without-file", message)
        return self

    def plain(self, where: Where) -> ledger.Entry:
        """Return it as the plain value that it is, with its place in the file."""
        said = (self.day, self.task, self.event, self.milestone, self.document, self.until)
        remarks = (self.result, self.difficulty, self.proposal)
        proof = (self.note, self.file, self.sha256)
        return ledger.Entry(*said, *proof, *remarks, self.withdrawn, where)


class LedgerFile(RootModel[tuple[Entry | None, ...]]):
    """All entries of a ledger file, in its order. What reading refused is None in `root`."""

    @property
    def ledger(self) -> Ledger:
        """Return the entries that could be read."""
        return Ledger(tuple(e.plain((i,)) for i, e in enumerate(self.root) if e))


def ledger_from(entries: Iterable[object]) -> Ledger:
    """Return the ledger of entries that are written as in a file. Raises `ValidationError`."""
    return LedgerFile.model_validate(list(entries)).ledger


# Reading the ledger of a plan: one file or several, and in a torn one both sides of each conflict.


@dataclass(frozen=True, slots=True)
class Books:
    """The sources of a ledger as read: its files, the main one first, of a torn one both sides.

    Where there are several, an entry's place in `ledger` begins with the number of its source.
    """

    documents: tuple[Document[LedgerFile], ...]

    @property
    def path(self) -> Path:
        """Return the main file."""
        return self.documents[0].path

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return the faults of all files, each once."""
        return tuple(dict.fromkeys(p for one in self.documents for p in one.problems))

    @property
    def torn(self) -> bool:
        """Whether git's conflict marks stand in a file."""
        return any(problem.rule == TORN for problem in self.problems)

    @property
    def ledger(self) -> Ledger:
        """Return the entries that could be read."""
        found = [one.model.ledger.entries if one.model else () for one in self.documents]
        if len(found) == 1:
            return Ledger(found[0])
        placed = (replace(entry, where=(number, *entry.where))
                  for number, entries in enumerate(found) for entry in entries)  # fmt: skip
        return Ledger(tuple(placed), self.torn)

    def source(self, where: Where) -> tuple[int, Where]:
        """Return the number of the source that a place of `ledger` is in, and the place there."""
        return (int(where[0]), where[1:]) if len(self.documents) > 1 else (0, where)

    def place(self, where: Where) -> tuple[Document[LedgerFile], Where]:
        """Return the source that a place of `ledger` is in, and the place there."""
        number, inside = self.source(where)
        return self.documents[number], inside

    def sound_ledger(self) -> Ledger:
        """Return the entries of files without faults; raises `FaultyFile` with those there are."""
        for one in self.documents:
            wrong = [p for p in one.problems if p.severity is Severity.ERROR]
            if one.model is None or any(problem.rule != TORN for problem in wrong):
                raise FaultyFile(one.path, [str(problem) for problem in one.problems])
        return self.ledger


TORN = "merge-conflict"
_KEEP = "giữ cả hai phần, chỉ xóa các dòng <<<<<<<, =======, >>>>>>>"


def read_books(path: Path) -> Books:
    """Return the ledger whose main file is `path`; one that is missing is empty.

    Raises `UnreadableFile` if the system gives no bytes of a file that is there.
    """
    return books_of(path, ledger_bytes(path))


def books_of(path: Path, files: Mapping[Path, bytes]) -> Books:
    """Return the ledger that files have, or would have, with these bytes."""
    return Books(
        tuple(
            document
            for file, data in (files or {path: b""}).items()
            for document in _sources(file, data)
        )
    )


def _sources(path: Path, data: bytes) -> Iterator[Document[LedgerFile]]:
    """Yield what a file says; where git left both sides of a conflict, each side by itself."""
    sides = torn_sides(data)
    if not sides:
        document = ledger_of(path, data)
        remarks = (replace(p, hint=_KEEP) if p.rule == TORN else p for p in document.problems)
        yield replace(document, problems=tuple(remarks))
        return
    for side in sides:
        document = ledger_of(path, side.data)
        message = "dấu xung đột của git; các mục của cả hai phần đều được tính"
        place = TextPlace(side.line, 1, side.line, 8, "<<<<<<<")
        mark = Problem(path, place, TORN, Severity.ERROR, message, _KEEP)
        problems = tuple(in_reading_order((*document.problems, mark)))
        yield replace(document, problems=problems)


def ledger_of(path: Path, data: bytes) -> Document[LedgerFile]:
    """Return the bytes that a ledger has, or would have, as read."""
    document = document_of(path, data, LedgerFile, _LIST, LedgerFile(()))
    gaps = _gaps(document)
    if not gaps:
        return document
    problems = tuple(in_reading_order((*document.problems, *gaps)))
    refused = document.refused | {(int(place),) for place in _empty_items(document)}
    return Document(document.source, document.tree, document.model, problems, refused)


def _gaps(document: Document[LedgerFile]) -> list[Problem]:
    """Return a fault for each "-" with nothing after it: the model can't tell it from a mended."""
    hint = "điền nội dung, hoặc xóa dòng này"
    return [
        document.problem("empty-value", Severity.ERROR, Finding((i,), "mục để trống", hint))
        for i in _empty_items(document)
    ]


def _empty_items(document: Document[LedgerFile]) -> list[int]:
    top = document.tree.top
    items = top.items if isinstance(top, YamlSequence) else []
    return [i for i, item in enumerate(items) if isinstance(item, Scalar) and item.text is None]


_LIST = "sổ theo dõi là một danh sách, mỗi mục bắt đầu bằng '- ngay: 2025-01-24'"


# What git leaves of two branches that it can't merge: both sides, between marks.


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """A file as one side of its conflicts has it, each line in its place; `line` has a mark."""

    data: bytes
    line: int


def torn_sides(data: bytes) -> tuple[ConflictSide, ...]:
    """Return both sides of a file with conflict marks; nothing without any, or with half of one."""
    if not _TORN.fullmatch(b"".join(found[0][:1] for found in _MARK.finditer(data))):
        return ()
    sides: tuple[list[bytes], list[bytes]] = ([], [])
    within, marked = "", 0
    for number, line in enumerate(data.splitlines(keepends=True), start=1):
        end = line[len(line.rstrip(b"\r\n")) :]
        if _MARK.fullmatch(line.rstrip(b"\r\n")):
            within, marked = line[:1].decode("ascii"), marked or number
            within = "" if within == ">" else within
            kept = (end, end)
        else:
            # What stood there before both ("|||||||") is said by neither.
            kept = (end if within in {"=", "|"} else line, end if within in {"<", "|"} else line)
        for side, text in zip(sides, kept, strict=True):
            side.append(text)
    return tuple(ConflictSide(b"".join(side), marked) for side in sides)


_MARK = re.compile(rb"^(?:<{7}|={7}|>{7}|\|{7})(?: [^\r\n]*)?(?=\r?$)", re.MULTILINE)
_TORN = re.compile(rb"(?:<\|?=>)+")

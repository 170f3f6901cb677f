"""The ledger ("sổ theo dõi"): dated entries that say what happened. Only ever appended to.

Python names here, YAML keys as aliases, as in `cchc.plan.models`.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self

from pydantic import (
    Field,
    PlainValidator,
    PrivateAttr,
    RootModel,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from cchc.diagnostics import Finding, Problem, Severity, Where, in_reading_order
from cchc.errors import FaultyFile, UnreadableFile
from cchc.files import bytes_of
from cchc.plan import models
from cchc.plan.loader import Document, document_of
from cchc.plan.locate import LEDGER_SUFFIX
from cchc.plan.models import Part, PlanDate, Text
from cchc.plan.yaml_tree import Listing, Scalar
from cchc.text import fold

PROSE = frozenset({"van_ban", "ghi_chu", "tep"})
"""The keys whose values are free text."""


class Deed(StrEnum):
    """What an entry says happened; the values are the words of the file."""

    START = "dang_thuc_hien"
    DONE = "hoan_thanh"
    EXTEND = "gia_han"
    CANCEL = "huy"
    REOPEN = "mo_lai"


def _deed(value: object) -> object:
    if value in _DEEDS:
        return Deed(str(value))
    meant = fold(value).replace(" ", "_") if isinstance(value, str) else ""
    way = f"có phải: {meant}?" if meant in _DEEDS else f"viết một trong: {', '.join(_DEEDS)}"
    message = "không phải trạng thái của sổ; {way}"
    raise PydanticCustomError("unknown-state", message, {"way": way})


def _digest(value: object) -> object:
    text = value.strip().lower() if isinstance(value, str) else ""
    if re.fullmatch("[0-9a-f]{64}", text):
        return text
    message = "sha256 phải có 64 chữ số thập lục phân; chép lại cho đủ, hoặc xóa"
    raise PydanticCustomError("digest", message)


_DEEDS = tuple(deed.value for deed in Deed)


class Entry(Part):
    """What happened to a task, or to one of its milestones, on a day."""

    day: PlanDate = Field(alias="ngay")
    task: Text = Field(alias="nhiem_vu")
    milestone: Text | None = Field(None, alias="moc")
    deed: Annotated[Deed, PlainValidator(_deed), WithJsonSchema({"enum": list(_DEEDS)})] = Field(
        alias="trang_thai"
    )
    document: Text | None = Field(None, alias="van_ban")
    until: PlanDate | None = Field(None, alias="den_ngay")
    note: Text | None = Field(None, alias="ghi_chu")
    file: Text | None = Field(None, alias="tep")
    """The document as a file: its path from the plan's folder, with forward slashes."""
    sha256: Annotated[str, PlainValidator(_digest), WithJsonSchema(models.DIGEST)] | None = None

    _where: Where = PrivateAttr(())

    @model_validator(mode="after")
    def _extends_well(self) -> Self:
        extends = self.deed is Deed.EXTEND
        if extends and not self.until:
            message = "gia hạn mà không có ngày mới; thêm dòng 'den_ngay: 2025-04-30'"
            raise PydanticCustomError("extension-without-date", message)
        if extends and not self.document:
            message = "gia hạn mà không có văn bản cho phép; thêm dòng 'van_ban: …'"
            raise PydanticCustomError("extension-without-document", message)
        if self.until and not extends:
            message = "den_ngay chỉ đi với gia_han; xóa dòng den_ngay, hoặc sửa trang_thai"
            raise PydanticCustomError("date-without-extension", message)
        if self.sha256 and not self.file:
            message = "sha256 chỉ đi với tep; thêm 'tep: đường/dẫn', hoặc xóa sha256"
            raise PydanticCustomError("digest-without-file", message)
        return self

    @property
    def where(self) -> Where:
        """Return the place of the entry in the ledger file."""
        return self._where

    def stand(self, where: Where) -> None:
        """Tell the entry where it stands; the ledger does it once, on loading."""
        self._where = where

    def written(self) -> dict[str, str]:
        """Return what is said as the file writes it: YAML keys and text, in the file's order.

        Every text is in NFC and on one line, so that an entry reads line by line in a diff.
        """
        said = self.model_dump(by_alias=True, exclude_none=True, mode="python")
        return {key: one_line(str(value)) for key, value in said.items()}


def one_line(text: str) -> str:
    """Return the text in NFC, its lines joined by single spaces."""
    lines = _LINE_ENDS.split(unicodedata.normalize("NFC", text))
    return " ".join(line.strip(" ") for line in lines if line.strip(" "))


# What YAML takes for the end of a line (YAML 1.1, 5.4).
_LINE_ENDS = re.compile("[\r\n\x85\u2028\u2029]+")


class Ledger(RootModel[tuple[Entry | None, ...]]):
    """All entries of a ledger file, in its order. What reading refused is None in `root`."""

    _by_task: dict[str, tuple[Entry, ...]] = PrivateAttr(default_factory=dict)

    @model_validator(mode="after")
    def _place_entries(self) -> Self:
        by_task: dict[str, list[Entry]] = {}
        for index, entry in enumerate(self.root):
            if entry:
                entry.stand((index,))
                by_task.setdefault(entry.task, []).append(entry)
        self._by_task.update((task, tuple(entries)) for task, entries in by_task.items())
        return self

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return the entries that could be read."""
        return tuple(entry for entry in self.root if entry)

    def of(self, task: str) -> tuple[Entry, ...]:
        """Return the entries of a task by its id ("II.04", or "BC" for the plan's reports)."""
        return self._by_task.get(task, ())


# Reading the ledger of a plan.


def ledger_path(plan: Path) -> Path:
    """Return where a plan's ledger is: `plans/2025.yaml` → `plans/2025.tien-do.yaml`."""
    return plan.with_name(f"{plan.stem}{LEDGER_SUFFIX}.yaml")


def read_ledger(path: Path) -> Document[Ledger]:
    """Return the ledger file as read; one that is missing or only has comments is empty.

    Raises `UnreadableFile` if the system gives no bytes of a file that is there.
    """
    return ledger_of(path, ledger_bytes(path))


def sound_ledger(path: Path) -> Ledger:
    """Return a ledger that can be worked with; raises `FaultyFile` with its faults otherwise."""
    return sound(read_ledger(path))


def ledger_bytes(path: Path) -> bytes:
    """Return the bytes of the ledger, none if there is no file. Raises `UnreadableFile`."""
    try:
        return bytes_of(path)
    except UnreadableFile as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return b""
        raise


def ledger_of(path: Path, data: bytes) -> Document[Ledger]:
    """Return the bytes that a ledger has, or would have, as read."""
    document = document_of(path, data, Ledger, _LIST, Ledger(()))
    gaps = _gaps(document)
    if not gaps:
        return document
    problems = tuple(in_reading_order((*document.problems, *gaps)))
    refused = document.refused | {(int(place),) for place in _empty_items(document)}
    return Document(document.source, document.tree, document.model, problems, refused)


def sound(document: Document[Ledger]) -> Ledger:
    """Return the ledger of a document without faults; raises `FaultyFile` with them otherwise."""
    if document.model is None or not document.sound:
        raise FaultyFile(document.path, [str(problem) for problem in document.problems])
    return document.model


def _gaps(document: Document[Ledger]) -> list[Problem]:
    """Return a fault for each "-" with nothing after it: the model can't tell it from a mended."""
    hint = "điền nội dung, hoặc xóa dòng này"
    return [
        document.problem("empty-value", Severity.ERROR, Finding((i,), "mục để trống", hint))
        for i in _empty_items(document)
    ]


def _empty_items(document: Document[Ledger]) -> list[int]:
    top = document.tree.top
    items = top.items if isinstance(top, Listing) else []
    return [i for i, item in enumerate(items) if isinstance(item, Scalar) and item.text is None]


_LIST = "sổ theo dõi là một danh sách, mỗi mục bắt đầu bằng '- ngay: 2025-01-24'"


# The few words that all who ask about progress need: a period, a role, the plan's own reports.

REPORTS = "BC"
"""The id under which the ledger records the plan's own reports (section IV)."""


class Role(StrEnum):
    """How an office takes part in a task."""

    LEAD = "lead"
    SUPPORT = "support"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both in it."""

    start: date
    end: date

    def __contains__(self, day: date | None) -> bool:
        """Return whether a day is in it; no day is in none."""
        return day is not None and self.start <= day <= self.end

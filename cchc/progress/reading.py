"""Reading the ledger of a plan."""

from pathlib import Path

from cchc.errors import FaultyFile, UnreadableFile
from cchc.plan.finding import LEDGER_SUFFIX
from cchc.plan.problem import Finding, Problem, Severity, in_reading_order
from cchc.plan.reading import Document, document_of
from cchc.plan.source import bytes_of
from cchc.plan.tree import Listing, Scalar
from cchc.progress.entries import Ledger


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

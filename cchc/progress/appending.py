"""Appending to the ledger: some entries more, and not one byte of the rest changed.

Reading, checking and writing happen under one lock, so that of several runs at once none is lost.
"""

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from cchc.errors import LedgerBusy, UnappendableLedger, UnreadableText, UnwritableFile
from cchc.plan.letters import hidden_character, legacy_encoding
from cchc.plan.reading import Document
from cchc.progress.entries import Entry, Ledger
from cchc.progress.layout import extended
from cchc.progress.reading import ledger_bytes, ledger_of, sound
from cchc.progress.replacing import replace_file

WAIT = 30.0
"""Seconds to wait for another run to let go of the ledger."""


def append(path: Path, entry: Entry) -> None:
    """Append an entry to a ledger, which is made if it is missing.

    Raises `FaultyFile` for a ledger with faults, `UnappendableLedger`, `UnreadableText`,
    `LedgerBusy`, `UnreadableFile` or `UnwritableFile`; the ledger then is as it was.
    """
    append_decided(path, lambda _: [entry])


def append_decided(path: Path, decide: Callable[[Ledger], Sequence[Entry]]) -> tuple[Entry, ...]:
    """Append the entries that `decide` makes from the ledger as it stands, and return them.

    All are written or none. `decide` is called under the lock, so no other run comes between its
    look and the writing. It may raise to append nothing. It is also called once before, so that
    what is refused leaves no trace, not even a lock file. Raises as `append` does.
    """
    seen = ledger_bytes(path)
    document = ledger_of(path, seen)
    _refuse_illegible(decide(sound(document)))
    target = Path(os.path.realpath(path))  # a link stays a link
    with _locked(path, target):
        data = ledger_bytes(target)
        document = document if data == seen else ledger_of(path, data)
        entries = tuple(decide(sound(document)))
        new = _with(document, data, entries)
        try:
            replace_file(target, new)
        except OSError as error:
            raise UnwritableFile(path, error) from error
    return entries


def _with(document: Document[Ledger], data: bytes, entries: Sequence[Entry]) -> bytes:
    """Return the ledger's bytes with the entries, in a form that reads as what was and those."""
    wanted = [*_said(document), *(entry.written() for entry in entries)]
    for candidate in extended(document, data, entries):
        read = ledger_of(document.path, candidate)
        if read.sound and _said(read) == wanted:
            return candidate
    raise UnappendableLedger(document.path)


def _refuse_illegible(entries: Sequence[Entry]) -> None:
    for text in (text for entry in entries for text in entry.written().values()):
        if fault := _illegible(text):
            raise UnreadableText(text, fault)


def _illegible(text: str) -> str:
    hidden, encoding = hidden_character(text), legacy_encoding(text)
    if hidden:
        return f"có ký tự ẩn {hidden}; gõ lại thay vì dán"
    return f"viết bằng bảng mã {encoding}; chuyển sang Unicode" if encoding else ""


def _said(document: Document[Ledger]) -> list[dict[str, str]]:
    return [entry.written() for entry in document.model.entries] if document.model else []


@contextmanager
def _locked(path: Path, target: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout

    if not target.parent.is_dir():  # filelock would make it
        raise UnwritableFile(path, FileNotFoundError())
    lock = FileLock(target.with_name(f".{target.name}.khoa"), timeout=WAIT)
    try:
        lock.acquire()
    except Timeout:
        raise LedgerBusy(path, WAIT) from None
    except OSError as error:
        raise UnwritableFile(path, error) from error
    except NotImplementedError as error:
        reason = OSError(errno.ENOLCK, "ổ đĩa này không cho khóa tệp")
        raise UnwritableFile(path, reason) from error
    try:
        yield
    finally:
        lock.release()

"""Appending to the ledger: some entries more, and not one byte of the rest changed.

Reading, checking and writing happen under one lock, so that of several runs at once none is lost.
"""

import errno
import os
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from cchc.errors import Busy, Unrecordable, UnwritableFile
from cchc.files import save
from cchc.plan.loader import Document
from cchc.plan.yaml_tree import YamlSequence
from cchc.progress.ledger import PROSE, Entry, Ledger, ledger_bytes
from cchc.progress.ledger_file import Books, LedgerFile, books_of
from cchc.progress.words import entry_line
from cchc.text import hidden_character, legacy_encoding

if TYPE_CHECKING:
    from filelock import BaseFileLock

HEAD = "# Sổ theo dõi tiến độ: mỗi mục là một việc đã xảy ra; chỉ ghi thêm vào cuối.\n"
"""The first line of a new ledger."""


def extended(
    document: Document[LedgerFile], data: bytes, entries: Sequence[Entry]
) -> Iterator[bytes]:
    """Yield what the ledger's bytes may become with some entries more, the likeliest form first.

    `document` is what `data` reads as. Every byte of `data` stays; in a list in brackets the new
    text stands before the closing bracket, else at the end. Whether a form reads well, the reader
    of the result says.
    """
    text, top = document.source.text, document.tree.top
    new = [_line(entry.written()) for entry in entries]
    if isinstance(top, YamlSequence) and text[top.start : top.start + 1] == "[":
        place = len(data) - len(text[top.end :].encode())
        for comma in (", ", ""):
            added = comma + ", ".join(new)
            yield data[:place] + added.encode() + data[place:]
        return
    yield data + _at_the_end(text, _column(text, top), new).encode()


def _at_the_end(text: str, column: int, new: Sequence[str]) -> str:
    ends = _LINE_END.findall(text)
    end = ends[-1] if ends else "\n"
    before = HEAD if not text else "" if text.endswith(("\n", "\r")) else end
    return before + "".join(f"{' ' * column}- {line}{end}" for line in new)


def _column(text: str, top: object) -> int:
    """Return how far the entries of the ledger are indented."""
    if not isinstance(top, YamlSequence):
        return 0
    return top.start - max(text.rfind("\n", 0, top.start), text.rfind("\r", 0, top.start)) - 1


def _line(said: Mapping[str, str]) -> str:
    """Return the pairs as one line of YAML: git's union merge joins lines, and splits blocks."""
    return str(
        yaml.dump(
            {key: _Prose(text) if key in PROSE else text for key, text in said.items()},
            Dumper=_LayoutAllText,
            allow_unicode=True,
            default_flow_style=True,
            sort_keys=False,
            width=10**9,
        )
    ).rstrip("\n")


class _Prose(str):
    """A text that a person may go on writing in: quotes keep the commas to come from harm."""

    __slots__ = ()


class _LayoutAllText(yaml.SafeDumper):
    """Writes for a reader to which all is text: 2025-01-24 needs no quotes, nor does `no`."""


def _quoted(dumper: yaml.SafeDumper, text: _Prose) -> yaml.ScalarNode:
    # What "…" would have to escape the emitter writes better in its own way.
    style = None if _ESCAPED.search(text) else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style=style)


_LayoutAllText.yaml_implicit_resolvers = {}
_LayoutAllText.add_representer(_Prose, _quoted)

_ESCAPED = re.compile('["\\\\]|[^\u0020-\uffff]')
_LINE_END = re.compile("\r\n|\n|\r")


# Appending to the ledger: some entries more, and not one byte of the rest changed.

WAIT = 60.0
"""Seconds to wait for another run to let go of the ledger."""
NOTICE_AFTER = 2.0
"""Seconds of waiting after which it is said."""


def _silent(_: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Book:
    """A ledger to write in: its main file, another of its files if entries go there, who is told.

    What withdraws an entry, and what takes its place, goes to the file that has it.
    """

    main: Path
    into: Path | None = None
    tell: Callable[[str], None] = _silent

    @property
    def file(self) -> Path:
        """Return the file that new entries go to, beside the main one."""
        return self.main.with_name(self.into.name) if self.into else self.main


def append(path: Path, entry: Entry) -> None:
    """Append an entry to a ledger, which is made if it is missing.

    Raises `FaultyFile` for a ledger with faults, `Unrecordable`, `Busy`, `UnreadableFile` or
    `UnwritableFile`; the ledger then is as it was.
    """
    append_decided(path, lambda _: [entry])


def append_decided(book: Path | Book, decide: Callable[[Ledger], Sequence[Entry]]) -> Path:
    """Append the entries that `decide` makes from the ledger as it stands; return the file.

    All are written or none. `decide` is called under the lock, so no other run comes between its
    look and the writing. It may raise to append nothing. It is also called once before, so that
    what is refused leaves no trace, not even a lock file. Raises as `append` does.
    """
    book = Book(book) if isinstance(book, Path) else book
    seen = ledger_bytes(book.main)
    books = books_of(book.main, seen)
    _refuse_illegible(decide(books.sound_ledger()))
    with _locked(book):
        files = ledger_bytes(book.main)
        books = books if files == seen else books_of(book.main, files)
        entries = tuple(decide(books.sound_ledger()))
        file = _file_of(entries, books) or book.file
        data = _with(files.get(file, b""), file, entries)
        _refuse_known(books, books_of(book.main, {**files, file: data}), entries)
        save(file, data, locked=True)
    return file


def _refuse_known(before: Books, after: Books, entries: Sequence[Entry]) -> None:
    """Refuse what the ledger says already: the same entry counts once, so nothing would change."""
    if len(after.ledger.distinct) < len(before.ledger.distinct) + len(entries):
        said = "; ".join(map(entry_line, entries))
        raise Unrecordable(f"sổ đã có đúng mục này: {said}; không ghi lần nữa")


def _file_of(entries: Sequence[Entry], books: Books) -> Path | None:
    """Return the file of what is withdrawn, which is to have the withdrawal too."""
    gone = {entry.withdrawn for entry in entries if entry.withdrawn}
    found = (e for e in reversed(books.ledger.distinct) if e.wording in gone) if gone else ()
    return next((books.place(entry.where)[0].path for entry in found), None)


def _with(data: bytes, file: Path, entries: Sequence[Entry]) -> bytes:
    """Return a file's bytes with the entries, in a form that reads as what was and those."""
    before = books_of(file, {file: data})
    new = [entry.written() for entry in entries]
    wanted = [[*_said(document), *new] for document in before.documents]
    for candidate in extended(before.documents[0], data, entries):
        read = books_of(file, {file: candidate})
        well = all(document.model is not None for document in read.documents)
        if well and [_said(document) for document in read.documents] == wanted:
            return candidate
    raise Unrecordable(
        f"không ghi thêm được vào {file} mà giữ nguyên những gì đã có"
        "; viết lại sổ thành danh sách, mỗi mục bắt đầu bằng '- ngay: …', rồi chạy lại"
    )


def _refuse_illegible(entries: Sequence[Entry]) -> None:
    for text in (text for entry in entries for text in entry.written().values()):
        if fault := _illegible(text):
            raise Unrecordable(f"không ghi {text[:60]!r} vào sổ: {fault}")


def _illegible(text: str) -> str:
    hidden, encoding = hidden_character(text), legacy_encoding(text)
    if hidden:
        return f"có ký tự ẩn {hidden}; gõ lại thay vì dán"
    return f"viết bằng bảng mã {encoding}; chuyển sang Unicode" if encoding else ""


def _said(document: Document[LedgerFile]) -> list[dict[str, str]]:
    return [entry.written() for entry in document.model.ledger.entries] if document.model else []


@contextmanager
def _locked(book: Book) -> Iterator[None]:
    """Hold the ledger. Who waits stands at a door of its own, so that nobody is passed for ever."""
    target = Path(os.path.realpath(book.main))  # a link stays a link
    if not target.parent.is_dir():  # filelock would make it
        raise UnwritableFile(book.main, FileNotFoundError())
    until = time.monotonic() + WAIT
    with (
        _held(book, target.with_name(f".{target.name}.cho.khoa"), until) as door,
        _held(book, target.with_name(f".{target.name}.khoa"), until),
    ):
        door.release()
        yield


@contextmanager
def _held(book: Book, lock_file: Path, until: float) -> "Iterator[BaseFileLock]":
    from filelock import FileLock, Timeout

    lock = FileLock(lock_file)
    try:
        try:
            lock.acquire(timeout=max(0.0, min(NOTICE_AFTER, until - time.monotonic())))
        except Timeout:
            book.tell(f"đang đợi lệnh khác ghi xong {book.main}…")
            lock.acquire(timeout=max(0.0, until - time.monotonic()))
    except Timeout:
        raise Busy(
            f"{book.main} đang được lệnh khác ghi, đợi {WAIT:.0f} giây chưa xong"
            "; đợi lệnh ấy xong rồi chạy lại"
        ) from None
    except OSError as error:
        raise UnwritableFile(book.main, error) from error
    except NotImplementedError as error:
        reason = OSError(errno.ENOLCK, "ổ đĩa này không cho khóa tệp")
        raise UnwritableFile(book.main, reason) from error
    try:
        yield lock
    finally:
        lock.release()

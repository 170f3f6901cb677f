"""Appending to the ledger: some entries more, and not one byte of the rest changed.

Reading, checking and writing happen under one lock, so that of several runs at once none is lost.
"""

import errno
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import yaml

from cchc.errors import Busy, Unrecordable, UnwritableFile
from cchc.files import save
from cchc.plan.loader import Document
from cchc.plan.yaml_tree import Listing
from cchc.progress.ledger import PROSE, Entry, Ledger, ledger_bytes
from cchc.progress.ledger_file import LedgerFile, ledger_of, sound
from cchc.text import hidden_character, legacy_encoding

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
    if isinstance(top, Listing) and text[top.start : top.start + 1] == "[":
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
    if not isinstance(top, Listing):
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

WAIT = 30.0
"""Seconds to wait for another run to let go of the ledger."""


def append(path: Path, entry: Entry) -> None:
    """Append an entry to a ledger, which is made if it is missing.

    Raises `FaultyFile` for a ledger with faults, `Unrecordable`, `Busy`, `UnreadableFile` or
    `UnwritableFile`; the ledger then is as it was.
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
        save(path, _with(document, data, entries), locked=True)
    return entries


def _with(document: Document[LedgerFile], data: bytes, entries: Sequence[Entry]) -> bytes:
    """Return the ledger's bytes with the entries, in a form that reads as what was and those."""
    wanted = [*_said(document), *(entry.written() for entry in entries)]
    for candidate in extended(document, data, entries):
        read = ledger_of(document.path, candidate)
        if read.sound and _said(read) == wanted:
            return candidate
    raise Unrecordable(
        f"không ghi thêm được vào {document.path} mà giữ nguyên những gì đã có"
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
def _locked(path: Path, target: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout

    if not target.parent.is_dir():  # filelock would make it
        raise UnwritableFile(path, FileNotFoundError())
    lock = FileLock(target.with_name(f".{target.name}.khoa"), timeout=WAIT)
    try:
        lock.acquire()
    except Timeout:
        raise Busy(
            f"{path} đang được lệnh khác ghi, đợi {WAIT:.0f} giây chưa xong"
            "; đợi lệnh ấy xong rồi chạy lại"
        ) from None
    except OSError as error:
        raise UnwritableFile(path, error) from error
    except NotImplementedError as error:
        reason = OSError(errno.ENOLCK, "ổ đĩa này không cho khóa tệp")
        raise UnwritableFile(path, reason) from error
    try:
        yield
    finally:
        lock.release()

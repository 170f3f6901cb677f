"""What a person changed is never overwritten: each print says what it said when it was made.

A seal is a digest of what a reader reads (words, cells, events), never of bytes: Word, Excel and
LibreOffice write a file anew without a change of it. Office files carry it as a custom property,
a page as `meta`, a calendar as an X- line, a PDF after its end. Plain texts have no place for it:
the user's cache folder remembers which ones cchc wrote.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from xml.etree.ElementTree import Element

from cchc.documents.origin import digest_of, lines_of
from cchc.errors import RefusedFile, WrongUsage
from cchc.files import bytes_of, save
from cchc.plan.cache import user_cache
from cchc.word.package import (
    CONTENT_TYPES,
    MAX_FILE,
    OFFICE,
    Package,
    package_of,
    repacked,
    with_element,
    with_link,
    with_type,
)
from cchc.word.xml import name


def write(files: Mapping[Path, bytes], *, force: bool = False) -> None:
    """Write prints with their seals, all or none, over nothing that a person may have changed.

    What was written into the blanks of a document is kept. Raises `WrongUsage` where a file was
    changed since cchc wrote it or isn't cchc's, unless `force`; and `UnwritableFile`.
    """
    ready = {target: sealed(_kept(target, data, force=force)) for target, data in files.items()}
    for target, data in ready.items():
        save(target, data)
        if _form(data) is None:
            _remember(data)


@contextmanager
def writing(target: Path, *, force: bool = False) -> Iterator[None]:
    """Let a plain text be written to a file inside, over nothing that a person may have changed."""
    _refuse_changed(target, None, force=force)
    yield
    with suppress(OSError):
        _remember(target.read_bytes())


def sealed(data: bytes) -> bytes:
    """Return a file with its seal; same file, same bytes. A plain text is returned as it is."""
    form = _form(data)
    return form.sealed(data) if form else data


def changed(data: bytes) -> bool | None:
    """Return whether a file was changed since cchc wrote it, None if cchc didn't write it."""
    form = _form(data)
    if form is None:
        register = _register()
        return None if register and not (register / digest_of(data)).exists() else False
    try:
        said, now = form.read(data)
    except (RefusedFile, UnicodeDecodeError, AssertionError):  # the last is of a broken page
        return None
    return None if said is None else said != now


def edited_since(path: Path) -> bool | None:
    """Return whether a workbook, page, calendar or PDF was changed since cchc wrote it.

    None for a Word document, whose record says more (`verify.record_of`), and for what is none of
    these. Raises `UnreadableFile`, and `RefusedFile` for one that cchc didn't write.
    """
    data = bytes_of(path, MAX_FILE)
    if _form(data) is None or (data.startswith(_ZIP) and not _is_workbook(data)):
        return None
    edited = changed(data)
    if edited is None:
        raise RefusedFile(
            f"{path} không do cchc ghi ra, hoặc dấu của cchc đã bị gỡ (chép nội dung sang tệp"
            " khác, chuyển dạng tệp); xin lại tệp gốc, hoặc ghi lại bằng `cchc export`"
        )
    return edited


def _kept(target: Path, data: bytes, *, force: bool) -> bytes:
    """Return a print as it may replace what stands at its target."""
    old = _refuse_changed(target, _form(data), force=force)
    if old is None or not (_is_word(data) and _is_word(old)):
        return data
    from cchc.documents.blanks import keeping

    try:
        return keeping(data, target)
    except (WrongUsage, RefusedFile):
        if not force:
            raise
    return data


def _refuse_changed(target: Path, form: "Form | None", *, force: bool) -> bytes | None:
    """Return what stands at a target and may be replaced; raises `WrongUsage` where it may not."""
    if not target.is_file():
        return None  # nothing, or a device
    old = bytes_of(target, MAX_FILE)
    if force or not old:
        return old
    # Whoever asks for a document at the name of a text means another file.
    state = changed(old) if _form(old) or form is None else None
    if state is False:
        return old
    said = "đã có người sửa sau khi cchc ghi ra" if state else "không mang dấu của cchc"
    way = "đổi tên tệp ấy, hoặc ghi ra chỗ khác bằng -o, hoặc thêm --force để ghi đè"
    raise WrongUsage(f"{target} {said}, nên không ghi đè và chưa ghi gì; {way}")


# Where a seal stands in each form of file, and what it is a digest of.


@dataclass(frozen=True, slots=True)
class Form:
    """A form of files: how it begins, how it takes a seal, and what it says.

    `read` returns the digest that a file carries, None for none, and that of what it says now.
    """

    starts: tuple[bytes, ...]
    sealed: Callable[[bytes], bytes]
    read: Callable[[bytes], tuple[str | None, str]]


def _form(data: bytes) -> Form | None:
    start = data[:200].lstrip(b"\xef\xbb\xbf \r\n\t").upper()
    return next((form for form in _FORMS if start.startswith(form.starts)), None)


def _digest(words: Iterator[str]) -> str:
    # Short enough for a line of a calendar; the number is that of this way of reading.
    return f"1:{digest_of(chr(0).join(words).encode())[:40]}"


# Word and Excel: a custom property (ECMA-376, part 1, 15.2.12.2).

_ZIP = b"PK"
_WORKBOOK = "xl/workbook.xml"


def _seal_office(data: bytes) -> bytes:
    package = _package(data)
    parts = {part: package.archive.read(part) for part in package.names()}
    digest = _digest(_office_words(package))
    custom = next((part for _, part in package.related("", _CUSTOM)), "")
    if not custom:
        custom = "docProps/custom.xml"
        parts[CONTENT_TYPES] = with_type(parts[CONTENT_TYPES], custom, _CUSTOM_TYPE)
        parts[_LINKS] = with_link(parts[_LINKS], "cchcSeal", _CUSTOM, custom)
        parts[custom] = _NO_PROPERTIES
    bare = _OURS.sub(b"", parts[custom])
    number = max((int(pid) for pid in re.findall(rb'pid="(\d{1,8})"', bare)), default=1) + 1
    row = _PROPERTY.format(number=number, digest=digest)
    return repacked(parts | {custom: with_element(bare, "Properties", row)})


def _read_office(data: bytes) -> tuple[str | None, str]:
    package = _package(data)
    root = package.first_related("", _CUSTOM)
    rows = root if root is not None else ()
    said = next(("".join(row.itertext()) for row in rows if row.get("name") == "cchc"), None)
    return said, _digest(_office_words(package))


def _package(data: bytes) -> Package:
    return package_of(Path("cchc"), data)


def _is_word(data: bytes) -> bool:
    try:
        return _package(data).main() != ""
    except RefusedFile:
        return False


def _is_workbook(data: bytes) -> bool:
    try:
        return _WORKBOOK in _package(data).names()
    except RefusedFile:
        return False


def _office_words(package: Package) -> Iterator[str]:
    if _WORKBOOK in package.names():
        yield from _cells(package)
    else:
        yield from _document(package)


def _document(package: Package) -> Iterator[str]:
    """Yield the words that `cchc verify` compares, notes and comments, and how many pictures."""
    for line in lines_of(package, blanks=False):
        yield f"{line.kind}\t{line.table}\t" + "\t".join(line.cells)
    main = package.main()
    for kind in ("comments", "footnotes", "endnotes"):
        root = package.first_related(main, kind)
        words = (
            "".join(e.text or "" for e in root.iter() if name(e) == "t") if root is not None else ""
        )
        yield f"{kind}\t{words}"
    root = package.root(main)
    yield str(sum(name(element) == "blip" for element in root.iter()) if root is not None else 0)


def _cells(package: Package) -> Iterator[str]:
    """Yield each cell that says something; of a formula, that it is one: programs reckon anew."""
    book = package.root(_WORKBOOK)
    parts = dict(package.related(_WORKBOOK, "worksheet"))
    strings = package.first_related(_WORKBOOK, "sharedStrings")
    shared = [_string(item) for item in strings] if strings is not None else []
    for sheet in book.iter() if book is not None else ():
        if name(sheet) == "sheet":
            part = parts.get(next((v for k, v in sheet.items() if k.endswith("}id")), ""), "")
            yield f"sheet\t{sheet.get('name')}"
            yield from _sheet(package.root(part), shared)
            notes = package.first_related(part, "comments")
            yield from (_string(notes),) if notes is not None else ()


def _sheet(root: Element | None, shared: list[str]) -> Iterator[str]:
    for cell in root.iter() if root is not None else ():
        if name(cell) == "c" and (said := _said(cell, shared)):
            yield f"{cell.get('r')}\t{said}"


def _said(cell: Element, shared: list[str]) -> str:
    parts = {name(part): part for part in cell}
    text = (parts["v"].text or "") if "v" in parts else ""
    match cell.get("t", "n"):
        case _ if "f" in parts:
            return "="
        case "inlineStr":
            return _string(cell)
        case "s":
            return shared[int(text)] if text.isdecimal() and int(text) < len(shared) else text
        case "n" if text:
            with suppress(ValueError):
                return f"{float(text):.12g}"
    return text


def _string(item: Element) -> str:
    """Return the words of a string, in one run or several, without its reading aids."""
    aids = {text for aid in item.iter() if name(aid) == "rPh" for text in aid.iter()}
    words = (e.text or "" for e in item.iter() if name(e) == "t" and e not in aids)
    return "".join(words).replace("\r\n", "\n")


_CUSTOM = "custom-properties"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_LINKS = "_rels/.rels"
_NO_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<Properties xmlns="{OFFICE}/custom-properties"></Properties>'
).encode()
_PROPERTY = (
    f'<property xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes"'
    ' fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="cchc">'
    "<vt:lpwstr>{digest}</vt:lpwstr></property>"
)
_OURS = re.compile(rb'<(\w+:)?property\b[^>]*\bname="cchc".*?</(\w+:)?property>', re.DOTALL)


# A page, a calendar, a PDF.


def _seal_page(data: bytes) -> bytes:
    mark = f'<meta name="cchc" content="{_read_page(data)[1]}">'.encode()
    return data.replace(b"</head>", mark + b"\n</head>", 1)


def _read_page(data: bytes) -> tuple[str | None, str]:
    page = _Page()
    page.feed(data.decode("utf-8-sig"))
    page.close()
    return page.seal, _digest(iter(page.words))


class _Page(HTMLParser):
    """The words of a page, as a browser shows them, and its seal."""

    def __init__(self) -> None:
        super().__init__()
        self.seal: str | None = None
        self.words: list[str] = []
        self._unseen = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the seal, and note where no words stand."""
        said = dict(attrs)
        if tag == "meta" and said.get("name") == "cchc":
            self.seal = said.get("content")
        if tag in {"script", "style"}:
            self._unseen = tag

    def handle_endtag(self, tag: str) -> None:
        """Note where words stand again."""
        if tag == self._unseen:
            self._unseen = ""

    def handle_data(self, data: str) -> None:
        """Take words; a program that saves the page may break its lines elsewhere."""
        if not self._unseen:
            self.words += data.split()


def _seal_calendar(data: bytes) -> bytes:
    mark = f"{_MARK}{_read_calendar(data)[1]}\r\n".encode()
    line = re.search(rb"^(BEGIN:VEVENT|END:VCALENDAR)", data, re.MULTILINE)
    return data if line is None else data[: line.start()] + mark + data[line.start() :]


def _read_calendar(data: bytes) -> tuple[str | None, str]:
    lines = re.sub(r"\r?\n[ \t]", "", data.decode("utf-8-sig")).splitlines()
    said = next((line.removeprefix(_MARK) for line in lines if line.startswith(_MARK)), None)
    return said, _digest(iter(sorted(_events(lines))))


def _events(lines: list[str]) -> Iterator[str]:
    """Yield each event's properties in one order; what programs set by themselves is left out."""
    event: list[str] = []
    for line in lines:
        if line == "END:VEVENT":
            yield "\n".join(sorted(event))
            event = []
        elif not line.upper().startswith(_BY_ITSELF):
            event.append(line)


_MARK = "X-CCHC-SEAL:"
_BY_ITSELF = (
    *("X-", "BEGIN:", "END:", "PRODID", "VERSION", "CALSCALE", "METHOD", "NAME"),
    *("DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE"),
)


def _seal_pdf(data: bytes) -> bytes:
    # After the end a reader looks for nothing; a signature or an edit comes after this, or anew.
    return data + _AFTER + _digest(iter([digest_of(data)])).encode() + b"\n"


def _read_pdf(data: bytes) -> tuple[str | None, str]:
    file, mark, said = data.rpartition(_AFTER)
    return said.decode("ascii").strip() if mark else None, _digest(iter([digest_of(file)]))


_AFTER = b"\n%cchc "

_FORMS = (
    Form((_ZIP,), _seal_office, _read_office),
    Form((b"<!DOCTYPE HTML", b"<HTML"), _seal_page, _read_page),
    Form((b"BEGIN:VCALENDAR",), _seal_calendar, _read_calendar),
    Form((b"%PDF",), _seal_pdf, _read_pdf),
)


# Plain texts: the user's cache folder knows the digests of those that cchc wrote.

MOST_TEXTS = 2000


def _register() -> Path | None:
    """Return the folder of the digests; None where nothing is remembered, as in CI."""
    folder = user_cache().folder
    return folder / "written" if folder else None


def _remember(data: bytes) -> None:
    if (folder := _register()) is None:
        return
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / digest_of(data)).touch(mode=0o600)
        known = sorted(folder.iterdir(), key=lambda entry: entry.stat().st_mtime_ns)
        for oldest in known[:-MOST_TEXTS]:
            oldest.unlink()

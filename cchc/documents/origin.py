"""What a document is made from: the plan itself, and the digests of all that went into it."""

import hashlib
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

import cchc
from cchc.errors import CchcError, NoHistory
from cchc.files import Source, bytes_of, source_of
from cchc.history.git import Blob, Commit, Repository, earlier_names, repository_of
from cchc.plan.communes import Commune
from cchc.plan.locate import ledger_path
from cchc.progress.ledger import ledger_bytes
from cchc.word.package import (
    CONTENT_TYPES,
    OFFICE,
    Package,
    repacked,
    with_link,
    with_type,
)
from cchc.word.xml import attribute, blocks, child, name, rows, value

PLAN, REPORT, LETTER = "ke-hoach", "bao-cao", "cong-van-don-doc"
PROVINCE = "bao-cao-tinh"
"""A report of many plans: its digests are those of all of them together, and of their ledgers."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Digests are SHA-256 of a file's bytes, in hexadecimal."""

    plan: bytes | None
    """The plan's file, byte for byte; None in what goes to others: a report, a letter."""
    name: str
    """What the plan's file is called."""
    template: str
    version: str
    ledger: str | None = None
    commit: str | None = None
    """The commit that was checked out; None outside git."""
    clean: bool | None = None
    """Whether plan and ledger were as that commit has them."""
    against: str | None = None
    """Of a document with tracked changes: the digest of the plan that they lead away from."""
    kind: str = PLAN
    """The built-in template that it was printed with, or in the place of."""
    said: str = ""
    """The plan's digest, where the plan isn't carried."""

    @property
    def digest(self) -> str:
        """Return the plan's digest."""
        return digest_of(self.plan) if self.plan is not None else self.said

    def is_plan(self, data: bytes) -> bool:
        """Return whether bytes are the plan it is made from; line ends may be other ones."""
        if self.plan is not None:
            return same_text(data, self.plan)
        bare = data.replace(b"\r\n", b"\n")
        texts = (data, bare, bare.replace(b"\n", b"\r\n"))
        return self.digest in map(digest_of, texts)


def origin_of_derived(plan: Path, template: Path, kind: str) -> Origin:
    """Return what a report or a letter is made from: digests alone. Raises `UnreadableFile`."""
    data, files = bytes_of(plan), _ledger_files(plan)
    commit, clean = _git_state({plan: data, **files})
    return Origin(
        plan=None,
        said=digest_of(data),
        name=plan.name,
        template=digest_of(bytes_of(template)),
        version=cchc.__version__,
        ledger=_digest_of_ledger(files),
        commit=commit,
        clean=clean,
        kind=kind,
    )


def origin_of_province(
    communes: Iterable[Commune], folders: Sequence[Path], year: int, template: Path
) -> Origin:
    """Return what a report of many plans is made from; it names the folders that were looked in."""
    plans, ledgers = digests_of(communes)
    return Origin(
        plan=None,
        said=plans,
        name=f"{', '.join(folder.resolve().name for folder in folders)} ({year})",
        template=digest_of(bytes_of(template)),
        version=cchc.__version__,
        ledger=ledgers,
        kind=PROVINCE,
    )


def digests_of(communes: Iterable[Commune]) -> tuple[str, str]:
    """Return the digest of all plans by the labels of their communes, and of all ledgers."""
    plans, ledgers = hashlib.sha256(), hashlib.sha256()
    for commune in communes:
        for found, paths in ((plans, (commune.plan,)), (ledgers, commune.ledgers)):
            for path in paths:
                data = bytes_of(path)
                found.update(f"{commune.label}/{path.name}\0{len(data)}\0".encode() + data)
    return plans.hexdigest(), ledgers.hexdigest()


def origin_of(source: Source, template: Path, against: bytes | None = None) -> Origin:
    """Return what a document of a plan, as it was read, is made from.

    Git is asked if it is there and trusts the folder; else nothing is said of it. `against` is the
    older plan of a document with tracked changes. Raises `UnreadableFile`, and
    `CchcError` where the file was written since it was read.
    """
    plan, files = bytes_of(source.path), _ledger_files(source.path)
    if source_of(source.path, plan)[0].text != source.text:
        raise CchcError(f"{source.path} vừa bị sửa trong lúc in; chạy lại lệnh")
    commit, clean = _git_state({source.path: plan, **files})
    return Origin(
        plan=plan,
        name=source.path.name,
        template=digest_of(bytes_of(template)),
        version=cchc.__version__,
        ledger=_digest_of_ledger(files),
        commit=commit,
        clean=clean,
        against=digest_of(against) if against is not None else None,
    )


def ledger_digest(plan: Path) -> str | None:
    """Return the digest of the ledger beside a plan, None if there is none."""
    return _digest_of_ledger(_ledger_files(plan))


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal (FIPS 180-4)."""
    return hashlib.sha256(data).hexdigest()


def same_text(a: bytes, b: bytes) -> bool:
    """Return whether two files differ in their line ends at most: git may write other ones."""
    return a == b or a.replace(b"\r\n", b"\n") == b.replace(b"\r\n", b"\n")


def _digest_of_ledger(files: Mapping[Path, bytes | None]) -> str | None:
    """Return the digest of a ledger's files, None if there is none; of several with their names."""
    there = {file: data for file, data in files.items() if data is not None}
    if len(there) > 1:
        named = (part for file, data in there.items() for part in (file.name.encode(), data))
        return digest_of(b"\n".join(named))
    return next(map(digest_of, there.values()), None)


def _ledger_files(plan: Path) -> dict[Path, bytes | None]:
    """Return the files of a ledger with their bytes; where there is none yet, none of the main."""
    main = ledger_path(plan)
    return {**ledger_bytes(main)} or {main: None}


def _git_state(files: dict[Path, bytes | None]) -> tuple[str | None, bool | None]:
    """Return the commit that is checked out, and whether the files are as it has them."""
    folder = next(path.absolute().parent for path in files)
    try:
        repository = repository_of(folder)
        commit = repository.commit_id("HEAD")
        return commit, all(_as_committed(repository, commit, files))
    except NoHistory:
        return None, None


def _as_committed(
    repository: Repository, commit: str, files: dict[Path, bytes | None]
) -> Iterator[bool]:
    for path, data in files.items():
        blob = repository.blob(commit, repository.inside(path))
        if blob is None or data is None:
            yield blob is None and data is None
        else:
            yield same_text(repository.read(blob), data)


# The words of a document, as a person compares two printouts: line by line, cell by cell.


class PlaceKind(StrEnum):
    """Where words stand."""

    PARAGRAPH = "paragraph"
    ROW = "row"
    MARGIN = "margin"
    """The head or the foot of pages."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A paragraph (one cell), or a row of a table with its cells."""

    kind: PlaceKind
    cells: tuple[str, ...]
    number: int
    """From 1: the paragraph among those that aren't blank, or the row in its table."""
    table: int = 0
    """From 1; 0 outside tables."""


BLANK = "cchc-viet"
"""The tag of a content control that people write into: `documents/blanks`."""


def lines_of(package: Package, *, blanks: bool = True) -> tuple[PrintedLine, ...]:
    """Return the words of a document in reading order, as if all tracked changes were accepted.

    Without `blanks` what stands in those isn't among them, nor what asks for it in brackets.
    """
    main = package.main()
    body = child(package.root(main), "body")
    if body is not None and not blanks:
        for container in list(body.iter()):
            container[:] = [block for block in container if not _is_blank(block)]
    hiding = _hiding_styles(package, main)
    named = (part for kind in _MARGINS for _, part in package.related(main, kind))
    margins = (_margin(package.root(part), hiding) for part in named)
    # Programs keep one header in several parts, or several in one: each text counts once.
    found = sorted({text for margin in margins for text in margin})
    marginal = (PrintedLine(PlaceKind.MARGIN, (text,), n) for n, text in enumerate(found, 1))
    return (*(_body(body, hiding) if body is not None else ()), *marginal)


def _is_blank(block: Element) -> bool:
    if value(block, "sdtPr", "tag") == BLANK:
        return True
    # LibreOffice takes the frame of a blank away.
    return name(block) == "p" and bool(_ASKING.fullmatch(_text(block, frozenset()).strip()))


# Hidden words stand in brackets as well; they are none that ask for words.
_ASKING = re.compile(r"\[(?!ẩn: ).*\]", re.DOTALL)
_MARGINS = ("header", "footer")
_UNSEEN = frozenset({"del", "moveFrom", "Fallback", "fldSimple", "pPr", "rPr", "instrText"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


def _hiding_styles(package: Package, main: str) -> frozenset[str]:
    """Return the ids of the styles whose text isn't printed."""
    found = set()
    for _, part in package.related(main, "styles"):
        root = package.root(part)
        for style in root if root is not None else ():
            if name(style) == "style" and _hides(child(style, "rPr")):
                found.add(attribute(style, "styleId") or "")
    return frozenset(found)


def _hides(properties: Element | None) -> bool:
    vanish = child(properties, "vanish") if properties is not None else None
    return vanish is not None and attribute(vanish, "val") not in ("0", "false", "off")


def _body(body: Element, hiding: frozenset[str]) -> Iterator[PrintedLine]:
    paragraphs = tables = 0
    for block in blocks(body):
        if name(block) == "tbl":
            tables += 1
            for number, row in enumerate(rows(block), 1):
                yield PrintedLine(
                    PlaceKind.ROW, tuple(_text(cell, hiding) for cell in rows(row)), number, tables
                )
        elif text := _text(block, hiding):
            paragraphs += 1
            yield PrintedLine(PlaceKind.PARAGRAPH, (text,), paragraphs)


def _margin(root: Element | None, hiding: frozenset[str]) -> Iterator[str]:
    for block in blocks(root) if root is not None else ():
        if text := _text(block, hiding):
            yield text


def _text(element: Element, hiding: frozenset[str]) -> str:
    """Return the words inside an element, a line a paragraph, without blank lines at its ends.

    What isn't printed is marked, so that hiding words by hand changes the text.
    """
    return _Words(hiding).of(element)


class _Words:
    """Gathers words in document order, outside the fields that Word fills in by itself."""

    def __init__(self, hiding: frozenset[str]) -> None:
        self._said: list[str] = []
        self._fields = 0
        self._hiding = hiding

    def of(self, element: Element) -> str:
        """Return the words of the element."""
        self._take(element)
        lines = "".join(self._said).split("\n")
        return "\n".join(line for line in lines if line.strip())

    def _take(self, element: Element) -> None:
        kind = name(element)
        if kind in _UNSEEN:
            return
        if kind == "fldChar":
            self._fields += _DEPTHS.get(attribute(element, "fldCharType") or "", 0)
        elif kind == "t" and not self._fields:
            self._said.append(element.text or "")
        elif not self._fields:
            self._said.append("\n" if kind == "p" else _SIGNS.get(kind, ""))
        before = len(self._said)
        for inner in element:
            self._take(inner)
        if kind in _STYLED and self._is_hidden(element, _STYLED[kind]):
            words = "".join(self._said[before:])
            self._said[before:] = [f"[ẩn: {words}]"] if words.strip() else []

    def _is_hidden(self, element: Element, parts: tuple[str, str]) -> bool:
        properties = child(element, parts[0])
        style = child(properties, parts[1]) if properties is not None else None
        named = style is not None and attribute(style, "val") in self._hiding
        return named or (name(element) == "r" and _hides(properties))


_STYLED = {"r": ("rPr", "rStyle"), "p": ("pPr", "pStyle")}
_DEPTHS = {"begin": 1, "end": -1}


# The record that a document carries: its origin and its words, as a custom XML part.

NAMESPACE = "urn:cchc:provenance:1"
_NS = f"{{{NAMESPACE}}}"


@dataclass(frozen=True, slots=True)
class Record:
    """Where a document came from, and what it said when it was made."""

    origin: Origin
    lines: tuple[PrintedLine, ...]


def to_xml(record: Record) -> bytes:
    """Return the record as an XML document: same record, same bytes."""
    register_namespace("cchc", NAMESPACE)
    origin = record.origin
    root = Element(f"{_NS}provenance", {"version": origin.version, "kind": origin.kind})
    plan = SubElement(root, f"{_NS}plan", {"name": origin.name, "sha256": origin.digest})
    if origin.plan is not None:
        plan.text = origin.plan.decode("utf-8")
    for part, digest in _digests(origin):
        SubElement(root, f"{_NS}{part}", {"sha256": digest})
    if origin.commit:
        clean = "true" if origin.clean else "false"
        SubElement(root, f"{_NS}git", {"commit": origin.commit, "clean": clean})
    root.append(_words(record.lines))
    xml: bytes = tostring(root, "utf-8")
    return _DECLARATION + xml.replace(b"\r", b"&#13;")


def from_xml(root: Element) -> Record | None:
    """Return the record, None if it isn't one of ours or if it contradicts itself."""
    plan, text = root.find(f"{_NS}plan"), root.find(f"{_NS}text")
    if root.tag != f"{_NS}provenance" or plan is None or text is None:
        return None
    git = root.find(f"{_NS}git")
    kind, text_of_plan = root.get("kind", PLAN), (plan.text or "").encode("utf-8")
    origin = Origin(
        plan=text_of_plan if kind == PLAN else None,
        name=plan.get("name", ""),
        template=_digest(root, "template") or "",
        version=root.get("version", ""),
        ledger=_digest(root, "ledger"),
        commit=git.get("commit") if git is not None else None,
        clean=git.get("clean") == "true" if git is not None else None,
        against=_digest(root, "against"),
        kind=kind,
        said="" if kind == PLAN else plan.get("sha256", ""),
    )
    whole = origin.digest == plan.get("sha256") and _words_digest(text) == text.get("sha256")
    return Record(origin, tuple(_lines(text))) if whole else None


_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _digests(origin: Origin) -> Iterator[tuple[str, str]]:
    yield "template", origin.template
    if origin.ledger:
        yield "ledger", origin.ledger
    if origin.against:
        yield "against", origin.against


def _digest(root: Element, name: str) -> str | None:
    found = root.find(f"{_NS}{name}")
    return found.get("sha256") if found is not None else None


def _words(lines: tuple[PrintedLine, ...]) -> Element:
    """Return the words: paragraphs as p, the rows of a table as r with cells c, margins as m."""
    text = Element(f"{_NS}text")
    for line in lines:
        if line.kind is PlaceKind.ROW:
            row = SubElement(text, f"{_NS}r", {"t": str(line.table)})
            for cell in line.cells:
                SubElement(row, f"{_NS}c").text = cell
        else:
            SubElement(text, f"{_NS}{_TAGS[line.kind]}").text = line.cells[0]
    text.set("sha256", _words_digest(text))
    return text


_TAGS = {PlaceKind.PARAGRAPH: "p", PlaceKind.MARGIN: "m"}


def _words_digest(text: Element) -> str:
    said = (
        f"{element.tag}\t{element.get('t', '')}\t{element.text or ''}" for element in text.iter()
    )
    return digest_of("\0".join(list(said)[1:]).encode("utf-8"))


def _lines(text: Element) -> Iterator[PrintedLine]:
    counts: dict[str, int] = {}
    kinds = {f"{_NS}{tag}": kind for kind, tag in _TAGS.items()}
    for element in text:
        table = element.get("t", "")
        key = element.tag + table
        counts[key] = counts.get(key, 0) + 1
        if element.tag in kinds:
            yield PrintedLine(kinds[element.tag], (element.text or "",), counts[key])
        elif table.isdecimal():
            cells = tuple(cell.text or "" for cell in element)
            yield PrintedLine(PlaceKind.ROW, cells, counts[key], int(table))


# Putting the record into a finished document (ECMA-376, part 2), and finding it there again.


def seal(document: bytes, origin: Origin) -> bytes:
    """Return the .docx with its record in it; same document and origin, same bytes.

    A record that is there already (from a template that was itself printed) is replaced.
    """
    with zipfile.ZipFile(BytesIO(document)) as archive:
        package = Package(Path(origin.name), archive, document)
        record = to_xml(Record(origin, lines_of(package, blanks=False)))
        parts = {name: archive.read(name) for name in archive.namelist()}
        main, old = package.main(), record_part(package)
        if old:
            return repacked(parts | {old[0]: record})
        return repacked(_with_record(parts, main, record))


def record_part(package: Package) -> tuple[str, Element] | None:
    """Return the name and the top element of the part that is the record, None without one."""
    for _, part in package.related(package.main(), "customXml"):
        root = package.root(part)
        if root is not None and root.tag == f"{{{NAMESPACE}}}provenance":
            return part, root
    return None


def _with_record(parts: dict[str, bytes], main: str, record: bytes) -> dict[str, bytes]:
    # A template can have custom parts of its own: Word keeps bibliographies in them.
    number = next(n for n in range(1, 10_000) if f"customXml/item{n}.xml" not in parts)
    item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    folder, _, base = main.rpartition("/")
    links = f"{folder}/_rels/{base}.rels"
    return parts | {
        CONTENT_TYPES: with_type(parts[CONTENT_TYPES], properties, _TYPE),
        links: with_link(parts[links], "cchcOrigin", "customXml", f"/{item}"),
        item: record,
        f"customXml/_rels/item{number}.xml.rels": _LINKS.format(number=number).encode(),
        properties: _PROPERTIES.encode(),
    }


_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_DECLARATION_TEXT = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LINKS = (
    f'{_DECLARATION_TEXT}<Relationships xmlns="{_PACKAGE}">'
    f'<Relationship Id="rId1" Type="{OFFICE}/relationships/customXmlProps"'
    ' Target="itemProps{number}.xml"/></Relationships>'
)
_PROPERTIES = (
    f'{_DECLARATION_TEXT}<ds:datastoreItem ds:itemID="{{5C3A5A5E-6C63-5463-8863-686300000001}}"'
    f' xmlns:ds="{OFFICE}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/>'
    "</ds:schemaRefs></ds:datastoreItem>"
)


# Which commit brought a plan's text, found in the history of the plan's file.


def commit_of(plan: Path, origin: Origin) -> Commit | None:
    """Return the newest commit that brought the text a document was made from.

    The file is followed through its earlier names. None if no commit has the text, or there is no
    git to ask. Line ends may differ.
    """
    try:
        repository = repository_of(plan.absolute().parent)
        for commit, blob in _versions(repository, repository.inside(plan)):
            if _may_be(blob, origin.plan) and origin.is_plan(repository.read(blob)):
                return commit
    except NoHistory:
        return None
    return None


def _versions(repository: Repository, path: str) -> Iterator[tuple[Commit, Blob]]:
    names = (path, *earlier_names(repository, path))
    for commit in repository.commits(repository.commit_id("HEAD"), names):
        found = (repository.blob(commit.id, name) for name in names)
        blob = next((blob for blob in found if blob), None)
        if blob:
            yield commit, blob


def _may_be(blob: Blob, data: bytes | None) -> bool:
    """Return whether the size fits, with line ends of one byte or of two."""
    if data is None:
        return True
    lines, pairs = data.count(b"\n"), data.count(b"\r\n")
    bare = len(data) - pairs
    return bare <= blob.size <= bare + lines

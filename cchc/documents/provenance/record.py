"""The record that a document carries: its origin and its words, as a custom XML part.

Source: ECMA-376, part 1, 15.2.5 (Custom XML Data Storage) and 22.5 (its properties). The plan is in
it as readable text; XML keeps every character that a YAML file can have (a CR as "&#13;").
"""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from cchc.documents.provenance.lines import Kind, Line
from cchc.documents.provenance.origin import Origin, digest_of

NAMESPACE = "urn:cchc:provenance:1"
_NS = f"{{{NAMESPACE}}}"


@dataclass(frozen=True, slots=True)
class Record:
    """Where a document came from, and what it said when it was made."""

    origin: Origin
    lines: tuple[Line, ...]


def to_xml(record: Record) -> bytes:
    """Return the record as an XML document: same record, same bytes."""
    register_namespace("cchc", NAMESPACE)
    origin = record.origin
    root = Element(f"{_NS}provenance", {"version": origin.version})
    plan = SubElement(root, f"{_NS}plan", {"name": origin.name, "sha256": origin.digest})
    plan.text = origin.plan.decode("utf-8")
    for name, digest in _digests(origin):
        SubElement(root, f"{_NS}{name}", {"sha256": digest})
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
    origin = Origin(
        plan=(plan.text or "").encode("utf-8"),
        name=plan.get("name", ""),
        template=_digest(root, "template") or "",
        version=root.get("version", ""),
        ledger=_digest(root, "ledger"),
        commit=git.get("commit") if git is not None else None,
        clean=git.get("clean") == "true" if git is not None else None,
        against=_digest(root, "against"),
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


def _words(lines: tuple[Line, ...]) -> Element:
    """Return the words: paragraphs as p, the rows of a table as r with cells c, margins as m."""
    text = Element(f"{_NS}text")
    for line in lines:
        if line.kind is Kind.ROW:
            row = SubElement(text, f"{_NS}r", {"t": str(line.table)})
            for cell in line.cells:
                SubElement(row, f"{_NS}c").text = cell
        else:
            SubElement(text, f"{_NS}{_TAGS[line.kind]}").text = line.cells[0]
    text.set("sha256", _words_digest(text))
    return text


_TAGS = {Kind.PARAGRAPH: "p", Kind.MARGIN: "m"}


def _words_digest(text: Element) -> str:
    said = (
        f"{element.tag}\t{element.get('t', '')}\t{element.text or ''}" for element in text.iter()
    )
    return digest_of("\0".join(list(said)[1:]).encode("utf-8"))


def _lines(text: Element) -> Iterator[Line]:
    counts: dict[str, int] = {}
    kinds = {f"{_NS}{tag}": kind for kind, tag in _TAGS.items()}
    for element in text:
        table = element.get("t", "")
        key = element.tag + table
        counts[key] = counts.get(key, 0) + 1
        if element.tag in kinds:
            yield Line(kinds[element.tag], (element.text or "",), counts[key])
        elif table.isdecimal():
            cells = tuple(cell.text or "" for cell in element)
            yield Line(Kind.ROW, cells, counts[key], int(table))

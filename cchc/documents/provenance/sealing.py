"""Putting the record into a finished document (ECMA-376, part 2), and finding it there again."""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import quoteattr

from cchc.documents.archive import undated
from cchc.documents.foreign.markup import Element
from cchc.documents.foreign.package import Package
from cchc.documents.provenance.lines import lines_of
from cchc.documents.provenance.origin import Origin
from cchc.documents.provenance.record import NAMESPACE, Record, to_xml


def seal(document: bytes, origin: Origin) -> bytes:
    """Return the .docx with its record in it; same document and origin, same bytes.

    A record that is there already (from a template that was itself printed) is replaced.
    """
    with zipfile.ZipFile(BytesIO(document)) as archive:
        package = Package(Path(origin.name), archive)
        record = to_xml(Record(origin, lines_of(package)))
        parts = {name: archive.read(name) for name in archive.namelist()}
        main, old = package.main(), record_part(package)
        if old:
            return _packed(parts | {old[0]: record})
        return _packed(_with_record(parts, main, record))


def record_part(package: Package) -> tuple[str, Element] | None:
    """Return the name and the top element of the part that is the record, None without one."""
    for _, name in package.related(package.main(), "customXml"):
        root = package.root(name)
        if root is not None and root.tag == f"{{{NAMESPACE}}}provenance":
            return name, root
    return None


def _with_record(parts: dict[str, bytes], main: str, record: bytes) -> dict[str, bytes]:
    # A template can have custom parts of its own: Word keeps bibliographies in them.
    number = next(n for n in range(1, 10_000) if f"customXml/item{n}.xml" not in parts)
    item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    folder, _, base = main.rpartition("/")
    links = f"{folder}/_rels/{base}.rels"
    link = _RELATIONSHIP.format(id="cchcOrigin", kind="customXml", target=f"/{item}")
    kind = f"<Override PartName={quoteattr('/' + properties)} ContentType={quoteattr(_TYPE)}/>"
    kinds = _appended(parts[_TYPES], "Types", kind)
    return parts | {
        _TYPES: kinds,
        links: _appended(parts[links], "Relationships", link),
        item: record,
        f"customXml/_rels/item{number}.xml.rels": _LINKS.format(number=number).encode(),
        properties: _PROPERTIES.encode(),
    }


def _appended(xml: bytes, name: str, element: str) -> bytes:
    """Return an XML list with one more element at its end."""
    end = re.search(rf"</(\w+:)?{name}\s*>\s*$".encode(), xml)
    if end is None:
        raise AssertionError(name)  # python-docx has written it
    return xml[: end.start()] + element.encode() + xml[end.start() :]


def _packed(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return undated(out.getvalue())


_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONSHIP = (
    f'<Relationship Id="{{id}}" Type="{_OFFICE}/relationships/{{kind}}" Target="{{target}}"/>'
)
_LINKS = (
    f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/customXmlProps"'
    ' Target="itemProps{number}.xml"/></Relationships>'
)
_PROPERTIES = (
    f'{_DECLARATION}<ds:datastoreItem ds:itemID="{{5C3A5A5E-6C63-5463-8863-686300000001}}"'
    f' xmlns:ds="{_OFFICE}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/>'
    "</ds:schemaRefs></ds:datastoreItem>"
)

"""What a Word file brings along that prints nothing and may do harm: one list for all who open one.

Macros keep a file shut (`open_package`); what else there is, is named here: links that fetch,
embedded objects, fields that read other files or run commands. A template with one is refused,
a document of someone else's is judged with it told.
Sources: ECMA-376, part 1, 17.16.5 (fields) and part 2, 9 (relationships).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from cchc.word.package import Package
from cchc.word.xml import attribute, name, within


@dataclass(frozen=True, slots=True)
class Danger:
    """Something active in a file: its kind, the part it is in, and what it is in words.

    `link` is the id of the relationship that is the danger, "" for what is none.
    """

    kind: str
    part: str
    words: str
    link: str = ""


ATTACHED_TEMPLATE = "attachedTemplate"
"""The kind of danger that can be taken out without a loss: Word loads that template by itself."""


def dangers(package: Package) -> Iterator[Danger]:
    """Yield every danger of a package, part by part. Raises what unpacking a part does."""
    yield from _embedded(package)
    for part in package.names():
        if part.endswith(".rels"):
            yield from _links(package, part)
        elif part.endswith(".xml") and part.startswith("word/"):
            yield from _fields(package, part)


def _embedded(package: Package) -> Iterator[Danger]:
    for part, content_type in package.content_types():
        found = next((words for sign, words in _KINDS if sign in content_type.lower()), "")
        if found:
            yield Danger("embedded", part, found)


def _links(package: Package, rels: str) -> Iterator[Danger]:
    root = package.root(rels)
    source = rels.replace("_rels/", "").removesuffix(".rels")
    for row in root if root is not None else ():
        kind, target = row.get("Type", "").rpartition("/")[2], row.get("Target", "")[:_MOST]
        if row.get("TargetMode") != "External" and kind != "aFChunk":
            continue
        if kind == "hyperlink" and target.lower().startswith(_HARMLESS):
            continue
        scripted = kind == "hyperlink" and target.lower().startswith(_SCRIPTED)
        words = f"có {_LINKS.get(kind, 'liên kết')} ra ngoài tệp: {target}"
        if scripted:
            words = f"có đường dẫn chạy lệnh, thường do chép từ trang web: {target}"
        yield Danger(kind, source, words, row.get("Id", ""))


def _fields(package: Package, part: str) -> Iterator[Danger]:
    root = package.root(part)
    for code in _codes(root) if root is not None else ():
        if found := _FIELDS.search(code):
            words = f"trường {found.group().upper()} lấy nội dung từ nơi khác hoặc chạy lệnh"
            yield Danger("field", part, words)


def _codes(root: Element) -> Iterator[str]:
    """Yield the code of each field; Word may split it over runs, so a paragraph's are joined."""
    for paragraph in within(root, "p"):
        codes = [piece.text or "" for piece in within(paragraph, "instrText")]
        if codes:
            yield "".join(codes)
    for field in root.iter():
        if name(field) == "fldSimple":
            yield attribute(field, "instr") or ""


_MOST = 120
"""Characters of a link's target that are shown."""
_KINDS = (
    ("activex", "có điều khiển ActiveX"),
    ("oleobject", "có đối tượng OLE nhúng"),
    ("ms-package.obex", "có đối tượng nhúng"),
)
_LINKS = {
    "hyperlink": "đường dẫn lạ",
    "image": "hình",
    "oleObject": "đối tượng OLE",
    "subDocument": "văn bản con",
    "frame": "khung",
    "aFChunk": "phần văn bản",
    ATTACHED_TEMPLATE: "mẫu Word",
}
_SCRIPTED = ("javascript:", "vbscript:", "data:")
_HARMLESS = ("http://", "https://", "mailto:", "#")
_FIELDS = re.compile(
    r"(?<!\S)(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON|RD)"
    r"(?!\S)",
    re.IGNORECASE,
)

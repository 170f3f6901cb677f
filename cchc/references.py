"""References to documents: "Quyết định số 15/QĐ-UBND ngày 24/01/2025 của UBND xã Sơn Hạ".

One parser for all who meet one: the plan's citations, the ledger's proofs, the number line of a
Word document. Sources: Nghị định 30/2020/NĐ-CP, phụ lục I and III; Hướng dẫn 36-HD/VPTW for the
Party's symbols.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from cchc.dates import vietnamese_date
from cchc.diagnostics import Where
from cchc.text import remembered

KIND_NAMES = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "KL": "Kết luận",
    "CV": "Công văn",
}
"""A kind by its abbreviation. CV is the Party's; the state writes a công văn without one."""
_WORDS = (*KIND_NAMES.values(), "Chương trình hành động", "Luật", "Pháp lệnh", "Lệnh")
KINDS = {word.casefold(): word for word in _WORDS} | {
    a.casefold(): n for a, n in KIND_NAMES.items()
}
"""The name in full, by the name or the abbreviation in lower case."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reference:
    """A document as it is named; places are in the file's text.

    `kind` is the word before the number or "", `numbered` what stands between the two ("số"),
    `dated` the date's words or "": `day` is None where they name no day of any calendar.
    `symbol` is as it ought to be written: hyphens, no spaces, capitals.
    """

    where: Where
    kind: str
    numbered: str
    number: str
    year: int | None
    symbol: str
    dated: str
    day: date | None
    issuer: str
    start: int
    at_number: Span
    at_date: Span
    end: int

    def placed(self, where: Where, by: int) -> "Reference":
        """Return the reference in a text that stands at `where`, `by` characters into its file."""
        return replace(
            self,
            where=where,
            start=self.start + by,
            at_number=(self.at_number[0] + by, self.at_number[1] + by),
            at_date=(self.at_date[0] + by, self.at_date[1] + by),
            end=self.end + by,
        )

    @property
    def code(self) -> str:
        """Return number and symbol without spaces: "59/2019/NĐ-CP", "04-NQ/TU"."""
        return f"{self.number}{self.symbol}"

    @property
    def parts(self) -> list[str]:
        """Return the parts of the symbol: NĐ, CP."""
        return _PARTS.split(self.symbol.lstrip("-/"))

    @property
    def named_kind(self) -> str:
        """Return the kind in full, from its word or else from the symbol; "" if neither says it."""
        return KINDS.get(self.kind.casefold()) or KINDS.get(self.parts[0].casefold(), "")


@remembered
def references_in(text: str) -> tuple[Reference, ...]:
    """Return the documents that one text names, with their places in it."""
    return tuple(_with_shared_issuers(text, list(_alone(text))))


def _alone(text: str) -> Iterator[Reference]:
    for core in _CORE.finditer(text):
        lead = _lead(text, core.start())
        found = _reference(text, core, lead)
        if _is_reference(core, found):
            yield found


def _is_reference(core: re.Match[str], found: Reference) -> bool:
    """Return whether a number and letters name a document, and not a house or a score."""
    led = bool(found.kind or found.numbered)
    if core["capitals"]:
        # Without "số" or a kind before it, what is spaced out is no symbol.
        return led or not _LOOSE.match(core[0])
    # Small letters are a symbol only where more than the letters says so.
    known = found.year or (found.parts[0].casefold() in KINDS and len(found.parts) > 1)
    return bool(led and found.dated) or bool(known and (led or found.dated))


def _lead(text: str, start: int) -> tuple[str, str]:
    """Return the kind that stands before a number, and "số" with the signs around it."""
    before = text[max(0, start - 60) : start]
    numbered = _NUMBERED.search(before)
    words = before[: numbered.start()] if numbered else before
    said = " ".join(words.split()).casefold() if words[-1:].isspace() else ""
    kind = next((k for k in _KINDS if said.endswith(k) and not said[: -len(k)][-1:].isalnum()), "")
    written = re.search(r"\s+".join(kind.split()) + r"\s+$", words, re.IGNORECASE) if kind else None
    return (written[0] if written else "", numbered[0] if numbered else "")


def _reference(text: str, core: re.Match[str], lead: tuple[str, str]) -> Reference:
    day = _DATE.match(text, core.end())
    issuer = _ISSUER.match(text, day.end() if day else core.end())
    if issuer and not day:
        day = _DATE.match(text, issuer.end())
    ends = [found.end() for found in (core, day, issuer) if found]
    return Reference(
        where=(),
        kind=" ".join(lead[0].split()),
        numbered=lead[1],
        number=f"{core['number']}/{core['year']}" if core["year"] else core["number"],
        year=int(core["year"]) if core["year"] else None,
        symbol=_symbol(core["symbol"]),
        dated=day["words"] if day else "",
        day=_day(day) if day else None,
        issuer=_shown(issuer["issuer"]) if issuer else "",
        start=core.start() - sum(map(len, lead)),
        at_number=core.span(),
        at_date=day.span("words") if day else core.span(),
        end=max(ends),
    )


def _symbol(written: str) -> str:
    """Return a symbol as it ought to be written: "/qđ – ubnd" → "/QĐ-UBND"."""
    return re.sub(r"\w+", _part, with_hyphens(re.sub(r"\s", "", written)))


def with_hyphens(symbol: str) -> str:
    """Return a symbol with hyphens where other dashes stand: "QĐ–UBND" → "QĐ-UBND"."""
    return symbol.translate(_DASHES)


def _part(found: re.Match[str]) -> str:
    part = found[0]
    if sum(letter.isupper() for letter in part) > 1:
        return part
    return _LETTERS.get(part.casefold()) or (part.upper() if part.islower() else part)


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found["y"]), int(found["m"] or found["mm"]), int(found["d"]))
    except ValueError:
        return None


def _with_shared_issuers(text: str, found: list[Reference]) -> list[Reference]:
    """Return the citations; of several in a row one names the issuer of all of the same symbol."""
    before = [replace(c, issuer=c.issuer or _named_before(text, c)) for c in found]
    for order in (range(1, len(before)), range(len(before) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for i in order:
            near = before[i + step]
            if not before[i].issuer and near.issuer and _in_a_row(text, before[i], near):
                before[i] = replace(before[i], issuer=near.issuer)
    return before


def _named_before(text: str, citation: Reference) -> str:
    """Return the issuer of "quy định của Chính phủ tại Nghị định số …", or ""."""
    found = _BEFORE.search(text, max(0, citation.start - 60), citation.start)
    return _shown(found["issuer"]) if found else ""


def _shown(words: str) -> str:
    """Return words on one line, without what steers a terminal."""
    return "".join(c for c in " ".join(words.split()) if c.isprintable())


def _in_a_row(text: str, one: Reference, other: Reference) -> bool:
    first, second = sorted((one, other), key=lambda citation: citation.start)
    between = text[first.end : second.start].strip()
    return between in _JOINTS and one.symbol == other.symbol


_JOINTS = frozenset({",", "và", ";", ", và", "&"})
_KINDS = sorted(KINDS, key=len, reverse=True)
_NUMBERED = re.compile(r"(?<!\w)số\s*:?\s*$", re.IGNORECASE)
_LETTERS = {name.casefold(): name for name in (*KIND_NAMES, "TTg")}
_PARTS = re.compile(r"[-/.&]")
_DASHES = {ord(dash): "-" for dash in "‐‑‒–—−"}
_DASH = "-‐‑‒–—−"
_CAPITALS = r"(?=\w*[A-ZĐÐ]\w*[A-ZĐÐ])[A-ZĐÐ][\wđ]*"
_CORE = re.compile(
    # The figure comes first, what may not stand before it after: so the search skips to figures.
    r"(?P<number>[0-9](?:(?<![\w/.-][0-9])|(?<=\bsố[0-9]))[0-9]{0,4}[a-zđ]?)"
    r"(?:[ ]?/[ ]?(?P<year>[12][0-9]{3}))?"
    rf"(?P<symbol>(?P<capitals>[ ]?[{_DASH}/][ ]?{_CAPITALS}"
    rf"(?:[ ]?[{_DASH}/.&][ ]?(?!ngày)[A-ZĐÐ][\wđ]*|[{_DASH}/](?!ngày)[^\W\d_]\w+){{0,4}})"
    rf"|[{_DASH}/](?!ngày)[^\W\d_]\w+(?:[{_DASH}/](?!ngày)[^\W\d_]\w+){{0,4}})"
)
_LOOSE = re.compile(rf".* |[0-9]+[a-zđ]?[{_DASH[1:]}]")
_DATE = re.compile(
    r"\s*,?\s*\(?\s*(?:(?:ký|ban hành)\s+)?(?P<words>ngày\s+(?P<d>[0-9]{1,2})(?:\s?[-/.]\s?"
    r"(?P<m>[0-9]{1,2})\s?[-/.]\s?|\s+tháng\s+(?P<mm>[0-9]{1,2})\s+năm\s+)(?P<y>[0-9]{4}))",
    re.IGNORECASE,
)
_STOP = (
    r"(?=\s*[,;.()\"”]|\s+(?:[Kk]ý\s+)?ngày\b|\s+(?:"
    r"[Bb]an hành|[Vv]ề|[Qq]uy định|[Pp]hê duyệt|[Gg]iai đoạn|đối với|nhằm|lần thứ|"
    r"[Vv]/v|và|tại|trong|sửa đổi|hướng dẫn|triển khai|thực hiện|kèm theo|đã|để|được|"
    r"Kế hoạch|Chương trình|Hướng dẫn|Đề án|năm)\b|\s*$)"
)
_ISSUER = re.compile(rf"\s*,?\s*của\s+(?P<issuer>(?:Bộ trưởng,\s+)?[^,;.()]{{2,80}}?){_STOP}")
_BEFORE = re.compile(r"\bcủa\s+(?P<issuer>[A-ZĐỦ][^,;.()]{2,40}?)\s+(?:tại|theo|trong|ở)\s+$")


# The document that proves a deed, read from the one line of official wording that names it.


@dataclass(frozen=True, slots=True)
class Evidence:
    """A document by its kind, number, symbol and date; `kind` is "" where nothing tells it."""

    kind: str
    number: str
    symbol: str
    day: date


def parse(wording: str) -> Evidence | None:
    """Return the document that a wording names first; None if number, symbol or date is missing.

    "Quyết định số 15/QĐ-UBND ngày 24/01/2025", "số 04-NQ/TU, ngày 18 tháng 10 năm 2021". The kind
    is what stands before the number, else what the symbol stands for.
    """
    found = next((one for one in references_in(_plain(wording)) if one.dated), None)
    if not found or not found.day:
        return None
    return Evidence(_kind(found), found.number, found.symbol.lstrip("-/"), found.day)


def unread(wording: str) -> str:
    """Return in Vietnamese what a wording lacks to be read as a document, or "" if nothing."""
    named = references_in(_plain(wording))
    if found := next((one for one in named if one.dated), None):
        return "" if found.day else f"không có {found.dated}"
    return "không thấy ngày văn bản" if named else "không thấy số và ký hiệu"


def doubts(wording: str, event: date, day: date, issued: date | None = None) -> list[str]:
    """Return in Vietnamese what is odd about the date of the document of an event, seen on a day.

    `issued` is when the plan was, before which nothing of it can have been proved.
    """
    evidence = parse(wording)
    if evidence is None:
        return []
    signed = f"văn bản đề ngày {vietnamese_date(evidence.day)}"
    if evidence.day > day:
        return [f"{signed}, ngày ấy chưa đến"]
    if issued and evidence.day < issued:
        return [f"{signed}, trước khi kế hoạch được ban hành"]
    return [f"{signed}, sau ngày ghi {vietnamese_date(event)}"] if evidence.day > event else []


def _plain(wording: str) -> str:
    return " ".join(unicodedata.normalize("NFC", wording).split())


def _kind(found: Reference) -> str:
    """Return the kind in full; what begins with its issuer, as UBND-VP does, is a công văn."""
    return found.named_kind or ("Công văn" if len(found.parts) > 1 else "")

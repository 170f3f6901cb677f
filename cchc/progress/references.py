"""A citation as it stands in the text: "Nghị định số 59/2019/NĐ-CP ngày 01/7/2019 của Chính phủ".

Sources: Nghị định 30/2020/NĐ-CP, phụ lục I and III; Hướng dẫn 36-HD/VPTW for the Party's symbols.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from cchc.diagnostics import Where
from cchc.plan.days import parse_date
from cchc.text import remembered

_KIND_NAMES = {
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
"""Abbreviations in symbols; CV is the Party's, the state writes a công văn without one."""
_WORDS = (*_KIND_NAMES.values(), "Chương trình hành động", "Luật", "Pháp lệnh", "Lệnh")
KINDS = {word.casefold(): word for word in _WORDS} | {
    a.casefold(): n for a, n in _KIND_NAMES.items()
}
"""The name in full, by the name or the abbreviation in lower case."""


# A citation as it stands in the text: "Nghị định số 59/2019/NĐ-CP ngày 01/7/2019 của Chính phủ".

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Citation:
    """A document as cited; places are in the file's text.

    `kind` is the word before the number or "", `numbered` what stands between the two ("số"),
    `dated` the date's words or "": `day` is None where they name no day of any calendar.
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

    def placed(self, where: Where, by: int) -> "Citation":
        """Return the citation in a text that stands at `where`, `by` characters into its file."""
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
        return re.split(r"[-/.&]", self.symbol.lstrip("-/"))

    @property
    def named_kind(self) -> str:
        """Return the kind in full, from its word or else from the symbol; "" if neither says it."""
        return KINDS.get(self.kind.casefold()) or KINDS.get(self.parts[0].casefold(), "")


@remembered
def cited_in(text: str) -> tuple[Citation, ...]:
    """Return the documents that one text cites, with their places in it."""
    return tuple(_with_shared_issuers(text, list(_alone(text))))


def _alone(text: str) -> Iterator[Citation]:
    for core in _CORE.finditer(text):
        lead = _lead(text, core.start())
        # Without "số" or a kind before it, what is spaced out is no symbol.
        if any(lead) or " " not in core[0]:
            yield _citation(text, core, lead)


def _lead(text: str, start: int) -> tuple[str, str]:
    """Return the kind that stands before a number, and "số" with the signs around it."""
    before = text[max(0, start - 60) : start]
    numbered = _NUMBERED.search(before)
    words = before[: numbered.start()] if numbered else before
    said = " ".join(words.split()).casefold() if words[-1:].isspace() else ""
    kind = next((k for k in _KINDS if said.endswith(k) and not said[: -len(k)][-1:].isalnum()), "")
    written = re.search(r"\s+".join(kind.split()) + r"\s+$", words, re.IGNORECASE) if kind else None
    return (written[0] if written else "", numbered[0] if numbered else "")


def _citation(text: str, core: re.Match[str], lead: tuple[str, str]) -> Citation:
    day = _DATE.match(text, core.end())
    after = day.end() if day else core.end()
    issuer = _ISSUER.match(text, after)
    month = (day["m"] or day["mm"]) if day else ""
    return Citation(
        where=(),
        kind=" ".join(lead[0].split()),
        numbered=lead[1],
        number=f"{core['number']}/{core['year']}" if core["year"] else core["number"],
        year=int(core["year"]) if core["year"] else None,
        symbol=re.sub(r"\s", "", core["symbol"]),
        dated=day["words"] if day else "",
        day=parse_date(f"{day['d']}/{month}/{day['y']}") if day else None,
        issuer=_shown(issuer["issuer"]) if issuer else "",
        start=core.start() - sum(map(len, lead)),
        at_number=core.span(),
        at_date=day.span("words") if day else core.span(),
        end=issuer.end() if issuer else after,
    )


def _with_shared_issuers(text: str, found: list[Citation]) -> list[Citation]:
    """Return the citations; of several in a row one names the issuer of all of the same symbol."""
    before = [replace(c, issuer=c.issuer or _named_before(text, c)) for c in found]
    for order in (range(1, len(before)), range(len(before) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for i in order:
            near = before[i + step]
            if not before[i].issuer and near.issuer and _in_a_row(text, before[i], near):
                before[i] = replace(before[i], issuer=near.issuer)
    return before


def _named_before(text: str, citation: Citation) -> str:
    """Return the issuer of "quy định của Chính phủ tại Nghị định số …", or ""."""
    found = _BEFORE.search(text, max(0, citation.start - 60), citation.start)
    return _shown(found["issuer"]) if found else ""


def _shown(words: str) -> str:
    """Return words on one line, without what steers a terminal."""
    return "".join(c for c in " ".join(words.split()) if c.isprintable())


def _in_a_row(text: str, one: Citation, other: Citation) -> bool:
    first, second = sorted((one, other), key=lambda citation: citation.start)
    between = text[first.end : second.start].strip()
    return between in _JOINTS and one.symbol == other.symbol


_JOINTS = frozenset({",", "và", ";", ", và", "&"})
_NAMES = {name.casefold() for name in KINDS.values()}
_KINDS = sorted(_NAMES, key=len, reverse=True)
_NUMBERED = re.compile(r"(?<!\w)số\s*:?\s*$", re.IGNORECASE)
_CAPITALS = r"(?=\w*[A-ZĐÐ]\w*[A-ZĐÐ])[A-ZĐÐ][\wđ]*"
_CORE = re.compile(
    # The figure comes first, what may not stand before it after: so the search skips to figures.
    r"(?P<number>[0-9](?:(?<![\w/.-][0-9])|(?<=\bsố[0-9]))[0-9]{0,4}[a-zđ]?)"
    r"(?:[ ]?/[ ]?(?P<year>[12][0-9]{3}))?"
    rf"(?P<symbol>[ ]?[-/][ ]?{_CAPITALS}(?:[ ]?[-/.][ ]?(?!ngày)[A-ZĐÐ][\wđ]*){{0,4}})"
)
_DATE = re.compile(
    r"\s*,?\s*\(?(?:(?:ký|ban hành)\s+)?(?P<words>ngày\s+(?P<d>[0-9]{1,2})(?:\s?[-/.]\s?"
    r"(?P<m>[0-9]{1,2})\s?[-/.]\s?|\s+tháng\s+(?P<mm>[0-9]{1,2})\s+năm\s+)(?P<y>[0-9]{4}))",
    re.IGNORECASE,
)
_STOP = (
    r"(?=\s*[,;.()\"”]|\s+(?:[Bb]an hành|[Vv]ề|[Qq]uy định|[Pp]hê duyệt|[Gg]iai đoạn|đối với|nhằm|"
    r"lần thứ|[Vv]/v|và|tại|trong|sửa đổi|hướng dẫn|triển khai|thực hiện|kèm theo|đã|để|được|"
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
    found = _DOCUMENT.search(_plain(wording))
    day = found and _day(found)
    if not found or not day:
        return None
    symbol = _SPACED_DASH.sub(r"\1", found["symbol"])
    return Evidence(_kind(found["kind"] or "", symbol), found["number"], symbol, day)


def unread(wording: str) -> str:
    """Return in Vietnamese what a wording lacks to be read as a document, or "" if nothing."""
    text = _plain(wording)
    if found := _DOCUMENT.search(text):
        return "" if _day(found) else f"không có {found['when']}"
    return "không thấy ngày văn bản" if _NUMBER.search(text) else "không thấy số và ký hiệu"


def doubts(wording: str, deed: date, day: date) -> list[str]:
    """Return in Vietnamese what is odd about the date of the document of a deed, seen on a day."""
    evidence = parse(wording)
    if evidence is None:
        return []
    signed = f"văn bản đề ngày {evidence.day:%d/%m/%Y}"
    if evidence.day > day:
        return [f"{signed}, ngày ấy chưa đến"]
    return [f"{signed}, sau ngày ghi {deed:%d/%m/%Y}"] if evidence.day > deed else []


def _plain(wording: str) -> str:
    dashes = wording.translate(_DASHES)
    return " ".join(unicodedata.normalize("NFC", dashes).split())


def _day(found: "re.Match[str]") -> date | None:
    month = found["m"] or found["mm"]
    return parse_date(f"{found['d']}/{month}/{found['y']}")


def _kind(before: str, symbol: str) -> str:
    """Return the kind as it is named in full, from what stands before the number or the symbol."""
    if before:
        return KINDS[before.casefold()]
    first, *others = re.split(r"[-/.&]", symbol)
    # QĐ-UBND and NQ/TU begin with the kind, UBND-VP with who issued it: a công văn has none.
    return KINDS.get(first.casefold(), "Công văn" if others else "")


_DASHES = {ord(dash): "-" for dash in "‐‑‒–—−"}

_KIND = "|".join(sorted(map(re.escape, KINDS), key=len, reverse=True))
_SYMBOL = r"[^\W\d_]\w*(?:\s?[-/.&]\s?(?!ngày\b)[^\W_][\w]*)*"
_NUMBER_AND_SYMBOL = (
    rf"(?:\b(?P<kind>{_KIND})\s+)?(?:\bsố\s*:?\s*)?"
    rf"(?<![\w/.-])(?P<number>\d{{1,5}}[a-z]?(?:/\d{{4}})?)\s?[-/]\s?(?P<symbol>{_SYMBOL})"
)
_ISSUED_BY = r"(?:\s*,?\s*của\s[^,;()]{1,60}?)?"
_PROOF_DATE = (
    r"(?P<when>ngày\s+(?P<d>\d{1,2})"
    r"(?:\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?|\s+tháng\s+(?P<mm>\d{1,2})\s+năm\s+)(?P<y>\d{4}))"
)
_NUMBER = re.compile(_NUMBER_AND_SYMBOL, re.IGNORECASE)
_DOCUMENT = re.compile(
    rf"{_NUMBER_AND_SYMBOL}{_ISSUED_BY}\s*,?\s*\(?\s*(?:(?:ký|ban hành)\s+)?{_PROOF_DATE}",
    re.IGNORECASE,
)
_SPACED_DASH = re.compile(r"\s?([-/.&])\s?")

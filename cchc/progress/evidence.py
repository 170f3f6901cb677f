"""The document that proves a deed, read from the one line of official wording that names it.

The ledger keeps the wording; what is here is derived from it. Sources: Nghị định 30/2020/NĐ-CP,
phụ lục I and III (kinds, numbers, symbols); Hướng dẫn 36-HD/VPTW for the Party's ("04-NQ/TU").
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from cchc.plan.values import parse_date
from cchc.progress.kinds import KINDS


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
_DATE = (
    r"(?P<when>ngày\s+(?P<d>\d{1,2})"
    r"(?:\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?|\s+tháng\s+(?P<mm>\d{1,2})\s+năm\s+)(?P<y>\d{4}))"
)
_NUMBER = re.compile(_NUMBER_AND_SYMBOL, re.IGNORECASE)
_DOCUMENT = re.compile(
    rf"{_NUMBER_AND_SYMBOL}{_ISSUED_BY}\s*,?\s*\(?\s*(?:(?:ký|ban hành)\s+)?{_DATE}", re.IGNORECASE
)
_SPACED_DASH = re.compile(r"\s?([-/.&])\s?")

"""The line "Số: 05/KH-UBND" read into its pieces, however it is written."""

import re
import unicodedata
from dataclasses import dataclass

from cchc.form.document import ABBREVIATIONS
from cchc.references import with_hyphens

_LINE = re.compile(
    r"(?P<word>\S{1,3}?(?:\s*[:.;])?)\s*(?P<number>\d*(?:/\d{4}(?=/))?)(?P<room>[\s.…_]*)/"
    r"(?P<symbol>.+)"
)


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """The pieces of the line, as written."""

    word: str
    number: str
    """Digits, with the year in the symbol of a legal normative document; "" if none is given."""
    room: str
    """What stands between number and slash: room for a number that isn't given yet."""
    symbol: str

    @property
    def abbreviation(self) -> str:
        """Return what stands before the first dash: "KH" of "KH-UBND"."""
        return with_hyphens(self.symbol).split("-")[0].strip()

    @property
    def is_spaced(self) -> bool:
        """Return whether there is a space where none belongs."""
        return bool((self.number and self.room) or re.search(r"\s", self.symbol))

    @property
    def has_long_dash(self) -> bool:
        """Return whether a dash is a long one."""
        return with_hyphens(self.symbol) != self.symbol

    @property
    def has_small_letters(self) -> bool:
        """Return whether the symbol has small letters, but for those of a capital: "TTg", "NgV"."""
        _, *rest = re.split(r"[-/&,. ]+", with_hyphens(self.symbol))
        right = self.abbreviation in ABBREVIATIONS or self.abbreviation.isupper()
        return not right or any(_is_small(group) for group in rest if group)


def _is_small(group: str) -> bool:
    """Return whether a group of letters is no abbreviation in capitals: "ubnd", "Ubnd"."""
    small = sum(map(str.islower, group))
    return group[0].islower() or (small > 0 and small >= sum(map(str.isupper, group)))


def written_number(text: str) -> WrittenNumber | None:
    """Return the pieces of the line, None if it has no slash with a symbol after it."""
    found = _LINE.fullmatch(unicodedata.normalize("NFC", text).strip())
    return WrittenNumber(**found.groupdict()) if found else None


# The line "Sơn Hạ, ngày 05 tháng 02 năm 2025" read into its pieces.

_ROOM = r"[\s.…_]*"
_DATE_LINE = re.compile(
    rf"(?P<place>.*?)(?P<comma>,?)\s*ngày{_ROOM}(?P<day>\d{{0,2}}){_ROOM}tháng{_ROOM}"
    # "năm 20 " and "năm 202…" are room for the rest of the year.
    rf"(?P<month>\d{{0,2}}){_ROOM}năm{_ROOM}(?:(?P<year>\d{{4}}|)|20\d?(?=[\s.…_]|$)){_ROOM}"
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """The pieces of the line, as written; "" for what isn't given yet."""

    place: str
    comma: str
    day: str
    month: str
    year: str


def written_date(text: str) -> WrittenDate | None:
    """Return the pieces of the line, None if it has another form."""
    found = _DATE_LINE.fullmatch(unicodedata.normalize("NFC", text).strip())
    return WrittenDate(**found.groupdict("")) if found else None


def single_spaced(text: str) -> str:
    """Return a text with every stretch of spaces as one, in composed letters (NFC)."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()

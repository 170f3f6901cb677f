"""The line "Sơn Hạ, ngày 05 tháng 02 năm 2025" read into its pieces."""

import re
import unicodedata
from dataclasses import dataclass

_ROOM = r"[\s.…_]*"
_LINE = re.compile(
    rf"(?P<place>.*?)(?P<comma>,?)\s*ngày{_ROOM}(?P<day>\d{{0,2}}){_ROOM}tháng{_ROOM}"
    rf"(?P<month>\d{{0,2}}){_ROOM}năm{_ROOM}(?P<year>\d{{4}}|){_ROOM}"
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
    found = _LINE.fullmatch(unicodedata.normalize("NFC", text).strip())
    return WrittenDate(**found.groupdict()) if found else None

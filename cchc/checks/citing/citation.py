"""A citation as it stands in the text: "Nghị định số 59/2019/NĐ-CP ngày 01/7/2019 của Chính phủ".

Sources: Nghị định 30/2020/NĐ-CP, phụ lục I and III; Hướng dẫn 36-HD/VPTW for the Party's symbols.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from cchc.checks.slip import Passage, Prose, remembered
from cchc.plan.values import parse_date
from cchc.progress.kinds import KINDS

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Citation:
    """A document as cited; places are in the file's text.

    `kind` is the word before the number or "", `numbered` what stands between the two ("số"),
    `dated` the date's words or "": `day` is None where they name no day of any calendar.
    """

    passage: Passage
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

    def placed(self, passage: Passage) -> "Citation":
        """Return the citation of a passage's text with its places in the file."""
        by = passage.start
        return replace(
            self,
            passage=passage,
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


def citations(prose: Prose) -> tuple[Citation, ...]:
    """Return every document that the texts cite by number and symbol, in reading order."""
    return tuple(
        citation.placed(passage)
        for passage, written in prose.passages
        for citation in cited_in(written)
    )


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
        passage=_NOWHERE,
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


_NOWHERE = Passage((), 0, 0)
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

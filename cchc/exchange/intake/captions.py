"""What stands right above a table of tasks: its appendix' title, the headings of its group."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc.exchange.intake import outline
from cchc.exchange.intake.blocks import SourceParagraph, one_line, tidy
from cchc.exchange.intake.letterhead import ATTACHED, is_capital, names_agency
from cchc.exchange.intake.outline import Number, NumberKind

APPENDIX = re.compile(r"phụ lục(?:\s+(?:số\s+)?(?:[IVXLC]+|\d+)\b)?\s*[:.–-]?\s*", re.IGNORECASE)
_TABLE = re.compile(r"(?:bảng|biểu)\s+(?:số\s+)?[\dIVX.]+\s*[:.–-]\s*", re.IGNORECASE)
_ASIDE = re.compile(r"\(.*\)|(?:đơn vị tính|đvt)\b.*", re.IGNORECASE | re.DOTALL)
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a group above its table; a number of the kind NONE where it has none."""

    number: Number
    title: str
    paragraph: SourceParagraph


def appendix_title(before: Sequence[SourceParagraph], preface: Sequence[str]) -> str:
    """Return the title of an appendix from what stands above its table, "" without one."""
    lines = [paragraph.whole for paragraph in before] + list(preface)
    starts = [at for at, line in enumerate(lines) if APPENDIX.match(line)]
    lines = lines[starts[-1] :] if starts else lines[-6:] if preface else lines[-3:]
    kept = []
    for line in map(one_line, map(tidy, lines)):
        bare = re.sub(f"^{APPENDIX.pattern}", "", line, flags=re.IGNORECASE)
        aside = bare.endswith(")") and not bare.startswith("(")
        if not bare or ATTACHED.match(bare) or aside or _numbered(bare):
            continue
        named = preface and names_agency(bare)
        kept += [bare] if (is_capital(bare) or starts) and not named else []
    return " ".join(kept)


def group_headings(before: Sequence[SourceParagraph]) -> list[Heading]:
    """Return the headings that stand one under the other right above a table, the upper first."""
    found = list(_upwards([p for p in before if p.whole]))
    return found[::-1]


def _upwards(paragraphs: Sequence[SourceParagraph]) -> Iterator[Heading]:
    first = True
    for paragraph in reversed(paragraphs):
        text = one_line(paragraph.whole)
        if ATTACHED.match(text) or (first and _ASIDE.fullmatch(text)):
            continue
        number, rest = outline.cut(_TABLE.sub("", text))
        short = len(text) < _LONGEST and not APPENDIX.match(text)
        if not short or (
            number is not None and number.kind in {NumberKind.SMALL, NumberKind.BULLET}
        ):
            return
        if number is not None:
            yield Heading(number, rest.rstrip(" :"), paragraph)
        elif first and (paragraph.bold or _TABLE.match(text)) and not is_capital(text):
            yield Heading(Number("", NumberKind.NONE), rest.rstrip(" :"), paragraph)
        else:
            return
        first = False


def _numbered(text: str) -> bool:
    number, _ = outline.cut(text)
    return number is not None and number.kind is not NumberKind.SMALL

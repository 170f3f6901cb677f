"""Từ hoặc cụm từ viết lặp hai lần liền nhau.

Vì sao: thường là chép, dán hai lần, hoặc máy quét đọc lại cuối dòng.

Sai:

    noi_dung: Ban hành Kế hoạch của UBND xã của UBND xã

Đúng:

    noi_dung: Ban hành Kế hoạch của UBND xã

Từ láy ("thường thường", "dần dần") không bị nhắc. `cchc check --unsafe-fixes` bỏ được chỗ lặp.
"""

import re
from collections.abc import Iterator
from itertools import compress, count, islice
from operator import eq

from cchc.checks.slip import Slip, remembered
from cchc.checks.subject import Subject
from cchc.plan.problem import Severity

NAME = "doubled-word"
SEVERITY = Severity.WARNING
LONGEST = 4
"""Words of a phrase that is looked for twice."""
MOST = 50
"""Different phrases that are told of one text: each costs a search."""


def check(subject: Subject) -> Iterator[Slip]:
    """Yield each small word, and each phrase, that stands twice in a row."""
    yield from subject.prose.slips(find)


@remembered
def find(text: str) -> Iterator[Slip]:
    """Yield the slips of one text."""
    words = text.lower().split()
    found = (p for length in range(1, LONGEST + 1) for p in _repeated(words, length))
    for phrase in islice(found, MOST):
        yield from _places(text, phrase)


def _repeated(words: list[str], length: int) -> Iterator[str]:
    """Yield each phrase of so many words that comes again at once, each phrase once."""
    same = compress(count(), map(eq, words, islice(words, length, None)))
    run, last, seen = 0, -2, set()
    for i in same:
        run = run + 1 if i == last + 1 else 1
        last = i
        phrase = words[i - length + 1 : i + 1]
        if run >= length and _counts(phrase) and tuple(phrase) not in seen:
            seen.add(tuple(phrase))
            yield " ".join(phrase)


def _counts(phrase: list[str]) -> bool:
    """Return whether a phrase said twice is a slip; "dần dần" is a word."""
    if len(phrase) == 1:
        return phrase[0] in _SMALL
    return len(set(phrase)) > 1 and all(word.isalpha() for word in phrase)


def _places(text: str, phrase: str) -> Iterator[Slip]:
    once = r"\s+".join(map(re.escape, phrase.split()))
    pattern = re.compile(rf"\b(?P<first>{once})(?P<again>\s+{once})\b", re.IGNORECASE)
    for found in pattern.finditer(text):
        message = f'"{phrase}" viết hai lần liền nhau'
        yield Slip(*found.span("again"), message, "bỏ một lần", "")


# Not "ra" ("ra ra vào vào") nor "năm" ("năm năm" is five years).
_SMALL = frozenset(
    {"của", "và", "các", "được", "trong", "về", "theo", "là", "có", "cho", "với", "tại", "để",
     "trên", "những", "đến", "này", "hoặc", "bởi", "do", "không", "đã", "sẽ", "khi", "bằng",
     "giữa", "cùng", "việc", "tới", "nhằm", "nếu", "như", "thì", "mà", "vào", "bị", "số", "quý",
     "xã", "huyện", "tỉnh"}
)  # fmt: skip

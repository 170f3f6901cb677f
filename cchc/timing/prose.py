"""The deadlines of running prose, with their places: for checks, for import, for everyone.

Prose tells of what was done and names plans by their years. A time is a deadline of it only where
the words beside it say so: a tie ("trước", "chậm nhất"), or a duty before it, and nothing past.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from cchc.timing.clauses import of_years
from cchc.timing.meaning import dated, days
from cchc.timing.model import Milestone, Span
from cchc.timing.reading import Parsed
from cchc.timing.tokens import kinds
from cchc.timing.tree import Continuous, Cycle, Point, Range, When

# A sentence ends at a stop before a blank, never inside "05.3.2025" or "TS. Nguyễn".
_SENTENCES = re.compile(
    r"[^;\n]+?(?=[;\n]|(?<=[^\W\d_]{3})\.\s"
    r"|(?:(?<=[\d%)”\"])|(?<=[a-zđà-ỹ]{2}))\.\s+(?=[A-ZĐÀ-Ỹ])|$)"
)
_BINDING = frozenset({"before", "at_latest", "until_end", "end_of", "from_now"})
_DUTY = frozenset({"verb", "report", "done"})
_PAST = re.compile(
    r"đã|lũy kế|ước|so với|cùng kỳ|tính đến|tính từ|có hiệu lực|nhân ngày|toàn tỉnh có"
    "|thống kê đến"
)
_FACT = frozenset(("qua", "ký", "cấp", "sinh", "lập", "lực", "từ", "luật", "nhân", "dịp", "nhật"))
_MARKS = frozenset({",", ":", "(", ")"})


class Prose(NamedTuple):
    """What prose says of time: its deadlines, and what stands near one and could not be read."""

    deadlines: tuple[Milestone, ...]
    unread: tuple[Span, ...]


def survey(text: str, year: int) -> Prose:
    """Return the deadlines of `text` for the plan of `year`; every span is a place in `text`."""
    told = [
        (_sentence(found[0], year), found.start())
        for found in _SENTENCES.finditer(text)
        if not found[0].isspace()
    ]
    return Prose(
        tuple(
            each._replace(span=_moved(each.span, by)) for one, by in told for each in one.deadlines
        ),
        tuple(_moved(span, by) for one, by in told for span in one.unread),
    )


# Several rules ask the same paragraph, and the communes of a province copy their sentences.
@lru_cache(maxsize=2048)
def _sentence(sentence: str, year: int) -> Prose:
    told = Parsed(sentence, year)
    kept = [time for time in told.times if _binds(told, time)]
    left = (told.place(lo, hi) for lo, hi in told.left if _bound(told, lo, hi))
    return Prose(told.milestones(kept), tuple(left))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by, span.text)


def _bound(told: Parsed, lo: int, hi: int) -> bool:
    """Whether what was not read has a number and a tie, and would be a deadline if it were read."""
    near = {*kinds(told.tokens, max(lo - 1, 0), hi)}
    words = told.flat.words[told.tokens[lo].lo : told.tokens[hi - 1].hi]
    return not near.isdisjoint(_BINDING | {"to"}) and any(map(str.isdecimal, words))


def _binds(told: Parsed, time: When) -> bool:
    if not days(time, told.year) or isinstance(time, Continuous):
        return False
    lo, hi = _clause(told, time)
    if not time.ties.isdisjoint(_BINDING):
        return not _tells_of_past(told, lo, hi)
    if _tells_of_past(told, 0, len(told.tokens)):
        return False
    if isinstance(time, Cycle) and not dated(time):
        return _is_done_each(told, time, lo)
    if dated(time):
        return _is_done_on(told, time, lo)
    return _is_done_in(told, time, lo, hi)


def _is_done_in(told: Parsed, time: When, lo: int, hi: int) -> bool:
    before = set(kinds(told.tokens, lo, time.lo))
    if isinstance(time, Point | Range) and of_years(time):
        done = bool(before & _DUTY) and _reached(told, time, lo)
        aimed = _aim(told, lo, hi if time.ties else time.lo)
        return aimed or (done and bool(time.ties))
    # "báo cáo công tác quý I năm 2025" names it, "ban hành quý I năm 2025" says when.
    done = bool(before & {"verb", "done"}) and not before & {"paper", "report"}
    return bool(time.ties) or isinstance(time, Range) or lo == time.lo or done


def _clause(told: Parsed, time: When) -> tuple[int, int]:
    lo, hi = time.lo, time.hi
    while lo and told.tokens[lo - 1].kind not in _MARKS:
        lo -= 1
    while hi < len(told.tokens) and told.tokens[hi].kind not in _MARKS:
        hi += 1
    return lo, hi


def _tells_of_past(told: Parsed, lo: int, hi: int) -> bool:
    return any(_PAST.fullmatch(words) for words in _pairs(told, lo, hi))


def _pairs(told: Parsed, lo: int, hi: int) -> Iterator[str]:
    words = told.flat.words[told.tokens[lo].lo : told.tokens[hi - 1].hi]
    yield from words
    yield from (f"{one} {two}" for one, two in pairwise(words))


def _word_before(told: Parsed, time: When) -> str:
    at = told.tokens[time.lo].lo
    return told.flat.words[at - 1] if at else ""


def _is_done_each(told: Parsed, cycle: Cycle, lo: int) -> bool:
    # "Kế hoạch công tác hằng năm" is a name; "Hằng năm, … trước ngày 10/12" has its day after it.
    if cycle.told:
        return True
    later = (time for time in told.times if time.lo > cycle.lo)
    if cycle.lo == lo and any(dated(time) for time in later):
        return False
    beside = told.tokens[cycle.lo - 1].kind in _DUTY if cycle.lo else True
    return cycle.lo == lo or beside or "periodic" in cycle.ties or bool(cycle.within)


def _is_done_on(told: Parsed, time: When, lo: int) -> bool:
    # "tổ chức hội nghị ngày 20/5"; a fact is "thông qua ngày 20/5", "Ngày 20/5 Chính phủ ban hành".
    if _word_before(told, time) in _FACT or "citation" in kinds(
        told.tokens, time.hi, len(told.tokens)
    ):
        return False
    before = told.tokens[lo : time.lo]
    if any(token.kind == "by" for token in before):
        return False  # "Căn cứ Luật … ngày 19/02/2025"
    named = next((token.kind for token in reversed(before) if token.kind != "word"), "")
    alone = not any(token.kind == "word" for token in told.tokens[: time.lo])
    return named in _DUTY or "within" in time.ties or "to" in time.ties or alone or bool(time.held)


_AIMS = frozenset(("đạt", "phấn", "xong", "hoàn"))


_PLANS = frozenset(("chiến lược", "đề án", "định hướng", "tầm nhìn", "quy hoạch", "mục tiêu",
                    "kinh phí", "ngân sách", "dự toán"))  # fmt: skip


def _aim(told: Parsed, lo: int, hi: int) -> bool:
    if lo == hi:
        return False
    words = told.flat.words[told.tokens[lo].lo : told.tokens[hi - 1].hi]
    return not _AIMS.isdisjoint(words)


def _reached(told: Parsed, time: When, lo: int) -> bool:
    """Whether a year is said of a duty, not of a plan: no name of a document stands before it."""
    before = kinds(told.tokens, lo, time.lo)
    last = next((each for each in reversed(before) if each in _DUTY | {"paper"}), "")
    named = time.lo > lo and not _PLANS.isdisjoint(_pairs(told, lo, time.lo))
    return "within" in time.ties or not (last == "paper" or named)

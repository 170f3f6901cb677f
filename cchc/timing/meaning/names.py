"""Periods that only name something: the year of a plan, the quarter a report is about."""

import re
from itertools import pairwise

from cchc.timing.terms import Term
from cchc.timing.words.cycles import YEARLY

_TITLE_REACH = 14  # items back to the noun that a year names
_LABEL_AFTER = re.compile(r"[jw]?R[aw]{0,3}k?")
_NEXT = re.compile(r"[,;&]{1,2}[-&]?")
_GIVEN = re.compile(r"t[^,]*j[^,]*$")  # "theo … đối với những nhiệm vụ giao … trong năm 2025"
_VERB_AFTER_COMMA = re.compile(r",[&o]?[gRk]")


def without_names(terms: list[Term], codes: str, year: int) -> list[Term]:
    """Return the terms that are deadlines, without those that only name a plan or a report."""
    kept: list[Term] = []
    named = last = None
    for term in terms:
        if _names_a_plan(term, last, named, codes) or (last and _is_past(term, codes, year)):
            named = term
        else:
            kept.append(term)
        last = term
    return _without_labels(kept, codes)


def _names_a_plan(term: Term, last: Term | None, named: Term | None, codes: str) -> bool:
    # "ban hành Kế hoạch năm 2026": the year is the plan's. "trong năm 2026" would be a deadline.
    if not _of_years(term, codes):
        # "theo Kế hoạch quý I/2025 của UBND huyện"
        return codes[max(term.lo - 2, 0) : term.lo] == "ta" and codes.startswith("o", term.hi)
    begin = max(term.lo - _TITLE_REACH, last.hi if last else 0, 0)
    before = codes[begin : term.lo]
    before = before[max(map(before.rfind, ";.:")) + 1 :]
    if named and named is last and before in {"&", ","}:
        return True
    noun = max(map(before.rfind, "aRCt"))
    if noun < 0 or before[-1] == "," or _VERB_AFTER_COMMA.search(before, noun):
        return False
    if term.letter == "r":
        return "a" in before[before.rfind("t") :] and "t" in before and not term.modifiers
    return set(term.modifiers) <= set("So") or _GIVEN.search(before) is not None


def _is_past(term: Term, codes: str, year: int) -> bool:
    # "trước ngày 31/3 công khai bản kê khai tài sản, thu nhập năm 2024": what is made known.
    bare = term.letter == "y" and not term.modifiers and codes[term.lo - 1] == "w"
    return bare and term.days[0].due.year < year


def _of_years(term: Term, codes: str) -> bool:
    if term.letter == "-":
        return "y" in codes[term.lo : term.hi]
    return term.letter == "y" or (term.letter == "r" and term.cycle == YEARLY)


def _without_labels(terms: list[Term], codes: str) -> list[Term]:
    # "báo cáo quý I trước ngày 05/3", "Quý I: trước ngày 05/3": the period says which.
    kept: list[Term] = []
    for term, following in pairwise([*terms, None]):
        if term is None:
            break
        chained = bool(kept) and _goes_on(kept[-1], term, codes)
        if following and _labels(term, following, codes, chained=chained):
            following.take(term)
        elif kept and _labelled(kept[-1], term, codes):
            kept[-1].take(term)
        else:
            kept.append(term)
    return kept


def _labelled(last: Term, term: Term, codes: str) -> bool:
    # "trước ngày 10/6 đối với báo cáo 6 tháng"
    told = last.dated and not term.dated and bool(term.days) and not set(term.modifiers) - {"b"}
    return told and _LABEL_AFTER.fullmatch(codes, last.hi, term.lo) is not None


def _goes_on(last: Term, term: Term, codes: str) -> bool:
    # "báo cáo quý I gửi trước ngày 10/3, quý II gửi trước ngày 10/6": named as the one before.
    return last.dated and bool(last.taken) and _NEXT.fullmatch(codes, last.hi, term.lo) is not None


def _labels(term: Term, following: Term, codes: str, *, chained: bool) -> bool:
    if term.dated or not term.days or set(term.modifiers) & set("BTUL"):
        return False
    gap = codes[term.hi : following.lo]
    if gap == ":":
        return following.dated or following.letter == "-"
    if not gap and term.letter in "hy" and set(following.modifiers) & set("BILTU"):
        return True  # "sơ kết 6 tháng đầu năm trong tháng 7"
    bare = term.letter in "mqh" and not term.modifiers
    if not gap and bare and following.dated and set(following.modifiers) & set("BL"):
        return True  # "Quý I trước ngày 05/3; quý II trước ngày 05/6"
    if not following.dated and (not following.modifiers or "I" in term.modifiers or "g" in gap):
        return False
    before = codes[max(term.lo - _TITLE_REACH, 0) : term.lo]
    before = before[max(map(before.rfind, ",;.:&")) + 1 :]
    return (chained or "R" in before) and not set(gap) & set(",;.&:k")

"""What falls due on no day of its own: "định kỳ báo cáo", "theo kế hoạch", "thường xuyên"."""

import re
from itertools import islice

from cchc.timing.reading import Kind
from cchc.timing.terms import Term

# A clause goes on as another where a verb follows a comma or "và", and "theo" only after "và".
_TURN = re.compile(r"[,&][,&o-]{0,2}(?=[gRki])|&(?=t)")
_NEAR = 12  # items in which "định kỳ" meets its "báo cáo"
_MOST_TURNS = 64  # of one clause: a bound keeps hostile phrases quick
_KINDS = {"k": Kind.REPORT, "i": Kind.EVENT, "t": Kind.DIRECTED}


def undated(terms: list[Term], codes: str) -> list[Term]:
    """Return the terms with those of the clauses that name no day, in the order of the phrase."""
    found: list[Term] = []
    place = 0
    for lo, hi in clauses(codes, ";."):
        last = place
        while last < len(terms) and terms[last].lo < hi:
            last += 1
        for part_lo, part_hi, held in _parts(lo, hi, terms[place:last], codes):
            _take_periodic(held, part_lo, part_hi, codes)
            found += held or _named(part_lo, part_hi, codes)
        place = last
    return found


def clauses(codes: str, marks: str) -> list[tuple[int, int]]:
    """Return where the clauses between the marks begin and end."""
    cuts = [place for place, code in enumerate(codes) if code in marks]
    return list(zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(codes)], strict=True))


def _parts(lo: int, hi: int, terms: list[Term], codes: str) -> list[tuple[int, int, list[Term]]]:
    parts: list[tuple[int, int, list[Term]]] = []
    for turn in islice(_TURN.finditer(codes, lo, hi), _MOST_TURNS):
        held = [term for term in terms if term.lo < turn.start()]
        if _turns(held, codes, lo, turn):
            parts.append((lo, turn.start(), held))
            lo, terms = turn.end(), terms[len(held) :]
    return [*parts, (lo, hi, terms)]


def _turns(held: list[Term], codes: str, lo: int, turn: re.Match[str]) -> bool:
    before = codes[lo : turn.start()]
    if "z" in codes[held[-1].hi if held else lo : turn.start()]:
        return False  # "trước ngày 10/12 để tổng hợp, báo cáo theo quy định": what it is for
    if not held:
        return "k" in before and "R" in before
    if codes[turn.end()] == "k":
        return "R" in codes[turn.end() : turn.end() + _NEAR]
    if codes[turn.end()] not in "gR" or _tells_of_reports(codes, turn.end()):
        return True
    # "Quý I ban hành Kế hoạch và triển khai …": the first verb has its time, the second is new.
    told = sum(term.hi - term.lo for term in held)
    return len(before) - told > sum(before.count(sign) for sign in ",&-:o")


def _take_periodic(held: list[Term], lo: int, hi: int, codes: str) -> None:
    # "Định kỳ trước ngày 15/12 hằng năm": the days are told, "định kỳ" adds none.
    place = codes.find("k", lo, hi) if held else -1
    while place >= 0:
        held[0].taken.append((place, place + 1))
        place = codes.find("k", place + 1, hi)


def _tells_of_reports(codes: str, place: int) -> bool:
    clause = re.split("[,;.]", codes[place : place + _NEAR], maxsplit=1)[0]
    return "R" in clause and "k" in clause


def _named(lo: int, hi: int, codes: str) -> list[Term]:
    for letter, kind in _KINDS.items():
        place = codes.find(letter, lo, hi)
        if place >= 0 and (letter != "k" or "R" in codes[lo:hi]):
            end = hi if letter == "t" else place + 1
            term = Term(kind, place, end, letter, begin=lo)
            _take_periodic([term], lo, hi, codes)
            return [term]
    return []


def absorb_years(terms: list[Term], codes: str) -> list[Term]:
    """Return the terms with "trong năm" said of continuous work as a part of it."""
    kept: list[Term] = []
    for term in terms:
        last = kept[-1] if kept else None
        if last and _one_with(last, term, codes):
            last.take(term)
        elif last and _one_with(term, last, codes):
            term.take(kept.pop())
            kept.append(term)
        else:
            kept.append(term)
    return kept


def _one_with(always: Term, term: Term, codes: str) -> bool:
    if always.kind is not Kind.CONTINUOUS:
        return False
    first, second = sorted((always, term), key=lambda each: each.lo)
    gap = codes[first.hi : second.lo]
    if term.kind is Kind.CONTINUOUS:
        return set(gap) <= set(",&o") and first is always
    if always.letter != "c":
        return False  # "Từ năm 2025", "và các năm tiếp theo"
    vague = term.letter == "y" and set(term.modifiers) <= set("Io")
    vague |= (
        term.letter == "r" and term.kind is Kind.RECURRING and not gap and "k" not in term.modifiers
    )
    near = set(gap) <= set(",&o") or not set(gap) & set(",;.:&")
    return vague and near

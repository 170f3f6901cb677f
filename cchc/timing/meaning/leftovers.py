"""Whatever in a phrase looks like time and was not read is named, and spoils what it is part of."""

import re

from cchc.timing.items import Item, letters
from cchc.timing.reading import Kind
from cchc.timing.terms import Term

_TIME = frozenset("dmqyhpsuYvbrQxHWk")
_TIED = frozenset("BLOIUTFAKZ")  # words that belong to the time they stand before
_INSIDE = frozenset("n/-oV,&D")  # what may stand between two pieces of one unread time
_UNSURE = frozenset("xpvsuYb")
# "Trước khai giảng 05/9": before what? "từ nay đến 01": to what?
_LOST = re.compile(r"B[wag]{1,3}(?=[dmqyp])|[BAFKTL]U?(?=[nV]\.?$|[nV][,;])")


def covered(terms: list[Term], size: int) -> bytearray:
    """Return, for each item, 1 where a term holds it, 2 where a term of no day of its own does."""
    cover = bytearray(size)
    for term in terms:
        weak = term.kind in {Kind.DIRECTED, Kind.EVENT} and term.letter in "te"
        for lo, hi in ((term.lo, term.hi), *term.taken):
            cover[lo:hi] = bytes([2 if weak else 1]) * (hi - lo)
    return cover


def unread(items: list[Item], cover: bytearray, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return the runs of items that look like time and that nothing covers, in order."""
    runs: list[tuple[int, int]] = []
    lost = {found.start() for found in _LOST.finditer(letters(items))}
    for place, item in enumerate(items):
        looks = _left(item, cover[place], words) or _span_of_days(items, place, cover)
        if not looks and (place not in lost or cover[place]):
            continue
        lo = _reach(items, cover, place)
        if runs and lo <= _bridge(items, cover, runs[-1][1]):
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((lo, place + 1))
    return [(lo, _forward(items, cover, hi)) for lo, hi in runs]


def _span_of_days(items: list[Item], place: int, cover: bytearray) -> bool:
    # "Định kỳ hằng năm, 5 năm": a span in a list of times; "tập huấn 02 ngày" is none.
    if items[place].code != "D" or cover[place]:
        return False
    after = items[place + 1].code if place + 1 < len(items) else ""
    return place > 0 and items[place - 1].code in ",&k/" and after not in {"w", "g", "a", "R", "j"}


def _left(item: Item, cover: int, words: tuple[str, ...]) -> bool:
    if cover == 1 or item.code not in _TIME:
        return False
    if cover == 0:
        return True
    # "sau khi kết thúc năm học" needs no day; "kể từ ngày 31/11" names one that is none.
    return item.code in "xp" and any(word.isdecimal() for word in words[item.lo : item.hi])


def _reach(items: list[Item], cover: bytearray, place: int) -> int:
    while place and items[place - 1].code in _TIED and not cover[place - 1]:
        place -= 1
    return place


def _bridge(items: list[Item], cover: bytearray, place: int) -> int:
    end = min(place + 4, len(items))
    while place < end and items[place].code in _INSIDE and not cover[place]:
        place += 1
    return place


def _forward(items: list[Item], cover: bytearray, place: int) -> int:
    end = _bridge(items, cover, place)
    while end > place and items[end - 1].code not in "nD":
        end -= 1
    return end


def spoilt(term: Term, items: list[Item], cover: bytearray) -> bool:
    """Whether an unread time stands so close to the term that it is a part of it."""
    if term.kind in {Kind.DIRECTED, Kind.EVENT, Kind.REPORT}:
        return False
    return _spoils_after(term, items, cover) or _spoils_before(term, items, cover)


def _spoils_after(term: Term, items: list[Item], cover: bytearray) -> bool:
    place = term.hi
    while place < len(items) and items[place].code == "o":
        place += 1
    near = "".join(item.code for item in items[place : place + 2])
    if not near or (place < len(cover) and cover[place]):
        return False
    if near[0] in _UNSURE:
        return True
    numbered = term.letter in "dmqyhQ-" and near[0] == "n" and near[1:] not in {"w", "g", "a", "R"}
    return numbered or near in {"/n", "-n", "/Y", "-Y", "/V", "/b", "/m", "/q", "/y"}


def _spoils_before(term: Term, items: list[Item], cover: bytearray) -> bool:
    place = term.lo - 1
    if place >= 0 and items[place].code == "," and not term.modifiers:
        return place > 0 and items[place - 1].code == "x" and not cover[place - 1]
    while place >= 0 and items[place].code == "o":
        place -= 1
    if place < 0 or cover[place]:
        return False
    code = items[place].code
    if code in "BAFKTL" and term.letter != "c":
        return True  # "sau 17 giờ ngày 15/3", "trước giai đoạn 2025-2027": no rule has these
    if code == "n" and term.letter in "rQ":
        return place == 0 or items[place - 1].code in "-,;&BLTFI"  # "01 - 15 hằng tháng"
    return code in _UNSURE or (code in "/" and place > 0 and items[place - 1].code in "nmqdy")

"""Refusal by accounting: whatever looks like time and was not read is named, never guessed."""

from cchc.timing.series import LIST, POINTS
from cchc.timing.tokens import Flat, Token, kind, skip
from cchc.timing.tree import Continuous, Cycle, Directed, Event, Point, Range, Report, When

_TIME = frozenset({"day", "months", "numbered", "century", "short_month", "unit", "cycle",
                   "cycle_day", "unclear", "slip", "clock", "weekday", "periodic",
                   *POINTS})  # fmt: skip
_TIED = frozenset({"before", "at_latest", "end_of", "within", "until_end", "to", "from", "after",
                   "since", "from_now"})  # fmt: skip
_INSIDE = frozenset({"number", "/", "-", "of", "roman", ",", "and", "or", "span"})
_UNSURE = frozenset({"slip"}) | frozenset(
    {"unclear", "day", "short_month", "months", "numbered", "century", "unit"}
)
_COUNTED = frozenset({"word", "verb", "done", "paper", "report"})

# What holds a token: nothing, a time, or a time without a day of its own.
_NONE, _FIRM, _WEAK = 0, 1, 2


def covered(times: list[When], size: int) -> bytearray:
    """Return, for each token, what holds it."""
    cover = bytearray(size)
    for time in times:
        weak = isinstance(time, Directed) or (isinstance(time, Event) and time.named)
        for lo, hi in ((time.lo, time.hi), *time.held):
            cover[lo:hi] = bytes([_WEAK if weak else _FIRM]) * (hi - lo)
    return cover


def unread(tokens: list[Token], cover: bytearray, words: Flat) -> list[tuple[int, int]]:
    """Return the runs of tokens that look like time and that nothing holds, in order."""
    runs: list[tuple[int, int]] = []
    for at, token in enumerate(tokens):
        looks = _left(token, cover[at], words) or _span_of_days(tokens, at, cover)
        if not looks and (cover[at] or not _lost(tokens, at)):
            continue
        lo = _reach(tokens, cover, at)
        if runs and lo <= _bridge(tokens, cover, runs[-1][1]):
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((lo, at + 1))
    return [(lo, _forward(tokens, cover, hi)) for lo, hi in runs]


def _lost(tokens: list[Token], at: int) -> bool:
    """Whether a tie has lost its time: "Trước khai giảng 05/9", "từ nay đến 01"."""
    if tokens[at].kind == "before":
        point = skip(tokens, at + 1, {"word", "verb", "paper", "done"}, 3)
        return point > at + 1 and kind(tokens, point) in {"date", "month", "quarter", "year", "day"}
    if tokens[at].kind in {"after", "from", "since", "to", "at_latest"}:
        number = at + 1 + (kind(tokens, at + 1) == "until_end")
        ends = kind(tokens, number + 1)
        last = ends in {",", ";"} or number + 1 == len(tokens) or (
            ends == "." and number + 2 == len(tokens))  # fmt: skip
        return kind(tokens, number) in {"number", "roman"} and last
    return False


def _span_of_days(tokens: list[Token], at: int, cover: bytearray) -> bool:
    # "Định kỳ hằng năm, 5 năm": a span in a list of times; "tập huấn 02 ngày" is none.
    if tokens[at].kind != "span" or cover[at]:
        return False
    listed = kind(tokens, at - 1) in LIST | {"periodic", "/"}
    return listed and kind(tokens, at + 1) not in _COUNTED | {"about"}


def _left(token: Token, cover: int, words: Flat) -> bool:
    if cover == _FIRM or token.kind not in _TIME:
        return False
    if cover == _NONE or token.kind == "slip":
        return True
    # "sau khi kết thúc năm học" needs no day; "kể từ ngày 31/11" names one that is none.
    numbered = any(word.isdecimal() for word in words.words[token.lo : token.hi])
    return token.kind in {"unclear", "day"} and numbered


def _reach(tokens: list[Token], cover: bytearray, at: int) -> int:
    while at and tokens[at - 1].kind in _TIED and not cover[at - 1]:
        at -= 1
    return at


def _bridge(tokens: list[Token], cover: bytearray, at: int) -> int:
    end = min(at + 4, len(tokens))
    while at < end and tokens[at].kind in _INSIDE and not cover[at]:
        at += 1
    return at


def _forward(tokens: list[Token], cover: bytearray, at: int) -> int:
    end = _bridge(tokens, cover, at)
    while end > at and tokens[end - 1].kind not in {"number", "span"}:
        end -= 1
    return end


def spoilt(time: When, tokens: list[Token], cover: bytearray) -> bool:
    """Whether an unread time stands so close to a time that it is a part of it."""
    if isinstance(time, Directed | Event | Report):
        return False
    return _spoils_after(time, tokens, cover) or _spoils_before(time, tokens, cover)


_PIECES = frozenset({"number", "century", "roman", "unit", "month", "quarter", "year"})


def _spoils_after(time: When, tokens: list[Token], cover: bytearray) -> bool:
    at = skip(tokens, time.hi, {"of"}, len(tokens))
    near, after = kind(tokens, at), kind(tokens, at + 1)
    if not near or cover[at]:
        return False
    if near in _UNSURE:
        return True
    calendar = isinstance(time, Point | Range) or (
        isinstance(time, Cycle) and "cycle_day" in time.ties)  # fmt: skip
    numbered = (
        calendar and near == "number" and after not in {"word", "verb", "paper", "report", "done"}
    )
    # "trước 30/6 - 30/7": no range is said to be before.
    ranged = near == "-" and after == "date" and isinstance(time, Point) and time.before
    broken = near in {"/", "-"} and after in _PIECES and (
        near == "/" or after in {"number", "century"})  # fmt: skip
    return numbered or ranged or broken


def _spoils_before(time: When, tokens: list[Token], cover: bytearray) -> bool:
    at = time.lo - 1
    if kind(tokens, at) == "," and not time.ties - {"cycle_day"}:
        return kind(tokens, at - 1) == "unclear" and not cover[at - 1]
    while kind(tokens, at) == "of":
        at -= 1
    if at < 0 or cover[at]:
        return False
    one, two = tokens[at].kind, kind(tokens, at - 1)
    if one in {"before", "after", "from", "since", "to", "at_latest"} and not (
            isinstance(time, Continuous) and time.always):  # fmt: skip
        return True  # "sau 17 giờ ngày 15/3", "trước giai đoạn 2025-2027": no rule has these
    if one == "number" and isinstance(time, Cycle):
        ends = {"", "-", ",", ";", "and", "or", "before", "at_latest", "to", "from", "within"}
        return two in ends  # "01 - 15 hằng tháng"
    return one in _UNSURE or (one == "/" and two in {"number", "month", "quarter", "date", "year"})

"""Brackets: a time if they read wholly as one, a remark if they explain, else not understood."""

from cchc.timing.series import LIST, POINTS, give_years, settle
from cchc.timing.tokens import Piece, Token, kind

_NEAR = 14  # tokens back to the event a bracket is about
_MARKS = frozenset({"-", "and", ".", ",", ";", ":"})  # bullets and ends: they say nothing
_TIMES = POINTS | {"cycle", "cycle_day"}
_LED = frozenset({"before", "at_latest", "within", "to", "until_end", "from", "stage", "clock",
                  "end_of", "of", "done", "means", "is", "periodic"})  # fmt: skip
_NAMES = frozenset({"report", "paper", "word"})
_SAYS = frozenset({"verb", "report", "word", "paper"})  # "(gửi trước ngày 15/6)"
_REMARK = frozenset({"event", "by", "citation", "since", "span", "sudden", "until_event"})
_OWN = frozenset({"before", "at_latest", ":"})
_DOUBT = frozenset({"unclear", "day", "numbered", "century", "short_month", "months"})


def without_remarks(tokens: list[Token], year: int) -> list[Token]:
    """Return the settled tokens of a phrase without its remarks.

    "- (Quý I/2025)" says its time in brackets, "Quý I (theo kế hoạch)" explains in them, "Quý I
    (trước ngày 15/3)" says it more closely.
    """
    depths = _depths(tokens)
    told = min((depth for depth, token in zip(depths, tokens, strict=True)
                if depth >= 0 and token.kind not in _MARKS), default=0)  # fmt: skip
    outer: list[Token] = []
    inner: dict[int, list[Token]] = {}
    for depth, token in zip(depths, tokens, strict=True):
        if 0 <= depth <= told:
            outer.append(token)
        elif depth == told + 1:
            inner.setdefault(outer[-1].hi if outer else 0, []).append(token)
    settle(outer)
    if inner:
        outer = _with_times(outer, inner)
    give_years(outer, year)
    return outer


def _with_times(outer: list[Token], inner: dict[int, list[Token]]) -> list[Token]:
    found: list[Token] = []
    for token in outer:
        found.append(token)
        for place in [place for place in (token.hi,) if place in inner]:
            found += _read(found, inner[place])
    return [*(_read([], inner[0]) if 0 in inner else ()), *found]


def _read(before: list[Token], inner: list[Token]) -> list[Token]:
    """Return what a bracket adds to the tokens before it: its time, nothing, or a doubt."""
    owner = before[-1] if before else None
    if owner and (owner.kind == "cycle" or (
            owner.kind == "month" and kind(before, len(before) - 2) not in _NAMES)):  # fmt: skip
        # A day in brackets after "hằng tháng" is a day of each month, after "tháng 6" of that one.
        copied = Token(Piece(owner.kind, owner.part, owner.cycle, owner.number), owner.lo, owner.hi)
        settled = [copied, *inner]
        settle(settled)
        inner = settled[1:]
    else:
        settle(inner)
    lo, hi = inner[0].lo, inner[-1].hi
    if inner[0].kind == "means" and {"event", "by"} & {token.kind for token in before[-_NEAR:]}:
        return []  # "sau khi có hướng dẫn (dự kiến tháng 5)": nobody is bound by it
    kinds = {token.kind for token in inner}
    if "slip" in kinds:
        return [Token(Piece("slip"), lo, hi)]
    if kinds & _REMARK or not kinds & (_TIMES | _DOUBT):
        return []
    if _wholly(inner) and _sharpens(owner, inner):
        if owner and owner.kind == "unit" and kind(before, len(before) - 2) in LIST:
            owner.become("word")  # "quý I (05/3), năm (30/11)": which report it is
        return [Token(Piece("("), lo, lo), *inner, Token(Piece(")"), hi, hi)]
    # "(riêng thôn Đông: quý III)", "(các đơn vị khác trước ngày 15/7)": a time beside words.
    doubtful = (kinds & {"unclear", "day"} and not kinds & {"weekday"}) or _says_its_own(inner)
    return [Token(Piece("unclear"), lo, hi)] if doubtful and owner else []


def _says_its_own(inner: list[Token]) -> bool:
    # "(riêng thôn Đông: quý III)", "(quý I: kế hoạch)", "(thôn khác trước ngày 15/7)".
    # "(tổ chức hội nghị ngày 15/5)"; but "(báo cáo 6 tháng)" is a name.
    first = next((at for at, token in enumerate(inner) if token.kind in POINTS - {"year"}), 0)
    lead = {each.kind for each in inner[:first]}
    if lead & {"verb", "done", "within", "to"} and "report" not in lead:
        return True
    for at, token in enumerate(inner):
        if token.kind in {"month", "quarter", "half"} and kind(inner, at + 1) in {"verb", "done"}:
            return True  # "(tháng 01 xây dựng, tháng 3 ban hành)"
    tied = (at for at, token in enumerate(inner) if token.kind in _OWN)
    return any(
        kind(inner, at + 1 + (kind(inner, at + 1) in {"within", "to"})) in _TIMES
        or (inner[at].kind == ":" and kind(inner, at - 1) in _TIMES)
        for at in tied
    )


def _wholly(inner: list[Token]) -> bool:
    """Whether a bracket says a time and nothing else, but for how it is kept: "gửi trước …"."""
    first = next((at for at, token in enumerate(inner) if token.kind in _TIMES), len(inner))
    lead = [token.kind for token in inner[:first]]
    told = any(each in {"before", "at_latest"} for each in lead)
    said = (_LED - {"of"}) | (_SAYS if told else frozenset())
    rest = {token.kind for token in inner[first:]}
    return (first < len(inner) and set(lead) <= said | {"-"} and len(lead) <= 6
            and rest <= _TIMES | _LED | {",", "and", "or", "-", ".", ";"})  # fmt: skip


def _sharpens(owner: Token | None, inner: list[Token]) -> bool:
    """Whether what a bracket names may be a part of what stands before it."""
    if owner is None:
        return True  # "(trước ngày 15/11) gửi báo cáo": it says when by itself
    if owner.kind == "century":
        return False
    exact = any(token.kind in {"date", "cycle_day"} for token in inner)
    if owner.kind in {"date", "cycle_day"}:
        # "ngày 05 hằng tháng (từ tháng 02 đến tháng 9)": the days inside that range.
        ranged = owner.kind == "cycle_day" and inner[0].kind == "from"
        return exact or ranged
    part = next((token.part for token in inner if token.kind in POINTS), None)
    if exact or owner.kind not in POINTS or not owner.part or not part:
        return True
    # "quý II (6 tháng)" names it twice, "năm 2025 (quý I)" says when.
    return owner.part.first <= part.first and part.last <= owner.part.last


def _depths(tokens: list[Token]) -> list[int]:
    """Return how many matched brackets each token stands in, -1 for a matched bracket itself."""
    opened: list[int] = []
    matched = bytearray(len(tokens))
    for place, token in enumerate(tokens):
        if token.kind == "(":
            opened.append(place)
        elif token.kind == ")" and opened:
            matched[place] = matched[opened.pop()] = 1
    depths: list[int] = []
    depth = 0
    for token, bracket in zip(tokens, matched, strict=True):
        depth += bracket * (1 if token.kind == "(" else -1)
        depths.append(-1 if bracket else depth)
    return depths

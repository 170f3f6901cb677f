"""What numbers, days and bare units are among their neighbours: "tháng 3, 6", "hằng quý, năm".

Each function is about one sort of series and settles its tokens in place, from left to right.
`settle` calls them in their order: what one has made clear, the next builds on.
"""

from collections.abc import Callable, Iterator

from cchc.timing.calendar import (
    EVERY_MONTHS,
    MONTHLY,
    MONTHS,
    MOST_DAYS,
    Cycle,
    Part,
    month,
    quarter,
)
from cchc.timing.tokens import Token, kind, skip

LIST = frozenset({",", "and", "or"})
RANGE = frozenset({"to", "-"})
LINKS = LIST | RANGE
POINTS = frozenset({"date", "month", "quarter", "year", "half"})
_MAY_BE_PARTS = 2  # what the lexicon says of "2/3"
_THINGS = frozenset({"word", "verb", "done"})
_MOST = 24  # members of one series: a bound keeps every phrase linear

_Make = Callable[[int, int | None], Part | None]


def settle(tokens: list[Token]) -> None:
    """Settle, in place, every token whose meaning its neighbours decide."""
    kinds = {token.kind for token in tokens}
    for starts, series in _SERIES:
        if not kinds.isdisjoint(starts):
            for at in _places(tokens, starts):
                series(tokens, at)
            kinds = {token.kind for token in tokens}


def _semicolons(tokens: list[Token], first: int) -> None:
    # "Tháng 3; 6; 9; 12" is a list too.
    at = first
    while kind(tokens, at + 1) == ";" and _alone(tokens, at + 2):
        tokens[at + 1].become(",")
        at += 2


def _alone(tokens: list[Token], at: int) -> bool:
    """Whether a number stands between marks: "6" in "3; 6; 9"."""
    ends = at + 1 + (kind(tokens, at + 1) == ".") >= len(tokens)
    number = kind(tokens, at) in {"number", "numbered", "roman"}
    return number and (ends or kind(tokens, at + 1) in {";", ",", "and", "or"})


def _months(tokens: list[Token], at: int) -> None:
    if tokens[at].cycle:
        _months_of_quarters(tokens, at)
    else:
        _numbers(tokens, at, {"month", "short_month", "number", "numbered"}, a_month)


def _quarters(tokens: list[Token], at: int) -> None:
    _numbers(tokens, at, {"quarter", "number", "numbered", "roman"}, a_quarter)


def _months_of_quarters(tokens: list[Token], at: int) -> None:
    # "tháng đầu tiên Quý II, Quý III": the same month of each.
    cycle = tokens[at].cycle
    for place in _members(tokens, at, {"quarter", "roman", "number"})[1:]:
        part = a_quarter(tokens[place].number, _year_of(tokens[place]))
        if cycle and part:
            tokens[place].become("month", month(part.first - 1 + cycle.first, part.year))
            tokens[place].cycle = cycle


def _numbers(tokens: list[Token], at: int, among: set[str], make: _Make) -> None:
    """Make the numbers after a month months, after a quarter quarters."""
    members = _members(tokens, at, among)
    if len(members) < 2:
        return
    second = members[1]
    if tokens[second].kind == "number" and kind(tokens, second + 1) in {"word", "paper"}:
        # "tháng 6, 100% hồ sơ", "quý I, 02 lớp": may be a count of things
        tokens[second].become("unclear" if make(tokens[second].number, None) else "word")
        return
    if all(tokens[place].kind == "short_month" for place in members):
        _unclear(tokens, members)  # "T2 - T6" may be the days of a week
        return
    for place in members:
        if tokens[place].kind in {"number", "numbered", "short_month", "roman"}:
            _name(tokens[place], make)
    _take_year(tokens, members[-1])


def _name(token: Token, make: _Make) -> None:
    part = make(token.number or (token.part.first if token.part else 0), _year_of(token))
    token.become(_NAMES[make] if part else "unclear", part, token.number)


def _take_year(tokens: list[Token], last: int) -> None:
    # "Tháng 3, 6, 9, 12 năm 2026": the year stands apart from the last number.
    end = last + 1 + (kind(tokens, last + 1) in {"of", "within"})
    part, year = tokens[last].part, tokens[end].part if kind(tokens, end) == "year" else None
    if part and year and tokens[last].kind in {"month", "quarter"}:
        tokens[last].part = part._replace(year=year.year)
        _merge(tokens, last, end + 1, last)


def _lone_months(tokens: list[Token], at: int) -> None:
    # "3/2025"
    near = {"month", "quarter", "date", "day", "number", "numbered", "short_month", "/"}
    ranged = kind(tokens, at - 1) == "-" and kind(tokens, at - 2) == "number"
    if kind(tokens, at - 1) not in near and not ranged:
        _name(tokens[at], a_month)


def _months_of_day(tokens: list[Token], at: int) -> None:
    # "ngày 15 tháng 3, 6, 9, 12", "ngày 15 tháng 3, tháng 6"; "15/3, 6, 9" may mean anything.
    months = _members(tokens, at, {"month"}, LIST) if tokens[at].number == 1 else []
    members = _members(tokens, at, {"number", "numbered"}, LIST)
    if len(months) > 1 and kind(tokens, months[-1] + 1) in _CLOSES:
        members = months
    elif not all(tokens[m].kind == "number" for m in members[1:-1]):
        return
    for place in members[1:]:
        if tokens[place].number <= MONTHS or kind(tokens, place + 1) != "word":
            _same_day(tokens[at], tokens[place])  # but "trước 30/6, 100% trước 30/11"


_CLOSES = frozenset({"", ";", ".", ")", "cycle", "of"})


def _same_day(first: Token, token: Token) -> None:
    part = a_month(token.number, _year_of(token))
    day = first.part.day if first.part and first.number == 1 else 0
    fits = part is not None and 1 <= day <= MOST_DAYS[part.first - 1]
    token.become("date" if fits else "unclear", part._replace(day=day) if part else None, 1)


def _parts_of_things(tokens: list[Token], at: int) -> None:
    # "đạt 2/3 kế hoạch": without a word of time it may be no day.
    loose = tokens[at].number == _MAY_BE_PARTS and kind(tokens, at - 1) in _THINGS
    if loose and kind(tokens, at + 1) in {"word", "paper"}:
        tokens[at].become("unclear")


def _numbers_after_years(tokens: list[Token], at: int) -> None:
    members = _members(tokens, at, {"number"}, LIST)
    counted = {"word", "paper", "verb", "number", "span"}
    if len(members) > 1 and kind(tokens, members[-1] + 1) not in counted:
        _unclear(tokens, members[1:])


_YEAR_AFTER = {"stage", "from", "to", "until_end", "before", "within", "at_latest", "from_now",
               "end_of"}  # fmt: skip


def _years(tokens: list[Token], at: int) -> None:
    """Make four digits a year after a year or a word of time, or where they stand alone."""
    before = at - 1 - (kind(tokens, at - 1) == "until_end" and kind(tokens, at - 2) in _YEAR_AFTER)
    listed = kind(tokens, before) in LINKS and _year_before(tokens, before)
    members = _members(tokens, at, {"century"})
    alone = _begins(tokens, at) and kind(tokens, members[-1] + 1) in {".", ";", "", ")"}
    ranged = len(members) > 1 and kind(tokens, at + 1) in RANGE
    forever = kind(tokens, at + 1 + (kind(tokens, at + 1) == "and")) == "afterwards"
    if kind(tokens, before) in _YEAR_AFTER or listed or alone or ranged or forever:
        for place in members:
            tokens[place].become("year", Part(1, MONTHS, year=tokens[place].number))


def _year_before(tokens: list[Token], at: int) -> bool:
    at -= kind(tokens, at - 1) in LINKS
    return kind(tokens, at - 1) == "year"


def _begins(tokens: list[Token], at: int) -> bool:
    at -= kind(tokens, at - 1) in {"-", "and"} or (kind(tokens, at - 1) == "." and at == 1)
    return at == 0 or kind(tokens, at - 1) in {";", ":", "("}


def _days(tokens: list[Token], at: int) -> None:
    """Give days that stand before a date its month: "ngày 08 đến 10/12"."""
    led = {"from", "before", "at_latest", "to", "until_end", "within"}
    one = tokens[at].kind == "day" or kind(tokens, at - 1) in led or kind(tokens, at + 1) in RANGE
    if not one:
        return
    members = _members(tokens, at, {"day", "number"})
    dated = _next_member(tokens, members[-1], {"date"}, LINKS)
    date = tokens[dated].part if dated else None
    for place in members if date else ():
        fits = date is not None and 1 <= tokens[place].number <= MOST_DAYS[date.first - 1]
        day = date and date._replace(day=tokens[place].number)
        tokens[place].become("date" if fits else "unclear", day)


def _days_twice_told(tokens: list[Token], at: int) -> None:
    # "ngày 15/3 tháng 4" is a slip.
    if kind(tokens, at + 1) == "month":
        _unclear(tokens, [at, at + 1])


def _days_of_months(tokens: list[Token], at: int) -> None:
    # "ngày 15 của tháng cuối quý I": a month named by its place.
    named = at + 1 + (kind(tokens, at + 1) == "of")
    part = tokens[named].part if kind(tokens, named) == "month" else None
    if part:
        fits = tokens[at].number <= MOST_DAYS[part.first - 1]
        day = part._replace(day=tokens[at].number)
        tokens[at].become("date" if fits else "unclear", day)
        _merge(tokens, at, named + 1, at)
        # "ngày 10 của tháng cuối quý I, II": the day is said of each.
        for place in _members(tokens, at, {"month"}, LIST)[1:]:
            if tokens[place].cycle and (of := tokens[place].part):
                tokens[place].become("date", of._replace(day=day.day))


def _days_before_cycle(tokens: list[Token], at: int) -> None:
    # "ngày 05 của tháng cuối quý", "ngày 15, 30 hằng tháng", "từ ngày 20 đến ngày 25 hằng tháng".
    members = _members(tokens, at, {"day", "number"})
    named = _cycle_after(tokens, members[-1] + 1)
    if not named or not _give_days(tokens, members, tokens[named].cycle):
        return
    last = members[-1]
    ranged = any(kind(tokens, place) in RANGE for place in range(at, last))
    begin = at - (ranged and kind(tokens, at - 1) == "from")
    _merge(tokens, begin if ranged else last, named + 1, last)


def _months_after(tokens: list[Token], at: int) -> None:
    # "Hằng tháng, trước ngày 05 của tháng sau"; beside another time nobody knows which month.
    near = tokens[max(at - _MOST, 0) : at]
    place = at - 1 - (kind(tokens, at - 1) == "of")
    day = kind(tokens, place) == "day"
    tied = kind(tokens, place - 1 - (kind(tokens, place - 1) == "within"))
    alone = tied in {"before", "at_latest"} and not (
        {each.kind for each in near} & (POINTS | {"cycle", "months", "unit", "numbered"})
    )
    monthly = alone or any(each.cycle == MONTHLY for each in near)
    named = kind(tokens, at - 1) in {"paper", "word"}  # "Chương trình công tác tháng sau"
    tokens[at].kind = "word" if named else "cycle_day" if monthly and day else "unclear"


def _cycle_after(tokens: list[Token], at: int) -> int:
    end = skip(tokens, at, {"of", "within"}, 2)
    if kind(tokens, end) in {"cycle", "cycle_day"}:
        return end
    bare = end == at + 1 and kind(tokens, end) == "unit"
    return (
        end if bare and kind(tokens, end + 1) not in {"word", "end_of", "unclear", "number"} else 0
    )


def _days_after_cycle(tokens: list[Token], at: int) -> None:
    # "Hằng tháng, trước ngày 25", "hằng tháng gửi số liệu trước ngày 18".
    day = at + 1 + (kind(tokens, at + 1) in {":", "("})
    day = skip(tokens, day, _TIED | _DUTY, _MOST)
    if kind(tokens, day) == "day" and kind(tokens, day - 1) in _TIED | {"cycle", ","}:
        _give_days(tokens, _members(tokens, day, {"day", "number"}), tokens[at].cycle)


_TIED = frozenset({"before", "at_latest", "within", "to", "until_end", "periodic", "done",
                   "report"})  # fmt: skip
_DUTY = frozenset({",", "and", "of", "word", "verb", "paper", "about", "citation"})


def _days_after_month(tokens: list[Token], at: int) -> None:
    # "trong tháng 6/2025, trước ngày 20"; a month that names a report may have its day in the next.
    inside = kind(tokens, at - 1) == "within"
    tie = at + 1 + (inside and kind(tokens, at + 1) == ",")
    day = skip(tokens, tie, {"before", "at_latest", "within", "to"}, 3)
    part, alone = tokens[at].part, inside or not at or kind(tokens, at - 1) in {";", "."}
    if part and alone and day > tie and kind(tokens, day) == "day":
        fits = tokens[day].number <= MOST_DAYS[part.first - 1]
        tokens[day].become("date" if fits else "unclear",
                           part._replace(day=tokens[day].number))  # fmt: skip


def _give_days(tokens: list[Token], places: list[int], cycle: Cycle | None) -> bool:
    if not cycle or cycle.first != cycle.last or cycle.day:
        return False  # no one month is meant: the day stays unread
    for place in places:
        number = tokens[place].number
        tokens[place].become("cycle_day", number=number)
        tokens[place].cycle = cycle._replace(day=number)
    return True


def _units_of_cycle(tokens: list[Token], at: int) -> None:
    # "tháng cuối quý, 6 tháng, 9 tháng và năm" are the quarters, which hold the others.
    members = _members(tokens, at, {"months", "unit"}, LIST)
    others = [tokens[place] for place in members[1:]]
    if all(each.number in {0, 6, 9, 12} and each.cycle != MONTHLY for each in others):
        _merge(tokens, at, members[-1] + 1, at)


def _chains(tokens: list[Token], at: int) -> None:
    """Settle what "tháng, quý, 6 tháng, năm" are: recurrences, or reports by name."""
    explicit = tokens[at].kind in POINTS
    if tokens[at].kind == "date" or (explicit and not _goes_on_bare(tokens, at)):
        return
    before = _chain_before(tokens, at)
    members = _chain_members(tokens, at)
    if before is None or kind(tokens, members[-1] + 1) in {"event", "since", "after"}:
        return
    _settle_chain([tokens[place] for place in members], before)


def _goes_on_bare(tokens: list[Token], at: int) -> bool:
    following = _next_member(tokens, at, {"unit", "months", "cycle"}, LIST | {"/"})
    return following is not None


def _chain_before(tokens: list[Token], at: int) -> set[str] | None:
    """Return what stands before a chain; None where its first member is tied to something else."""
    lo = at - (kind(tokens, at - 1) == ":")
    words: set[str] = set()
    while len(words) < 2 and kind(tokens, lo - 1) in {"periodic", "report"}:
        lo -= 1
        words.add(tokens[lo].kind)
    if not words and kind(tokens, at - 1) in LIST | {"/"}:
        before = at - 1 - (kind(tokens, at - 2) in LIST | {"/"})
        words = {"always"} if kind(tokens, before - 1) == "always" else words
        lo = before - 1 if words else lo
    tied = {"within", "event", "after", "at_latest", "before", "from"}
    if not words and kind(tokens, at - 1) in tied:
        return None
    return words


def _chain_members(tokens: list[Token], at: int) -> list[int]:
    members = [at]
    while len(members) <= _MOST:
        end = skip(tokens, members[-1] + 1, LIST | {"/"}, 2)
        if kind(tokens, end) not in {"unit", "months", "cycle", "month", "quarter", "half", "year"}:
            break
        members.append(end)
    return members


def _settle_chain(chain: list[Token], before: set[str]) -> None:
    kinds = {token.kind for token in chain}
    explicit = bool(kinds & POINTS)
    bare = "unit" in kinds and bool(before & {"report", "always"})
    if "cycle" in kinds or (not explicit and ("periodic" in before or bare)):
        for token in chain:
            _recur(token)
    elif "months" in kinds or "report" in before:
        for token in chain:
            _stand(token, among_periods=explicit or "months" in kinds)


def _recur(token: Token) -> None:
    cycle = EVERY_MONTHS.get(token.number) if token.kind == "months" else token.cycle
    if token.kind in {"unit", "months", "year"} and cycle:
        token.become("cycle", number=1)  # a bare unit, not "hằng …"
        token.cycle = cycle


def _stand(token: Token, *, among_periods: bool) -> None:
    if token.kind == "months" and token.number in {6, 9, MONTHS}:
        token.become("half", Part(1, token.number))
    elif token.kind == "unit" and among_periods and _is_year(token.cycle):
        token.become("year", Part(1, MONTHS))


def _labels(tokens: list[Token], at: int) -> None:
    # "báo cáo 6 tháng trước ngày 15/6, năm trước ngày 15/12": a bare unit names a report.
    end = at + 1 + (kind(tokens, at + 1) == ":")
    tie = skip(tokens, end, {"before", "at_latest"}, 2)
    day = tie + (kind(tokens, tie) == "within")
    listed = kind(tokens, at - 1) in LIST | {";", ".", "report"} or (
        kind(tokens, at - 1) in _THINGS
        and (kind(tokens, day) == "cycle_day" or end > at + 1))  # fmt: skip
    if listed and tie > at + 1 and kind(tokens, day) in {"date", "cycle_day"}:
        tokens[at].become("word")


def _plan_year(tokens: list[Token], at: int) -> None:
    # "trong năm", "đến hết năm", "từ đầu năm" are the year of the plan.
    before = tokens[at - 1] if at else tokens[at]
    told = before.kind in {"end_of", "until_end", "within", "of"}
    told = told or (before.kind == "from" and before.number == 1)
    if _is_year(tokens[at].cycle) and told and kind(tokens, at + 1) != "span":
        tokens[at].become("year", Part(1, MONTHS))


def _is_year(cycle: Cycle | None) -> bool:
    return cycle is not None and cycle.step == MONTHS


_SERIES: tuple[tuple[set[str], Callable[[list[Token], int], None]], ...] = (
    ({"month", "quarter", "date"}, _semicolons),
    ({"month", "short_month"}, _months),
    ({"quarter"}, _quarters),
    ({"numbered"}, _lone_months),
    ({"date"}, _months_of_day),
    ({"date"}, _parts_of_things),
    ({"year", "half"}, _numbers_after_years),
    ({"century"}, _years),
    ({"day", "number"}, _days),
    ({"date"}, _days_twice_told),
    ({"day"}, _days_of_months),
    ({"month_after"}, _months_after),
    ({"day"}, _days_before_cycle),
    ({"cycle_day"}, _units_of_cycle),
    ({"cycle"}, _days_after_cycle),
    ({"month"}, _days_after_month),
    ({"unit", "months", "cycle", *POINTS}, _chains),
    ({"unit"}, _labels),
    ({"unit"}, _plan_year),
)
"""Which tokens a series begins with, and what settles it."""


# Years: one said late serves what was said before it, one that heads a clause what comes after.

_YEAR_LINKS = frozenset({",", "and", "or", "of", "at_latest", "before", "within", "to", "until_end",
                         "from", "stage", "clock", "-"})  # fmt: skip


def give_years(tokens: list[Token], plan_year: int) -> None:
    """Give each period without a year the one its neighbours name, in place."""
    _after_heading(tokens)
    _from_later(tokens, plan_year)


def _after_heading(tokens: list[Token]) -> None:
    # "Năm 2026: quý I ban hành": the year is then no time of its own.
    year: int | None = None
    for at, token in enumerate(tokens):
        if token.kind == "year" and token.part:
            named = token.part.year
            year = named if _heads(tokens, at) else None
        elif year is not None and token.kind in POINTS and token.part and token.part.year is None:
            token.part = token.part._replace(year=year)


def _heads(tokens: list[Token], at: int) -> bool:
    point = skip(tokens, at + 2, {"within", "end_of"}, 2)
    alone = at == 0 or tokens[at - 1].kind in {";", ".", "-"} or (
        at == 1 and tokens[0].kind == "within")  # fmt: skip
    headed = kind(tokens, at + 1) in {",", ":"} and kind(tokens, point) in POINTS - {"year"}
    if (
        not alone
        or not headed
        or (at == 1 and tokens[0].kind == "within" and kind(tokens, 2) == ",")
    ):
        return False
    tokens[at].become("of")
    tokens[at + 1].become("of")
    return True


def _from_later(tokens: list[Token], plan_year: int) -> None:
    later: Token | None = None
    links: set[str] = set()
    for token in reversed(tokens):
        if token.kind in POINTS and token.part:
            if token.part.year is None and later and _belong(token, later, links):
                token.part = token.part._replace(year=_shared(token.part, later, links, plan_year))
            later, links = (token if token.part.year is not None else None), set()
        elif token.kind in _YEAR_LINKS:
            links.add(token.kind)
        else:
            later = None


def _belong(token: Token, later: Token, links: set[str]) -> bool:
    if token.kind == later.kind or (token.kind == "half" and later.kind == "year"):
        return True
    return "to" in links and "year" not in {token.kind, later.kind}


def _shared(part: Part, later: Token, links: set[str], plan_year: int) -> int | None:
    after = later.part
    if after is None or after.year is None:
        return None
    if (part.first, part.day) <= (after.first, after.day):
        return after.year
    # "từ tháng 11 đến tháng 02/2026" and "tháng 12, tháng 01/2026" begin in the year before.
    if links & RANGE:
        return after.year - 1
    if after.kind != part.kind:
        return after.year
    return plan_year if plan_year < after.year else after.year


# The pieces of a series.


def _places(tokens: list[Token], kinds: set[str]) -> Iterator[int]:
    """Yield the places of the tokens that are of a kind when they are come to."""
    at = 0
    while at < len(tokens):
        if tokens[at].kind in kinds:
            yield at
        at += 1


def _members(
    tokens: list[Token], at: int, kinds: set[str], links: frozenset[str] = LINKS
) -> list[int]:
    """Return the places of a series that begins at `at`, its members of the kinds."""
    members = [at]
    while len(members) <= _MOST:
        following = _next_member(tokens, members[-1], kinds, links)
        if following is None:
            break
        members.append(following)
    return members


def _next_member(
    tokens: list[Token], at: int, kinds: set[str], links: frozenset[str]
) -> int | None:
    end = skip(tokens, at + 1, links, 2)
    if end == at + 1:
        return None
    end += kind(tokens, end) == "until_end"
    return end if kind(tokens, end) in kinds else None


def _merge(tokens: list[Token], lo: int, hi: int, keep: int) -> None:
    """Make tokens `lo` up to `hi` the one token `keep`, in place."""
    kept = tokens[keep]
    kept.lo, kept.hi = tokens[lo].lo, tokens[hi - 1].hi
    tokens[lo:hi] = [kept]


def _unclear(tokens: list[Token], places: list[int]) -> None:
    for place in places:
        tokens[place].become("unclear")


def a_month(number: int, year: int | None) -> Part | None:
    """Return a month by its number, None where there is no such month."""
    return month(number, year) if 1 <= number <= MONTHS else None


def a_quarter(number: int, year: int | None) -> Part | None:
    """Return a quarter by its number, None where there is no such quarter."""
    return quarter(number, year) if 1 <= number <= 4 else None


def _year_of(token: Token) -> int | None:
    return token.part.year if token.part else None


_NAMES: dict[_Make, str] = {a_month: "month", a_quarter: "quarter"}

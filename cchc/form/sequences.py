"""The numbers of headings, clauses, points and articles, each followed through the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from cchc.form.anatomy import ARABIC, ARTICLE, ITEM_LETTER, ROMAN
from cchc.form.document import ALL, Component
from cchc.text import ALPHABET, ROMANS, roman

_POINTS = ALPHABET.lower()
Number = tuple[int, ...]
Row = tuple[Component, str]


def expected_numbers(rows: Sequence[Row]) -> list[str]:
    """Return for every paragraph the number that should stand there, "" if it is right."""
    sequences, wanted = Sequences(), []
    # What a heading looks ahead at is picked out once, and only so much of it is looked at.
    marks = [row for row in rows if _is_mark(*row)]
    passed = 0
    for part, text in rows:
        passed += _is_mark(part, text)
        following = marks[passed : passed + _AHEAD] if part is Component.HEADING else ()
        wanted.append(sequences.expected_instead(part, text, following))
    return wanted


def _is_mark(part: Component, text: str) -> bool:
    heads = part in {Component.HEADING, Component.CHAPTER}
    return heads or (part is Component.BODY and _begins_another(text))


_AHEAD, _DEEPEST = 64, 16  # headings looked at, lists in lists: bounds keep hostile files quick
_HEADINGS = "mục La Mã"


@dataclass(slots=True)
class Level:
    """A series that is open: headings, or parts, chapters, sections, capital letters."""

    kind: str
    number: int = 0
    meant: int = 0
    """The number that should have stood there, if it was wrong: either may go on."""
    capitals: bool = False

    def goes_on_with(self, number: int) -> bool:
        """Return whether a heading is the next one."""
        after = {self.number + 1, self.meant + 1 if self.meant else self.number + 1}
        return self.kind == _HEADINGS and number in after


@dataclass(slots=True)
class Sequences:
    """How far each kind of number has come."""

    article: int = 0
    levels: list[Level] = field(default_factory=list)
    """The open series, from the outermost: parts over headings, or headings over parts."""
    heading: int = 0
    """The last heading of a part that is closed: headings may run on over parts."""
    bare: bool = False
    """Nothing stands yet under the last heading."""
    point: int = 0
    clauses: set[Number] = field(default_factory=set)
    last: int = 0
    """The last clause under the headings before."""
    earlier: set[Number] = field(default_factory=set)
    """Clauses of a list that another list interrupted."""

    def expected_instead(self, part: Component, text: str, following: Sequence[Row] = ()) -> str:
        """Count a paragraph; return the number that should stand there, "" if it is right."""
        wanted = ""
        match part:
            case Component.CHAPTER:
                self._chapter(_kind(text))
            case Component.HEADING:
                wanted = self._heading(text, following)
            case Component.ARTICLE:
                wanted = self._article(text)
            case Component.CLAUSE:
                wanted = self._clause(text)
            case Component.POINT:
                wanted = self._point(text)
            case Component.BODY if _begins_another(text):
                self._begin()
                self.article, self.levels, self.heading, self.last = 0, [], 0, 0
        if text:
            self.bare = part is Component.HEADING
        return wanted

    def _begin(self) -> None:
        # Clauses may run on over headings: 1, 2 under "I.", 3 under "II.".
        self.last = max((n[0] for n in self.clauses if len(n) == 1), default=self.last)
        self.clauses, self.earlier, self.point = set(), set(), 0

    def _chapter(self, kind: str) -> None:
        self._begin()
        at = next((i for i, level in enumerate(self.levels) if level.kind == kind), None)
        if at is None:
            self.levels.append(Level(kind))
            return
        closed = [level.number for level in self.levels[at:] if level.kind == _HEADINGS]
        self.heading = closed[0] if closed else self.heading
        del self.levels[at + 1 :]

    def _heading(self, text: str, following: Sequence[Row]) -> str:
        self._begin()
        number = _roman(text)
        for at in reversed(range(len(self.levels))):
            if self.levels[at].goes_on_with(number):
                del self.levels[at + 1 :]
                self.levels[at].number, self.levels[at].meant = number, 0
                return ""
        level = Level(_HEADINGS, number, capitals=text == text.upper())
        over = self.levels[-1] if self.levels else None
        if over is None or over.kind != _HEADINGS:
            self.levels.append(level)
            level.meant = 0 if number in {1, self.heading + 1} else 1
            return "I." if level.meant else ""
        deep = len(self.levels) >= _DEEPEST
        if number == 1 and not deep and self._is_nested(over, level, following):
            self.levels.append(level)
            return ""
        over.meant, over.number = (over.meant or over.number) + 1, number
        return f"{roman(over.meant)}."

    def _is_nested(self, over: Level, first: Level, following: Sequence[Row]) -> bool:
        """Return whether "I." begins a list under a heading, and is no slip for the next one.

        It does if "II." comes after it, and it stands at once under the heading, or is written
        in small letters under capitals, or the numbers of the heading go on after it.
        """
        numbers = self._ahead(following)
        if numbers[:1] != [2]:
            return self.bare and numbers[:1] == [over.number + 1]
        smaller = over.capitals and not first.capitals
        return self.bare or smaller or over.number + 1 in numbers[1:]

    def _ahead(self, following: Sequence[Row]) -> list[int]:
        """Return the numbers of the headings as far as the part goes in which they stand."""
        numbers = []
        kinds = {level.kind for level in self.levels}
        for part, text in following:
            if part is Component.CHAPTER and _kind(text) in kinds:
                break
            if part is Component.BODY:
                break
            if part is Component.HEADING:
                numbers.append(_roman(text))
        return numbers

    def _article(self, text: str) -> str:
        found = ARTICLE.match(text)
        wanted, self.article = self.article + 1, int(found[1]) if found else 0
        self._begin()
        return "" if self.article == wanted else f"Điều {wanted}."

    def _clause(self, text: str) -> str:
        found = ARABIC.match(text)
        number = tuple(int(n) for n in (found[1] or found[2]).split(".")) if found else ()
        self.point = 0
        if not number:
            return ""
        before = (*number[:-1], number[-1] - 1)
        resumed = before in self.earlier and number not in self.earlier
        if number in self.clauses and number[-1] != 1:
            self.earlier |= {number} if resumed else set()
            return "" if resumed else _dotted((*number[:-1], number[-1] + 1))
        run_on = not self.clauses and number == (self.last + 1,)
        right = number[-1] == 1 or run_on or before in self.clauses | self.earlier
        if number[-1] == 1:
            self._restart(number)
        self.clauses.add(number)
        return "" if right else _dotted(self._next(number))

    def _restart(self, number: Number) -> None:
        """Keep what another list of the same depth has counted: it may go on later."""
        ended = {n for n in self.clauses if n[: len(number) - 1] == number[:-1]}
        ended = {n for n in ended if len(n) >= len(number)}
        self.clauses -= ended
        self.earlier |= ended

    def _next(self, number: Number) -> Number:
        beside = [n[-1] for n in self.clauses - {number} if n[:-1] == number[:-1]]
        return (*number[:-1], max([n for n in beside if n < number[-1]], default=0) + 1)

    def _point(self, text: str) -> str:
        found = ITEM_LETTER.match(text)
        if found and found[1] == "i" and self.point == 0:
            return ""  # "i)" of "i), ii), iii)" is a number, not the ninth letter
        number = _POINTS.find(found[1]) + 1 if found else 0
        wanted, self.point = self.point + 1, number or self.point + 1
        right = number in {wanted, 1} or wanted > len(_POINTS)
        return "" if right else f"{_POINTS[wanted - 1]})"


def _dotted(number: Number) -> str:
    return ".".join(map(str, number)) + "."


_CHAPTER_WORD = re.compile(r"(phần|chương|mục|tiểu mục)\s", re.IGNORECASE)


def _kind(text: str) -> str:
    """Return what a part is called: "phần", "chương", …; "" for a capital letter."""
    found = _CHAPTER_WORD.match(text)
    return found[1].lower() if found else ""


def _roman(text: str) -> int:
    found = ROMAN.match(text)
    return ROMANS.get(found[1], 0) if found else 0


_TITLES = frozenset(kind.title for kind in ALL if kind.title)


def _begins_another(text: str) -> bool:
    """Return whether a line is the title of another document, or of an appendix, in one file."""
    return text in _TITLES or text.startswith("PHỤ LỤC")

"""The numbers of headings, clauses, points and articles, each followed through the text."""

from dataclasses import dataclass, field

from cchc.form.anatomy import ARABIC, ARTICLE, ITEM_LETTER, ROMAN
from cchc.form.document import Component
from cchc.text import ALPHABET, ROMANS, roman

_POINTS = ALPHABET.lower()
Number = tuple[int, ...]


@dataclass(slots=True)
class Sequences:
    """How far each kind of number has come."""

    article: int = 0
    heading: int = 0
    outer: int = 0
    """The heading under which parts, or a list with Roman numbers of its own, stand."""
    point: int = 0
    clauses: set[Number] = field(default_factory=set)
    last: int = 0
    """The last clause under the headings before."""
    earlier: set[Number] = field(default_factory=set)
    """Clauses of a list that another list interrupted."""

    def expected_instead(self, part: Component, text: str) -> str:
        """Count a paragraph; return the number that should stand there, "" if it is right."""
        match part:
            case Component.CHAPTER:
                self.outer, self.heading = self.heading or self.outer, 0
                self._begin()
            case Component.HEADING:
                return self._heading(text)
            case Component.ARTICLE:
                return self._article(text)
            case Component.CLAUSE:
                return self._clause(text)
            case Component.POINT:
                return self._point(text)
        return ""

    def _begin(self) -> None:
        # Clauses may run on over headings: 1, 2 under "I.", 3 under "II.".
        self.last = max((n[0] for n in self.clauses if len(n) == 1), default=self.last)
        self.clauses, self.earlier, self.point = set(), set(), 0

    def _heading(self, text: str) -> str:
        found = ROMAN.match(text)
        number = ROMANS.get(found[1], 0) if found else 0
        wanted = self.heading + 1
        right = number in {wanted, self.outer + 1 if self.outer else wanted}
        if number == 1 and self.heading:
            self.outer = self.heading
        elif number != wanted and right:
            self.outer = 0
        self.heading = number
        self._begin()
        return "" if right else f"{roman(wanted)}."

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
        if number in self.clauses and number[-1] != 1:
            return _dotted((*number[:-1], number[-1] + 1))
        before = (*number[:-1], number[-1] - 1)
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

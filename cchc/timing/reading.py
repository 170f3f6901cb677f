"""From a phrase to its reading: cut, settle, read the times, name what is left, tell the words."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from cchc.timing.accounting import covered, spoilt, unread
from cchc.timing.actions import actions
from cchc.timing.brackets import without_remarks
from cchc.timing.calendar import MONTHS, Days, Part
from cchc.timing.clauses import Phrase, read_times
from cchc.timing.lexicon import LEXICON
from cchc.timing.meaning import days, kind_of, reason
from cchc.timing.model import Kind, Milestone, Reading, Span
from cchc.timing.spelling import repaired, slips
from cchc.timing.tokens import Flat, cut
from cchc.timing.tree import Cycle, When

_UNDATED_KEYS = {
    Kind.REPORT: "BC",
    Kind.CONTINUOUS: "TX",
    Kind.DIRECTED: "CD",
    Kind.EVENT: "SK",
}


def reading(phrase: str, year: int) -> Reading:
    """Return what `phrase` says for the plan of `year`."""
    found = _reading(phrase, year)
    if found.understood or not phrase.strip():
        return found
    meant = repaired(phrase)
    if meant and meant != phrase and _reading(meant, year).understood:
        return Reading(phrase, year, found.milestones, found.unread, meant)
    return found


class Parsed:
    """A phrase taken apart: its words, its settled tokens, its deadlines, and what is left over."""

    def __init__(self, phrase: str, year: int) -> None:
        self.phrase, self.year = phrase, year
        self.flat = Flat(phrase)
        cuts = cut(self.flat, year, LEXICON)
        slips(cuts, self.flat, phrase)
        self.tokens = without_remarks(cuts, year)
        self.times, self.left = _times(Phrase(self.tokens, year), self.flat)

    def place(self, lo: int, hi: int) -> Span:
        """Return where tokens `lo` up to `hi` stand."""
        words = self.tokens[lo].lo, self.tokens[hi - 1].hi
        start, end = self.flat.places[words[0]][0], self.flat.places[words[1] - 1][1]
        return Span(start, end, self.phrase[start:end])

    def unread(self) -> tuple[Span, ...]:
        """Return what looks like time and was not read, with its places."""
        return tuple(self.place(lo, hi) for lo, hi in self.left)

    def milestones(self, times: list[When]) -> tuple[Milestone, ...]:
        """Return the milestones of times: one for each, and for each occurrence of what recurs."""
        told = actions(times, self.tokens, self.flat, self.phrase)
        places = [self.place(time.lo, time.hi) for time in times]
        return tuple(_milestones(times, told, places, self.year))


def _reading(phrase: str, year: int) -> Reading:
    told = Parsed(phrase, year)
    if not told.times:
        return Reading(phrase, year, (), _whole(phrase))
    return Reading(phrase, year, told.milestones(told.times), told.unread())


def _times(phrase: Phrase, flat: Flat) -> tuple[list[When], list[tuple[int, int]]]:
    tokens = phrase.tokens
    deadlines, read = read_times(phrase)
    # A name is accounted for though it is no deadline, so every time read covers its tokens.
    cover = covered([*read, *deadlines], len(tokens))
    kept = [time for time in deadlines if not spoilt(time, tokens, cover)]
    if len(kept) < len(deadlines):
        cover = covered(kept, len(tokens))
    return kept, unread(tokens, cover, flat)


def _whole(phrase: str) -> tuple[Span, ...]:
    text = phrase.strip()
    start = phrase.find(text)
    return (Span(start, start + len(text), text),) if text else ()


def _milestones(
    times: list[When], told: list[str], places: list[Span], year: int
) -> Iterator[Milestone]:
    seen: Counter[str] = Counter()
    begun = Part(1, MONTHS).first_day(year)
    for time, action, span in zip(times, told, places, strict=True):
        kind, found = kind_of(time), days(time, year)
        for start, due, key, why, bent in _told(time, kind, found, begun):
            seen[key] += 1
            unique = key if seen[key] == 1 else f"{key}.{seen[key]}"
            yield Milestone(kind, start, due, action, unique, span, why, bent)
        begun = (found[0].start if found else None) or begun


def _told(
    time: When, kind: Kind, found: tuple[Days, ...], begun: date | None
) -> Iterator[tuple[date | None, date | None, str, str, str]]:
    for day in found:
        # "trước quý II" falls due on a day, which begins no period unless it sharpens one.
        exact = kind is Kind.DATE or (isinstance(time, Cycle) and day.start is None)
        key = day.due.isoformat() if exact else day.key
        yield day.start, day.due, key, reason(time, day), day.bent
    if not found:
        start = begun if kind is Kind.REPORT else None
        yield start, None, _UNDATED_KEYS[kind], reason(time, None), ""

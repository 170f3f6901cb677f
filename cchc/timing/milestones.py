"""From a phrase to its reading: cut, join, parse, attach, and name what was left."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from cchc.timing.calendar import MONTHS, Days, Part
from cchc.timing.grammar.joining import join
from cchc.timing.grammar.rules import parse
from cchc.timing.grammar.years import give_years, share_years
from cchc.timing.items import Item, letters
from cchc.timing.meaning.actions import actions
from cchc.timing.meaning.leftovers import covered, spoilt, unread
from cchc.timing.meaning.names import without_names
from cchc.timing.meaning.recurrence import attach
from cchc.timing.meaning.remarks import without_remarks
from cchc.timing.meaning.undated import absorb_years, undated
from cchc.timing.reading import Kind, Milestone, Reading, Span
from cchc.timing.terms import Term
from cchc.timing.text import Flat, flatten
from cchc.timing.words import LEXICON
from cchc.timing.words.rows import cut

_UNDATED_KEYS = {
    Kind.REPORT: "BC",
    Kind.CONTINUOUS: "TX",
    Kind.DIRECTED: "CD",
    Kind.EVENT: "SK",
}


def reading(phrase: str, year: int) -> Reading:
    """Return what `phrase` says for the plan of `year`."""
    flat = flatten(phrase)
    items = without_remarks(cut(flat, year, LEXICON))
    join(items)
    give_years(items)
    share_years(items, year)
    terms, left = _terms(items, flat, year)
    if not terms:
        return Reading(phrase, year, (), _whole(phrase))
    told = actions(terms, items, flat, phrase)
    places = [_span(flat, phrase, items[term.lo].lo, items[term.hi - 1].hi) for term in terms]
    milestones = tuple(_milestones(terms, told, places, year))
    spans = (_span(flat, phrase, items[lo].lo, items[hi - 1].hi) for lo, hi in left)
    return Reading(phrase, year, milestones, tuple(spans))


def _terms(items: list[Item], flat: Flat, year: int) -> tuple[list[Term], list[tuple[int, int]]]:
    found = attach(parse(items, year), letters(items))
    dated = [term for term in found if term.days or term.kind is not Kind.RECURRING]
    codes = letters(items)
    deadlines = undated(absorb_years(without_names(dated, codes, year), codes), codes)
    # A name is accounted for though it is no deadline, so every term found covers its items.
    cover = covered([*deadlines, *dated], len(items))
    kept = [term for term in deadlines if not spoilt(term, items, cover)]
    if len(kept) < len(deadlines):
        cover = covered(kept, len(items))
    return kept, unread(items, cover, flat.words)


def _whole(phrase: str) -> tuple[Span, ...]:
    text = phrase.strip()
    start = phrase.find(text)
    return (Span(start, start + len(text), text),) if text else ()


def _span(flat: Flat, phrase: str, lo: int, hi: int) -> Span:
    start, end = flat.places[lo][0], flat.places[hi - 1][1]
    return Span(start, end, phrase[start:end])


def _milestones(
    terms: list[Term], told: list[str], places: list[Span], year: int
) -> Iterator[Milestone]:
    seen: Counter[str] = Counter()
    begun = Part(1, MONTHS).first_day(year)
    for term, action, span in zip(terms, told, places, strict=True):
        for start, due, key in _days(term, begun):
            seen[key] += 1
            unique = key if seen[key] == 1 else f"{key}.{seen[key]}"
            yield Milestone(term.kind, start, due, action, unique, span)
        begun = _start(term) or begun


def _days(term: Term, begun: date | None) -> tuple[tuple[date | None, date | None, str], ...]:
    if term.days:
        return tuple(_exactly(day, term.kind) for day in term.days)
    start = begun if term.kind is Kind.REPORT else None
    return ((start, None, _UNDATED_KEYS[term.kind]),)


def _exactly(days: Days, kind: Kind) -> Days:
    # "trước quý II" falls due on a day, which begins no period.
    return Days(None, days.due, days.due.isoformat()) if kind is Kind.DATE else days


def _start(term: Term) -> date | None:
    return term.days[0].start if term.days else None

"""The whole lexicon, in the order it is tried: what could pass for a date comes before dates."""

from cchc.timing import citations, dates, periods, rates, signals, vague
from cchc.timing.rows import lexicon

LEXICON = lexicon(
    (
        *citations.CITED,
        *rates.COUNTED,
        *vague.COUNTED,
        *signals.SPANS,
        *dates.ROWS,
        *periods.ROWS,
        *dates.NUMBERS,
        *vague.NOT_TIME,
        *signals.LASTING,
        *rates.WORDS,
        *vague.INEXACT,
        *signals.EVENTS,
        *signals.TIES,
        *citations.WORDS,
        *signals.REST,
    )
)

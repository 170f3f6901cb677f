"""The whole lexicon, in the order it is tried: what could pass for a date comes before dates."""

from cchc.timing.words import citations, cycles, dates, periods, signals, vague
from cchc.timing.words.rows import lexicon

LEXICON = lexicon(
    (
        *citations.CITED,
        *cycles.COUNTED,
        *vague.COUNTED,
        *signals.SPANS,
        *dates.ROWS,
        *periods.ROWS,
        *dates.NUMBERS,
        *vague.NOT_TIME,
        *signals.LASTING,
        *cycles.WORDS,
        *vague.INEXACT,
        *signals.EVENTS,
        *signals.TIES,
        *citations.WORDS,
        *signals.REST,
    )
)

"""The whole lexicon, in the order it is tried: what could pass for a date comes before dates."""

from cchc.timing import citations, parts, rates, signals, vague
from cchc.timing.items import compiled

LEXICON = compiled(
    (
        *citations.CITED,
        *rates.COUNTED,
        *signals.SPANS,
        *parts.ROWS,
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

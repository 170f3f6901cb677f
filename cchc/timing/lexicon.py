"""The whole lexicon in the order it is tried: what could be mistaken for a date comes before dates."""

from cchc.timing import parts, signals
from cchc.timing.items import compiled

LEXICON = compiled((*signals.FIRST, *parts.ROWS, *signals.ROWS))

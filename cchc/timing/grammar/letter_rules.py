"""Rules over the letters of a phrase's items, compiled when a phrase first holds what they need.

Most phrases are short and need few rules: the rest cost neither a start nor a reading anything.
"""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Generic, TypeVar

Act = TypeVar("Act")


class LetterRule(Generic[Act]):
    """A pattern of letters and what is done with a match; it `needs` one of some letters."""

    def __init__(self, needs: str, pattern: str, act: Act) -> None:
        self._needs = frozenset(needs)
        self.act = act
        self._source = pattern

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return the compiled pattern."""
        return re.compile(self._source)

    def may_match(self, codes: str) -> bool:
        """Whether the letters hold one that every match of the pattern has."""
        return not self._needs.isdisjoint(codes)


def useful(rules: Iterable[LetterRule[Act]], codes: str) -> list[LetterRule[Act]]:
    """Return, in order, the rules that could match somewhere in `codes`."""
    return [rule for rule in rules if rule.may_match(codes)]

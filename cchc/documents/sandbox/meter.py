"""How much a template may do: each step and each letter is paid for from one purse."""

from collections.abc import ItemsView, KeysView, ValuesView

WORK = 40_000_000
"""Units; about one for a letter of XML that is written."""
STEP = 200
"""Units for a turn of a loop, a call, an operator, a filter."""
ITEM = 16
"""Units for an element of a list."""


class TooMuchWork(Exception):
    """A template has used up its work."""

    def __init__(self) -> None:
        super().__init__("mẫu bắt làm quá nhiều việc (vòng lặp quá dài, hoặc chữ quá dài)")


class Meter:
    """The purse of one rendering."""

    def __init__(self, work: int = WORK) -> None:
        self._left = work

    def charge(self, units: int) -> None:
        """Take units from the purse. Raises `TooMuchWork` when it is empty."""
        # A template may reach this with a number of its own, which must not fill the purse again.
        self._left -= abs(units)
        if self._left < 0:
            raise TooMuchWork

    @property
    def left(self) -> int:
        """Return the units that are left."""
        return self._left


def weight(value: object) -> int:
    """Return what it costs to go through a value once."""
    if isinstance(value, str):
        return len(value)
    return ITEM * len(value) if isinstance(value, _SIZED) else 0


_SIZED = (list, tuple, dict, range, KeysView, ValuesView, ItemsView)

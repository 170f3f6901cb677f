"""Remarks in brackets: they explain and name no deadline, unless a phrase is in brackets whole."""

from cchc.timing.items import Item

_MARKS = "-&.,;:"  # bullets and ends: they say nothing


def without_remarks(items: list[Item]) -> list[Item]:
    """Return the items outside matched brackets; where those are only marks, what is inside.

    "- (Quý I/2025)" says its time in brackets, "Quý I (theo kế hoạch)" explains in them.
    """
    depths = _depths(items)
    placed = [(depth, item) for depth, item in zip(depths, items, strict=True) if depth >= 0]
    told = min((depth for depth, item in placed if item.code not in _MARKS), default=0)
    return [item for depth, item in placed if depth <= told]


def _depths(items: list[Item]) -> list[int]:
    """Return how many matched brackets each item stands in, -1 for a matched bracket itself."""
    opened: list[int] = []
    matched = bytearray(len(items))
    for place, item in enumerate(items):
        if item.code == "(":
            opened.append(place)
        elif item.code == ")" and opened:
            matched[place] = matched[opened.pop()] = 1
    depths: list[int] = []
    depth = 0
    for item, bracket in zip(items, matched, strict=True):
        depth += bracket * (1 if item.code == "(" else -1)
        depths.append(-1 if bracket else depth)
    return depths
